//! Turns what went wrong while writing into messages that say what to do.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a tree could not be written or compared.
///
/// Except for [`WriteError::Unfinished`], no generated file has been created,
/// changed or removed when one of these is returned, other than to finish a
/// write that an earlier call had committed.
#[derive(Debug)]
#[non_exhaustive]
pub(crate) enum WriteError {
    /// Files somebody else made are in the way: they exist, are not in the
    /// ownership record and differ from what would be written. All such
    /// paths, relative to the output directory and sorted.
    ForeignFile {
        /// Relative to the output directory.
        paths: Vec<String>,
    },
    /// Something that is not a regular file is in the way. All of it, sorted.
    Blocked {
        /// What is in the way, each once.
        obstacles: Vec<Obstacle>,
    },
    /// The output path exists and is not a directory.
    NotADirectory {
        /// The output path.
        path: PathBuf,
    },
    /// The ownership record cannot be trusted.
    BadRecord {
        /// The record.
        path: PathBuf,
        /// Counts from 1; 0 when the file as a whole is not text.
        line: usize,
        /// Completes the sentence "the record ..." or "the line ...".
        reason: &'static str,
    },
    /// The commit marker of an interrupted write cannot be read back.
    BadJournal {
        /// The marker, inside the stage.
        path: PathBuf,
        /// Completes the sentence "the marker ...".
        reason: &'static str,
    },
    /// The operating system refused.
    Io {
        /// A verb such as `replace`, to be followed by the path.
        action: &'static str,
        /// What it was to be done to.
        path: PathBuf,
        /// The refusal.
        source: io::Error,
    },
    /// The new contents are complete and committed, but not all of them could
    /// be moved into place. Nothing is lost: the next write finishes this one
    /// before it does anything else.
    Unfinished {
        /// The directory that holds what is not in place yet.
        stage: PathBuf,
        /// What stopped the write.
        source: Box<WriteError>,
    },
}

/// One thing in the way of a generated path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Obstacle {
    /// Where it is, relative to the output directory.
    pub path: String,
    /// What is there.
    pub kind: ObstacleKind,
}

/// What is in the way of a generated path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ObstacleKind {
    /// A symbolic link (or Windows junction): following it could change files
    /// outside the output directory.
    Symlink,
    /// A directory where a file belongs.
    Directory,
    /// A file where a directory belongs.
    File,
    /// A device, socket, pipe or the like.
    Special,
}

impl fmt::Display for ObstacleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Symlink => "a symbolic link",
            Self::Directory => "a directory where a generated file belongs",
            Self::File => "a file where a generated directory belongs",
            Self::Special => "not a regular file",
        })
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ForeignFile { paths } => {
                write!(f, "not overwriting files that cratify did not write:")?;
                for path in paths {
                    write!(f, "\n  {path}")?;
                }
                write!(
                    f,
                    "\nmove or delete them, or generate into another directory \
                     (files cratify owns are listed in `{}`)",
                    super::RECORD
                )
            }
            Self::Blocked { obstacles } => {
                write!(f, "cannot write through what is already there:")?;
                for Obstacle { path, kind } in obstacles {
                    write!(f, "\n  {path} is {kind}")?;
                }
                write!(
                    f,
                    "\nmove or delete it; if nothing generated belongs there any more, \
                     its line in `{}` may be deleted instead",
                    super::RECORD
                )
            }
            Self::NotADirectory { path } => {
                write!(f, "the output path {} is not a directory", path.display())
            }
            Self::BadRecord {
                path,
                line: 0,
                reason,
            } => {
                write!(f, "the ownership record {} {reason}", path.display())
            }
            Self::BadRecord { path, line, reason } => {
                write!(
                    f,
                    "line {line} of the ownership record {} {reason}",
                    path.display()
                )
            }
            Self::BadJournal { path, reason } => write!(
                f,
                "the marker {} of an interrupted write {reason}; \
                 delete the directory it is in and generate again",
                path.display()
            ),
            Self::Io {
                action,
                path,
                source,
            } => {
                write!(f, "cannot {action} {}: {source}", path.display())
            }
            Self::Unfinished { stage, source } => write!(
                f,
                "the generated files are only partly in place: {source}\n\
                 the complete new contents are in {}; fix the cause and generate again, \
                 which finishes this write first",
                stage.display()
            ),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Unfinished { source, .. } => Some(source),
            _ => None,
        }
    }
}
