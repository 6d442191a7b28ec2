//! Turns a tree, a record and a directory into the changes still to be made.

use std::fs;
use std::path::Path;

use super::FileTree;
use super::error::{Obstacle, ObstacleKind, WriteError};
use super::probe::{self, Found, Leaving};
use super::record::{self, Record};

/// The changes that make a directory equal to a tree.
#[derive(Debug, Default)]
pub(super) struct Plan<'a> {
    /// Files to create or replace, sorted by path.
    pub(super) writes: Vec<Write<'a>>,
    /// Owned files the tree no longer has and that may still exist, sorted.
    pub(super) removes: Vec<&'a str>,
    /// The new record, when it differs from the one on disk.
    pub(super) record: Option<String>,
    /// Files that already are what the tree says.
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
    /// Whether the directory already is what the tree says.
    pub(super) fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.removes.is_empty() && self.record.is_none()
    }
}

/// Looks at everything the tree or the record names, and changes nothing.
/// All obstacles and all foreign files are found before any is reported.
pub(super) fn plan<'a>(
    tree: &'a FileTree,
    owned: &'a Record,
    out: &Path,
) -> Result<Plan<'a>, WriteError> {
    let mut plan = Plan::default();
    let mut obstacles = Vec::new();
    let mut foreign = Vec::new();
    let stale = || owned.paths().filter(|path| tree.get(path).is_none());
    let leaving = Leaving::new(stale());

    for (path, contents) in tree.iter() {
        let mut found = probe::look(out, path, &leaving)?;
        if owned.owns_other_case(path) && !probe::exists_exactly(out, path)? {
            found = Found::Absent;
        }
        match found {
            Found::Obstacle(obstacle) => obstacles.push(obstacle),
            Found::Absent => plan.writes.push(Write {
                path,
                contents,
                replaces: false,
            }),
            Found::File(size) if same(out, path, size, contents.as_bytes())? => plan.unchanged += 1,
            Found::File(_) if owned.owns(path) => {
                plan.writes.push(Write {
                    path,
                    contents,
                    replaces: true,
                });
            }
            Found::File(_) => foreign.push(path.to_owned()),
        }
    }
    for path in stale() {
        match probe::look(out, path, &leaving)? {
            // A file system that ignores case shows the new file here.
            Found::File(_) if tree.has_other_case(path) && !probe::exists_exactly(out, path)? => {}
            Found::File(_) => plan.removes.push(path),
            // Its directory may be left over, empty, where a file belongs now.
            Found::Absent if tree.has_above(path) => plan.removes.push(path),
            Found::Absent => {}
            Found::Obstacle(obstacle) if is_gone(tree, path, &obstacle) => {}
            Found::Obstacle(obstacle) => obstacles.push(obstacle),
        }
    }
    if !obstacles.is_empty() {
        obstacles.sort();
        obstacles.dedup();
        return Err(WriteError::Blocked { obstacles });
    }
    if !foreign.is_empty() {
        return Err(WriteError::ForeignFile { paths: foreign });
    }
    let record = record::render(tree);
    plan.record = (owned.text() != Some(record.as_str())).then_some(record);
    Ok(plan)
}

/// Whether an obstacle at an owned path that is no longer wanted only shows
/// that the old file is gone: a file now stands where its directory was, or
/// a directory the tree itself needs (and looks into) where it was.
fn is_gone(tree: &FileTree, path: &str, obstacle: &Obstacle) -> bool {
    match obstacle.kind {
        ObstacleKind::Symlink => false,
        ObstacleKind::File | ObstacleKind::Special => obstacle.path != path,
        ObstacleKind::Directory => tree.iter().any(|(wanted, _)| {
            wanted
                .strip_prefix(path)
                .is_some_and(|rest| rest.starts_with('/'))
        }),
    }
}

/// Whether the file holds exactly these bytes.
pub(super) fn same(out: &Path, path: &str, size: u64, contents: &[u8]) -> Result<bool, WriteError> {
    if u64::try_from(contents.len()) != Ok(size) {
        return Ok(false);
    }
    let full = out.join(path);
    match fs::read(&full) {
        Ok(bytes) => Ok(bytes == contents),
        Err(source) => Err(WriteError::Io {
            action: "read",
            path: full,
            source,
        }),
    }
}
