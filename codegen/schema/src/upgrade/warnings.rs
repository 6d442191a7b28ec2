//! Turns the warnings about a document into one for each kind of problem.
//!
//! A document that was carried over from another dialect has the same leftover hundreds of times. One
//! warning is enough, and hides nothing else.

use indexmap::IndexMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation};
use crate::source::{FileId, Part, Pointer};

/// How many locations of a kind a warning names.
const MAX_LOCATIONS: usize = 4;

/// The kinds found so far, by message and label, in the order they were found.
#[derive(Debug, Default)]
pub(super) struct Warnings {
    kinds: IndexMap<(String, String), Kind>,
}

#[derive(Debug)]
struct Kind {
    code: Code,
    help: String,
    /// The first locations.
    locations: Vec<(Pointer, Part)>,
    count: usize,
}

impl Warnings {
    /// Adds a part of a member to the locations of a kind of problem.
    pub(super) fn add(
        &mut self,
        code: Code,
        at: (Pointer, Part),
        message: &str,
        label: &str,
        help: &str,
    ) {
        let key = (message.to_owned(), label.to_owned());
        let kind = self.kinds.entry(key).or_insert_with(|| Kind {
            code,
            help: help.to_owned(),
            locations: Vec::new(),
            count: 0,
        });
        kind.count += 1;
        if kind.locations.len() < MAX_LOCATIONS {
            kind.locations.push(at);
        }
    }

    /// Reports each kind, at its first location.
    pub(super) fn report(self, file: FileId, diagnostics: &mut Diagnostics) {
        for ((message, label), kind) in self.kinds {
            let Some((first, others)) = kind.locations.split_first() else {
                continue;
            };
            let location = SourceLocation::Pointer {
                file,
                pointer: first.0.clone(),
                part: first.1,
            };
            let mut diagnostic = Diagnostic::warning(kind.code, location, message)
                .label(label)
                .help(kind.help);
            if !others.is_empty() {
                let named: Vec<String> = others.iter().map(|(at, _)| format!("#{at}")).collect();
                let more = match kind.count - kind.locations.len() {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                diagnostic = diagnostic.note(format!("also at {}{more}", named.join(", ")));
            }
            diagnostics.push(diagnostic);
        }
    }
}
