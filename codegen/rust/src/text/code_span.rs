//! Turns any text into a code span of Markdown.

use std::fmt;

use cratify_schema::text::in_code;

/// A code span: no text ends it early, and what cannot be seen is spelled out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeSpan(String);

impl CodeSpan {
    /// The text in a code span.
    pub fn new(text: impl AsRef<str>) -> Self {
        Self(in_code(text.as_ref()))
    }
}

impl fmt::Display for CodeSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
