//! Diagnostics as data with lines and columns, for editors and other programs.

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;

use super::Resolver;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The longest line that a diagnostic shows, in bytes. A document may be one line.
const LONGEST_LINE: usize = 4096;

/// A diagnostic with its line and column.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Located {
    /// The kind of problem.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// The problem, in words.
    pub message: String,
    /// The text for the caret: the value found, or its fate; may be empty.
    pub label: String,
    /// The file it is in.
    pub path: PathBuf,
    /// The line it starts on, counted from 1; 1 if it is about the file as a whole.
    pub line: usize,
    /// The column it starts at, counted from 1 in characters; 1 if it is about the file as a
    /// whole.
    pub column: usize,
    /// The column after its last character on this line; the same as `column` if it is about the file as a whole.
    pub end_column: usize,
    /// Where that is in the text of the file, in bytes counted from 0; empty if it is about the file as a whole.
    pub bytes: Range<usize>,
    /// The line; `None` if it is about the file as a whole, or if the line is too long to be shown for each diagnostic.
    pub line_text: Option<String>,
    /// The JSON Pointer to the value that it is about, without `#`.
    pub pointer: Option<String>,
    /// Further explanations.
    pub notes: Vec<String>,
    /// How to mend it.
    pub help: Option<String>,
}

/// The diagnostic in one line: `api.yaml:3:5: warning[CR0204]: …`.
impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, line, column) = (self.path.display().to_string(), self.line, self.column);
        let (severity, code) = (self.severity, self.code);
        let mut text = format!(
            "{path}:{line}:{column}: {severity}[{code}]: {}",
            self.message
        );
        if !self.label.is_empty() {
            text.push_str(&format!(": {}", self.label));
        }
        let notes = self.notes.iter().map(|note| format!("; note: {note}"));
        let help = self.help.iter().map(|help| format!("; help: {help}"));
        text.extend(notes.chain(help));
        let words: Vec<&str> = text.split_whitespace().collect();
        f.write_str(&words.join(" "))
    }
}

/// All diagnostics as data, in the order of their locations.
#[must_use]
pub fn locate<'a>(diagnostics: &'a Diagnostics, resolver: &Resolver<'a>) -> Vec<Located> {
    let mut sorted: Vec<_> = diagnostics.iter().collect();
    sorted.sort_by_cached_key(|diagnostic| resolver.order(&diagnostic.location));
    sorted
        .into_iter()
        .map(|diagnostic| {
            let span = resolver.span(&diagnostic.location);
            let shown = span.at.as_ref().map(|at| (at.line_number, at.column));
            let (line, column) = shown.or(span.position).unwrap_or((1, 1));
            let excerpt = span.at.as_ref();
            let width = excerpt.map_or(0, |at| at.text[at.range.clone()].chars().count());
            let line_text = excerpt.filter(|at| at.line.len() <= LONGEST_LINE);
            Located {
                code: diagnostic.code,
                severity: diagnostic.severity,
                message: diagnostic.message.clone(),
                label: diagnostic.label.clone(),
                path: span.path.to_owned(),
                line,
                column,
                end_column: column + width,
                bytes: excerpt.map_or(0..0, |at| at.range.clone()),
                line_text: line_text.map(|at| at.text[at.line.clone()].to_owned()),
                pointer: diagnostic.location.pointer().map(ToString::to_string),
                notes: diagnostic.notes.clone(),
                help: diagnostic.help.clone(),
            }
        })
        .collect()
}
