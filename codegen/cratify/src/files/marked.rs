//! Writes files outside of the folder of a crate: a module, pages. No ownership record lists them, so each begins with
//! the line that says who made it.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::{Obstacle, ObstacleKind, WriteError};
use super::inspect::{self, Found};
use super::placeholder::is_placeholder;
use super::{disk::Disk, lock};
use cratify_rust::text::MARK;

/// The longest sign of a comment before the mark, in bytes: `<!-- `.
const LONGEST_SIGN: usize = 5;

/// Writes the files that differ, and returns how many these are. Each is replaced in one step.
///
/// # Errors
///
/// A file of others is in the way, or the operating system refuses before the first file is replaced: then nothing has
/// changed. [`WriteError::Unfinished`] if it refuses later.
pub(crate) fn write_marked(files: &[(PathBuf, String)]) -> Result<usize, WriteError> {
    let mut changed = Vec::new();
    let mut obstacles = Vec::new();
    for (path, text) in files {
        let kind = match inspect::entry(path)? {
            Found::Absent => None,
            Found::Obstacle(obstacle) => Some(obstacle.kind),
            Found::File(size) => {
                let found =
                    fs::read(path).map_err(|source| WriteError::io("read", path, source))?;
                if found == text.as_bytes() {
                    continue;
                }
                let name = path.to_string_lossy();
                let is_ours = is_marked(&found) || is_placeholder(Path::new(""), &name, size);
                (!is_ours).then_some(ObstacleKind::Foreign)
            }
        };
        match kind {
            Some(kind) => obstacles.push(Obstacle {
                path: path.display().to_string(),
                kind,
            }),
            None => changed.push((path, staged(path), text)),
        }
    }
    if !obstacles.is_empty() {
        obstacles.sort();
        return Err(WriteError::BlockedMarked(obstacles));
    }
    let disk = &mut Disk {
        hook: &mut |_, _| Ok(()),
        flush: false,
    };
    let mut locks = Vec::new();
    for (path, _, _) in &changed {
        let folder = folder(path);
        disk.create_dirs(folder)?;
        if !locks.iter().any(|(locked, _)| *locked == folder) {
            locks.push((folder, lock::exclusive(folder)));
        }
    }
    let stage = changed.iter().try_for_each(|(_, stage, text)| {
        // An interrupted run has perhaps left one.
        disk.remove(stage)?;
        disk.write(stage, text)
    });
    if let Err(error) = stage {
        for (_, stage, _) in &changed {
            let _ = fs::remove_file(stage);
        }
        return Err(error);
    }
    for (path, stage, _) in &changed {
        let moved = disk.rename(stage, path);
        moved.map_err(|source| WriteError::Unfinished(source.into()))?;
    }
    Ok(changed.len())
}

/// Whether a text begins with a comment that has the mark.
fn is_marked(text: &[u8]) -> bool {
    let start = &text[..text.len().min(LONGEST_SIGN + MARK.len())];
    String::from_utf8_lossy(start)
        .trim_start_matches(['/', '<', '!', '-', '#', ' '])
        .starts_with(MARK)
}

/// The folder of a file.
fn folder(path: &Path) -> &Path {
    let folder = path.parent().unwrap_or(path);
    super::write::named(folder)
}

/// The place of the new contents until the file is replaced. It is the same for each run, so that the next run takes
/// what an interrupted one has left.
fn staged(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(super::STAGE);
    path.with_file_name(name)
}
