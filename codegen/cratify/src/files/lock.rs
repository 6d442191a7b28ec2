//! Turns an output directory into a lock on it, without changing it.

use std::fs::File;
use std::io;
use std::path::Path;

/// Held while a directory is read and written; dropping it unlocks.
#[derive(Debug)]
#[must_use = "the lock ends when this is dropped"]
pub(super) struct Lock {
    /// `None` where the file system cannot lock: the write is then still safe
    /// against being killed, only not against a second writer.
    #[allow(dead_code, reason = "only its being open matters")]
    file: Option<File>,
}

impl Lock {
    /// Waits until no other process writes to the (existing) directory.
    pub(super) fn exclusive(out: &Path) -> Self {
        Self::take(out, File::lock)
    }

    /// Waits until nobody writes; several readers may hold this at once.
    pub(super) fn shared(out: &Path) -> Self {
        Self::take(out, File::lock_shared)
    }

    fn take(out: &Path, lock: impl Fn(&File) -> io::Result<()>) -> Self {
        let Ok(file) = open(out) else {
            return Self { file: None };
        };
        loop {
            match lock(&file) {
                Ok(()) => return Self { file: Some(file) },
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Self { file: None },
            }
        }
    }
}

/// On Unix the directory itself can be opened for reading and locked, which
/// leaves no trace and cannot be confused by a file being replaced.
#[cfg(unix)]
fn open(out: &Path) -> io::Result<File> {
    File::open(out)
}

/// Elsewhere directories cannot be locked, and a lock on the record would stop
/// everybody, the holder included, from reading and replacing it. So a file in
/// the user's temporary directory stands for the output directory.
#[cfg(not(unix))]
fn open(out: &Path) -> io::Result<File> {
    let name = name_for(&std::fs::canonicalize(out)?);
    File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(std::env::temp_dir().join(name))
}

/// FNV-1a, because the standard hasher may differ between two toolchains and
/// both must arrive at the same file. A collision only makes one wait.
#[cfg(any(not(unix), test))]
fn name_for(path: &Path) -> String {
    let hash = path
        .as_os_str()
        .as_encoded_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("cratify-{hash:016x}.lock")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_writer_waits_for_the_first() {
        let directory = tempfile::tempdir().unwrap();
        let first = Lock::exclusive(directory.path());
        assert!(
            first.file.is_some(),
            "this file system can lock directories"
        );
        let second = open(directory.path()).unwrap();
        assert!(second.try_lock().is_err());
        assert!(second.try_lock_shared().is_err());
        drop(first);
        second.try_lock().unwrap();
    }

    #[test]
    fn readers_share() {
        let directory = tempfile::tempdir().unwrap();
        let _first = Lock::shared(directory.path());
        let second = open(directory.path()).unwrap();
        second.try_lock_shared().unwrap();
    }

    #[test]
    fn what_cannot_be_locked_is_not_an_error() {
        assert!(Lock::exclusive(Path::new("/no/such/place")).file.is_none());
    }

    #[test]
    fn lock_file_names_are_stable() {
        // The FNV-1a test vector for "a".
        assert_eq!(name_for(Path::new("a")), "cratify-af63dc4c8601ec8c.lock");
    }
}
