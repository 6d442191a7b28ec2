//! References to what was moved.

use serde_json::json;

use super::{text, upgraded};
use crate::document::Dialect;

#[test]
fn through_keywords_with_new_names() {
    let root = json!({
        "properties": {
            "a": {"$ref": "#/definitions/t/items/0"},
            "b": {"$ref": "#/definitions/t/additionalItems/properties/x"},
            "c": {"$ref": "#/definitions/t/dependencies/%C3%A9~1%25"},
            "d": {"$ref": "#/definitions/plain/items"},
            "e": {"$ref": "http://x/root.json#/definitions/t/items/1/items/0"},
            "f": {"$ref": "http://elsewhere/root.json#/definitions/t/items/0"},
            "g": {"$ref": "inner.json#/items/0"}
        },
        "definitions": {
            "t": {
                "items": [{"type": "string"}, {"items": [{"$ref": "#/definitions/t/items/0"}]}],
                "additionalItems": {"properties": {"x": {}}},
                "dependencies": {"é/%": {"minProperties": 2}, "k": ["l"]}
            },
            "plain": {"items": {}, "default": {"$ref": "#/definitions/t/items/0"}},
            "inner": {"$id": "inner.json", "items": [{}], "not": {"$ref": "#/items/0"}}
        },
        "$id": "http://x/root.json"
    });
    let (result, _) = upgraded(Dialect::JsonSchemaDraft7, &root);
    let at = |pointer: &str| result.pointer(pointer).and_then(|value| value.as_str());
    for (name, expected) in [
        ("a", "#/definitions/t/prefixItems/0"),
        ("b", "#/definitions/t/items/properties/x"),
        ("c", "#/definitions/t/dependentSchemas/%C3%A9~1%25"),
        ("d", "#/definitions/plain/items"),
        (
            "e",
            "http://x/root.json#/definitions/t/prefixItems/1/prefixItems/0",
        ),
        ("f", "http://elsewhere/root.json#/definitions/t/items/0"),
        ("g", "inner.json#/prefixItems/0"),
    ] {
        assert_eq!(at(&format!("/properties/{name}/$ref")), Some(expected));
    }
    let moved = Some("#/definitions/t/prefixItems/0");
    assert_eq!(at("/definitions/t/prefixItems/1/prefixItems/0/$ref"), moved);
    assert_eq!(
        at("/definitions/plain/default/$ref"),
        Some("#/definitions/t/items/0")
    );
    assert_eq!(at("/definitions/inner/not/$ref"), Some("#/prefixItems/0"));
    assert_eq!(
        result["definitions"]["t"]["dependentRequired"],
        json!({"k": ["l"]})
    );
}

#[test]
fn into_a_schema_that_became_a_branch() {
    let root = json!({"components": {"schemas": {
        "A": {
            "nullable": true, "description": "x",
            "oneOf": [{"type": "object", "properties": {"k": {"type": "string"}}}],
            "discriminator": {"propertyName": "k", "mapping": {
                "a": "#/components/schemas/A/oneOf/0", "b": "B"
            }}
        },
        "B": {"$ref": "#/components/schemas/A/oneOf/0/properties/k", "nullable": true},
        "C": {"$ref": "#/components/schemas/A"}
    }}});
    let expected = json!({"components": {"schemas": {
        "A": {"description": "x", "anyOf": [
            {
                "oneOf": [{"type": "object", "properties": {"k": {"type": "string"}}}],
                "discriminator": {"propertyName": "k", "mapping": {
                    "a": "#/components/schemas/A/anyOf/0/oneOf/0", "b": "B"
                }}
            },
            {"type": "null"}
        ]},
        "B": {"anyOf": [
            {"$ref": "#/components/schemas/A/anyOf/0/oneOf/0/properties/k"},
            {"type": "null"}
        ]},
        "C": {"$ref": "#/components/schemas/A"}
    }}});
    assert_eq!(
        text(&upgraded(Dialect::OpenApi30, &root).0),
        text(&expected)
    );
}

#[test]
fn to_places_that_no_keyword_marks_as_schemas() {
    let old = json!({"items": [{"$ref": "#/more/b"}], "exclusiveMinimum": true, "minimum": 1});
    let root = json!({
        "properties": {"a": {"$ref": "#/more/a/items/0"}, "b": {"$ref": "#/more/a"}},
        "more": {"a": old, "b": {"items": [{}]}, "c": {"items": [{}]}},
        "default": {"d": {"items": [{}]}},
        "not": {"$ref": "#/default/d"}
    });
    let (result, _) = upgraded(Dialect::JsonSchemaDraft4, &root);
    let new = json!({"prefixItems": [{"$ref": "#/more/b"}], "exclusiveMinimum": 1});
    assert_eq!(text(&result["more"]["a"]), text(&new));
    assert_eq!(result["more"]["b"], json!({"prefixItems": [{}]}));
    assert_eq!(result["properties"]["a"]["$ref"], "#/more/a/prefixItems/0");
    // Nothing refers to it, and what is data stays data.
    assert_eq!(result["more"]["c"], json!({"items": [{}]}));
    assert_eq!(result["default"], root["default"]);
}

#[test]
fn names() {
    for (dialect, old, new) in [
        (
            Dialect::JsonSchemaDraft4,
            json!({"id": "http://x/a"}),
            json!({"$id": "http://x/a"}),
        ),
        (
            Dialect::JsonSchemaDraft4,
            json!({"id": "#a"}),
            json!({"$anchor": "a"}),
        ),
        (
            Dialect::JsonSchemaDraft7,
            json!({"id": "#a"}),
            json!({"id": "#a"}),
        ),
        (
            Dialect::JsonSchemaDraft7,
            json!({"$id": "#a"}),
            json!({"$anchor": "a"}),
        ),
        (
            Dialect::JsonSchemaDraft7,
            json!({"$id": "#/properties/a"}),
            json!({}),
        ),
        (
            Dialect::JsonSchemaDraft6,
            json!({"$id": "http://x/b#a", "type": "string"}),
            json!({"$id": "http://x/b", "type": "string", "$anchor": "a"}),
        ),
        (
            Dialect::JsonSchemaDraft7,
            json!({"$id": "http://x/b#"}),
            json!({"$id": "http://x/b#"}),
        ),
        (
            Dialect::JsonSchema201909,
            json!({"$recursiveRef": "#"}),
            json!({"$ref": "#"}),
        ),
        (
            Dialect::JsonSchema201909,
            json!({"$recursiveAnchor": true}),
            json!({}),
        ),
    ] {
        let root = json!({"properties": {"id": old}});
        let expected = json!({"properties": {"id": new}});
        assert_eq!(text(&upgraded(dialect, &root).0), text(&expected));
    }
}
