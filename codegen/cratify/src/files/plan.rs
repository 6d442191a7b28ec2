//! Turns a tree, a record and a folder into the changes still to be made.

use std::cell::LazyCell;
use std::collections::HashSet;
use std::fs;
use std::path::Path;

use super::FileTree;
use super::error::{Obstacle, ObstacleKind, WriteError};
use super::inspect::{self, Found};
use super::placeholder::is_placeholder;
use super::record::{self, Record};
use cratify_rust::tree::fold;

/// The changes that make a folder equal to a tree.
#[derive(Debug, Default)]
pub(super) struct Plan<'a> {
    /// Files to create or replace, sorted by path.
    pub(super) writes: Vec<Write<'a>>,
    /// Owned files that the tree does not have, sorted by path.
    pub(super) removes: Vec<&'a str>,
    /// Owned files that neither the tree nor the folder has. Folders
    /// above them may be left over, empty.
    pub(super) gone: Vec<&'a str>,
    /// The new record, when it differs from the one on disk.
    pub(super) record: Option<String>,
    /// How many files already are what the tree says.
    pub(super) unchanged: usize,
}

/// One file to create or replace.
#[derive(Debug)]
pub(super) struct Write<'a> {
    pub(super) path: &'a str,
    pub(super) contents: &'a str,
    /// Whether a file is there now.
    pub(super) replaces: bool,
}

impl Plan<'_> {
    /// Whether the folder already is what the tree says. A file that is to
    /// be removed is in the old record and not in the new one.
    pub(super) fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.record.is_none()
    }
}

/// Looks at everything that the tree or the record names, and changes nothing.
/// All obstacles are found before any is reported.
pub(super) fn plan<'a>(
    tree: &'a FileTree,
    owned: &'a Record,
    out: &Path,
) -> Result<Plan<'a>, WriteError> {
    let mut plan = Plan::default();
    let mut obstacles = Vec::new();
    let stale: Vec<&str> = owned
        .paths()
        .filter(|path| tree.get(path).is_none())
        .collect();
    // A file system that ignores case perhaps shows, at another path, a file that is about to be removed.
    let removed = LazyCell::new(|| stale.iter().copied().map(fold).collect::<HashSet<_>>());
    for (path, contents) in tree.iter() {
        let size = match inspect::look(out, path)? {
            Found::Obstacle(obstacle) => {
                obstacles.push(obstacle);
                continue;
            }
            Found::File(size) => Some(size),
            Found::Absent => None,
        };
        let replaces = size.is_some();
        let same = match size {
            Some(size) => is_same(out, path, size, contents)?,
            None => false,
        };
        // Only a file that the record does not own is read for this.
        let is_free = || {
            let is_idle = || size.is_some_and(|size| is_placeholder(out, path, size));
            (same || is_idle()) && !removed.contains(&fold(path))
        };
        let is_ours = owned.owns(path) || is_free();
        if same && is_ours {
            plan.unchanged += 1;
        } else if replaces && !is_ours {
            let (path, kind) = (path.to_owned(), ObstacleKind::Foreign);
            obstacles.push(Obstacle { path, kind });
        } else {
            plan.writes.push(Write {
                path,
                contents,
                replaces,
            });
        }
    }
    for path in stale {
        match inspect::look(out, path)? {
            Found::File(_) => plan.removes.push(path),
            Found::Absent => plan.gone.push(path),
            Found::Obstacle(obstacle) if obstacle.kind == ObstacleKind::Symlink => {
                obstacles.push(obstacle);
            }
            // An entry in the place of a generated file is not ours.
            Found::Obstacle(_) => {}
        }
    }
    if !obstacles.is_empty() {
        obstacles.sort();
        obstacles.dedup();
        return Err(WriteError::Blocked(obstacles));
    }
    let record = record::render(tree.iter().map(|(path, _)| path));
    plan.record = (owned.text() != Some(record.as_str())).then_some(record);
    Ok(plan)
}

/// Whether the file holds exactly this text. Neither its time nor its size is
/// trusted: after a power failure both can be right and the contents lost.
fn is_same(out: &Path, path: &str, size: u64, contents: &str) -> Result<bool, WriteError> {
    if u64::try_from(contents.len()) != Ok(size) {
        return Ok(false);
    }
    let full = out.join(path);
    match fs::read(&full) {
        Ok(bytes) => Ok(bytes == contents.as_bytes()),
        Err(source) => Err(WriteError::io("read", &full, source)),
    }
}
