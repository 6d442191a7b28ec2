//! What only Swagger 2.0 has, beside what it shares with `OpenAPI` 3.0: `type: file`, and
//! `discriminator` as the name of a property.

use serde_json::{Map, json};

use super::node::Node;
use super::trace::{Fate, Trace};
use crate::source::{Pointer, Value};

/// The members of a parameter or header that are no keywords of its schema (Swagger 2.0,
/// "Parameter Object" and "Items Object").
const OUTSIDE: [&str; 5] = [
    "name",
    "in",
    "required",
    "allowEmptyValue",
    "collectionFormat",
];

/// Whether a parameter or header is its own schema, as it is outside of the body.
pub fn is_own_schema(members: &Map<String, Value>) -> bool {
    members.contains_key("type") && !members.contains_key("schema")
}

/// Takes from such a parameter at `at`, and from its `items`, what is not said of the value.
pub(super) fn parameter(members: &mut Map<String, Value>, at: &Pointer, trace: &mut Trace) {
    for name in OUTSIDE {
        if members.shift_remove(name).is_some() {
            trace.note(at, name, Fate::Outside);
        }
    }
    let mut at = at.join("items");
    let mut items = members.get_mut("items");
    while let Some(Value::Object(inner)) = items {
        if inner.shift_remove("collectionFormat").is_some() {
            trace.note(&at, "collectionFormat", Fate::Outside);
        }
        at = at.join("items");
        items = inner.get_mut("items");
    }
}

/// `type: file` to a string of `format: binary`, as `OpenAPI` 3.0 spells the same (Swagger 2.0,
/// "Response Object").
pub(super) fn file(node: &mut Node<'_>) {
    if node.members.get("type").and_then(Value::as_str) != Some("file") {
        return;
    }
    node.set("type", "string".into());
    if !node.members.contains_key("format") {
        node.set("format", "binary".into());
    }
}

/// `discriminator: kind` to `discriminator: { propertyName: kind }` (Swagger 2.0, "Schema Object";
/// `OpenAPI` 3.1.1, section 4.8.25).
///
/// The tag of a schema that extends this one is its name in `definitions`; that is what a
/// discriminator without `mapping` says in `OpenAPI` 3 too.
pub(super) fn discriminator(node: &mut Node<'_>) {
    if let Some(name @ Value::String(_)) = node.members.get("discriminator") {
        let object = json!({ "propertyName": name });
        node.set("discriminator", object);
    }
}
