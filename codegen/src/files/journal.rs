//! Turns a plan into a staged, committed change and a committed change into
//! the new state of the directory.
//!
//! The stage is a flat directory: new contents in files named `0`, `1`, ...,
//! the new ownership record in `record`, and the marker `commit`, which names
//! what goes where. The marker appears by one rename after everything it
//! names has reached the disk, so a stage either has no marker and is worth
//! nothing, or has a complete one and can be finished by anybody.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::disk::Disk;
use super::error::{ObstacleKind, WriteError};
use super::plan::{Plan, same};
use super::probe::{self, Found, Leaving};
use super::record::Record;
use super::tree::{check_path, fold};
use super::{RECORD, STAGE};

const MARKER: &str = "commit";
const MARKER_DRAFT: &str = "commit.draft";
const STAGED_RECORD: &str = "record";
const HEADER: &str = "cratify journal 1";
const FOOTER: &str = "end";

/// What a commit marker says; the staged file of `writes[n]` is named `n`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Journal {
    pub(super) writes: Vec<String>,
    pub(super) removes: Vec<String>,
}

impl Journal {
    /// Reads the marker; `None` when there is no stage or it has no marker.
    pub(super) fn read(out: &Path) -> Result<Option<Self>, WriteError> {
        let stage = out.join(STAGE);
        if !probe::own_entry(out, STAGE, true)? {
            return Ok(None);
        }
        let path = stage.join(MARKER);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if probe::is_absent(&error) => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Err(WriteError::BadJournal { path, reason: "is not text" });
            }
            Err(source) => return Err(WriteError::Io { action: "read", path, source }),
        };
        match Self::parse(&text) {
            Ok(journal) => Ok(Some(journal)),
            Err(reason) => Err(WriteError::BadJournal { path, reason }),
        }
    }

    fn parse(text: &str) -> Result<Self, &'static str> {
        let mut lines = text.lines();
        if lines.next() != Some(HEADER) {
            return Err("does not start as this version of cratify writes it");
        }
        let mut journal = Self::default();
        let mut complete = false;
        for line in lines {
            let (list, path) = match line.split_once(' ') {
                _ if complete => return Err("goes on after its end"),
                Some(("write", path)) => (&mut journal.writes, path),
                Some(("remove", path)) => (&mut journal.removes, path),
                None if line == FOOTER => {
                    complete = true;
                    continue;
                }
                _ => return Err("has a line that means nothing"),
            };
            check_path(path)?;
            list.push(path.to_owned());
        }
        if complete { Ok(journal) } else { Err("is cut off") }
    }

    fn render(plan: &Plan<'_>) -> String {
        let removes = plan.removes.iter().map(|path| format!("remove {path}\n"));
        let writes = plan.writes.iter().map(|write| format!("write {}\n", write.path));
        let lines: String = removes.chain(writes).collect();
        format!("{HEADER}\n{lines}{FOOTER}\n")
    }
}

/// Writes the stage up to and including its marker. On an error nothing in
/// the directory has changed but the stage, which has no marker.
pub(super) fn commit(disk: &mut Disk<'_>, out: &Path, plan: &Plan<'_>) -> Result<(), WriteError> {
    let stage = out.join(STAGE);
    disk.create_dirs(&stage)?;
    let mut staged = Vec::new();
    for (number, write) in plan.writes.iter().enumerate() {
        staged.push(stage.join(number.to_string()));
        disk.create(&stage.join(number.to_string()), write.contents)?;
    }
    if let Some(record) = &plan.record {
        staged.push(stage.join(STAGED_RECORD));
        disk.create(&stage.join(STAGED_RECORD), record)?;
    }
    staged.push(stage.join(MARKER_DRAFT));
    disk.create(&stage.join(MARKER_DRAFT), &Journal::render(plan))?;
    // Flushing after all writes lets the first flush carry most of the rest.
    for path in &staged {
        disk.sync(path)?;
    }
    disk.sync_dir(&stage);
    disk.rename(&stage.join(MARKER_DRAFT), &stage.join(MARKER))?;
    disk.sync_dir(&stage);
    disk.sync_dir(out);
    Ok(())
}

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
                write.strip_prefix(&path[..end]).is_some_and(|rest| rest.starts_with('/'))
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
    touched.iter().for_each(|directory| disk.sync_dir(directory));
    disk.sync_dir(out);
    discard(disk, out)
}

/// Refuses to go on over what appeared since the change was committed.
fn check(out: &Path, journal: &Journal, owned: &Record) -> Result<(), WriteError> {
    let removes = || journal.removes.iter().map(String::as_str).filter(|path| owned.owns(path));
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
                let contents = std::fs::read(&staged)
                    .map_err(|source| WriteError::Io { action: "read", path: staged, source })?;
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
    if foreign.is_empty() { Ok(()) } else { Err(WriteError::ForeignFile { paths: foreign }) }
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
