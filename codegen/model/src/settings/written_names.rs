//! Turns `x-rust-name`, `x-rust-type-name` and `x-rust-field-name` of a document into requests for names.

use std::collections::HashSet;

use crate::ident::{LONGEST, is_plain_ident};
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation, visible};
use cratify_schema::graph::Graph;
use cratify_schema::source::Value;

/// The keywords of a schema that give something a name in Rust.
const NAMES: [&str; 3] = ["x-rust-name", "x-rust-type-name", "x-rust-field-name"];

/// Reports names in the document that are not identifiers.
pub(super) fn check(graph: &Graph<'_>, diagnostics: &mut Diagnostics) {
    let mut seen = HashSet::new();
    for id in graph.schemas.ids() {
        let at = &graph.schemas[id].at;
        let written = graph.written(id);
        for keyword in NAMES {
            if let Some(name) = written.get(keyword).and_then(Value::as_str)
                && seen.insert((at, keyword))
            {
                diagnostics.extend(check_name(name, at.join(keyword).value()));
            }
        }
    }
}

/// Reports a requested name that is not an identifier, or a longer one than names may be.
pub(super) fn check_name(name: &str, location: SourceLocation) -> Option<Diagnostic> {
    let error = |message| Diagnostic::error(Code::InvalidName, location, message);
    if !is_plain_ident(name) {
        let message = format!("`{}` is not a name that Rust can have", visible(name));
        return Some(
            error(message)
                .label("not an identifier, or a word of the language")
                .help("start with a letter, and use letters, digits and `_`"),
        );
    }
    (name.len() > LONGEST).then(|| {
        error(format!("the name has {} bytes", name.len()))
            .label(format!("longer than {LONGEST} bytes"))
            .help("choose a shorter name: it is also the name of a file")
    })
}
