//! Turns generated paths and contents into one checked, sorted tree.

mod path;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;

pub use path::{check_path, fold};

/// Name of the file in the output directory that lists the generated files.
pub const RECORD: &str = ".cratify";

/// Name of the directory in the output directory that exists only while a write is under way.
pub const STAGE: &str = ".cratify-stage";

/// Generated files by relative path, sorted by path.
///
/// Every path in a tree is valid (see [`FileTree::insert`]) and no two of them
/// can meet on a file system that ignores case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileTree {
    files: BTreeMap<String, String>,
    /// Lower-cased path of every file and every directory above one.
    taken: BTreeMap<String, Taken>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Taken {
    spelling: String,
    is_file: bool,
}

/// A path the generator must not produce: always a bug in the generator, since
/// names that come from a document are made safe before they become paths.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TreeError {
    /// The path is absolute, leaves the directory, is reserved, or cannot be
    /// stored everywhere.
    InvalidPath {
        /// As it was given.
        path: String,
        /// Completes the sentence "the path ...".
        reason: &'static str,
    },
    /// The path is already in the tree.
    Duplicate {
        /// As it was given.
        path: String,
    },
    /// The two paths, or two directories above them, differ only in case.
    CaseCollision {
        /// As it was given.
        path: String,
        /// The path or directory in the tree.
        other: String,
    },
    /// `file` is a file in the tree and `inside` would need it to be a directory.
    FileAndDirectory {
        /// The path that is a file.
        file: String,
        /// A path inside it.
        inside: String,
    },
}

impl FileTree {
    /// An empty tree.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one file; `path` is relative and uses forward slashes.
    ///
    /// # Errors
    ///
    /// [`TreeError`] when the path is not usable or clashes with one already
    /// in the tree; the tree is then unchanged.
    pub fn insert(
        &mut self,
        path: impl Into<String>,
        contents: impl Into<String>,
    ) -> Result<(), TreeError> {
        let path = path.into();
        if let Err(reason) = check_path(&path) {
            return Err(TreeError::InvalidPath { path, reason });
        }
        for (end, _) in path.match_indices('/') {
            let directory = &path[..end];
            match self.taken.get(&fold(directory)) {
                Some(taken) if taken.is_file => {
                    let file = taken.spelling.clone();
                    return Err(TreeError::FileAndDirectory { file, inside: path });
                }
                Some(taken) if taken.spelling != directory => {
                    let other = taken.spelling.clone();
                    return Err(TreeError::CaseCollision { path, other });
                }
                _ => {}
            }
        }
        match self.taken.get(&fold(&path)) {
            Some(taken) if taken.spelling != path => {
                let other = taken.spelling.clone();
                return Err(TreeError::CaseCollision { path, other });
            }
            Some(taken) if taken.is_file => return Err(TreeError::Duplicate { path }),
            Some(_) => {
                let prefix = format!("{path}/");
                let inside = self.files.keys().find(|key| key.starts_with(&prefix));
                let inside = inside.cloned().unwrap_or(prefix);
                return Err(TreeError::FileAndDirectory { file: path, inside });
            }
            None => {}
        }
        for (end, _) in path.match_indices('/') {
            self.take(&path[..end], false);
        }
        self.take(&path, true);
        self.files.insert(path, contents.into());
        Ok(())
    }

    fn take(&mut self, path: &str, is_file: bool) {
        let spelling = path.to_owned();
        self.taken
            .entry(fold(path))
            .or_insert(Taken { spelling, is_file });
    }

    /// Whether the tree has this path, but only in another spelling.
    pub fn has_other_case(&self, path: &str) -> bool {
        self.taken
            .get(&fold(path))
            .is_some_and(|taken| taken.spelling != path)
    }

    /// Whether a file of the tree is where `path` would need a directory.
    pub fn has_above(&self, path: &str) -> bool {
        path.match_indices('/')
            .any(|(end, _)| self.files.contains_key(&path[..end]))
    }

    /// The contents of one file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// All files as path and contents, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The number of files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether the tree has no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl fmt::Display for TreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidPath { path, reason } => {
                write!(f, "internal error: the generated path {path:?} {reason}")
            }
            Self::Duplicate { path } => {
                write!(f, "internal error: the file {path:?} is generated twice")
            }
            Self::CaseCollision { path, other } => {
                write!(
                    f,
                    "internal error: the generated paths {other:?} and {path:?} differ only in case"
                )
            }
            Self::FileAndDirectory { file, inside } => {
                write!(
                    f,
                    "internal error: {file:?} is generated as a file and as the directory of {inside:?}"
                )
            }
        }
    }
}

impl std::error::Error for TreeError {}
