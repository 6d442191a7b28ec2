//! Values of bytes: they are valid, differ, and come to an end.

#![allow(
    unreachable_pub,
    reason = "the macro writes functions of types that are public in a generated crate"
)]

use std::collections::BTreeSet;

use ::arbitrary::{Arbitrary as _, Unstructured};
use serde_json::{Value, json};

use crate::support::arbitrary_draw::Draw;

/// Types as the generator writes them, as far as it matters here.
mod types {
    use crate::support::arbitrary::arbitrary;
    use crate::support::strict::strict;

    macro_rules! types {
        ($($name:ident by $validators:ident = $schema:literal;)+) => {
            $(
                #[derive(Debug, serde::Serialize, serde::Deserialize)]
                pub(crate) struct $name(pub(crate) serde_json::Value);

                impl $name {
                    pub(crate) const fn schema() -> &'static str {
                        $schema
                    }
                }

                strict!($name, shown, $validators);
            )+
        };
    }

    types! {
        NoText by strict = r#"{"not": {"type": "string"}, "type": ["string", "integer"]}"#;
        Never by strict = r#"{"type": "string", "minLength": 2, "maxLength": 1}"#;
        Shared by shared = r#"{"$ref": "shared-definitions.schema.json#/$defs/Name"}"#;
    }

    arbitrary! {
        NoText,
        Never,
    }

    mod with_definitions {
        super::arbitrary! {
            definitions: crate::DEFINITIONS;
            super::Shared,
        }
    }
}

/// Bytes that look random: the same for a seed in each run.
fn bytes(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_be_bytes()[0]
    };
    (0..2000).map(next).collect()
}

/// The different values that a schema gives, and the share of draws that are valid, in per cent.
fn draw(schema: &Value) -> (BTreeSet<String>, usize) {
    let validator = jsonschema::validator_for(schema).expect("the schema is one");
    let mut values = BTreeSet::new();
    let mut valid = 0;
    for seed in 0..200 {
        let bytes = bytes(seed);
        let drawn = Draw::new(&mut Unstructured::new(&bytes), &[schema]).root();
        if let Some(value) = drawn.ok().filter(|value| validator.is_valid(value)) {
            valid += 1;
            values.insert(value.to_string());
        }
    }
    (values, valid / 2)
}

