//! Gives a recursive root one spelling, so that two documents call it the same.
//!
//! A recursive type can be published as its body with a copy under `$defs`, as a lone reference to
//! `$defs`, or (by schemars) with references to `#`. The algebra proves recursive schemas equal
//! where both sides use the same keys, so each becomes a reference to one key, [`HOME`].

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::algebra::self_reference::{HOME, unrooted};

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

/// The schema with its root at [`HOME`] where some reference leads to it; otherwise as it is.
pub(crate) fn at_home(schema: &Value) -> Cow<'_, Value> {
    let unrooted = unrooted(schema);
    let Some(root) = unrooted.document.as_object() else {
        return unrooted.document;
    };
    let Some(Value::Object(defs)) = root.get("$defs") else {
        return unrooted.document;
    };
    let body = spoken(root);
    let lone = body
        .get("$ref")
        .and_then(Value::as_str)
        .filter(|_| body.len() == 1);
    let copy = defs.iter().find(|(name, schema)| match (lone, schema) {
        (Some(reference), _) => reference == format!("#/$defs/{name}"),
        (None, Value::Object(schema)) => spoken(schema) == body,
        _ => false,
    });
    // A name that needs escaping in a pointer is left alone, as is one that is taken.
    match copy {
        Some((name, _))
            if name != HOME && !defs.contains_key(HOME) && !name.contains(['~', '/', '%']) =>
        {
            let mut moved = renamed(&Value::Object(defs.clone()), &format!("#/$defs/{name}"));
            if let Some(moved) = moved.as_object_mut()
                && let Some(body) = moved.shift_remove(name)
            {
                moved.insert(HOME.to_owned(), body);
            }
            Cow::Owned(json!({ "$ref": format!("#/$defs/{HOME}"), "$defs": moved }))
        }
        _ => unrooted.document,
    }
}

fn spoken(schema: &Map<String, Value>) -> Map<String, Value> {
    let spoken = schema
        .iter()
        .filter(|(key, _)| !APART.contains(&key.as_str()));
    spoken
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

/// The value with references to `from`, or below it, led to [`HOME`].
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
                        json!(format!("#/$defs/{HOME}{below}"))
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
