//! What only Swagger 2.0 has, beside what it shares with `OpenAPI` 3.0: `type: file`, and
//! `discriminator` as the name of a property.

use serde_json::json;

use super::node::Node;
use crate::source::Value;

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
