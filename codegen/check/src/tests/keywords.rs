//! The instance maker: for every keyword at least one valid and one invalid instance.

use serde_json::{Value, json};

use crate::instances::{CAP, Maker};
use crate::schemas::whole::WholeSchema;
use crate::{instances, schemas::whole::validator};

/// The instances of a schema, sorted by the validator.
fn sorted(schema: &Value) -> (Vec<Value>, Vec<Value>) {
    let validator = validator(schema).expect("the test's schema compiles");
    instances::make(schema)
        .into_iter()
        .partition(|value| validator.is_valid(value))
}

/// Schemas for which both valid and invalid instances must be found.
fn schemas() -> Vec<Value> {
    vec![
        json!({"type": "string"}),
        json!({"type": ["integer", "null"]}),
        json!({"const": "bank"}),
        json!({"const": 3}),
        json!({"const": {"a": [1]}}),
        json!({"enum": ["a", "b", null]}),
        json!({"enum": [1, 2.5, true]}),
        json!({"type": "string", "minLength": 3, "maxLength": 5}),
        json!({"type": "string", "maxLength": 0}),
        json!({"minLength": 2}),
        json!({"type": "string", "format": "uuid"}),
        json!({"type": "integer", "minimum": 3, "maximum": 9}),
        json!({"type": "integer", "exclusiveMinimum": 3, "exclusiveMaximum": 5}),
        json!({"type": "number", "minimum": 0.5, "maximum": 0.75}),
        json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}),
        json!({"type": "integer", "multipleOf": 7, "minimum": 50}),
        json!({"type": "number", "multipleOf": 0.01}),
        json!({"type": "integer", "minimum": 18_446_744_073_709_551_610_u64}),
        json!({"type": "array", "items": {"type": "integer"}}),
        json!({"type": "array", "minItems": 2, "maxItems": 3, "items": {"type": "string"}}),
        json!({"type": "array", "uniqueItems": true, "minItems": 2, "items": {"type": "string"}}),
        json!({"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false, "minItems": 2}),
        json!({"type": "array", "contains": {"const": "x"}}),
        json!({"type": "array", "contains": {"type": "integer"}, "minContains": 2, "maxContains": 3}),
        json!({"prefixItems": [{"type": "string"}], "unevaluatedItems": false}),
        json!({"type": "object", "properties": {"a": {"type": "string"}}}),
        json!({"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}),
        json!({"type": "object", "properties": {"a": true}, "additionalProperties": false}),
        json!({"type": "object", "additionalProperties": {"type": "integer"}}),
        json!({"type": "object", "properties": {"a": true}, "unevaluatedProperties": false}),
        json!({"type": "object", "patternProperties": {"^x-": {"type": "string"}}}),
        json!({"type": "object", "patternProperties": {"^x-": {"type": "string"}}, "additionalProperties": false, "minProperties": 1}),
        json!({"type": "object", "patternProperties": {"^x-[0-9]$": {"type": "string"}}, "additionalProperties": false, "minProperties": 2}),
        json!({"type": "object", "propertyNames": {"pattern": "^[a-z]{3}$"}, "minProperties": 1}),
        json!({"type": "object", "propertyNames": {"enum": ["a", "b"]}, "minProperties": 2}),
        json!({"type": "object", "minProperties": 2, "maxProperties": 3}),
        json!({"type": "object", "properties": {"card": true, "cvv": {"type": "string"}}, "dependentRequired": {"card": ["cvv"]}}),
        json!({"dependentSchemas": {"a": true, "b": false}}),
        json!({"items": false}),
        json!({"prefixItems": [true, false]}),
        json!({"prefixItems": [{"const": "a"}], "oneOf": [{"prefixItems": [true, {"const": "b"}]}, {"prefixItems": [true, {"const": "c"}]}], "unevaluatedItems": false}),
        json!({"type": "object", "properties": {"card": true}, "dependentSchemas": {"card": {"required": ["cvv"]}}}),
        json!({"allOf": [{"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}}, {"required": ["b"]}]}),
        json!({"allOf": [{"type": "integer", "minimum": 3}, {"type": "number", "maximum": 4}]}),
        json!({"anyOf": [{"type": "string", "maxLength": 3}, {"type": "integer", "minimum": 5}]}),
        json!({"oneOf": [{"type": "integer", "multipleOf": 3}, {"type": "integer", "multipleOf": 5}]}),
        json!({"not": {"type": "string"}}),
        json!({"type": "string", "not": {"const": "text"}}),
        json!({"type": "object", "not": {"required": ["a"]}}),
        json!({"type": "object", "properties": {"kind": {"enum": ["a", "b"]}, "x": {"type": "integer"}}, "required": ["kind"],
               "if": {"properties": {"kind": {"const": "a"}}}, "then": {"required": ["x"]}, "else": {"required": ["y"]}}),
        json!({"$ref": "#/$defs/A", "$defs": {"A": {"type": "integer", "maximum": 3}}}),
        json!({"$ref": "#a", "$defs": {"A": {"$anchor": "a", "type": "integer"}}}),
        json!({"$dynamicRef": "#a", "$defs": {"A": {"$dynamicAnchor": "a", "type": "integer"}}}),
        json!({"$ref": "#/$defs/A%20b~1c", "$defs": {"A b/c": {"type": "integer"}}}),
        json!({"type": "object", "required": ["next"], "properties": {"next": {"anyOf": [{"$ref": "#"}, {"type": "null"}]}}}),
        json!({"$ref": "#/$defs/T", "$defs": {"T": {"type": "object", "required": ["kids"], "properties": {"kids": {"type": "array", "items": {"$ref": "#/$defs/T"}}}}}}),
    ]
}

#[test]
fn every_keyword_is_kept_and_broken() {
    for schema in schemas() {
        let (valid, invalid) = sorted(&schema);
        assert!(!valid.is_empty(), "nothing valid for {schema}");
        assert!(!invalid.is_empty(), "nothing invalid for {schema}");
    }
}

#[test]
fn patterns_are_met_and_missed() {
    for pattern in [
        "^[A-Z]{3}$",
        r"^\d+$",
        r"^\d{2}/\d{2}$",
        "^data:application/json;base64,.*$",
        r"^\+[1-9]\d{1,14}$",
        r"^[12](\.\d+){0,2}$",
        r"^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$",
        "^[A-Z]{2}-[A-Z0-9]{1,3}$",
        r"^\d+(?:vh|px)$",
        r"^(?!0)[1-9]\d{3}/x$",
        "foo|bar",
        r"^\p{Lu}\w*$",
        r"^a\/b$",
        "^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).{8,}$",
    ] {
        let (valid, invalid) = sorted(&json!({"type": "string", "pattern": pattern}));
        assert!(!valid.is_empty(), "nothing of {pattern}");
        let misses = invalid.iter().any(Value::is_string);
        assert!(misses, "nothing that is not of {pattern}");
    }
}

#[test]
fn bounds_are_met_exactly_and_exceeded_by_one() {
    let (valid, invalid) = sorted(&json!({"type": "integer", "minimum": 3, "maximum": 9}));
    assert!(valid.contains(&json!(3)) && valid.contains(&json!(9)));
    assert!(invalid.contains(&json!(2)) && invalid.contains(&json!(10)));
    let (valid, invalid) = sorted(&json!({"type": "string", "minLength": 2, "maxLength": 4}));
    // Lengths count characters: four of four bytes each are not too long, one of two too short.
    assert!(valid.contains(&json!("😀😀😀😀")) && valid.contains(&json!("éé")));
    assert!(invalid.contains(&json!("é")) && invalid.contains(&json!("😀😀😀😀😀")));
}

#[test]
fn an_object_gets_each_member_alone_left_out_null_and_mistyped() {
    let (valid, invalid) = sorted(&json!({
        "type": "object",
        "required": ["a", "b"],
        "properties": {"a": {"const": 1}, "b": {"const": 2}, "c": {"type": "string", "const": "x"}, "d": {"type": "boolean"}},
        "additionalProperties": false
    }));
    for expected in [
        json!({"a": 1, "b": 2}),
        json!({"a": 1, "b": 2, "c": "x"}),
        json!({"a": 1, "b": 2, "d": true}),
        json!({"a": 1, "b": 2, "c": "x", "d": true}),
    ] {
        assert!(valid.contains(&expected), "{expected} in {valid:#?}");
    }
    for expected in [
        json!({"a": 1}),
        json!({"b": 2}),
        json!({"a": null, "b": 2}),
        json!({"a": 1, "b": 2, "d": null}),
        json!({"a": 1, "b": 2, "d": "text"}),
        json!({"a": 1, "b": 2, "zz_unknown_member": "text"}),
    ] {
        assert!(invalid.contains(&expected), "{expected} in {invalid:#?}");
    }
}

#[test]
fn every_branch_of_a_large_union_is_met() {
    let branch = |at: usize| json!({"type": "object", "required": ["kind"], "properties": {"kind": {"const": format!("k{at}")}, "x": {"type": "integer"}}});
    let (valid, _) = sorted(&json!({"oneOf": (0..50).map(branch).collect::<Vec<_>>()}));
    for at in 0..50 {
        let kind = format!("k{at}");
        assert!(
            valid.iter().any(|value| value["kind"] == kind.as_str()),
            "{kind}"
        );
    }
}

#[test]
fn making_instances_is_bounded_and_repeatable() {
    // Each of ten required members refers back, by way of a union that keeps it satisfiable.
    let names: Vec<String> = (0..10).map(|at| format!("m{at}")).collect();
    let member = json!({"allOf": [{"anyOf": [{"$ref": "#/$defs/T"}, {"type": "null"}]}, {"description": "x"}]});
    let properties: serde_json::Map<_, _> = names
        .iter()
        .map(|name| (name.clone(), member.clone()))
        .collect();
    let schema = json!({"$ref": "#/$defs/T", "$defs": {"T": {"type": "object", "required": names, "properties": properties}}});
    let start = std::time::Instant::now();
    let made = instances::make(&schema);
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
    assert!(made.len() <= instances::CAP);
    assert!(!sorted(&schema).0.is_empty(), "nothing valid");
    assert_eq!(made, instances::make(&schema));
}

#[test]
fn a_cycle_without_end_gives_no_valid_instance_and_ends() {
    let endless =
        json!({"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#"}}});
    assert!(sorted(&endless).0.is_empty());
    for schema in [
        json!({"$ref": "#"}),
        json!({"allOf": [{"$ref": "#"}]}),
        json!({"anyOf": [{"$ref": "#"}, {"$ref": "#"}]}),
        json!(true),
        json!(false),
    ] {
        assert!(instances::make(&schema).len() >= 6, "{schema}");
    }
    // Through distinct items, which are more than minimal ones.
    let (valid, _) = sorted(
        &json!({"type": "object", "properties": {"kids": {"type": "array", "uniqueItems": true, "minItems": 2, "items": {"$ref": "#"}}}}),
    );
    assert!(!valid.is_empty());
}

/// Branches that overlap, in two required members, and conditions that exclude each other.
#[test]
fn a_validator_helps_where_nothing_is_valid() {
    let overlapping = json!({
        "type": "object",
        "required": ["start", "end"],
        "properties": { "start": { "$ref": "#/$defs/Endpoint" }, "end": { "$ref": "#/$defs/Endpoint" } },
        "$defs": { "Endpoint": { "oneOf": [
            { "type": "object", "properties": { "node": { "type": "string" }, "position": { "type": "object" } } },
            { "type": "object", "properties": { "node": { "type": "string" }, "magnet": { "enum": ["top"] } } },
        ] } },
    });
    let rule = |kind: &str, shape: Value| {
        json!({
            "if": { "properties": { "kind": { "const": kind } } },
            "then": { "properties": { "shape": shape } },
        })
    };
    let rules = ["c", "d", "e", "f", "g", "h"].map(|kind| rule(kind, json!({ "type": "null" })));
    let last = ["a", "b"].map(|kind| rule(kind, json!({ "enum": ["text", "word"] })));
    let excluding = json!({
        "type": "object",
        "required": ["kind", "shape"],
        "properties": {
            "kind": { "enum": ["a", "b", "c", "d", "e", "f", "g", "h"] },
            "shape": { "oneOf": [{ "enum": ["text", "word", "other"] }, { "type": "null" }] },
        },
        "allOf": rules.into_iter().chain(last).collect::<Vec<_>>(),
    });
    for schema in [overlapping, excluding] {
        let whole = WholeSchema::new(&schema);
        let validator = validator(&schema).expect("it is a schema");
        let is_any_valid = |maker: Maker<'_>| {
            maker
                .make(CAP)
                .iter()
                .any(|value| validator.is_valid(value))
        };
        assert!(
            !is_any_valid(Maker::new(&whole)),
            "it needs no judge: {schema}"
        );
        assert!(is_any_valid(Maker::careful(&whole)), "{schema}");
    }
}
