//! Gives a recursive root one spelling, so that two documents call it the same.
//!
//! A recursive type can be published as its body with a copy under `$defs`, as a lone reference to
//! `$defs`, or (by schemars) with references to `#`. The algebra proves recursive schemas equal
//! where both sides use the same keys, so each becomes a reference to one key, [`DOCUMENT_ROOT`].

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::algebra::self_reference::{DOCUMENT_ROOT, name_root};

/// Keywords that may differ between the root and its copy under `$defs`.
const APART: [&str; 9] = [
    "$schema",
    "$id",
    "$defs",
    "$comment",
    "title",
    "description",
    "default",
    "example",
    "examples",
];

/// The schema with its root at [`DOCUMENT_ROOT`] where some reference leads to it; otherwise as it is.
pub(crate) fn with_named_root(schema: &Value) -> Cow<'_, Value> {
    let named = name_root(schema);
    let Some(root) = named.as_object() else {
        return named;
    };
    let Some(Value::Object(defs)) = root.get("$defs") else {
        return named;
    };
    let body = without_annotations(root);
    let lone = body
        .get("$ref")
        .and_then(Value::as_str)
        .filter(|_| body.len() == 1);
    let copy = defs.iter().find(|(name, schema)| match (lone, schema) {
        (Some(reference), _) => reference == format!("#/$defs/{name}"),
        (None, Value::Object(schema)) => without_annotations(schema) == body,
        _ => false,
    });
    // A name that needs escaping in a pointer is left alone, as is one that is taken.
    match copy {
        Some((name, _))
            if name != DOCUMENT_ROOT
                && !defs.contains_key(DOCUMENT_ROOT)
                && !name.contains(['~', '/', '%']) =>
        {
            let mut moved = renamed(&Value::Object(defs.clone()), &format!("#/$defs/{name}"));
            if let Some(moved) = moved.as_object_mut()
                && let Some(body) = moved.shift_remove(name)
            {
                moved.insert(DOCUMENT_ROOT.to_owned(), body);
            }
            Cow::Owned(json!({ "$ref": format!("#/$defs/{DOCUMENT_ROOT}"), "$defs": moved }))
        }
        _ => named,
    }
}

fn without_annotations(schema: &Map<String, Value>) -> Map<String, Value> {
    let kept = schema
        .iter()
        .filter(|(key, _)| !APART.contains(&key.as_str()));
    kept.map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

/// The value with references to `from`, or below it, led to [`DOCUMENT_ROOT`].
fn renamed(value: &Value, from: &str) -> Value {
    match value {
        Value::Object(map) => map
            .iter()
            .map(|(key, member)| {
                let below = member
                    .as_str()
                    .filter(|_| key == "$ref")
                    .and_then(|text| text.strip_prefix(from));
                let member = match below {
                    Some(below) if below.is_empty() || below.starts_with('/') => {
                        json!(format!("#/$defs/{DOCUMENT_ROOT}{below}"))
                    }
                    _ => renamed(member, from),
                };
                (key.clone(), member)
            })
            .collect(),
        Value::Array(items) => items.iter().map(|item| renamed(item, from)).collect(),
        other => other.clone(),
    }
}
