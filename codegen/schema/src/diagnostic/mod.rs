//! Turns findings into what is said to the user: as text for people, as data for tools.
//!
//! A [`Diagnostic`] is made where something is found, with a [`SourceLocation`] that is cheap to state -
//! a pointer into a document; the text around it is looked up only when it is shown.

mod code;
mod located;
mod location;
mod render;
mod window;
mod words;

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

pub use code::Code;
pub use located::Located;
pub use located::locate;
pub use location::{Resolver, SourceLocation};
#[cfg(test)]
use render::MAX_SHOWN;
pub use render::{Style, render};
pub(crate) use words::is_yes_or_no;
pub use words::{closest, describe, list, wrong_type};

use crate::location::LocationMaps;

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
pub struct Diagnostics {
    all: Vec<Diagnostic>,
    /// Where values were written that the upgrade has moved.
    locations: Option<Arc<LocationMaps>>,
}

impl Diagnostics {
    /// Nothing found yet.
    #[must_use]
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// From now on, diagnostics have the locations of upgraded documents; they are kept with those of the
    /// documents as written.
    pub fn locate_by(&mut self, locations: Arc<LocationMaps>) {
        self.locations = Some(locations);
    }

    /// Adds one.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        if let Some(locations) = &self.locations {
            diagnostic.place = locations.written(diagnostic.place);
            let secondary = std::mem::take(&mut diagnostic.secondary).into_iter();
            let secondary = secondary.map(|(place, text)| (locations.written(place), text));
            diagnostic.secondary = secondary.collect();
        }
        self.all.push(diagnostic);
    }

    /// Whether there is an error among them, so that nothing can be generated.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.all.iter().any(|one| one.severity == Severity::Error)
    }

    /// They, in the order they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.all.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
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
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}
