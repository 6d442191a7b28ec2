//! Writes the table of types whose values are made of bytes: all types with a schema, in a file of its own.
//!
//! A type needs no code but its name: the support code makes values by its published schema.

use super::context::Context;
use super::files::header;
use super::groups;
use crate::format;
use crate::text::{DocLines, Rust};
use cratify_model::model::{TypeId, TypeKind};

/// The name of the module, which the feature `arbitrary` enables.
pub(super) const MODULE: &str = "arbitrary_impls";

/// Writes the file of the module.
pub(super) fn emit(context: &Context<'_>) -> String {
    let with_schema = context
        .model
        .own_types()
        .filter(|(_, def)| !matches!(def.kind, TypeKind::Alias(_)));
    let mut types: Vec<(&str, TypeId)> = with_schema
        .map(|(id, _)| (context.names[id].path.as_str(), id))
        .collect();
    types.sort_unstable();
    let lines = types.into_iter().map(|(name, id)| {
        let attribute = groups::attribute(context, id);
        let indent = if attribute.as_str().is_empty() {
            ""
        } else {
            "    "
        };
        Rust::of(&[
            &indent,
            &attribute,
            &"    crate::",
            &Rust::path(name),
            &",\n",
        ])
    });
    let definitions = if context.sharing.is_empty() {
        ""
    } else {
        "    definitions: crate::DEFINITIONS;\n"
    };
    let list = Rust::of(&[
        &"crate::support::arbitrary::arbitrary! {\n",
        &definitions,
        &Rust::join(lines, ""),
        &"}\n",
    ]);
    let docs = DocLines::of("The types whose values are made of bytes.");
    format::file(&header(context, docs), vec![list.into()])
}
