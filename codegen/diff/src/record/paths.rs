//! Turns the documents and overlays of a side into texts, by paths that mean the same on another machine.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::Side;

/// The files that a side was read from. Paths are relative to the folder that all of them are in, so no folder of this
/// machine is named.
pub(super) struct Files {
    /// The path of the root document.
    pub(super) root: String,
    /// The paths of the overlays, in the order in which they were applied.
    pub(super) overlays: Vec<String>,
    /// The texts of all files by their paths.
    pub(super) texts: BTreeMap<String, String>,
}

/// The documents and overlays of a side.
pub(super) fn files(side: &Side) -> Result<Files, String> {
    let decisions = &side.decisions;
    let documents = decisions.sources.iter();
    let documents = documents.map(|(id, source)| (Some(id), &*source.path, &source.text));
    let overlays = side.overlays.iter();
    let overlays = overlays.map(|(path, text)| (None, &**path, text));
    let mut paths = Vec::new();
    for (id, path, text) in documents.chain(overlays) {
        let path = std::path::absolute(path)
            .map_err(|error| format!("the folder of `{}`: {error}", path.display()))?;
        paths.push((id, plain(&path), text));
    }
    let folders = paths.iter().filter_map(|(_, path, _)| path.parent());
    let common = folders.map(Path::to_path_buf).reduce(|one, other| {
        let pairs = one.components().zip(other.components());
        let same = pairs.take_while(|(one, other)| one == other);
        same.map(|(one, _)| one).collect()
    });
    let common = common.unwrap_or_default();
    let mut files = Files {
        root: String::new(),
        overlays: Vec::new(),
        texts: BTreeMap::new(),
    };
    for (id, path, text) in paths {
        let relative = path.strip_prefix(&common).map_err(|_| {
            format!(
                "`{}` is in no folder with the other documents",
                path.display()
            )
        })?;
        let parts = relative.components();
        let parts = parts.map(|part| part.as_os_str().to_string_lossy().into_owned());
        let relative = parts.collect::<Vec<_>>().join("/");
        match id {
            None => files.overlays.push(relative.clone()),
            Some(id) if id == decisions.root => files.root.clone_from(&relative),
            Some(_) => {}
        }
        files.texts.insert(relative, text.clone());
    }
    Ok(files)
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

/// Whether a path of a record stays in the folder that it is written to.
pub(crate) fn stays_inside(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    !path.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
}
