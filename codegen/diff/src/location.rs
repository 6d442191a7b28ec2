//! The place of a value in the text of a document.

use serde::Serialize;

/// The place of a value in the text of a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Location {
    /// The file, as the side names it: in a git revision without the revision.
    pub file: String,
    /// Whether the file is in a record or in a packed crate: then its path is none of the repository.
    #[serde(skip)]
    pub is_recorded: bool,
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    /// The JSON Pointer of the value as written, without `#`.
    pub pointer: String,
}
