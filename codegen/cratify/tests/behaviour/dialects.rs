//! A validator of the old dialect and one of 2020-12 agree about the old schema and the one that is
//! published for it: what all stages up to there have made of it.

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

/// `format` is left out of it: whether it asserts is a setting, not a matter of dialect.
fn validator(draft: Draft, schema: &Value) -> Validator {
    let options = jsonschema::options()
        .with_draft(draft)
        .should_validate_formats(false);
    options
        .build(schema)
        .unwrap_or_else(|error| panic!("{error} in {schema}"))
}

/// The published schema of a document as a whole.
fn published(schema: &Value) -> Value {
    let scratch = tempfile::tempdir().expect("a folder");
    let path = scratch.path().join("whole.json");
    let mut schema = schema.clone();
    // Its file names it.
    schema
        .as_object_mut()
        .map(|members| members.remove("title"));
    std::fs::write(&path, schema.to_string()).expect("a file");
    let config = cratify::configure().schema(&path);
    let generated = config.untyped(cratify::Untyped::Literal).generate();
    let generated = generated.unwrap_or_else(|error| panic!("{error}"));
    let mut files = generated.files();
    let published = files.find(|(path, _)| *path == "schema/whole.schema.json");
    let (_, text) = published.expect("the schema of the document");
    serde_json::from_str(text).expect("JSON")
}

#[track_caller]
fn agree(draft: Draft, schema: &Value, instances: &[Value]) {
    let uri = match draft {
        Draft::Draft4 => "http://json-schema.org/draft-04/schema#",
        Draft::Draft6 => "http://json-schema.org/draft-06/schema#",
        Draft::Draft7 => "http://json-schema.org/draft-07/schema#",
        _ => "https://json-schema.org/draft/2019-09/schema",
    };
    let mut schema = schema.clone();
    schema["$schema"] = uri.into();
    let result = published(&schema);
    let (old, new) = (
        validator(draft, &schema),
        validator(Draft::Draft202012, &result),
    );
    let valid = instances
        .iter()
        .filter(|instance| old.is_valid(instance))
        .count();
    assert!(
        0 < valid && valid < instances.len(),
        "{valid} are valid for {schema}"
    );
    for instance in instances {
        let (before, after) = (old.is_valid(instance), new.is_valid(instance));
        assert_eq!(
            before, after,
            "{draft:?}: {instance} for {schema} and {result}"
        );
    }
}

/// Values that tell most of the schemas below apart.
fn instances() -> Vec<Value> {
    let mut values = vec![
        json!(null),
        json!(true),
        json!("a"),
        json!("abc"),
        json!(1),
        json!(2),
        json!(3.5),
        json!({}),
        json!([]),
        json!({"a": 1}),
        json!({"a": "x"}),
        json!({"a": 1, "b": 2}),
        json!({"b": "x"}),
        json!({"a": {"a": 1}}),
        json!({"a": {"a": {"b": 1}}, "b": []}),
        json!({"child": {"child": 1}}),
        json!({"child": {"child": {}}}),
        json!({"child": {"a": 1}}),
        json!([[1]]),
        json!([["a"]]),
    ];
    let elements = [json!(1), json!("a"), json!({}), json!(null)];
    for first in &elements {
        values.push(json!([first]));
        values.push(json!({"a": [first]}));
        for second in &elements {
            values.push(json!([first, second]));
            values.extend(elements.iter().map(|third| json!([first, second, third])));
            values.push(json!({"a": first, "b": second}));
        }
    }
    values
}

const ALL: [Draft; 4] = [
    Draft::Draft4,
    Draft::Draft6,
    Draft::Draft7,
    Draft::Draft201909,
];

#[test]
fn in_every_draft() {
    let string = json!({"type": "string"});
    for schema in [
        json!({"items": [string, {"type": "integer"}]}),
        json!({"items": [string, {"type": "integer"}], "additionalItems": false}),
        json!({"items": [string], "additionalItems": {"type": "integer"}}),
        json!({"items": string, "additionalItems": false}),
        json!({"additionalItems": false, "type": "array"}),
        json!({"items": {"items": [string]}}),
        json!({"dependencies": {"a": ["b"]}}),
        json!({"dependencies": {"a": {"required": ["b"]}, "b": ["a"]}}),
        json!({"properties": {"a": {"$ref": "#/definitions/t/items/0"}},
            "definitions": {"t": {"items": [string]}}}),
        json!({"properties": {"a": {"$ref": "#/definitions/t/additionalItems"}},
            "definitions": {"t": {"items": [{}], "additionalItems": string}}}),
        json!({"properties": {"a": {"$ref": "#/definitions/t/dependencies/x"}},
            "definitions": {"t": {"dependencies": {"x": string}}}}),
        json!({"properties": {"a": {"$ref": "#/more/t"}}, "more": {"t": {"items": [string]}}}),
        json!({"$ref": "#/definitions/s", "definitions": {"s": string}}),
        json!({"$ref": "#/definitions/s", "maxLength": 2, "title": "x", "definitions": {"s": string}}),
        json!({"properties": {"a": {"$ref": "#/definitions/s", "minLength": 5}},
            "definitions": {"s": string}}),
        json!({"prefixItems": [string], "minItems": 1}),
        json!({"enum": ["a", 1], "not": {"type": "integer"}}),
    ] {
        for draft in ALL {
            agree(draft, &schema, &instances());
        }
    }
}

