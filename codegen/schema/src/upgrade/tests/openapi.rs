//! `OpenAPI` 3.0, Swagger 2.0, and what is left of them in 3.1.

use serde_json::{Value, json};

use super::{text, upgraded};
use crate::keyword::Dialect::{self, OpenApi30, OpenApi31, Swagger20};

/// One schema, within a document of the dialect.
fn one(dialect: Dialect, schema: &Value) -> (Value, Vec<String>) {
    let (document, pointer) = match dialect {
        Swagger20 => (json!({"definitions": {"A": schema}}), "/definitions/A"),
        _ => (
            json!({"components": {"schemas": {"A": schema}}}),
            "/components/schemas/A",
        ),
    };
    let (root, messages) = upgraded(dialect, &document);
    (
        root.pointer(pointer)
            .cloned()
            .expect("the schema stays where it is"),
        messages,
    )
}

#[track_caller]
fn check(dialect: Dialect, schema: &Value, expected: &Value, warnings: usize) {
    let (result, messages) = one(dialect, schema);
    assert_eq!(text(&result), text(expected));
    assert_eq!(messages.len(), warnings, "{messages:?}");
}

#[test]
fn nullable_is_the_type_null() {
    let reference = json!({"$ref": "#/components/schemas/B"});
    let null = json!({"type": "null"});
    for (schema, expected) in [
        (
            json!({"type": "string", "nullable": true}),
            json!({"type": ["string", "null"]}),
        ),
        (
            json!({"nullable": false, "type": "string"}),
            json!({"type": "string"}),
        ),
        (
            json!({"nullable": true, "type": "string", "enum": ["a"]}),
            json!({"type": ["string", "null"], "enum": ["a", null]}),
        ),
        (
            json!({"nullable": true, "enum": ["a", null]}),
            json!({"enum": ["a", null]}),
        ),
        (
            json!({"nullable": true, "description": "x"}),
            json!({"description": "x"}),
        ),
        (
            json!({"nullable": true, "type": ["null"]}),
            json!({"type": ["null"]}),
        ),
        (
            json!({"title": "T", "nullable": true, "oneOf": [reference], "x-a": 1, "default": null}),
            json!({"title": "T", "x-a": 1, "default": null, "anyOf": [{"oneOf": [reference]}, null]}),
        ),
        (
            json!({"description": "x", "$ref": "#/components/schemas/B", "nullable": true}),
            json!({"description": "x", "anyOf": [reference, null]}),
        ),
        (
            json!({"type": "object", "allOf": [reference], "nullable": true}),
            json!({"anyOf": [{"type": "object", "allOf": [reference]}, null]}),
        ),
        (
            json!({"properties": {"a": {"nullable": true, "type": "integer"}}, "nullable": true}),
            json!({"anyOf": [{"properties": {"a": {"type": ["integer", "null"]}}}, null]}),
        ),
        (
            json!({"anyOf": [reference, {"type": "string"}], "nullable": true, "title": "T"}),
            json!({"anyOf": [reference, {"type": "string"}, null], "title": "T"}),
        ),
        (
            json!({"anyOf": [reference], "discriminator": {"propertyName": "k"}, "nullable": true}),
            json!({"anyOf": [{"anyOf": [reference], "discriminator": {"propertyName": "k"}}, null]}),
        ),
        (
            json!({"anyOf": [reference, {"nullable": true}]}),
            json!({"anyOf": [reference, null]}),
        ),
        (
            json!({"type": "string", "nullable": 1}),
            json!({"type": "string", "nullable": 1}),
        ),
    ] {
        // In a list of branches, `null` above stands for its schema.
        let expected = with_null(&expected, &null);
        check(OpenApi30, &schema, &expected, 0);
        let leftovers =
            usize::from(text(&schema).contains("\"nullable\":true") || schema["nullable"] == false);
        check(OpenApi31, &schema, &expected, leftovers);
    }
}

