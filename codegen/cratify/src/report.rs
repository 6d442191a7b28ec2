//! Turns diagnostics into data and text for the user of the library.

use std::fmt;

use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::report::{Located, Resolver, Style, locate, render};
use cratify_schema::source::Sources;

/// Diagnostics as data and as text.
#[derive(Debug, Clone)]
pub(crate) struct Report {
    pub located: Vec<Located>,
    pub rendered: String,
    pub coloured: String,
}

impl Report {
    pub(crate) fn new(diagnostics: &Diagnostics, sources: &Sources) -> Self {
        let resolver = Resolver::new(sources, diagnostics);
        Self {
            located: locate(diagnostics, &resolver),
            rendered: render(diagnostics, &resolver, Style::Plain),
            coloured: render(diagnostics, &resolver, Style::Coloured),
        }
    }
}

impl Report {
    /// Adds another report.
    pub(crate) fn append(&mut self, other: Self) {
        self.located.extend(other.located);
        for (text, more) in [
            (&mut self.rendered, other.rendered),
            (&mut self.coloured, other.coloured),
        ] {
            if !text.is_empty() && !more.is_empty() {
                text.push('\n');
            }
            text.push_str(&more);
        }
    }
}

/// Why no crate was made or written. Its text is for a terminal: every problem with its source location and
/// the way to mend it.
#[derive(Debug, Clone)]
pub struct Error(pub(crate) Report);

impl Error {
    /// The text with the colours of a terminal.
    #[must_use]
    pub fn coloured(&self) -> &str {
        &self.0.coloured
    }

    /// The problems, warnings included, in the order of their places.
    #[must_use]
    pub fn diagnostics(&self) -> &[Located] {
        &self.0.located
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.rendered)
    }
}

impl std::error::Error for Error {}
