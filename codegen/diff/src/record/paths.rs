//! The documents of a side to texts, by paths that mean the same on another machine.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::Side;

/// The path of the root document, and the texts of all documents by their paths. The paths are relative to the folder
/// that all documents are in, so no folder of this machine is named.
pub(super) fn documents(side: &Side) -> Result<(String, BTreeMap<String, String>), String> {
    let decisions = &side.decisions;
    let mut paths = Vec::new();
    for (id, source) in decisions.sources.iter() {
        let path = std::path::absolute(&source.path)
            .map_err(|error| format!("the folder of `{}`: {error}", source.path.display()))?;
        paths.push((id, plain(&path), &source.text));
    }
    let folders = paths.iter().filter_map(|(_, path, _)| path.parent());
    let common = folders.map(Path::to_path_buf).reduce(|one, other| {
        let pairs = one.components().zip(other.components());
        let same = pairs.take_while(|(one, other)| one == other);
        same.map(|(one, _)| one).collect()
    });
    let common = common.unwrap_or_default();
    let mut root = String::new();
    let mut documents = BTreeMap::new();
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
        if id == decisions.root {
            root.clone_from(&relative);
        }
        documents.insert(relative, text.clone());
    }
    Ok((root, documents))
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
