//! Turns a committed change into the new state of the directory.

use std::collections::BTreeSet;
use std::path::Path;

use super::disk::Disk;
use super::error::{ObstacleKind, WriteError};
use super::journal::{Journal, MARKER, STAGED_RECORD};
use super::plan::same;
use super::probe::{self, Found, Leaving};
use super::record::Record;
use super::{RECORD, STAGE};
use cratify_rust::tree::fold;

/// Carries out a committed change, which may have been begun before. Every
/// step can be repeated: it is skipped when its effect is already there.
pub(super) fn finish(
    disk: &mut Disk<'_>,
    out: &Path,
    journal: &Journal,
    owned: &Record,
) -> Result<(), WriteError> {
    check(out, journal, owned)?;
    let stage = out.join(STAGE);
    let mut touched = BTreeSet::new();
    let new: BTreeSet<String> = journal.writes.iter().map(|path| fold(path)).collect();
    // Removals come first because a file may become a directory and back, or
    // change only the case of its name. Once the record is replaced it no
    // longer owns these paths, so a later file of that name is left alone.
    for path in journal.removes.iter().filter(|path| owned.owns(path)) {
        // Done before, a new directory may already stand where the file was.
        let there = matches!(probe::look(out, path, &Leaving::default())?, Found::File(_));
        if there && (!new.contains(&fold(path)) || probe::exists_exactly(out, path)?) {
            disk.remove(&out.join(path))?;
        }
        for (end, _) in path.rmatch_indices('/') {
            let needed = |write: &String| {
                write
                    .strip_prefix(&path[..end])
                    .is_some_and(|rest| rest.starts_with('/'))
            };
            if journal.writes.iter().any(needed) || !disk.prune(&out.join(&path[..end]))? {
                break;
            }
        }
    }
    for (number, path) in journal.writes.iter().enumerate() {
        let (from, to) = (stage.join(number.to_string()), out.join(path));
        if !from.exists() {
            continue;
        }
        if let Some(parent) = to.parent() {
            disk.create_dirs(parent)?;
            // New directories are entries of the ones above them.
            let inside = parent.ancestors().take_while(|above| *above != out);
            touched.extend(inside.map(Path::to_path_buf));
        }
        disk.rename(&from, &to)?;
    }
    if stage.join(STAGED_RECORD).exists() {
        disk.rename(&stage.join(STAGED_RECORD), &out.join(RECORD))?;
    }
    for directory in &touched {
        disk.sync_dir(directory);
    }
    disk.sync_dir(out);
    discard(disk, out)
}

/// Refuses to go on over what appeared since the change was committed.
fn check(out: &Path, journal: &Journal, owned: &Record) -> Result<(), WriteError> {
    let removes = || {
        journal
            .removes
            .iter()
            .map(String::as_str)
            .filter(|path| owned.owns(path))
    };
    let leaving = Leaving::new(removes());
    let (mut obstacles, mut foreign) = (Vec::new(), Vec::new());
    for (number, path) in journal.writes.iter().enumerate() {
        let staged = out.join(STAGE).join(number.to_string());
        if !staged.exists() {
            continue;
        }
        let found = probe::look(out, path, &leaving)?;
        if owned.owns(path) && matches!(found, Found::File(_)) {
            continue;
        }
        if owned.owns_other_case(path) && !probe::exists_exactly(out, path)? {
            continue;
        }
        match found {
            Found::Absent => {}
            Found::Obstacle(obstacle) => obstacles.push(obstacle),
            Found::File(size) => {
                let contents = std::fs::read(&staged).map_err(|source| WriteError::Io {
                    action: "read",
                    path: staged,
                    source,
                })?;
                if !same(out, path, size, &contents)? {
                    foreign.push(path.clone());
                }
            }
        }
    }
    for path in removes() {
        // Anything but a link on the way is settled by the removal itself.
        if let Found::Obstacle(obstacle) = probe::look(out, path, &leaving)?
            && obstacle.kind == ObstacleKind::Symlink
        {
            obstacles.push(obstacle);
        }
    }
    if !obstacles.is_empty() {
        obstacles.sort();
        obstacles.dedup();
        return Err(WriteError::Blocked { obstacles });
    }
    if foreign.is_empty() {
        Ok(())
    } else {
        Err(WriteError::ForeignFile { paths: foreign })
    }
}

/// Removes the stage. The marker goes first, so that a stage half removed is
/// never mistaken for a change to finish.
pub(super) fn discard(disk: &mut Disk<'_>, out: &Path) -> Result<(), WriteError> {
    let stage = out.join(STAGE);
    disk.remove(&stage.join(MARKER))?;
    for name in probe::entries(&stage)? {
        let path = stage.join(name);
        if !path.is_dir() || path.is_symlink() {
            disk.remove(&path)?;
        }
    }
    disk.remove_all(&stage)
}
