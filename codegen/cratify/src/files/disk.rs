//! Turns each single change to the disk into a step that tests can interrupt.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::error::WriteError;
use super::probe::is_absent;
use cratify_rust::parallel;

/// How many files are flushed at a time. Waiting is all that the threads do.
const FLUSHES: usize = 16;

/// Called before every change with the verb and the path. An error stands for
/// the operating system refusing; a panic stands for the process being killed,
/// which works because no cleanup here runs from a destructor.
pub(super) type Hook<'a> = &'a mut dyn FnMut(&'static str, &Path) -> io::Result<()>;

/// All changes to the file system go through here.
pub(super) struct Disk<'a> {
    hook: Hook<'a>,
    flush: bool,
}

impl<'a> Disk<'a> {
    /// Without `flush` only a power failure can do harm, not a kill; tests of
    /// hundreds of kills would otherwise spend most of their time flushing.
    pub(super) fn new(hook: Hook<'a>, flush: bool) -> Self {
        Self { hook, flush }
    }

    fn step<T>(
        &mut self,
        action: &'static str,
        path: &Path,
        run: impl FnOnce() -> io::Result<T>,
    ) -> Result<T, WriteError> {
        (self.hook)(action, path)
            .and_then(|()| run())
            .map_err(|source| WriteError::Io {
                action,
                path: path.to_path_buf(),
                source,
            })
    }

    /// Creates a directory and all above it.
    pub(super) fn create_dirs(&mut self, path: &Path) -> Result<(), WriteError> {
        if path.is_dir() {
            return Ok(());
        }
        self.step("create the directory", path, || fs::create_dir_all(path))
    }

    /// Creates a file that must not exist yet.
    pub(super) fn create(&mut self, path: &Path, contents: &str) -> Result<(), WriteError> {
        self.step("write", path, || {
            File::create_new(path)?.write_all(contents.as_bytes())
        })
    }

    /// Waits until the contents of files have reached the disk.
    ///
    /// Several at a time: file systems bring all that is waiting to the disk in one go, and one
    /// after another each file would wait for a go of its own.
    pub(super) fn sync(&mut self, paths: &[PathBuf]) -> Result<(), WriteError> {
        for path in paths {
            self.step("flush", path, || Ok(()))?;
        }
        if !self.flush {
            return Ok(());
        }
        let flushed = parallel::map_on(FLUSHES.min(paths.len()), paths, |path| {
            // Windows flushes only through a handle that may write.
            OpenOptions::new().write(true).open(path)?.sync_all()
        });
        let mut failures = paths
            .iter()
            .zip(flushed)
            .filter_map(|(path, flushed)| Some((path, flushed.err()?)));
        match failures.next() {
            Some((path, source)) => Err(WriteError::Io {
                action: "flush",
                path: path.clone(),
                source,
            }),
            None => Ok(()),
        }
    }

    /// Asks the system to make renames in a directory survive a power failure.
    /// Best effort: Windows cannot open directories this way, some file systems
    /// refuse, and a killed process alone loses nothing without it.
    pub(super) fn sync_dir(&self, path: &Path) {
        if cfg!(unix) && self.flush {
            let _ = File::open(path).and_then(|directory| directory.sync_all());
        }
    }

    /// Moves a file, replacing the target in one step.
    pub(super) fn rename(&mut self, from: &Path, to: &Path) -> Result<(), WriteError> {
        self.step("replace", to, || fs::rename(from, to))
    }

    /// Removes a file; says whether it was there.
    pub(super) fn remove(&mut self, path: &Path) -> Result<bool, WriteError> {
        self.step("remove", path, || match fs::remove_file(path) {
            Ok(()) => Ok(true),
            Err(error) if is_absent(&error) => Ok(false),
            Err(error) => Err(error),
        })
    }

    /// Removes a directory if it is there and empty; says whether it is gone.
    pub(super) fn prune(&mut self, path: &Path) -> Result<bool, WriteError> {
        self.step("remove the directory", path, || {
            match fs::remove_dir(path) {
                Ok(()) => Ok(true),
                Err(error) if is_absent(&error) => Ok(true),
                Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(false),
                Err(error) => Err(error),
            }
        })
    }

    /// Removes a directory and everything in it; links in it are not followed.
    pub(super) fn remove_all(&mut self, path: &Path) -> Result<(), WriteError> {
        self.step("remove the directory", path, || {
            match fs::remove_dir_all(path) {
                Err(error) if !is_absent(&error) => Err(error),
                _ => Ok(()),
            }
        })
    }
}
