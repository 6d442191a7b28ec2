//! The locations to which diagnostics point.

use std::ops::Range;
use std::panic::Location;
use std::path::PathBuf;
use std::sync::Arc;

use super::{FileId, Part, Pointer};

/// The location that a diagnostic points to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SourceLocation {
    /// A key or value of a document that was read.
    Pointer {
        /// The document.
        file: FileId,
        /// The value.
        pointer: Pointer,
        /// The value or its key.
        part: Part,
    },
    /// A range of the text of a document that was read.
    Bytes {
        /// The document.
        file: FileId,
        /// The range of bytes.
        range: Range<usize>,
    },
    /// A file or folder without a text to show.
    File(PathBuf),
    /// A range of the text of a file that did not become a document.
    InlineText {
        /// The file.
        path: PathBuf,
        /// Its text.
        text: Arc<str>,
        /// The range of bytes.
        range: Range<usize>,
    },
    /// A line of the program that runs the generator.
    Program(&'static Location<'static>),
    /// An option of a command line.
    Option(String),
}

impl From<&'static Location<'static>> for SourceLocation {
    fn from(caller: &'static Location<'static>) -> Self {
        SourceLocation::Program(caller)
    }
}

impl SourceLocation {
    /// The value at the pointer.
    #[must_use]
    pub fn value(file: FileId, pointer: &Pointer) -> SourceLocation {
        SourceLocation::Pointer {
            file,
            pointer: pointer.clone(),
            part: Part::Value,
        }
    }

    /// The key at the pointer.
    #[must_use]
    pub fn key(file: FileId, pointer: &Pointer) -> SourceLocation {
        SourceLocation::Pointer {
            file,
            pointer: pointer.clone(),
            part: Part::Key,
        }
    }

    /// The document that was read, if the location is in one.
    #[must_use]
    pub fn file(&self) -> Option<FileId> {
        match self {
            SourceLocation::Pointer { file, .. } | SourceLocation::Bytes { file, .. } => {
                Some(*file)
            }
            _ => None,
        }
    }

    /// The pointer, if the location has one.
    #[must_use]
    pub fn pointer(&self) -> Option<&Pointer> {
        match self {
            SourceLocation::Pointer { pointer, .. } => Some(pointer),
            _ => None,
        }
    }
}
