//! Documents of any dialect to documents spelled in JSON Schema 2020-12.
//!
//! This happens once, to the value tree, before anything reads a schema, so that no later stage
//! knows of dialects. [`places`] says where schemas are - a member called `nullable` or a default
//! that looks like a schema is data, and stays; [`walk`] visits them; the rules of a dialect are in
//! the file of its name. References keep their text: what it names was decided
//! [before](crate::link), and [`Moves`] says where that is now.
//!
//! A place keeps its JSON Pointer wherever 2020-12 has room for it there, because positions in the
//! text are found by pointer. A value that is not what a rule expects is left as it is: the reader
//! of schemas reports it.

mod draft;
mod draft4;
mod findings;
mod identity;
mod mend;
mod moves;
mod node;
mod openapi30;
mod places;
mod scope;
mod swagger20;
mod trace;
mod walk;

#[cfg(test)]
mod tests;

pub use moves::Moves;
pub use node::is_ignored;
pub use places::{Shape, Step, holds_data, inner, step};
pub use scope::{id_of, within};
pub use swagger20::is_own_schema;
pub use trace::{Fate, Trace};

use crate::diagnostic::Diagnostics;
use crate::document::{Style, Styles};
use crate::keyword::{self, Dialect, Form};
use crate::source::{FileId, Pointer, Value};
use walk::Walker;

/// How a document as a whole is to be read.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// What its root is.
    pub shape: Shape,
    /// How its schemas are spelled, but for those that say so themselves.
    pub style: Style,
}

impl Frame {
    /// The frame of a document of this style.
    pub fn of(root: &Value, style: Style, styles: &Styles) -> Self {
        let has = |name| root.get(name).is_some();
        let shape = match style.dialect {
            Dialect::Swagger20 if has("swagger") => Shape::Swagger,
            Dialect::OpenApi30 | Dialect::OpenApi31 if has("openapi") => Shape::OpenApi,
            _ => Shape::Schema,
        };
        // OpenAPI 3.1.1, section 4.8.24.5: the default of `$schema`.
        let default = root.get("jsonSchemaDialect").and_then(Value::as_str);
        let default = default
            .filter(|_| style.dialect == Dialect::OpenApi31 && shape == Shape::OpenApi)
            .and_then(|uri| styles.of(uri));
        Self {
            shape,
            style: default.map_or(style, |default| within(style, default)),
        }
    }
}

/// The document with its schemas in 2020-12, and what is now elsewhere.
///
/// A document that is in 2020-12 already comes back as it was. `targets` are the places that
/// references lead to: they hold schemas, whatever they are called. What has no effect in the
/// dialect of the document is left out with a warning: one for each kind, however often it occurs.
pub fn upgrade(
    frame: Frame,
    file: FileId,
    root: Value,
    targets: &[Pointer],
    styles: &Styles,
    diagnostics: &mut Diagnostics,
) -> (Value, Moves) {
    if is_latest(frame, &root) {
        return (root, Moves::default());
    }
    let (root, moves, _) = trace(frame, file, root, targets, styles, diagnostics);
    (root, moves)
}

/// The same, with what became of each keyword.
pub fn trace(
    frame: Frame,
    file: FileId,
    mut root: Value,
    targets: &[Pointer],
    styles: &Styles,
    diagnostics: &mut Diagnostics,
) -> (Value, Moves, Trace) {
    let mut walker = Walker::new(styles);
    walker.document(frame, &mut root, targets);
    walker.findings.report(file, diagnostics);
    (root, walker.moves, walker.trace)
}

/// Whether no rule has anything to do in a document, as far as a look that is much cheaper than the
/// rules can tell.
fn is_latest(frame: Frame, root: &Value) -> bool {
    let dialect = frame.style.dialect;
    if frame.style != Style::from(dialect) {
        return false;
    }
    let is_old: fn(&Value) -> bool = match dialect {
        Dialect::JsonSchema202012 => has_own_dialect,
        Dialect::OpenApi31 => is_older_than_openapi31,
        _ => return false,
    };
    let needs_mending = |value: &Value| value.as_object().is_some_and(mend::is_needed);
    // The `$schema` of a JSON Schema's root made the dialect what it is.
    let mut is_done = dialect == Dialect::JsonSchema202012;
    let mut open: Vec<&Value> = vec![root];
    while let Some(value) = open.pop() {
        if needs_mending(value) || (!is_done && is_old(value)) {
            return false;
        }
        is_done = false;
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    // A member called `description` is no description.
                    if is_map_of_schemas(name, value) {
                        open.extend(children(value));
                    } else {
                        open.push(value);
                    }
                }
            }
            _ => open.extend(children(value)),
        }
    }
    true
}

/// Whether the names in a value are no keywords. What looks like a schema is taken for one.
fn is_map_of_schemas(name: &str, value: &Value) -> bool {
    let form = keyword::find(name).map(|keyword| keyword.form);
    let has_names =
        matches!(form, Some(Form::SchemaMap | Form::SchemaOrNamesMap)) || name == "schemas";
    has_names && children(value).all(|value| value.is_object() || value.is_boolean())
}

fn has_own_dialect(value: &Value) -> bool {
    value.get("$schema").is_some()
}

/// Whether a value has a member that the rules for `OpenAPI` 3.1 turn.
fn is_older_than_openapi31(value: &Value) -> bool {
    let Value::Object(members) = value else {
        return false;
    };
    members.iter().any(|(name, value)| match name.as_str() {
        "$schema" | "nullable" => true,
        "exclusiveMinimum" | "exclusiveMaximum" => value.is_boolean(),
        // Parameters have a boolean `required` of their own.
        "properties" => {
            children(value).any(|property| property.get("required").is_some_and(Value::is_boolean))
        }
        _ => false,
    })
}

/// The members or elements of a value.
fn children(value: &Value) -> impl Iterator<Item = &Value> {
    let members = value
        .as_object()
        .into_iter()
        .flat_map(|members| members.values());
    let elements = value.as_array().into_iter().flatten();
    members.chain(elements)
}