fn with_null(value: &Value, null: &Value) -> Value {
    let Value::Object(members) = value else {
        return value.clone();
    };
    let member = |(name, value): (&String, &Value)| {
        let value = match (name.as_str(), value) {
            ("anyOf", Value::Array(branches)) => branches
                .iter()
                .map(|branch| {
                    if branch.is_null() {
                        null.clone()
                    } else {
                        with_null(branch, null)
                    }
                })
                .collect(),
            _ => value.clone(),
        };
        (name.clone(), value)
    };
    members
        .iter()
        .map(member)
        .collect::<serde_json::Map<_, _>>()
        .into()
}

#[test]
fn what_stands_beside_a_reference() {
    let schema = json!({
        "$ref": "#/components/schemas/B", "type": "string", "description": "x", "maxLength": 3,
        "readOnly": true, "x-a": {"nullable": true}
    });
    let expected = json!({
        "$ref": "#/components/schemas/B", "description": "x", "readOnly": true,
        "x-a": {"nullable": true}
    });
    check(OpenApi30, &schema, &expected, 1);
    check(OpenApi31, &schema, &schema, 0);
}

#[test]
fn bounds() {
    let schema =
        json!({"minimum": 1, "exclusiveMinimum": true, "maximum": 9, "exclusiveMaximum": false});
    let expected = json!({"exclusiveMinimum": 1, "maximum": 9});
    check(OpenApi30, &schema, &expected, 0);
    check(Swagger20, &schema, &expected, 0);
    check(OpenApi31, &schema, &expected, 2);
    check(OpenApi30, &json!({"exclusiveMaximum": true}), &json!({}), 1);
    let wrong =
        json!({"minimum": "one", "exclusiveMinimum": true, "maximum": 3, "exclusiveMaximum": 4});
    check(OpenApi30, &wrong, &wrong, 0);
}

#[test]
fn swagger() {
    for (schema, expected, warnings) in [
        (
            json!({"type": "file"}),
            json!({"type": "string", "format": "binary"}),
            0,
        ),
        (
            json!({"discriminator": "kind"}),
            json!({"discriminator": {"propertyName": "kind"}}),
            0,
        ),
        (
            json!({"x-nullable": true, "type": "string"}),
            json!({"type": ["string", "null"]}),
            0,
        ),
        (
            json!({"nullable": true, "type": "string"}),
            json!({"type": ["string", "null"]}),
            1,
        ),
        (
            json!({"x-nullable": true, "$ref": "#/definitions/B"}),
            json!({"anyOf": [{"$ref": "#/definitions/B"}, {"type": "null"}]}),
            0,
        ),
        (
            json!({"properties": {"a": {"type": "string", "required": true}, "required": {"type": "string"}}}),
            json!({"properties": {"a": {"type": "string"}, "required": {"type": "string"}}, "required": ["a"]}),
            1,
        ),
    ] {
        check(Swagger20, &schema, &expected, warnings);
    }
    let extension = json!({"x-nullable": true, "type": "string"});
    check(OpenApi30, &extension, &extension, 0);
}

#[test]
fn data_is_left_alone() {
    let data = json!({"nullable": true, "type": "string", "exclusiveMinimum": true, "minimum": 1});
    let schema = json!({
        "type": "object", "default": data, "example": data, "examples": [data], "enum": [data],
        "const": data, "x-data": data,
        "properties": {
            "nullable": {"type": "boolean"}, "example": {"type": "string"}, "$ref": {"type": "string"},
            "discriminator": {"type": "string"}, "exclusiveMinimum": {"type": "boolean"}
        }
    });
    for dialect in [OpenApi30, OpenApi31, Swagger20] {
        check(dialect, &schema, &schema, 0);
    }
    // The names of members are not keywords, and the schemas below them are schemas.
    let schema = json!({"properties": {"default": {"type": "string", "nullable": true}}});
    let expected = json!({"properties": {"default": {"type": ["string", "null"]}}});
    check(OpenApi30, &schema, &expected, 0);
}
