//! Turns an output folder into a lock on it, without changing it.

use std::fs::File;
use std::io;
use std::path::Path;

/// Waits until no other process reads or writes the (existing) folder, and
/// keeps them out until the file is dropped. `None` where the file system
/// cannot lock: the write is then only not safe against a second writer.
#[must_use = "the lock ends when the file is dropped"]
pub(super) fn exclusive(out: &Path) -> Option<File> {
    take(out, File::lock)
}

/// Waits until no process writes; several readers may hold this at once.
#[must_use = "the lock ends when the file is dropped"]
pub(super) fn shared(out: &Path) -> Option<File> {
    take(out, File::lock_shared)
}

fn take(out: &Path, lock: impl Fn(&File) -> io::Result<()>) -> Option<File> {
    let file = open(out).ok()?;
    loop {
        match lock(&file) {
            Ok(()) => return Some(file),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
}

/// On Unix the folder itself can be opened for reading and locked, which
/// leaves no trace and cannot be confused by a file being replaced.
#[cfg(unix)]
fn open(out: &Path) -> io::Result<File> {
    File::open(out)
}

/// Elsewhere folders cannot be locked, and a lock on the record would stop
/// everybody, the holder included, from reading and replacing it. So a file in
/// the user's temporary folder stands for the output folder.
#[cfg(not(unix))]
fn open(out: &Path) -> io::Result<File> {
    let name = name_for(&std::fs::canonicalize(out)?);
    File::options()
        .write(true)
        .create(true)
        .truncate(false)
        .open(std::env::temp_dir().join(name))
}

/// The end of the path, as long as a file name may be. Two folders with
/// one name only wait for each other.
#[cfg(any(not(unix), test))]
fn name_for(path: &Path) -> String {
    const LONGEST: usize = 200;
    let text = path.to_string_lossy();
    let end = text
        .chars()
        .rev()
        .take(LONGEST)
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    let end: Vec<char> = end.collect();
    format!("cratify{}.lock", end.iter().rev().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_writer_waits_for_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let first = exclusive(folder.path());
        assert!(first.is_some(), "this file system can lock folders");
        let second = open(folder.path()).unwrap();
        assert!(second.try_lock().is_err());
        assert!(second.try_lock_shared().is_err());
        drop(first);
        second.try_lock().unwrap();
    }

    #[test]
    fn readers_share() {
        let folder = tempfile::tempdir().unwrap();
        let _first = shared(folder.path());
        let second = open(folder.path()).unwrap();
        second.try_lock_shared().unwrap();
    }

    #[test]
    fn what_cannot_be_locked_is_not_an_error() {
        assert!(exclusive(Path::new("/no/such/place")).is_none());
    }

    #[test]
    fn lock_files_are_named_after_their_folder() {
        assert_eq!(name_for(Path::new("/a/b c")), "cratify-a-b-c.lock");
        assert_eq!(name_for(Path::new(&"ü/".repeat(500))).len(), 212);
    }
}
