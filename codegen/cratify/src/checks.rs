//! Turns a generated crate into the list of its types, as `cratify_check` takes it.

use std::fmt::Debug;
use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::find::find_document;
use crate::generated::{Content, Generated};
use cratify_model::settings::{
    Forms, NullMembers, Overrides, UnknownBranches, UnknownMembers, UnknownValues,
};
use cratify_schema::ReadOptions;
use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::document::Form;

impl Generated {
    /// The list of all types as `cratify_check` takes it: an expression of Rust.
    #[must_use]
    pub fn checks(&self) -> String {
        let Content {
            ident,
            types,
            promises: uniform,
            extern_types,
            shares,
            ..
        } = &self.content;
        let mut text = match (promises(*uniform, extern_types), *shares) {
            (None, false) => format!("cratify_check::cases!({ident} {{\n"),
            (Some(promises), false) => format!("cratify_check::cases!({ident}, {promises}, {{\n"),
            (promises, true) => format!(
                "cratify_check::cases!({ident}, {}, {ident}::DEFINITIONS, {{\n",
                promises.unwrap_or_else(|| "cratify_check::Promises::DEFAULT".to_owned())
            ),
        };
        // An alias is not a type of its own.
        for info in types.iter().filter(|info| !info.alias) {
            let relation = match (info.whole, info.form) {
                (false, _) => "of",
                (true, None) => "at",
                (true, Some(Form::Request)) => "in_requests",
                (true, Some(Form::Response)) => "in_responses",
            };
            text.push_str(&format!(
                "    {} {relation} {:?},\n",
                info.path, info.pointer
            ));
        }
        text.push_str("})\n");
        text
    }
}

impl Config {
    /// An expression of Rust for the document as `cratify_check` reads it from any folder: a `Result`.
    #[doc(hidden)]
    #[must_use]
    pub fn checked_document(&self) -> String {
        if let Some(text) = &self.text {
            let name = self.schema.to_string_lossy();
            return format!("cratify_check::Document::parse({name:?}, {text:?})");
        }
        let ReadOptions {
            references,
            further_documents,
            overlays,
            dialect,
            // The checks read the schemas of all operations.
            operations: _,
            follows_operations: _,
        } = &self.read;
        let paths = |paths: &[PathBuf]| {
            let paths = paths.iter();
            paths
                .map(|path| format!("{}.into()", absolute(path)))
                .collect()
        };
        let mapped = references.mapped.iter();
        let mapped =
            mapped.map(|(prefix, path)| format!("({prefix:?}.into(), {}.into())", absolute(path)));
        let list = |items: Vec<String>| format!("vec![{}]", items.join(", "));
        // Without a document, the crate is not generated, and the path is not needed.
        let found = find_document(&self.schema, &self.read.overlays, &mut Diagnostics::new());
        format!(
            "cratify_check::Document::read_with({}, cratify_check::ReadOptions {{ \
             further_documents: {}, references: cratify_check::AllowedFiles {{ folders: {}, mapped: {} }}, overlays: {}, \
             dialect: cratify_check::JsonSchema::{dialect:?}, ..Default::default() }})",
            absolute(found.as_deref().unwrap_or(&self.schema)),
            list(paths(further_documents)),
            list(paths(&references.folders)),
            list(mapped.collect()),
            list(paths(overlays)),
        )
    }
}

/// A path from the root of the disk, as a literal.
fn absolute(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    format!("{:?}", path.to_string_lossy())
}

/// The promises of the settings, as an expression of Rust; `None` for the defaults.
fn promises(all: Overrides, extern_types: &[String]) -> Option<String> {
    let Overrides {
        untyped: _,
        inheritance: _,
        map_type: _,
        map_keys: _,
        inline_types: _,
        unresolved: _,
        boxed_branches: _,
        unstable: _,
        serde: _,
        unknown_members,
        unknown_values,
        unknown_branches,
        null_members,
        forms,
    } = all;
    if unknown_members == Some(UnknownMembers::default())
        && unknown_values == Some(UnknownValues::default())
        && unknown_branches == Some(UnknownBranches::default())
        && null_members == Some(NullMembers::default())
        && forms == Some(Forms::default())
        && extern_types.is_empty()
    {
        return None;
    }
    Some(format!(
        "cratify_check::Promises {{ unknown_members: {}, unknown_values: {}, unknown_branches: {}, \
         null_members: {}, forms: {}, extern_types: &[{}] }}",
        path("UnknownMembers", unknown_members),
        path("UnknownValues", unknown_values),
        path("UnknownBranches", unknown_branches),
        path("NullMembers", null_members),
        path("Forms", forms),
        extern_types.join(", "),
    ))
}

/// A variant of an enum of this library.
fn path(name: &str, variant: Option<impl Debug>) -> String {
    match variant {
        Some(variant) => format!("Some(cratify_check::{name}::{variant:?})"),
        None => "None".to_owned(),
    }
}
