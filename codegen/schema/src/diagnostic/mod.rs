//! Turns findings into what is said to the user: as text for people, as data for tools.
//!
//! A [`Diagnostic`] is made where something is found, with a [`SourceLocation`] that is cheap to state -
//! a pointer into a document; the text around it is looked up only when it is shown.

mod code;
mod located;
mod location;
mod render;
mod window;

#[cfg(test)]
mod tests;

use std::fmt;

pub use code::Code;
pub use located::Located;
pub use located::locate;
pub use location::{Resolver, SourceLocation};
#[cfg(test)]
use render::MAX_SHOWN;
pub use render::{Style, render};

/// The text with control characters, such as line breaks, written as escapes.
///
/// For quoting keys and values of a document in messages.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// How much a diagnostic matters; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing can be generated.
    Error,
    /// Something is generated, and probably not what was meant.
    Warning,
    /// Something was decided that the user may want to know.
    Note,
}

impl Severity {
    /// `error`, `warning` or `note`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// One thing to say to the user: what is wrong, where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// What kind of problem this is.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong: one sentence without a full stop, starting in lower case.
    pub message: String,
    /// Where it is.
    pub place: SourceLocation,
    /// What was found there, shown at the caret; may be empty.
    pub label: String,
    /// Other places that have to do with it, each with what there is to see.
    pub secondary: Vec<(SourceLocation, String)>,
    /// How to mend it.
    pub help: Option<String>,
    /// What else helps to understand it.
    pub notes: Vec<String>,
}

impl Diagnostic {
    /// Something because of which nothing can be generated.
    #[must_use]
    pub fn error(code: Code, place: SourceLocation, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Severity::Error, code, place, message)
    }

    /// Something that is probably not what was meant.
    #[must_use]
    pub fn warning(code: Code, place: SourceLocation, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Severity::Warning, code, place, message)
    }

    /// Something that was decided.
    #[must_use]
    pub fn remark(code: Code, place: SourceLocation, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Severity::Note, code, place, message)
    }

    /// A diagnostic of the given severity.
    #[must_use]
    pub fn new(
        severity: Severity,
        code: Code,
        place: SourceLocation,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic {
            code,
            severity,
            message: message.into(),
            place,
            label: String::new(),
            secondary: Vec::new(),
            help: None,
            notes: Vec::new(),
        }
    }

    /// Says what was found, at the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Diagnostic {
        self.label = label.into();
        self
    }

    /// Says how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Adds something that helps to understand it.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Diagnostic {
        self.notes.push(note.into());
        self
    }

    /// Points to another place that has to do with it.
    #[must_use]
    pub fn also(mut self, place: SourceLocation, text: impl Into<String>) -> Diagnostic {
        self.secondary.push((place, text.into()));
        self
    }
}

/// Everything found so far, in the order it was found.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Nothing found yet.
    #[must_use]
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Whether there is an error among them, so that nothing can be generated.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|one| one.severity == Severity::Error)
    }

    /// They, in the order they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, more: I) {
        self.0.extend(more);
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