#[test]
fn most_draws_are_valid_and_differ() {
    let person = json!({
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": { "type": "string", "minLength": 2, "maxLength": 5 },
            "age": { "type": "integer", "minimum": 0, "exclusiveMaximum": 150 },
            "tags": { "type": "array", "items": { "enum": ["a", "b", "c"] }, "uniqueItems": true, "maxItems": 3 },
            "friend": { "$ref": "#" },
        },
        "dependentRequired": { "age": ["tags"] },
        "additionalProperties": false,
    });
    for (schema, least) in [
        (person, 90),
        (
            json!({ "type": "integer", "minimum": -5, "maximum": 1000, "multipleOf": 7 }),
            95,
        ),
        (json!({ "type": "integer", "format": "uint64" }), 100),
        (
            json!({ "type": "number", "exclusiveMinimum": 0, "maximum": 1 }),
            95,
        ),
        (json!({ "type": "number", "multipleOf": 0.25 }), 95),
        (
            json!({ "type": "string", "pattern": "^[A-Z]{2}-(\\d+|x)\\.?$" }),
            100,
        ),
        (
            json!({ "type": "array", "contains": { "const": 1 }, "items": { "type": "integer" } }),
            100,
        ),
        (
            json!({ "prefixItems": [{ "type": "string" }, { "type": "null" }], "minItems": 2, "items": false, "type": "array" }),
            100,
        ),
        (
            json!({ "type": "object", "additionalProperties": { "type": "boolean" }, "minProperties": 2, "maxProperties": 3 }),
            95,
        ),
        (
            json!({ "type": "object", "patternProperties": { "^x-[a-z]+$": { "type": "integer" } }, "additionalProperties": false }),
            95,
        ),
        (
            json!({ "type": "object", "propertyNames": { "enum": ["a", "b", "c"] }, "additionalProperties": { "type": "integer" } }),
            95,
        ),
        (
            json!({ "allOf": [{ "type": "integer", "minimum": 3 }, { "maximum": 300, "type": "number" }] }),
            100,
        ),
        (
            json!({ "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "null" }] }),
            100,
        ),
        (
            json!({ "type": "object", "properties": { "a": { "type": "boolean" } }, "if": { "required": ["a"] }, "then": { "required": ["b"] }, "else": {} }),
            50,
        ),
        (
            json!({ "$ref": "#/$defs/a%20%7E1b", "$defs": { "a /b": { "type": "string", "examples": ["shown"] } } }),
            100,
        ),
    ] {
        let (values, valid) = draw(&schema);
        assert!(valid >= least, "{valid} per cent of {schema}");
        assert!(values.len() > 2, "{schema}: {values:?}");
    }
}

#[test]
fn without_bytes_each_choice_is_the_simplest() {
    let nothing = |schema: &Value| {
        Draw::new(&mut Unstructured::new(&[]), &[schema])
            .root()
            .ok()
    };
    let schema = json!({
        "type": "object",
        "required": ["id", "parts"],
        "properties": {
            "id": { "anyOf": [{ "type": "object" }, { "type": "integer", "minimum": 3 }] },
            "parts": { "type": "array", "items": { "$ref": "#" } },
            "more": { "$ref": "#" },
        },
    });
    assert_eq!(nothing(&schema), Some(json!({ "id": {}, "parts": [] })));
    assert_eq!(nothing(&json!(true)), Some(json!("")));
    assert_eq!(nothing(&json!(false)), None);
}

#[test]
fn what_refers_to_itself_comes_to_an_end() {
    let endless = json!({ "type": "object", "required": ["next"], "properties": { "next": { "$ref": "#" } } });
    let of_itself = json!({ "$ref": "#" });
    let multiplied = json!({ "allOf": [{ "$ref": "#" }, { "$ref": "#" }] });
    let expression = json!({
        "oneOf": [
            { "type": "object", "required": ["left", "right"], "additionalProperties": false,
              "properties": { "left": { "$ref": "#" }, "right": { "$ref": "#" } } },
            { "type": "integer" },
        ],
    });
    for schema in [endless, of_itself, multiplied] {
        assert_eq!(draw(&schema).1, 0, "{schema}");
    }
    let (values, valid) = draw(&expression);
    assert_eq!(valid, 100);
    assert!(values.iter().any(|value| value.contains("left")));
}

#[test]
fn hostile_bounds_are_errors() {
    for schema in [
        json!({ "type": "string", "minLength": 1_000_000_000 }),
        json!({ "type": "array", "minItems": 1_000_000_000 }),
        json!({ "type": "object", "minProperties": 1_000_000_000 }),
        json!({ "type": "integer", "minimum": 2, "maximum": 1 }),
        json!({ "type": "string", "pattern": "(" }),
        json!({ "type": "string", "pattern": "(((a{900}){900}){900})" }),
        json!({ "type": "object", "minProperties": 5, "additionalProperties": true, "propertyNames": { "const": "a" } }),
        json!({ "$ref": "#/nowhere" }),
        json!({ "enum": [] }),
    ] {
        for seed in 0..20 {
            let bytes = bytes(seed);
            let drawn = Draw::new(&mut Unstructured::new(&bytes), &[&schema]).root();
            assert!(drawn.is_err(), "{schema}: {drawn:?}");
        }
    }
}

#[test]
fn a_value_is_valid_or_an_error() {
    for seed in 0..50 {
        let bytes = bytes(seed);
        for bytes in [&bytes[..], &[]] {
            let value = types::NoText::arbitrary(&mut Unstructured::new(bytes));
            let value = value.expect("there are values");
            assert!(value.0.is_i64(), "{value:?}");
            let name = types::Shared::arbitrary(&mut Unstructured::new(bytes));
            assert!(name.expect("there are values").validate().is_ok());
            assert!(types::Never::arbitrary(&mut Unstructured::new(bytes)).is_err());
        }
    }
}
