//! Turns an in-memory tree of generated files into the same tree on disk.
//!
//! [`FileTree`] holds the files, [`write()`] makes a directory equal to it and
//! [`compare`] only says what `write` would do. The directory may also hold
//! hand-written files: the ownership record `.cratify` lists the generated
//! ones, and nothing that is not listed there is ever overwritten or removed.
//!
//! A write is all or nothing. New contents are first collected in
//! `.cratify-stage/`, then a commit marker appears there, and only then are
//! files moved into place. A process killed before the marker has changed
//! nothing; one killed after it has left everything the next [`write()`] needs
//! to finish the job, which is the first thing that call does.

mod disk;
mod error;
mod finish;
mod journal;
mod lock;
mod plan;
mod probe;
mod record;
mod write;

#[cfg(test)]
mod tests;

pub(crate) use error::WriteError;
#[cfg(test)]
use error::{Obstacle, ObstacleKind};
pub use write::{Difference, Summary};
pub(crate) use write::{compare, write};

use cratify_rust::tree::{FileTree, RECORD, STAGE};
