//! Reads single keywords of a flat schema.

use serde_json::Value;

use super::Object;
use crate::json;

/// Keywords that apply to one JSON type only, with that type.
const SPEAKS_OF: [(&str, &[&str]); 5] = [
    (
        "object",
        &[
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "dependentRequired",
            "unevaluatedProperties",
        ],
    ),
    (
        "array",
        &[
            "items",
            "prefixItems",
            "contains",
            "minItems",
            "maxItems",
            "uniqueItems",
            "unevaluatedItems",
        ],
    ),
    (
        "string",
        &[
            "pattern",
            "minLength",
            "maxLength",
            "format",
            "contentEncoding",
        ],
    ),
    (
        "number",
        &[
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
        ],
    ),
    ("boolean", &[]),
];

/// The types that the schema allows, beginning with the types to which its keywords apply; null comes last, so that
/// a nullable schema's first value is not null.
pub(super) fn types(schema: &Object) -> Vec<&str> {
    let mut types: Vec<&str> = match schema.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
        _ => {
            let applies = |keywords: &[&str]| keywords.iter().any(|key| schema.contains_key(*key));
            let mut types: Vec<_> = SPEAKS_OF
                .iter()
                .map(|(name, keys)| (applies(keys), *name))
                .collect();
            types.sort_by_key(|(spoken, _)| !spoken);
            let mut types: Vec<_> = types.into_iter().map(|(_, name)| name).collect();
            types.push("null");
            types
        }
    };
    types.sort_by_key(|name| *name == "null");
    types
}

/// Whether the schema's `type`, `const` and `enum` let a JSON type through; integers count as
/// numbers.
pub(super) fn allows_type(schema: &Object, json_type: &str) -> bool {
    let has_type = |value: &Value| json::type_of(value) == json_type;
    if literals(schema).is_some_and(|literals| !literals.iter().any(has_type)) {
        return false;
    }
    let allows = |name: &str| name == json_type || (name == "integer" && json_type == "number");
    match schema.get("type") {
        Some(Value::String(one)) => allows(one),
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).any(allows),
        _ => true,
    }
}

/// A non-negative integer keyword such as `minLength`.
pub(super) fn count(schema: &Object, keyword: &str) -> Option<usize> {
    let number = schema.get(keyword)?.as_number()?;
    usize::try_from(json::integer(number)?).ok()
}

/// A keyword's members, none when it is absent or no array.
pub(super) fn list<'s>(schema: &'s Object, keyword: &str) -> &'s [Value] {
    schema
        .get(keyword)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The values of a schema's `const` or `enum`, when it has one.
pub(super) fn literals(schema: &Object) -> Option<&[Value]> {
    match schema.get("const") {
        Some(value) => Some(std::slice::from_ref(value)),
        None => schema
            .get("enum")
            .and_then(Value::as_array)
            .map(Vec::as_slice),
    }
}

/// The schema's own `default`, `example` and `examples`.
pub(super) fn annotated(schema: &Object) -> impl Iterator<Item = &Value> {
    schema
        .get("default")
        .into_iter()
        .chain(schema.get("example"))
        .chain(list(schema, "examples"))
}

/// The patterns that a flat schema asks for: `merge` makes a list of several.
pub(super) fn patterns(schema: &Object) -> Vec<&str> {
    schema.get("pattern").map(patterns_of).unwrap_or_default()
}

/// The patterns in a value of `pattern`.
pub(super) fn patterns_of(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    }
}
