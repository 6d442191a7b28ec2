//! Collects problems of documents and settings, each with its source location and the way to mend it.
//!
//! A [`Diagnostic`] is made where the problem is found, with a [`SourceLocation`] that is cheap to state. The
//! [report](crate::report) looks the text up.

mod code;
mod words;

use std::fmt;
use std::sync::Arc;

use indexmap::IndexSet;

pub use code::Code;
pub(crate) use words::is_yes_or_no;
pub use words::{closest, describe, list, slip_of, wrong_type};

use crate::location::LocationMaps;
pub use crate::location::SourceLocation;
use crate::text::is_unseen;

/// The text with unseen characters, such as line breaks, as escapes: to quote keys and values of a document
/// in messages.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_unseen(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// How much a diagnostic matters, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing can be generated.
    Error,
    /// Something is generated, and the user probably means something else.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// One problem: what was found, where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// The problem, as one sentence in lower case and without a full stop.
    pub message: String,
    /// The location of the problem.
    pub location: SourceLocation,
    /// The text for the caret: the value found; may be empty.
    pub label: String,
    /// Other locations that the problem involves, each with a label.
    pub secondary: Vec<(SourceLocation, String)>,
    /// How to mend it.
    pub help: Option<String>,
    /// Further explanations.
    pub notes: Vec<String>,
}

impl Diagnostic {
    /// A problem because of which nothing can be generated.
    #[must_use]
    pub fn error(code: Code, location: SourceLocation, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Severity::Error, code, location, message)
    }

    /// A document that probably means something else.
    #[must_use]
    pub fn warning(code: Code, location: SourceLocation, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Severity::Warning, code, location, message)
    }

    /// A diagnostic of the given severity.
    #[must_use]
    pub fn new(
        severity: Severity,
        code: Code,
        location: SourceLocation,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic {
            code,
            severity,
            message: message.into(),
            location,
            label: String::new(),
            secondary: Vec::new(),
            help: None,
            notes: Vec::new(),
        }
    }

    /// Sets the label of the caret: what was found.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Diagnostic {
        self.label = label.into();
        self
    }

    /// Sets the way to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Adds an explanation.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Diagnostic {
        self.notes.push(note.into());
        self
    }

    /// Points to another location that the problem involves.
    #[must_use]
    pub fn also(mut self, location: SourceLocation, text: impl Into<String>) -> Diagnostic {
        self.secondary.push((location, text.into()));
        self
    }

    /// Changes locations in upgraded documents to locations in documents as written.
    pub(crate) fn relocate(&mut self, locations: &LocationMaps) {
        self.location = locations.written(self.location.clone());
        let secondary = std::mem::take(&mut self.secondary).into_iter();
        let secondary = secondary.map(|(location, text)| (locations.written(location), text));
        self.secondary = secondary.collect();
    }
}

/// The problems found so far, in the order they were found. Equal ones are one: a schema may be read in several places.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    all: IndexSet<Diagnostic>,
    /// The locations that the upgrade has changed, once it is done.
    locations: Option<Arc<LocationMaps>>,
}

impl Diagnostics {
    /// No problems.
    #[must_use]
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Takes the locations of all further diagnostics as locations in upgraded documents, and keeps the locations
    /// as written.
    pub fn locate_by(&mut self, locations: Arc<LocationMaps>) {
        self.locations = Some(locations);
    }

    /// Adds a diagnostic.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        if let Some(locations) = &self.locations {
            diagnostic.relocate(locations);
        }
        self.all.insert(diagnostic);
    }

    /// Adds a diagnostic whose locations are in documents as written.
    pub fn push_as_written(&mut self, diagnostic: Diagnostic) {
        self.all.insert(diagnostic);
    }

    /// Drops the diagnostics that the function does not keep.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.all.retain(keep);
    }

    /// Whether there is an error among them, so that nothing can be generated.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.all.iter().any(|one| one.severity == Severity::Error)
    }

    /// The problems, in the order they were found.
    pub fn iter(&self) -> indexmap::set::Iter<'_, Diagnostic> {
        self.all.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are no diagnostics.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, more: I) {
        for diagnostic in more {
            self.push(diagnostic);
        }
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = indexmap::set::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = indexmap::set::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Diagnostic, Diagnostics};
    use crate::location::{FileId, Pointer, SchemaLocation};

    #[test]
    fn equal_ones_are_one() {
        let at = |pointer: &str| {
            let pointer = Pointer::parse(pointer).expect("a pointer");
            let file = FileId(0);
            SchemaLocation { file, pointer }.key()
        };
        let warning =
            |pointer| Diagnostic::warning(Code::Contradiction, at(pointer), "it is empty");
        let mut diagnostics = Diagnostics::new();
        for one in [warning("/a"), warning("/b"), warning("/a")] {
            diagnostics.push(one);
        }
        diagnostics.push_as_written(warning("/b"));
        diagnostics.push(warning("/a").label("another label"));
        let locations = diagnostics.iter().map(|one| one.location.clone());
        assert_eq!(
            locations.collect::<Vec<_>>(),
            [at("/a"), at("/b"), at("/a")]
        );
    }
}
