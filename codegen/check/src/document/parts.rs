//! Lists the keywords of JSON Schema 2020-12 that hold subschemas, and the keywords that accept and refuse nothing.

use serde_json::Value;

/// Keywords whose value is one schema.
const ONE: [&str; 10] = [
    "items",
    "unevaluatedItems",
    "contains",
    "additionalProperties",
    "unevaluatedProperties",
    "propertyNames",
    "not",
    "if",
    "then",
    "else",
];

/// Keywords whose value is a list of schemas.
const LIST: [&str; 4] = ["allOf", "anyOf", "oneOf", "prefixItems"];

/// Keywords whose value maps names to schemas; under `dependencies`, some are lists of names.
const NAMED: [&str; 4] = [
    "properties",
    "patternProperties",
    "dependentSchemas",
    "dependencies",
];

/// Keywords that identify schemas, hold schemas for references, or say nothing about values.
const SILENT: [&str; 23] = [
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$id",
    "$recursiveAnchor",
    "$schema",
    "$vocabulary",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "default",
    "definitions",
    "deprecated",
    "description",
    "discriminator",
    "example",
    "examples",
    "externalDocs",
    "readOnly",
    "title",
    "writeOnly",
    "xml",
];

/// The schemas in the value of a keyword.
pub(super) enum Subschemas {
    /// The value holds no schemas.
    None,
    /// The value is a schema.
    One,
    /// The elements are schemas.
    List,
    /// The members are schemas.
    Named,
}

/// Where the value of a keyword holds schemas.
pub(super) fn subschemas(keyword: &str, value: &Value) -> Subschemas {
    match value {
        Value::Array(_) if LIST.contains(&keyword) => Subschemas::List,
        Value::Object(_) if NAMED.contains(&keyword) => Subschemas::Named,
        _ if ONE.contains(&keyword) => Subschemas::One,
        _ => Subschemas::None,
    }
}

/// Whether a keyword says nothing about values in its place.
pub(super) fn is_silent(keyword: &str) -> bool {
    keyword.starts_with("x-") || SILENT.contains(&keyword)
}

/// Keywords that refer to a schema.
pub(super) const REFERENCES: [&str; 2] = ["$ref", "$dynamicRef"];
