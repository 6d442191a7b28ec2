//! One schema as written to the references in it and the schemas inside of it.

use crate::dialect::{Shape, inner, is_ignored};
use crate::document::Style;
use crate::keyword::{self, DEFAULT_MAPPING, Dialect, Form};
use crate::source::{Pointer, Value};

/// A reference as written.
#[derive(Debug)]
pub(super) struct Site {
    /// The place of its text.
    pub pointer: Pointer,
    pub text: String,
    pub kind: Kind,
}

/// What kind of reference it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `$ref`.
    Static,
    /// `$dynamicRef`, or `$recursiveRef` of 2019-09.
    Dynamic,
    /// An entry of a discriminator's `mapping`, or its `defaultMapping`: a reference, or the name of a schema (OpenAPI 3.1.1,
    /// section 4.8.25.2).
    Mapping,
}

/// Calls `site` for each reference of a schema, and `schema` for each schema directly inside of it.
/// Definitions are left out: they are there to be referred to.
pub(super) fn visit<'v>(
    members: &'v serde_json::Map<String, Value>,
    at: &Pointer,
    style: Style,
    mut site: impl FnMut(Site),
    mut schema: impl FnMut(&'v Value, Pointer),
) {
    for (name, value) in members {
        if is_ignored(style.dialect, members, name) || style.absent.has(name) {
            continue;
        }
        if let (Some(kind), Some(text)) = (kind_of(name, value, style.dialect), value.as_str()) {
            site(Site {
                pointer: at.join(name),
                text: text.to_owned(),
                kind,
            });
        }
        match name.as_str() {
            "$defs" | "definitions" => {}
            "discriminator" => {
                let mapping = value.get("mapping").and_then(Value::as_object);
                let at = at.join(name);
                let mapping = mapping.into_iter().flatten();
                let entries = mapping.map(|(tag, target)| (at.join("mapping").join(tag), target));
                let default = value.get(DEFAULT_MAPPING).into_iter();
                let default = default.map(|target| (at.join(DEFAULT_MAPPING), target));
                for (pointer, target) in entries.chain(default) {
                    if let Some(text) = target.as_str() {
                        site(Site {
                            pointer,
                            text: text.to_owned(),
                            kind: Kind::Mapping,
                        });
                    }
                }
            }
            name => inner(Shape::Schema, name, value, at, |value, at, shape| {
                if shape == Shape::Schema {
                    schema(value, at);
                    return;
                }
                // An extension that has schemas in it.
                for (name, member) in value.as_object().into_iter().flatten() {
                    inner(shape, name, member, &at, |value, at, _| schema(value, at));
                }
            }),
        }
    }
}

fn kind_of(name: &str, value: &Value, dialect: Dialect) -> Option<Kind> {
    let keyword = keyword::find(name)?;
    if keyword.form != Form::Reference || !keyword.is_in(dialect) {
        return None;
    }
    match name {
        "$ref" => Some(Kind::Static),
        // The specification allows no other value.
        "$recursiveRef" if value != "#" => None,
        _ => Some(Kind::Dynamic),
    }
}
