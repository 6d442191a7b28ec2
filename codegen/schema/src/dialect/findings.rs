//! What is worth a warning, one for each kind however often it occurs.
//!
//! A document that was carried over from another dialect has the same leftover hundreds of times;
//! one warning says it as well, and hides nothing else.

use indexmap::IndexMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation};
use crate::source::{FileId, Pointer};

/// How many places of a kind are named.
const NAMED: usize = 4;

/// The kinds found so far, by message and label, in the order they were found.
#[derive(Debug, Default)]
pub(super) struct Findings {
    kinds: IndexMap<(String, String), Kind>,
}

#[derive(Debug)]
struct Kind {
    code: Code,
    help: String,
    /// The first places.
    places: Vec<Pointer>,
    count: usize,
}

impl Findings {
    /// Adds the member at the place to those that the message is about.
    pub(super) fn add(&mut self, code: Code, at: Pointer, message: &str, label: &str, help: &str) {
        let kind = self
            .kinds
            .entry((message.to_owned(), label.to_owned()))
            .or_insert_with(|| Kind {
                code,
                help: help.to_owned(),
                places: Vec::new(),
                count: 0,
            });
        kind.count += 1;
        if kind.places.len() < NAMED {
            kind.places.push(at);
        }
    }

    /// Reports every kind, at its first place.
    pub(super) fn report(self, file: FileId, diagnostics: &mut Diagnostics) {
        for ((message, label), kind) in self.kinds {
            let Some((first, others)) = kind.places.split_first() else {
                continue;
            };
            let mut diagnostic =
                Diagnostic::warning(kind.code, SourceLocation::key(file, first), message)
                    .label(label)
                    .help(kind.help);
            if !others.is_empty() {
                let named: Vec<String> = others.iter().map(|at| format!("#{at}")).collect();
                let rest = match kind.count - kind.places.len() {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                diagnostic = diagnostic.note(format!("also at {}{rest}", named.join(", ")));
            }
            diagnostics.push(diagnostic);
        }
    }
}
