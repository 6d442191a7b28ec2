//! Rewrites references to a document's root, such as `{"$ref": "#"}`, to references into `$defs`.
//!
//! `#` means "this document", so two schemas that both use it (schemars does, for recursive types)
//! cannot be compared: the algebra would have to read one name as two schemas. A `$defs` key is
//! private to its document and is renamed apart instead.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

/// The `$defs` key under which a root is put.
pub(crate) const HOME: &str = "document_root";

/// A document none of whose references name its root.
pub(crate) struct Unrooted<'a> {
    pub(crate) document: Cow<'a, Value>,
    /// The `$defs` key under which the root now lives; `None` when nothing had to move.
    home: Option<String>,
}

/// Moves the root under `$defs` where some reference needs that.
pub(crate) fn unrooted(document: &Value) -> Unrooted<'_> {
    let Some(root) = document.as_object().filter(|_| names_root(document)) else {
        return Unrooted {
            document: Cow::Borrowed(document),
            home: None,
        };
    };
    let mut defs = root
        .get("$defs")
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    let mut home = HOME.to_owned();
    while defs.contains_key(&home) {
        home.push('_');
    }
    let mut body = root.clone();
    let schema = body.shift_remove("$schema");
    body.shift_remove("$defs");
    defs.insert(home.clone(), Value::Object(body));
    let mut moved = Map::new();
    moved.extend(schema.map(|schema| ("$schema".to_owned(), schema)));
    moved.insert("$ref".to_owned(), json!(format!("#/$defs/{home}")));
    moved.insert("$defs".to_owned(), rewritten(&Value::Object(defs), &home));
    Unrooted {
        document: Cow::Owned(Value::Object(moved)),
        home: Some(home),
    }
}

impl Unrooted<'_> {
    /// Where a schema of the original document now is, by its JSON Pointer.
    pub(crate) fn pointer(&self, pointer: &str) -> String {
        match &self.home {
            Some(home) => moved(pointer, home),
            None => pointer.to_owned(),
        }
    }

    /// A part of the original document with its references rewritten likewise.
    pub(crate) fn rewrite(&self, part: &Value) -> Value {
        match &self.home {
            Some(home) => rewritten(part, home),
            None => part.clone(),
        }
    }
}

fn moved(pointer: &str, home: &str) -> String {
    if pointer.starts_with("/$defs/") {
        pointer.to_owned()
    } else {
        format!("/$defs/{home}{pointer}")
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

fn rewritten(value: &Value, home: &str) -> Value {
    match value {
        Value::Object(map) => map
            .iter()
            .map(|(key, member)| {
                let member = match local(key, member) {
                    Some(pointer) => json!(format!("#{}", moved(pointer, home))),
                    None => rewritten(member, home),
                };
                (key.clone(), member)
            })
            .collect(),
        Value::Array(items) => items.iter().map(|item| rewritten(item, home)).collect(),
        other => other.clone(),
    }
}
