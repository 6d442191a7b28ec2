//! Turns a plan into a staged and committed change, and back into what it says.
//!
//! The stage is a flat directory: new contents in files named `0`, `1`, ...,
//! the new ownership record in `record`, and the marker `commit`, which names
//! what goes where. The marker appears by one rename after everything it
//! names has reached the disk, so a stage either has no marker and is worth
//! nothing, or has a complete one and can be finished by anybody.

use std::io;
use std::path::Path;

use super::STAGE;
use super::disk::Disk;
use super::error::WriteError;
use super::plan::Plan;
use super::probe;
use cratify_rust::tree::check_path;

pub(super) const MARKER: &str = "commit";
const MARKER_DRAFT: &str = "commit.draft";
pub(super) const STAGED_RECORD: &str = "record";
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
                return Err(WriteError::BadJournal {
                    path,
                    reason: "is not text",
                });
            }
            Err(source) => {
                return Err(WriteError::Io {
                    action: "read",
                    path,
                    source,
                });
            }
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
        if complete {
            Ok(journal)
        } else {
            Err("is cut off")
        }
    }

    fn render(plan: &Plan<'_>) -> String {
        let removes = plan.removes.iter().map(|path| format!("remove {path}\n"));
        let writes = plan
            .writes
            .iter()
            .map(|write| format!("write {}\n", write.path));
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
    disk.sync(&staged)?;
    disk.sync_dir(&stage);
    disk.rename(&stage.join(MARKER_DRAFT), &stage.join(MARKER))?;
    disk.sync_dir(&stage);
    disk.sync_dir(out);
    Ok(())
}
