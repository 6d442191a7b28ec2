//! Turns an in-memory tree of generated files into the same tree on disk.
//!
//! [`FileTree`] holds the files, [`write()`] makes a folder equal to it, and
//! [`compare`] says what `write` would change. The folder may also hold
//! hand-written files: the ownership record `.cratify` lists the generated
//! ones, and no other file is ever overwritten or removed. [`write_marked`] writes
//! single files that begin with a mark of their own.
//!
//! A write first puts all new contents into the stage, the folder
//! `.cratify-stage`, and then moves them into place file by file. An error
//! while the stage is filled changes nothing. A write that stops later leaves
//! old and new files side by side, and the next write mends that: it compares
//! every file's contents with the tree. All that has to survive is which files
//! are ours, so only the record is flushed to the disk; the contents can be
//! generated again.

mod disk;
mod error;
mod inspect;
mod lock;
mod marked;
mod placeholder;
mod plan;
mod record;
mod stage;
mod summary;
mod write;

#[cfg(test)]
mod tests;

pub(crate) use error::WriteError;
#[cfg(test)]
use error::{Obstacle, ObstacleKind};
pub(crate) use marked::write_marked;
pub use summary::{Difference, Summary};
pub(crate) use write::{compare, write};

use cratify_rust::tree::{FileTree, RECORD, STAGE};