#[test]
fn keywords_that_came_later() {
    for schema in [
        json!({"const": 1, "type": "integer"}),
        json!({"contains": {"type": "string"}, "type": "array"}),
        json!({"propertyNames": {"maxLength": 0}, "type": "object"}),
        json!({"if": {"type": "string"}, "then": {"minLength": 2}, "else": {"type": "integer"}, "not": {"enum": [2]}}),
        json!({"dependentRequired": {"a": ["b"]}, "type": "object"}),
        json!({"dependentSchemas": {"a": false}, "type": "object"}),
        json!({"dependentRequired": {"a": ["b"]}, "dependencies": {"b": ["a"]}}),
        json!({"properties": {"a": {}}, "unevaluatedProperties": false, "type": "object"}),
        json!({"contains": {"type": "string"}, "minContains": 2, "type": "array"}),
        json!({"items": [{"type": "string"}], "unevaluatedItems": false, "type": "array"}),
    ] {
        for draft in ALL {
            agree(draft, &schema, &instances());
        }
    }
}

#[test]
fn only_draft_4() {
    for schema in [
        json!({"minimum": 1, "exclusiveMinimum": true, "maximum": 3.5, "exclusiveMaximum": true}),
        json!({"minimum": 1, "exclusiveMinimum": false, "maximum": 2, "exclusiveMaximum": true}),
        json!({"id": "http://x/r", "properties": {"a": {"$ref": "http://x/r#/definitions/b/items/0"}},
            "definitions": {"b": {"items": [{"type": "string"}]}}}),
        json!({"id": "http://x/r", "properties": {"a": {"$ref": "in#/items/0"}},
            "definitions": {"b": {"id": "in", "items": [{"type": "string"}]}}}),
        json!({"properties": {"a": {"$ref": "#n"}}, "definitions": {"b": {"id": "#n", "type": "string"}}}),
    ] {
        agree(Draft::Draft4, &schema, &instances());
    }
}

#[test]
fn names_and_recursion() {
    for draft in [Draft::Draft6, Draft::Draft7] {
        for schema in [
            json!({"properties": {"a": {"$ref": "#n"}}, "definitions": {"b": {"$id": "#n", "type": "string"}}}),
            json!({"$id": "http://x/r", "properties": {"a": {"$ref": "in#n"}},
                "definitions": {"b": {"$id": "in", "definitions": {"c": {"$id": "#n", "type": "string"}}}}}),
            json!({"$id": "http://x/r", "properties": {"a": {"$ref": "#/definitions/b", "$id": "http://y/"}},
                "definitions": {"b": {"type": "string"}}}),
            json!({"properties": {"a": false, "b": true}, "type": "object"}),
        ] {
            agree(draft, &schema, &instances());
        }
    }
    let tree = json!({"$id": "http://x/tree", "$recursiveAnchor": true, "type": "object",
        "properties": {"child": {"$recursiveRef": "#"}}});
    let strict = |anchor: bool| {
        json!({"$id": "http://x/strict", "$recursiveAnchor": anchor, "$ref": "tree",
            "unevaluatedProperties": false, "$defs": {"tree": tree}})
    };
    let alone = json!({"type": "object", "properties": {"child": {"$recursiveRef": "#"}}});
    for schema in [strict(true), strict(false), tree.clone(), alone] {
        agree(Draft::Draft201909, &schema, &instances());
    }
}

/// The documentation names places of the document as its author wrote it, whatever the upgrade has moved.
#[test]
fn documentation_names_places_of_the_written_document() {
    let nullable = "openapi: 3.0.3\ninfo: {title: T, version: 1.0.0, license: {name: MIT}}\ncomponents:\n  schemas:\n    \
                    A: {type: object, nullable: true, allOf: [{properties: {b: {type: string, enum: [x, y]}}}]}\n";
    let tuple = "$schema: http://json-schema.org/draft-07/schema#\ntitle: T\nproperties:\n  \
                 t: {type: array, minItems: 2, additionalItems: false, items: [{type: object, properties: {c: {type: string}}}, {enum: [p, q]}]}\n";
    for (text, least) in [(nullable, 3), (tuple, 3)] {
        let config = cratify::configure().schema_text("api.yaml", text);
        let generated = config.generate().unwrap_or_else(|error| panic!("{error}"));
        let written: serde_json::Value = serde_yaml::from_str(text).expect("it is YAML");
        let files: Vec<(&str, &str)> = generated.files().collect();
        let docs = files.iter().flat_map(|(_, text)| text.lines());
        let places: Vec<&str> = docs
            .filter_map(|line| {
                let place = line.trim().strip_prefix("/// Schema: `api.yaml#")?;
                place.strip_suffix('`')
            })
            .collect();
        assert!(places.len() >= least, "{places:?}");
        for place in places {
            assert!(written.pointer(place).is_some(), "{place}");
        }
    }
}
