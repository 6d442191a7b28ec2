//! Turns a path into what is on disk there, without following links.

use std::fs;
use std::io;
use std::path::Path;

use super::error::{Obstacle, ObstacleKind, WriteError};
use cratify_rust::tree::parts;

/// The entry at a path inside the output folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing.
    Absent,
    /// A regular file of this many bytes.
    File(u64),
    /// Something a generated file must not replace or pass through.
    Obstacle(Obstacle),
}

/// Looks at `path` inside `out`, and at every folder on the way.
pub(super) fn look(out: &Path, path: &str) -> Result<Found, WriteError> {
    for part in parts(path) {
        let Some(meta) = metadata(&out.join(part))? else {
            return Ok(Found::Absent);
        };
        match (kind(&meta), part == path) {
            (ObstacleKind::Directory, false) => {}
            (ObstacleKind::File, true) => return Ok(Found::File(meta.len())),
            (kind, _) => {
                let path = part.to_owned();
                return Ok(Found::Obstacle(Obstacle { path, kind }));
            }
        }
    }
    Ok(Found::Absent)
}

/// Looks at a path alone: the folders on the way may be links.
pub(super) fn entry(path: &Path) -> Result<Found, WriteError> {
    let Some(meta) = metadata(path)? else {
        return Ok(Found::Absent);
    };
    Ok(match kind(&meta) {
        ObstacleKind::File => Found::File(meta.len()),
        kind => Found::Obstacle(Obstacle {
            path: path.display().to_string(),
            kind,
        }),
    })
}

/// Whether cratify's own record or stage exists. Anything else in its place is
/// an error.
pub(super) fn own_entry(out: &Path, name: &str, wanted: ObstacleKind) -> Result<bool, WriteError> {
    match metadata(&out.join(name))?.as_ref().map(kind) {
        None => Ok(false),
        Some(kind) if kind == wanted => Ok(true),
        Some(kind) => {
            let path = name.to_owned();
            Err(WriteError::Blocked(vec![Obstacle { path, kind }]))
        }
    }
}

/// A path below a file is as absent as one below a missing folder.
pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

fn metadata(path: &Path) -> Result<Option<fs::Metadata>, WriteError> {
    match fs::symlink_metadata(path) {
        Ok(meta) => Ok(Some(meta)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(source) => Err(WriteError::io("inspect", path, source)),
    }
}

fn kind(meta: &fs::Metadata) -> ObstacleKind {
    if meta.is_symlink() {
        ObstacleKind::Symlink
    } else if meta.is_dir() {
        ObstacleKind::Directory
    } else if meta.is_file() {
        ObstacleKind::File
    } else {
        ObstacleKind::Special
    }
}
