//! Turns failures of writing into messages with the mend.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::RECORD;
use cratify_rust::text::MARK;

/// Why a tree could not be written or compared.
///
/// Except for [`WriteError::Unfinished`], no generated file has been created,
/// changed or removed when one of these is returned.
#[derive(Debug)]
#[non_exhaustive]
pub(crate) enum WriteError {
    /// Files that were not generated are in the way: all of them, sorted by path.
    Blocked(Vec<Obstacle>),
    /// The same for files that no ownership record lists.
    BlockedMarked(Vec<Obstacle>),
    /// The output path exists and is not a folder.
    NotADirectory(PathBuf),
    /// The ownership record cannot be trusted.
    BadRecord {
        /// The record.
        path: PathBuf,
        /// Counts from 1; 0 when the file as a whole is not text.
        line: usize,
        /// Completes the sentence "the record ..." or "the line ...".
        reason: &'static str,
    },
    /// The operating system refused.
    Io {
        /// A verb such as `replace`, to be followed by the path.
        action: &'static str,
        /// The path of the operation.
        path: PathBuf,
        /// The refusal.
        source: io::Error,
    },
    /// Some files are new and some are old, because of this error. The next
    /// write compares all of them with its tree.
    Unfinished(Box<WriteError>),
}

/// One thing in the way of a generated path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Obstacle {
    /// Its path, relative to the output folder.
    pub path: String,
    /// Its kind.
    pub kind: ObstacleKind,
}

/// An entry in the way of a generated path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ObstacleKind {
    /// A file that is not in the ownership record and differs from what would
    /// be written.
    Foreign,
    /// A symbolic link (or Windows junction): following it could change files
    /// outside the output folder.
    Symlink,
    /// A folder where a file belongs.
    Directory,
    /// A file where a folder belongs.
    File,
    /// A device, socket, pipe or the like.
    Special,
}

impl WriteError {
    pub(super) fn io(action: &'static str, path: &Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        Self::Io {
            action,
            path,
            source,
        }
    }
}

impl fmt::Display for ObstacleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign => "a file that cratify did not write",
            Self::Symlink => "a symbolic link",
            Self::Directory => "a folder where a generated file belongs",
            Self::File => "a file where a generated folder belongs",
            Self::Special => "not a regular file",
        })
    }
}

/// Lists what is in the way. The sentence ends with what to generate into.
fn list(f: &mut fmt::Formatter<'_>, obstacles: &[Obstacle]) -> fmt::Result {
    write!(f, "cratify does not overwrite files of others:")?;
    for Obstacle { path, kind } in obstacles {
        write!(f, "\n  {path} is {kind}")?;
    }
    write!(f, "\nmove or delete it, or generate into another ")
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blocked(obstacles) => {
                list(f, obstacles)?;
                write!(f, "folder (the files of cratify are listed in `{RECORD}`)")
            }
            Self::BlockedMarked(obstacles) => {
                list(f, obstacles)?;
                write!(f, "file (the files of cratify begin with `{MARK}`)")
            }
            Self::NotADirectory(path) => {
                write!(f, "the output path {} is not a folder", path.display())
            }
            Self::BadRecord { path, line, reason } => {
                if *line > 0 {
                    write!(f, "line {line} of ")?;
                }
                let path = path.display();
                write!(
                    f,
                    "the ownership record {path} {reason}; delete the record: the next run takes \
                     over the files that are as it generates them"
                )
            }
            Self::Io {
                action,
                path,
                source,
            } => {
                write!(f, "cannot {action} {}: {source}", path.display())
            }
            Self::Unfinished(source) => write!(
                f,
                "the generated files are only partly in place: {source}\n\
                 mend the cause and generate again, which replaces all files that differ"
            ),
        }
    }
}

impl Error for WriteError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Unfinished(source) => Some(source),
            _ => None,
        }
    }
}
