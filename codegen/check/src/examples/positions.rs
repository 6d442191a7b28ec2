//! Finds every place in a document where a schema stands, by its JSON Pointer.

use serde_json::{Map, Value};

use crate::json;

/// Keywords whose value is one schema.
const ONE: [&str; 14] = [
    "items",
    "additionalItems",
    "unevaluatedItems",
    "contains",
    "additionalProperties",
    "unevaluatedProperties",
    "propertyNames",
    "not",
    "if",
    "then",
    "else",
    "contentSchema",
    "extends",
    "disallow",
];

/// Keywords whose value is a list of schemas; `items` in older drafts.
const LIST: [&str; 5] = ["allOf", "anyOf", "oneOf", "prefixItems", "items"];

/// Keywords whose value maps names to schemas.
const NAMED: [&str; 5] = [
    "properties",
    "patternProperties",
    "dependentSchemas",
    "$defs",
    "definitions",
];

/// The schema objects of a document with their pointers, in document order: below
/// `components.schemas` in OpenAPI and at the `others` that are elsewhere, the document itself in
/// JSON Schema. Only keywords that hold schemas are followed, so a member called `default` is not
/// mistaken for a default.
pub(crate) fn positions<'d, 'p>(
    document: &'d Value,
    others: impl Iterator<Item = &'p str>,
) -> Vec<(String, &'d Map<String, Value>)> {
    let mut found = Vec::new();
    if document.get("openapi").is_some() {
        let schemas = document.pointer("/components/schemas");
        for (name, schema) in schemas.and_then(Value::as_object).into_iter().flatten() {
            walk(schema, json::push("/components/schemas", name), &mut found);
        }
        let is_in = |pointer: &str, outer: &str| {
            let inner = pointer.strip_prefix(outer);
            inner.is_some_and(|inner| inner.is_empty() || inner.starts_with('/'))
        };
        let mut others: Vec<&str> = others
            .filter(|pointer| !is_in(pointer, "/components/schemas"))
            .collect();
        // Token by token, so that a schema's subschemas follow it directly.
        others.sort_by_key(|pointer| pointer.replace('/', "\0"));
        let mut last: Option<&str> = None;
        for pointer in others {
            // The subschemas of a schema were visited with it.
            if last.is_some_and(|last| is_in(pointer, last)) {
                continue;
            }
            if let Some(schema) = document.pointer(pointer) {
                walk(schema, pointer.to_owned(), &mut found);
                last = Some(pointer);
            }
        }
    } else {
        walk(document, String::new(), &mut found);
    }
    found
}

fn walk<'d>(schema: &'d Value, at: String, found: &mut Vec<(String, &'d Map<String, Value>)>) {
    let Value::Object(map) = schema else {
        return;
    };
    for (keyword, value) in map {
        let below = json::push(&at, keyword);
        match value {
            Value::Object(members) if NAMED.contains(&keyword.as_str()) => {
                for (name, member) in members {
                    walk(member, json::push(&below, name), found);
                }
            }
            Value::Array(items) if LIST.contains(&keyword.as_str()) => {
                for (index, item) in items.iter().enumerate() {
                    walk(item, format!("{below}/{index}"), found);
                }
            }
            Value::Object(_) if ONE.contains(&keyword.as_str()) => walk(value, below, found),
            _ => {}
        }
    }
    found.push((at, map));
}
