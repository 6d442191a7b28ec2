//! Locations of schemas: a file and a JSON Pointer into it.

mod map;

pub(crate) use map::LocationMap;
pub use map::LocationMaps;

use crate::diagnostic::SourceLocation;
use crate::source::{FileId, Part, Pointer};

/// The location of a schema, a keyword or another value of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SchemaLocation {
    /// The file.
    pub file: FileId,
    /// The value in the file (RFC 6901).
    pub pointer: Pointer,
}

impl SchemaLocation {
    /// The location of the root value of a file.
    pub fn root(file: FileId) -> Self {
        Self {
            file,
            pointer: Pointer::root(),
        }
    }

    /// The location of the member `token` of this value.
    #[must_use]
    pub fn join(&self, token: &str) -> Self {
        Self {
            file: self.file,
            pointer: self.pointer.join(token),
        }
    }

    /// The value, for a diagnostic.
    pub fn value(&self) -> SourceLocation {
        self.part(Part::Value)
    }

    /// The key of the value, for a diagnostic.
    pub fn key(&self) -> SourceLocation {
        self.part(Part::Key)
    }

    fn part(&self, part: Part) -> SourceLocation {
        SourceLocation::Pointer {
            file: self.file,
            pointer: self.pointer.clone(),
            part,
        }
    }
}
