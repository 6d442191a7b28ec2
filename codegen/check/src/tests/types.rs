//! Types as a generator should write them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use serde_json::Value;

use crate::schemas::whole::validator;

/// Gives a type what generated types have: `schema` and strict reading.
macro_rules! published {
    ($ty:ident, $schema:expr) => {
        impl $ty {
            pub(in crate::tests) const fn schema() -> &'static str {
                $schema
            }

            pub(in crate::tests) fn validate_json(value: &serde_json::Value) -> Result<(), String> {
                $crate::tests::types::strictly(Self::schema(), value)
            }
        }
    };
}

pub(super) use published;

/// The one type of the faults' family that has none.
pub(super) use super::faults::Item;

pub(super) fn strictly(schema: &str, value: &Value) -> Result<(), String> {
    let schema = serde_json::from_str(schema).map_err(|error| error.to_string())?;
    let validator = validator(&schema)?;
    validator.validate(value).map_err(|error| error.to_string())
}

/// Reads `5` and `5.0`.
#[expect(clippy::cast_possible_truncation, reason = "checked before")]
pub(super) fn integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    let number = serde_json::Number::deserialize(deserializer)?;
    let whole = || {
        number
            .as_f64()
            .filter(|value| value.fract() == 0.0 && value.abs() < 9e15)
    };
    number
        .as_i64()
        .or_else(|| whole().map(|value| value as i64))
        .ok_or_else(|| D::Error::custom("expected an integer"))
}

/// A payment, with about everything the checks look at.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(crate = "crate::tests::objects")]
#[schemars(crate = "schemars", description = "A payment.", deny_unknown_fields)]
pub(super) struct Payment {
    #[schemars(length(min = 1, max = 8), description = "Its id.", extend("examples" = ["p1"]))]
    pub(super) id: String,
    #[serde(deserialize_with = "integer")]
    #[schemars(range(min = 0))]
    pub(super) amount: i64,
    #[schemars(description = "What it is in.")]
    pub(super) currency: Currency,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(description = "Free text.")]
    pub(super) note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Method", extend("default" = "card"))]
    pub(super) method: Option<Method>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<Part>")]
    pub(super) parts: Option<Vec<Part>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "BTreeMap<String, i64>")]
    pub(super) counts: Option<BTreeMap<String, i64>>,
}

published!(
    Payment,
    r##"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Payment",
  "description": "A payment.",
  "type": "object",
  "required": ["id", "amount", "currency"],
  "additionalProperties": false,
  "properties": {
    "id": {"type": "string", "minLength": 1, "maxLength": 8, "description": "Its id.", "examples": ["p1"]},
    "amount": {"type": "integer", "format": "int64", "minimum": 0},
    "currency": {"$ref": "#/$defs/Currency", "description": "What it is in."},
    "note": {"anyOf": [{"type": "string"}, {"type": "null"}], "description": "Free text."},
    "method": {"type": "string", "const": "card", "default": "card"},
    "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}},
    "counts": {"type": "object", "additionalProperties": {"type": "integer", "format": "int64"}}
  },
  "$defs": {
    "Currency": {"type": "string", "enum": ["EUR", "USD"], "description": "A currency."},
    "Part": {"oneOf": [
      {"type": "object", "required": ["kind", "name"], "properties": {"kind": {"const": "item"}, "name": {"type": "string"}}},
      {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "parts"}, "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}}}}
    ]}
  }
}"##
);

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(description = "A currency.")]
pub(super) enum Currency {
    #[serde(rename = "EUR")]
    Eur,
    #[serde(rename = "USD")]
    Usd,
    #[serde(untagged)]
    #[schemars(skip)]
    Unknown(String),
}

published!(
    Currency,
    r#"{"type": "string", "enum": ["EUR", "USD"], "description": "A currency."}"#
);

#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[schemars(inline)]
pub(super) enum Method {
    #[default]
    #[serde(rename = "card")]
    Card,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Part {
    Item {
        name: String,
    },
    Parts {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "Vec<Part>")]
        parts: Option<Vec<Part>>,
    },
}

published!(
    Part,
    r##"{"oneOf": [
      {"type": "object", "required": ["kind", "name"], "properties": {"kind": {"const": "item"}, "name": {"type": "string"}}},
      {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "parts"}, "parts": {"type": "array", "items": {"$ref": "#"}}}}
    ]}"##
);

/// Required and nullable: null must come back.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(crate = "crate::tests::objects")]
#[schemars(crate = "schemars", transform = require_note)]
pub(super) struct Nullable {
    #[serde(deserialize_with = "Option::deserialize")]
    pub(super) note: Option<String>,
}

pub(super) fn require_note(schema: &mut schemars::Schema) {
    schema.insert("required".to_owned(), serde_json::json!(["note"]));
}

pub(super) const NULLABLE: &str = r#"{"type": "object", "required": ["note"], "properties": {"note": {"type": ["string", "null"]}}}"#;

published!(Nullable, NULLABLE);
