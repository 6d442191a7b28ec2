//! Locations of schemas in whole documents, and documents of several dialects.

use serde_json::{Value, json};

use super::{document, text, upgraded};
use crate::keyword::Dialect;

/// A document with `schema` wherever there can be one.
fn openapi(schema: &Value) -> Value {
    let media = json!({"application/json": {"schema": schema, "example": {"nullable": true}}});
    let header = json!({"X-A": {"schema": schema}});
    let parameter = json!({"name": "q", "in": "query", "schema": schema});
    let multipart = json!({"multipart/form-data": {"encoding": {"a": {"headers": header}}}});
    let operation = json!({
        "parameters": [parameter, {"name": "r", "in": "query", "content": media}],
        "requestBody": {"content": multipart},
        "responses": {"200": {"headers": header, "content": media}},
        "callbacks": {"done": {"{$url}": {"post": {"requestBody": {"content": media}}}, "x-a": 1}}
    });
    json!({
        "openapi": "3.0.3",
        "paths": {"/": {"parameters": [parameter], "get": operation}},
        "webhooks": {"hook": {"post": operation}},
        "components": {
            "schemas": {"A": schema},
            "parameters": {"P": parameter},
            "headers": header,
            "requestBodies": {"B": {"content": media}},
            "responses": {"R": {"content": media}},
            "pathItems": {"I": {"put": operation}},
            "callbacks": {"C": {"{$url}": {"post": operation}}}
        }
    })
}

#[test]
fn schemas_everywhere_in_a_document() {
    let old = openapi(&json!({"type": "string", "nullable": true}));
    let new = openapi(&json!({"type": ["string", "null"]}));
    assert_eq!(text(&upgraded(Dialect::OpenApi30, &old).0), text(&new));
    let (result, messages) = upgraded(Dialect::OpenApi31, &old);
    assert_eq!(text(&result), text(&new));
    assert_eq!(
        messages,
        ["`nullable` is OpenAPI 3.0: it is read as the type `null`"]
    );
    assert_eq!(upgraded(Dialect::OpenApi31, &new), (new, vec![]));

    let swagger = |schema: Value| {
        json!({
            "swagger": "2.0",
            "definitions": {"A": schema},
            "parameters": {"P": {"in": "body", "schema": schema}},
            "responses": {"R": {"schema": schema}},
            "paths": {"/": {"get": {
                "parameters": [{"in": "body", "schema": schema}],
                "responses": {"200": {"schema": schema, "examples": {"a": {"x-nullable": true}}}}
            }}}
        })
    };
    let old = swagger(json!({"type": "string", "x-nullable": true}));
    let new = swagger(json!({"type": ["string", "null"]}));
    assert_eq!(text(&upgraded(Dialect::Swagger20, &old).0), text(&new));
}

#[test]
fn many_leftovers_are_one_warning() {
    let schema = json!({"type": "string", "nullable": true});
    let schemas: serde_json::Map<_, _> = (0..100)
        .map(|index| (format!("A{index}"), schema.clone()))
        .collect();
    let (_, messages) = upgraded(
        Dialect::OpenApi31,
        &json!({"components": {"schemas": schemas}}),
    );
    assert_eq!(messages.len(), 1);
}

#[test]
fn the_latest_dialect_comes_back_as_it_was() {
    let root = json!({
        "items": [{"nullable": true}], "dependencies": {"a": ["b"]}, "id": "x",
        "exclusiveMinimum": true, "definitions": {"a": {"items": [{}]}}
    });
    assert_eq!(upgraded(Dialect::JsonSchema202012, &root), (root, vec![]));
}

#[test]
fn a_subschema_of_another_dialect() {
    let inner = json!({"$schema": "http://json-schema.org/draft-07/schema#", "items": [{}]});
    let meta = "https://json-schema.org/draft/2020-12/schema";
    let root = json!({"$defs": {"old": inner}, "items": [{}]});
    let expected = json!({"$defs": {"old": {"$schema": meta, "prefixItems": [{}]}}, "items": [{}]});
    assert_eq!(upgraded(Dialect::JsonSchema202012, &root).0, expected);

    // A newer one within an older one, and a document whose schemas are all of an older one.
    let inner = json!({"$schema": meta, "prefixItems": [{}], "const": 1});
    let root = json!({"definitions": {"new": inner}, "const": 1});
    let expected = json!({"definitions": {"new": inner}});
    let (result, messages) = upgraded(Dialect::JsonSchemaDraft4, &root);
    assert_eq!((result, messages.len()), (expected, 1));

    let root = json!({
        "jsonSchemaDialect": "http://json-schema.org/draft-07/schema#",
        "components": {"schemas": {"A": {"items": [{}]}}}
    });
    let (result, _) = upgraded(Dialect::OpenApi31, &root);
    assert_eq!(
        result["components"]["schemas"]["A"],
        json!({"prefixItems": [{}]})
    );
}

#[test]
fn nothing_panics_on_wrong_types() {
    let wrong = [
        json!(null),
        json!(1),
        json!("a"),
        json!([]),
        json!([1, "a"]),
        json!({"a": 1}),
    ];
    let names = [
        "type",
        "enum",
        "nullable",
        "x-nullable",
        "$ref",
        "items",
        "additionalItems",
        "id",
        "$id",
        "dependencies",
        "properties",
        "required",
        "minimum",
        "exclusiveMinimum",
        "discriminator",
        "anyOf",
        "$schema",
        "$recursiveRef",
        "$recursiveAnchor",
        "paths",
        "components",
        "definitions",
        "parameters",
    ];
    let dialects = [
        Dialect::Swagger20,
        Dialect::OpenApi30,
        Dialect::OpenApi31,
        Dialect::JsonSchemaDraft4,
        Dialect::JsonSchemaDraft7,
        Dialect::JsonSchema201909,
        Dialect::JsonSchema202012,
    ];
    for dialect in dialects {
        for value in &wrong {
            upgraded(dialect, value);
            let all: Value = names
                .iter()
                .map(|name| ((*name).to_owned(), value.clone()))
                .collect();
            upgraded(dialect, &all);
            upgraded(
                dialect,
                &json!({"components": {"schemas": {"A": all}}, "definitions": {"A": all}}),
            );
            for name in names {
                upgraded(
                    dialect,
                    &json!({"nullable": true, "items": [{}], name: value}),
                );
            }
        }
    }
}

/// The look that saves the rules their work takes names for names, and looks at the schemas under them.
#[test]
fn properties_with_names_of_keywords_need_no_upgrade() {
    let is_current = |property: Value| {
        let names = ["title", "description", "format", "nullable", "properties"];
        let properties: serde_json::Map<String, Value> = names
            .iter()
            .map(|name| ((*name).to_owned(), property.clone()))
            .collect();
        let schema = json!({ "type": "object", "properties": properties });
        let root = json!({ "openapi": "3.1.0", "components": { "schemas": { "title": schema } } });
        super::super::current::is_current(&document(Dialect::OpenApi31, &root), &root)
    };
    assert!(is_current(json!({ "type": "string" })));
    assert!(is_current(json!(true)));
    assert!(!is_current(json!({ "type": "str" })));
    assert!(!is_current(
        json!({ "items": { "type": "string", "nullable": true } })
    ));
    assert!(!is_current(
        json!({ "properties": { "a": { "description": null } } })
    ));
}
