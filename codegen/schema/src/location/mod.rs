//! Locations of values in documents, and of the targets of diagnostics.

mod map;
mod pointer;
mod source;

pub(crate) use map::LocationMap;
pub use map::LocationMaps;
pub use pointer::Pointer;
pub(crate) use pointer::index_of;
pub use source::SourceLocation;

/// A file of a run: its position in the order of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

impl FileId {
    /// The position in the order of reading, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A part of a member of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The member's name; for list elements and the root the same as `Value`.
    Key,
    /// The member's value. A list or mapping is shown by its key or, without one, by where it
    /// begins.
    Value,
    /// A character of the member's value, which is a string; counted from 0. The value as a whole where the text
    /// does not have each character of it in one line.
    Character(usize),
}

/// The location of a schema, a keyword or another value of a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

    /// A character of the value, which is a string, for a diagnostic; counted from 0.
    pub(crate) fn character(&self, index: usize) -> SourceLocation {
        self.part(Part::Character(index))
    }

    fn part(&self, part: Part) -> SourceLocation {
        SourceLocation::Pointer {
            file: self.file,
            pointer: self.pointer.clone(),
            part,
        }
    }
}
