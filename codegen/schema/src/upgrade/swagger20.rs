//! Turns keywords of Swagger 2.0 that OpenAPI 3.0 does not have into later ones: `type: file`, and `discriminator` as the
//! name of a property.

use serde_json::{Map, json};

use super::rewrite::Rewrite;
use super::trace::{Trace, UpgradeOutcome};
use crate::source::{Pointer, Value};

/// The members of a parameter or header that are not keywords of its schema (Swagger 2.0,
/// "Parameter Object" and "Items Object").
const OUTSIDE: [&str; 5] = [
    "name",
    "in",
    "required",
    "allowEmptyValue",
    "collectionFormat",
];

/// Removes from a parameter that is its own schema, and from its `items`, the members that are not about
/// the value.
pub(super) fn parameter(members: &mut Map<String, Value>, at: &Pointer, trace: &mut Trace) {
    for name in OUTSIDE {
        if members.shift_remove(name).is_some() {
            trace.note(at, name, UpgradeOutcome::Outside);
        }
    }
    let mut at = at.join("items");
    let mut items = members.get_mut("items");
    while let Some(Value::Object(inner)) = items {
        if inner.shift_remove("collectionFormat").is_some() {
            trace.note(&at, "collectionFormat", UpgradeOutcome::Outside);
        }
        at = at.join("items");
        items = inner.get_mut("items");
    }
}

/// `type: file` to a string of `format: binary`, as OpenAPI 3.0 has it (Swagger 2.0, "Response Object").
pub(super) fn file(schema: &mut Rewrite<'_>) {
    if schema.members.get("type").and_then(Value::as_str) != Some("file") {
        return;
    }
    schema.set("type", "string".into());
    if !schema.members.contains_key("format") {
        schema.set("format", "binary".into());
    }
}

/// `discriminator: kind` to `discriminator: { propertyName: kind }` (Swagger 2.0, "Schema Object";
/// OpenAPI 3.1.1, section 4.8.25).
///
/// The tag of a schema that extends this one is its name in `definitions`. A discriminator of OpenAPI 3
/// without `mapping` means the same.
pub(super) fn discriminator(schema: &mut Rewrite<'_>) {
    if let Some(name @ Value::String(_)) = schema.members.get("discriminator") {
        let object = json!({ "propertyName": name });
        schema.set("discriminator", object);
    }
}
