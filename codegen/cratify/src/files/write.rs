//! Turns a tree and a directory into a directory equal to the tree.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::disk::{Disk, Hook};
use super::error::WriteError;
use super::finish;
use super::journal::{self, Journal};
use super::lock::Lock;
use super::plan::plan;
use super::record::Record;
use super::{FileTree, RECORD, STAGE, probe};

/// What one call to `write` did, including what it finished for an earlier
/// call that was interrupted. Paths are relative to the output directory and
/// sorted; the ownership record is not counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files created or replaced.
    pub written: Vec<String>,
    /// Files removed because the tree no longer has them.
    pub removed: Vec<String>,
    /// How many files of the tree were left as they are.
    pub unchanged: usize,
}

/// One way in which a directory is not what `write` would make it. The path
/// is relative and may also be that of the ownership record or the stage.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// The file does not exist.
    Missing(String),
    /// The file exists with other contents.
    Changed(String),
    /// The file was generated once and is not any more.
    Stale(String),
}

impl Difference {
    /// The path that differs, relative to the output directory.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Missing(path) | Self::Changed(path) | Self::Stale(path) => path,
        }
    }
}

/// Makes the generated files in `out` equal to `tree`, all or nothing.
///
/// `out` is created when missing; it may be a symbolic link, nothing generated
/// inside it may. Files that already have the right bytes are not touched, and
/// when there is nothing to do nothing at all is. Waits for other processes
/// writing to the same directory.
///
/// # Errors
///
/// Any [`WriteError`]. If it is [`WriteError::Unfinished`], some files are new
/// and some old, and the next call finishes the change first; in every other
/// case this call's tree has changed nothing.
pub(crate) fn write(tree: &FileTree, out: &Path) -> Result<Summary, WriteError> {
    write_with(tree, out, &mut |_, _| Ok(()), true)
}

pub(super) fn write_with(
    tree: &FileTree,
    out: &Path,
    hook: Hook<'_>,
    flush: bool,
) -> Result<Summary, WriteError> {
    let out = named(out);
    let disk = &mut Disk::new(hook, flush);
    if !is_directory(out)? {
        disk.create_dirs(out)?;
    }
    let _lock = Lock::exclusive(out);

    let mut touched = Touched::default();
    if let Some(journal) = Journal::read(out)? {
        roll_forward(disk, out, &journal)?;
        touched.add(&journal);
    } else if probe::own_entry(out, STAGE, true)? {
        finish::discard(disk, out)?;
    }

    let owned = Record::read(out)?;
    let plan = plan(tree, &owned, out)?;
    if !plan.is_empty() {
        if let Err(error) = journal::commit(disk, out, &plan) {
            // Nothing is committed; the next run would discard this as well.
            let _ = finish::discard(disk, out);
            return Err(error);
        }
        // Reading the marker back keeps one path for finishing a change, the
        // one that also has to work after a crash.
        if let Some(journal) = Journal::read(out)? {
            roll_forward(disk, out, &journal)?;
            touched.add(&journal);
        }
    }
    Ok(touched.summary(tree))
}

fn roll_forward(disk: &mut Disk<'_>, out: &Path, journal: &Journal) -> Result<(), WriteError> {
    let owned = Record::read(out)?;
    finish::finish(disk, out, journal, &owned).map_err(|source| WriteError::Unfinished {
        stage: out.join(STAGE),
        source: Box::new(source),
    })
}

/// Says how `out` differs from what [`write()`] would make it, without writing.
/// The list is empty exactly when `write` would change nothing; it is sorted
/// by path.
///
/// # Errors
///
/// The [`WriteError`] that [`write()`] would fail with before it changes
/// anything.
pub(crate) fn compare(tree: &FileTree, out: &Path) -> Result<Vec<Difference>, WriteError> {
    let out = named(out);
    let mut differences = Vec::new();
    let mut owned = Record::default();
    if is_directory(out)? {
        let _lock = Lock::shared(out);
        // What an interrupted write has put in place is ours, even though the
        // record does not say so yet.
        let pending = Journal::read(out)?;
        owned = Record::read(out)?;
        pending
            .iter()
            .flat_map(|journal| &journal.writes)
            .for_each(|path| owned.own(path));
        if probe::own_entry(out, STAGE, true)? {
            differences.push(Difference::Stale(STAGE.to_owned()));
        }
        differences.extend(planned(tree, &owned, out)?);
    } else {
        differences.extend(planned(tree, &owned, out)?);
    }
    differences.sort_by(|one, other| one.path().cmp(other.path()));
    Ok(differences)
}

fn planned(tree: &FileTree, owned: &Record, out: &Path) -> Result<Vec<Difference>, WriteError> {
    let plan = plan(tree, owned, out)?;
    let differs = |path: &str, exists: bool| {
        if exists {
            Difference::Changed(path.to_owned())
        } else {
            Difference::Missing(path.to_owned())
        }
    };
    let mut list: Vec<Difference> = plan
        .writes
        .iter()
        .map(|write| differs(write.path, write.replaces))
        .collect();
    list.extend(
        plan.removes
            .iter()
            .map(|path| Difference::Stale((*path).to_owned())),
    );
    list.extend(plan.record.map(|_| differs(RECORD, owned.text().is_some())));
    Ok(list)
}

/// Joining to an empty path works, opening it does not.
fn named(out: &Path) -> &Path {
    if out.as_os_str().is_empty() {
        Path::new(".")
    } else {
        out
    }
}

fn is_directory(out: &Path) -> Result<bool, WriteError> {
    match std::fs::metadata(out) {
        Ok(meta) if meta.is_dir() => Ok(true),
        Ok(_) => Err(WriteError::NotADirectory {
            path: out.to_path_buf(),
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(source) => Err(WriteError::Io {
            action: "inspect",
            path: out.to_path_buf(),
            source,
        }),
    }
}

#[derive(Debug, Default)]
struct Touched {
    paths: BTreeSet<String>,
}

impl Touched {
    fn add(&mut self, journal: &Journal) {
        self.paths
            .extend(journal.writes.iter().chain(&journal.removes).cloned());
    }

    /// A file one change wrote and the next removed counts by how it ended.
    fn summary(self, tree: &FileTree) -> Summary {
        let (written, removed): (Vec<_>, Vec<_>) = self
            .paths
            .into_iter()
            .partition(|path| tree.get(path).is_some());
        Summary {
            unchanged: tree.len() - written.len(),
            written,
            removed,
        }
    }
}
