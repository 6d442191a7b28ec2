//! Turns a wanted path into what is on disk there, without following links.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Obstacle, ObstacleKind, WriteError};

/// What is at a path inside the output directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing, or only things that go away before the path is needed.
    Absent,
    /// A regular file of this many bytes.
    File(u64),
    /// Something a generated file must not replace or pass through.
    Obstacle(Obstacle),
}

/// Generated files that are about to be removed, or were just before a crash.
#[derive(Debug, Default)]
pub(super) struct Leaving<'a>(BTreeSet<&'a str>);

impl<'a> Leaving<'a> {
    pub(super) fn new(paths: impl Iterator<Item = &'a str>) -> Self {
        Self(paths.collect())
    }

    fn has(&self, file: &str) -> bool {
        self.0.contains(file)
    }

    fn any_inside(&self, directory: &str) -> bool {
        let prefix = format!("{directory}/");
        self.0
            .range(prefix.as_str()..)
            .next()
            .is_some_and(|path| path.starts_with(&prefix))
    }
}

/// Looks at `path` inside `out`. What is `leaving` may still stand where
/// `path` or a directory above it belongs.
pub(super) fn look(out: &Path, path: &str, leaving: &Leaving<'_>) -> Result<Found, WriteError> {
    let obstacle = |path: &str, kind| {
        Ok(Found::Obstacle(Obstacle {
            path: path.to_owned(),
            kind,
        }))
    };
    for (end, _) in path.match_indices('/') {
        let above = &path[..end];
        let Some(meta) = metadata(&out.join(above))? else {
            return Ok(Found::Absent);
        };
        if meta.is_symlink() {
            return obstacle(above, ObstacleKind::Symlink);
        }
        if meta.is_file() && leaving.has(above) {
            return Ok(Found::Absent);
        }
        if !meta.is_dir() {
            let kind = if meta.is_file() {
                ObstacleKind::File
            } else {
                ObstacleKind::Special
            };
            return obstacle(above, kind);
        }
    }
    let full = out.join(path);
    let Some(meta) = metadata(&full)? else {
        return Ok(Found::Absent);
    };
    if meta.is_symlink() {
        return obstacle(path, ObstacleKind::Symlink);
    }
    if meta.is_dir() {
        return if empties(&full, path, leaving)? {
            Ok(Found::Absent)
        } else {
            obstacle(path, ObstacleKind::Directory)
        };
    }
    if !meta.is_file() {
        return obstacle(path, ObstacleKind::Special);
    }
    Ok(Found::File(meta.len()))
}

/// Whether a directory disappears once all files that leave are removed. An
/// empty one does only if such a file was in it: others are not ours.
fn empties(directory: &Path, path: &str, leaving: &Leaving<'_>) -> Result<bool, WriteError> {
    for entry in entries(directory)? {
        let Some(name) = entry.to_str() else {
            return Ok(false);
        };
        let (full, inner) = (directory.join(name), format!("{path}/{name}"));
        let Some(meta) = metadata(&full)? else {
            continue;
        };
        let leaves = if meta.is_dir() {
            empties(&full, &inner, leaving)?
        } else {
            meta.is_file() && leaving.has(&inner)
        };
        if !leaves {
            return Ok(false);
        }
    }
    Ok(leaving.any_inside(path))
}

/// Whether `path` exists in exactly this spelling. Asked only when another
/// spelling is also ours, because it lists every directory on the way.
pub(super) fn exists_exactly(out: &Path, path: &str) -> Result<bool, WriteError> {
    let mut directory = out.to_path_buf();
    for part in path.split('/') {
        if metadata(&directory)?.is_none_or(|meta| !meta.is_dir()) {
            return Ok(false);
        }
        if !entries(&directory)?
            .iter()
            .any(|name| name.as_os_str() == part)
        {
            return Ok(false);
        }
        directory.push(part);
    }
    Ok(true)
}

/// Refuses cratify's own record or stage when it is not what cratify makes;
/// says whether it exists.
pub(super) fn own_entry(out: &Path, name: &str, directory: bool) -> Result<bool, WriteError> {
    let Some(meta) = metadata(&out.join(name))? else {
        return Ok(false);
    };
    let kind = match (meta.is_symlink(), meta.is_dir(), meta.is_file()) {
        (true, ..) => ObstacleKind::Symlink,
        (_, true, _) if directory => return Ok(true),
        (_, _, true) if !directory => return Ok(true),
        (_, true, _) => ObstacleKind::Directory,
        (_, _, true) => ObstacleKind::File,
        _ => ObstacleKind::Special,
    };
    let obstacles = vec![Obstacle {
        path: name.to_owned(),
        kind,
    }];
    Err(WriteError::Blocked { obstacles })
}

fn metadata(path: &Path) -> Result<Option<fs::Metadata>, WriteError> {
    match fs::symlink_metadata(path) {
        Ok(meta) => Ok(Some(meta)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(source) => Err(WriteError::Io {
            action: "inspect",
            path: path.to_path_buf(),
            source,
        }),
    }
}

/// A path below a file is as absent as one below a missing directory.
pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// The names directly inside a directory.
pub(super) fn entries(directory: &Path) -> Result<Vec<PathBuf>, WriteError> {
    let list = || -> io::Result<Vec<PathBuf>> {
        fs::read_dir(directory)?
            .map(|entry| Ok(PathBuf::from(entry?.file_name())))
            .collect()
    };
    list().map_err(|source| WriteError::Io {
        action: "list",
        path: directory.to_path_buf(),
        source,
    })
}
