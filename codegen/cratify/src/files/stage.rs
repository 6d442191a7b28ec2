//! Writes the files of a plan through the stage, and cleans up after an
//! interrupted write.
//!
//! The stage has the new contents under `files/`, at their later paths, and
//! the new record as `next-record`. The record is written after all contents
//! and before the first move. After an interrupted write, a file that the
//! record lists belongs to cratify only if it is no longer in the stage.

use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::error::{ObstacleKind, WriteError};
use super::inspect::{self, Found};
use super::plan::Plan;
use super::record::{self, Record};
use super::{RECORD, STAGE};

const NEXT_RECORD: &str = "next-record";
const DRAFT: &str = "draft";

fn staged(out: &Path, path: &str) -> PathBuf {
    out.join(STAGE).join("files").join(path)
}

/// Whether a write was interrupted, or is under way.
pub(super) fn exists(out: &Path) -> Result<bool, WriteError> {
    inspect::own_entry(out, STAGE, ObstacleKind::Directory)
}

/// Writes all new contents into the stage. Nothing else changes.
pub(super) fn fill(disk: &mut Disk<'_>, out: &Path, plan: &Plan<'_>) -> Result<(), WriteError> {
    let stage = out.join(STAGE);
    disk.create_dirs(&stage)?;
    for write in &plan.writes {
        let path = staged(out, write.path);
        disk.create_dirs(path.parent().unwrap_or(&stage))?;
        disk.write(&path, write.contents)?;
    }
    if let Some(record) = &plan.record {
        disk.write_flushed(&stage.join(DRAFT), record)?;
        disk.rename(&stage.join(DRAFT), &stage.join(NEXT_RECORD))?;
    }
    Ok(())
}

/// Moves the contents of the stage into place.
pub(super) fn commit(disk: &mut Disk<'_>, out: &Path, plan: &Plan<'_>) -> Result<(), WriteError> {
    for path in &plan.removes {
        disk.remove(&out.join(path))?;
    }
    for path in plan.removes.iter().chain(&plan.gone) {
        disk.prune_above(out, path)?;
    }
    for write in &plan.writes {
        let path = out.join(write.path);
        disk.create_dirs(path.parent().unwrap_or(out))?;
        disk.rename(&staged(out, write.path), &path)?;
    }
    if plan.record.is_some() {
        disk.rename(&out.join(STAGE).join(NEXT_RECORD), &out.join(RECORD))?;
    }
    discard(disk, out)
}

/// The files that an interrupted write has put in place, and the files that it has
/// not.
#[derive(Debug, Default)]
pub(super) struct Interrupted {
    pub(super) moved: Vec<String>,
    unmoved: Vec<String>,
}

impl Interrupted {
    pub(super) fn read(out: &Path) -> Result<Self, WriteError> {
        let mut found = Self::default();
        if exists(out)?
            && let Some(next) = Record::read_file(&out.join(STAGE).join(NEXT_RECORD))?
        {
            let paths = next.paths().map(str::to_owned);
            (found.unmoved, found.moved) = paths.partition(|path| staged(out, path).exists());
        }
        Ok(found)
    }
}

/// Takes over what an interrupted write has put in place, and removes the
/// stage. It does not finish that write: the next plan does.
pub(super) fn recover(disk: &mut Disk<'_>, out: &Path) -> Result<(), WriteError> {
    if !exists(out)? {
        return Ok(());
    }
    let Interrupted { moved, unmoved } = Interrupted::read(out)?;
    let mut owned = Record::read(out)?;
    if moved.iter().any(|path| !owned.owns(path)) {
        for path in &moved {
            owned.own(path);
        }
        let draft = out.join(STAGE).join(DRAFT);
        disk.write_flushed(&draft, &record::render(owned.paths()))?;
        disk.rename(&draft, &out.join(RECORD))?;
    }
    for path in &unmoved {
        // A folder was perhaps made for it.
        if inspect::look(out, path)? == Found::Absent {
            disk.prune_above(out, path)?;
        }
    }
    discard(disk, out)
}

/// Removes the stage. The record in it goes first, because it would claim the
/// files that have left a stage that is removed only in part.
pub(super) fn discard(disk: &mut Disk<'_>, out: &Path) -> Result<(), WriteError> {
    let stage = out.join(STAGE);
    disk.remove(&stage.join(NEXT_RECORD))?;
    disk.remove_all(&stage)
}
