//! Turns a schema as it is written into its references and its subschemas.

use serde_json::Map;

use crate::document::{ObjectKind, SchemaDialect, is_ignored, visit_children};
use crate::keyword::{self, DEFAULT_MAPPING, Dialect, ValueKind};
use crate::source::{Pointer, Value};

/// A reference as it is written.
#[derive(Debug)]
pub(super) struct Reference {
    /// The location of its text.
    pub pointer: Pointer,
    pub text: String,
    pub kind: Kind,
}

/// The kind of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `$ref`.
    Static,
    /// `$dynamicRef`, or `$recursiveRef` of 2019-09.
    Dynamic,
    /// An entry of a discriminator's `mapping`, or its `defaultMapping`: a reference, or the name of a
    /// schema (OpenAPI 3.1.1, section 4.8.25.2).
    Mapping,
}

/// Calls `reference` for each reference of a schema, and `subschema` for each subschema. Definitions are left
/// out: they count where a reference leads to them.
pub(super) fn visit<'v>(
    members: &'v Map<String, Value>,
    at: &Pointer,
    dialect: SchemaDialect,
    mut reference: impl FnMut(Reference),
    mut subschema: impl FnMut(&'v Value, Pointer),
) {
    for (name, value) in members {
        if is_ignored(dialect.base, members, name) || dialect.missing.has(name) {
            continue;
        }
        if let (Some(kind), Some(text)) = (kind_of(name, value, dialect.base), value.as_str()) {
            reference(Reference {
                pointer: at.join(name),
                text: text.to_owned(),
                kind,
            });
        }
        match name.as_str() {
            "$defs" | "definitions" => {}
            "discriminator" => discriminator(value, &at.join(name), &mut reference),
            name => visit_children(ObjectKind::Schema, name, value, at, |value, at, kind| {
                if kind == ObjectKind::Schema {
                    subschema(value, at);
                    return;
                }
                // An extension that holds schemas.
                for (name, member) in value.as_object().into_iter().flatten() {
                    visit_children(kind, name, member, &at, |value, at, _| subschema(value, at));
                }
            }),
        }
    }
}

/// The references of a discriminator.
fn discriminator(value: &Value, at: &Pointer, reference: &mut impl FnMut(Reference)) {
    let mapping = value.get("mapping").and_then(Value::as_object);
    let mapping = mapping.into_iter().flatten();
    let entries = mapping.map(|(tag, target)| (at.join("mapping").join(tag), target));
    let default = value.get(DEFAULT_MAPPING).into_iter();
    let default = default.map(|target| (at.join(DEFAULT_MAPPING), target));
    for (pointer, target) in entries.chain(default) {
        if let Some(text) = target.as_str() {
            reference(Reference {
                pointer,
                text: text.to_owned(),
                kind: Kind::Mapping,
            });
        }
    }
}

fn kind_of(name: &str, value: &Value, dialect: Dialect) -> Option<Kind> {
    let keyword = keyword::find(name)?;
    if keyword.kind != ValueKind::Reference || !keyword.is_in(dialect) {
        return None;
    }
    match name {
        "$ref" => Some(Kind::Static),
        // The specification allows no other value.
        "$recursiveRef" if value != "#" => None,
        _ => Some(Kind::Dynamic),
    }
}
