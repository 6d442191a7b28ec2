//! Documents of any dialect to documents spelled in JSON Schema 2020-12.
//!
//! This happens once, to the value tree, before anything reads a schema, so that no later stage
//! knows of dialects. [`places`] says where schemas are - a member called `nullable` or a default
//! that looks like a schema is data, and stays; [`walk`] visits them; the rules of a dialect are in
//! the file of its name; [`references`] turns the references to what was moved.
//!
//! A place keeps its JSON Pointer wherever 2020-12 has room for it there, because positions in the
//! text are found by pointer. A value that is not what a rule expects is left as it is: the reader
//! of schemas reports it.

mod draft;
mod draft4;
mod findings;
mod fragment;
mod identity;
mod moves;
mod node;
mod openapi30;
mod places;
mod references;
mod scope;
mod swagger20;
mod walk;

#[cfg(test)]
mod tests;

use crate::diagnostic::Diagnostics;
use crate::document::Dialect;
use crate::source::{FileId, Value};
use walk::Walker;

/// The document with its schemas in 2020-12.
///
/// A document that is in 2020-12 already comes back as it was. What has no effect in the dialect
/// of the document is left out with a warning: one for each kind, however often it occurs.
pub(crate) fn upgrade(
    dialect: Dialect,
    file: FileId,
    mut root: Value,
    diagnostics: &mut Diagnostics,
) -> Value {
    if dialect == Dialect::JsonSchema202012 && !names_dialects(&root) {
        return root;
    }
    let mut walker = Walker::new(file, &root);
    walker.document(dialect, &mut root);
    walker.finish(&mut root, diagnostics);
    root
}

/// Whether a member below the root is called `$schema`, so that a subschema may have a dialect of
/// its own.
fn names_dialects(root: &Value) -> bool {
    let mut open: Vec<&Value> = children(root).collect();
    while let Some(value) = open.pop() {
        if value.get("$schema").is_some() {
            return true;
        }
        open.extend(children(value));
    }
    false
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
