//! Turns a tree and a folder into a folder equal to the tree.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use super::disk::{Disk, Hook};
use super::error::WriteError;
use super::plan::plan;
use super::record::Record;
use super::stage::{self, Interrupted};
use super::{Difference, FileTree, RECORD, Summary, lock};

/// Makes the generated files in `out` equal to `tree`, all or nothing.
///
/// `out` is created when missing; it may be a symbolic link, nothing generated
/// inside it may. Files that already have the right bytes are not touched, and
/// when there is nothing to do nothing at all is. Waits for other processes
/// writing to the same folder.
///
/// # Errors
///
/// Any [`WriteError`]. If it is [`WriteError::Unfinished`], some files are new
/// and some old, which the next call mends; in every other case this call's
/// tree has changed nothing.
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
    let disk = &mut Disk { hook, flush };
    if !is_folder(out)? {
        disk.create_dirs(out)?;
    }
    let _lock = lock::exclusive(out);
    stage::recover(disk, out)?;
    let owned = Record::read(out)?;
    let plan = plan(tree, &owned, out)?;
    if !plan.is_empty() {
        if let Err(error) = stage::fill(disk, out, &plan) {
            // The next run would discard this as well.
            let _ = stage::discard(disk, out);
            return Err(error);
        }
        stage::commit(disk, out, &plan).map_err(|source| WriteError::Unfinished(source.into()))?;
        // Whoever looks for edits sees that there was a write. Without the time, an edit may not be reported.
        let record = fs::File::options().write(true).open(out.join(RECORD));
        let _ = record.and_then(|record| record.set_modified(SystemTime::now()));
    }
    let removed = plan.removes.iter().map(|path| (*path).to_owned());
    let written = plan.writes.iter().map(|write| write.path.to_owned());
    Ok(Summary {
        written: written.collect(),
        removed: removed.collect(),
        unchanged: plan.unchanged,
    })
}

/// Says how `out` differs from what [`write()`] would make it, without writing.
/// The list is empty exactly when `write` would change no generated file and
/// not the record; it is sorted by path. A stage that an interrupted write has
/// left is no difference: it is not part of the crate, and the next write
/// removes it.
///
/// # Errors
///
/// The [`WriteError`] that [`write()`] would fail with before it changes
/// anything.
pub(crate) fn compare(tree: &FileTree, out: &Path) -> Result<Vec<Difference>, WriteError> {
    let out = named(out);
    let _lock = is_folder(out)?.then(|| lock::shared(out));
    let mut owned = Record::read(out)?;
    for path in Interrupted::read(out)?.moved {
        owned.own(&path);
    }
    let plan = plan(tree, &owned, out)?;
    let stale = plan.removes.iter().copied();
    let writes = plan.writes.iter();
    let record = (plan.record.iter()).map(|_| Difference::to_write(RECORD, owned.text().is_some()));
    let mut differences: Vec<Difference> = writes
        .map(|write| Difference::to_write(write.path, write.replaces))
        .chain(stale.map(|path| Difference::Stale(path.to_owned())))
        .chain(record)
        .collect();
    differences.sort_by(|one, other| one.path().cmp(other.path()));
    Ok(differences)
}

/// Joining to an empty path works, opening it does not.
pub(super) fn named(out: &Path) -> &Path {
    if out.as_os_str().is_empty() {
        Path::new(".")
    } else {
        out
    }
}

fn is_folder(out: &Path) -> Result<bool, WriteError> {
    match fs::metadata(out) {
        Ok(meta) if meta.is_dir() => Ok(true),
        Ok(_) => Err(WriteError::NotADirectory(out.to_path_buf())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(source) => Err(WriteError::io("inspect", out, source)),
    }
}
