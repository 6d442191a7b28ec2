//! Locations of values that the upgrade moves.

use serde_json::json;

use super::{pointer, text, upgraded, upgraded_with};
use crate::keyword::Dialect;

#[test]
fn through_keywords_with_new_names() {
    let root = json!({
        "definitions": {
            "t": {
                "items": [{"type": "string"}, {"items": [{"$ref": "#/definitions/t/items/0"}]}],
                "additionalItems": {"properties": {"x": {}}},
                "dependencies": {"é/%": {"minProperties": 2}, "k": ["l"]}
            },
            "plain": {"items": {}, "default": {"items": [{}]}}
        }
    });
    let (result, locations, _) = upgraded_with(Dialect::JsonSchemaDraft7, &root, &[]);
    for (old, new) in [
        ("/definitions/t/items/0", "/definitions/t/prefixItems/0"),
        (
            "/definitions/t/additionalItems/properties/x",
            "/definitions/t/items/properties/x",
        ),
        (
            "/definitions/t/dependencies/é~1%",
            "/definitions/t/dependentSchemas/é~1%",
        ),
        ("/definitions/plain/items", "/definitions/plain/items"),
        (
            "/definitions/t/items/1/items/0/$ref",
            "/definitions/t/prefixItems/1/prefixItems/0/$ref",
        ),
    ] {
        assert_eq!(locations.upgraded(&pointer(old)).as_str(), new);
        assert!(pointer(new).resolve(&result).is_some(), "{new}");
    }
    assert_eq!(
        result["definitions"]["t"]["dependentRequired"],
        json!({"k": ["l"]})
    );
    assert_eq!(result["definitions"]["plain"], root["definitions"]["plain"]);
}

#[test]
fn into_a_schema_that_became_a_branch() {
    let root = json!({"openapi": "3.0.3", "components": {"schemas": {
        "A": {
            "nullable": true, "description": "x",
            "oneOf": [{"type": "object", "properties": {"k": {"type": "string"}}}],
            "discriminator": {"propertyName": "k", "mapping": {"b": "B"}}
        },
        "B": {"$ref": "#/components/schemas/A/oneOf/0/properties/k", "nullable": true}
    }}});
    let expected = json!({"openapi": "3.0.3", "components": {"schemas": {
        "A": {"description": "x", "anyOf": [
            {
                "oneOf": [{"type": "object", "properties": {"k": {"type": "string"}}}],
                "discriminator": {"propertyName": "k", "mapping": {"b": "B"}}
            },
            {"type": "null"}
        ]},
        "B": {"anyOf": [
            {"$ref": "#/components/schemas/A/oneOf/0/properties/k"},
            {"type": "null"}
        ]}
    }}});
    let (result, locations, _) = upgraded_with(Dialect::OpenApi30, &root, &[]);
    assert_eq!(text(&result), text(&expected));
    let at = |name: &str| format!("/components/schemas/{name}");
    for (old, new) in [
        ("A", "A"),
        ("A/oneOf/0", "A/anyOf/0/oneOf/0"),
        ("A/oneOf/0/properties/k", "A/anyOf/0/oneOf/0/properties/k"),
        (
            "A/discriminator/mapping/b",
            "A/anyOf/0/discriminator/mapping/b",
        ),
        ("B/$ref", "B/anyOf/0/$ref"),
    ] {
        assert_eq!(locations.upgraded(&pointer(&at(old))).as_str(), at(new));
    }
}

#[test]
fn to_places_that_no_keyword_marks_as_schemas() {
    let old = json!({"items": [{"$ref": "#/more/b"}], "exclusiveMinimum": true, "minimum": 1});
    let root = json!({
        "more": {"a": old, "b": {"items": [{}]}, "c": {"items": [{}]}},
        "default": {"d": {"items": [{}]}}
    });
    let targets = ["/more/a/items/0", "/more/a", "/more/b", "/default/d"];
    let (result, locations, _) = upgraded_with(Dialect::JsonSchemaDraft4, &root, &targets);
    let new = json!({"prefixItems": [{"$ref": "#/more/b"}], "exclusiveMinimum": 1});
    assert_eq!(text(&result["more"]["a"]), text(&new));
    assert_eq!(result["more"]["b"], json!({"prefixItems": [{}]}));
    assert_eq!(
        locations.upgraded(&pointer("/more/a/items/0")).as_str(),
        "/more/a/prefixItems/0"
    );
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
            json!({"$dynamicRef": "#"}),
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
