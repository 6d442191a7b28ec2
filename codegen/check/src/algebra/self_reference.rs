//! Rewrites references to a document's root, such as `{"$ref": "#"}`, to references into `$defs`.
//!
//! `#` means "this document", so two schemas that both use it (schemars does, for recursive types)
//! cannot be compared: the algebra would have to read one name as two schemas. A `$defs` key is
//! private to its document and is renamed apart instead.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

/// The `$defs` key under which a root is put.
pub(crate) const DOCUMENT_ROOT: &str = "document_root";

/// Moves the root under `$defs` where some reference names it.
pub(crate) fn name_root(document: &Value) -> Cow<'_, Value> {
    let Some(root) = document.as_object().filter(|_| names_root(document)) else {
        return Cow::Borrowed(document);
    };
    let mut defs = root
        .get("$defs")
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    let mut root_name = DOCUMENT_ROOT.to_owned();
    while defs.contains_key(&root_name) {
        root_name.push('_');
    }
    let mut body = root.clone();
    let schema = body.shift_remove("$schema");
    body.shift_remove("$defs");
    defs.insert(root_name.clone(), Value::Object(body));
    let mut moved = Map::new();
    moved.extend(schema.map(|schema| ("$schema".to_owned(), schema)));
    moved.insert("$ref".to_owned(), json!(format!("#/$defs/{root_name}")));
    moved.insert(
        "$defs".to_owned(),
        rewritten(&Value::Object(defs), &root_name),
    );
    Cow::Owned(Value::Object(moved))
}

fn moved(pointer: &str, root_name: &str) -> String {
    if pointer.starts_with("/$defs/") {
        pointer.to_owned()
    } else {
        format!("/$defs/{root_name}{pointer}")
    }
}

/// The local JSON Pointer of a `$ref` member, if it is one.
fn local<'v>(key: &str, value: &'v Value) -> Option<&'v str> {
    let pointer = value
        .as_str()
        .filter(|_| key == "$ref")?
        .strip_prefix('#')?;
    (pointer.is_empty() || pointer.starts_with('/')).then_some(pointer)
}

fn names_root(value: &Value) -> bool {
    match value {
        Value::Object(map) => map.iter().any(|(key, member)| {
            let root = local(key, member).is_some_and(|pointer| {
                // Components are found where they are as long as the root stays.
                !pointer.starts_with("/$defs/") && !pointer.starts_with("/components/")
            });
            root || names_root(member)
        }),
        Value::Array(items) => items.iter().any(names_root),
        _ => false,
    }
}

fn rewritten(value: &Value, root_name: &str) -> Value {
    match value {
        Value::Object(map) => map
            .iter()
            .map(|(key, member)| {
                let member = match local(key, member) {
                    Some(pointer) => json!(format!("#{}", moved(pointer, root_name))),
                    None => rewritten(member, root_name),
                };
                (key.clone(), member)
            })
            .collect(),
        Value::Array(items) => items
            .iter()
            .map(|item| rewritten(item, root_name))
            .collect(),
        other => other.clone(),
    }
}
