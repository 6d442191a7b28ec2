//! The names that a document requests: `x-rust-name`, `x-rust-type-name`, `x-rust-field-name`.

use std::collections::HashSet;

use crate::ident::is_plain_ident;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation, visible};
use cratify_schema::graph::Graph;
use cratify_schema::source::Value;

/// The keywords of a schema that give something a name in Rust.
const NAMES: [&str; 3] = ["x-rust-name", "x-rust-type-name", "x-rust-field-name"];

/// Reports names in the document that are no identifiers.
pub(super) fn check(graph: &Graph<'_>, diagnostics: &mut Diagnostics) {
    let mut seen = HashSet::new();
    for id in graph.schemas.ids() {
        let at = &graph.schemas[id].at;
        let written = graph.written(id);
        for keyword in NAMES {
            if let Some(name) = written.get(keyword).and_then(Value::as_str)
                && !is_plain_ident(name)
                && seen.insert((at, keyword))
            {
                diagnostics.push(invalid_name(at.join(keyword).value(), name));
            }
        }
    }
}

/// The report of a name that is no identifier.
pub(super) fn invalid_name(location: SourceLocation, name: &str) -> Diagnostic {
    Diagnostic::error(
        Code::InvalidName,
        location,
        format!("`{}` is not a name that Rust can have", visible(name)),
    )
    .label("not an identifier, or a word of the language")
    .help("start with a letter, and use letters, digits and `_`")
}
