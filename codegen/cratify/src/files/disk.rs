//! Makes single changes to the disk, each a step that tests can interrupt.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use super::error::WriteError;
use super::inspect::is_absent;

/// Called before every change with the verb and the path. An error stands for
/// the operating system refusing; a panic stands for the process being killed,
/// which works because no cleanup here runs from a destructor.
pub(super) type Hook<'a> = &'a mut dyn FnMut(&'static str, &Path) -> io::Result<()>;

/// All changes to the file system go through here.
pub(super) struct Disk<'a> {
    pub(super) hook: Hook<'a>,
    /// Without it only a power failure can do harm, not a kill: tests of
    /// hundreds of kills would spend most of their time waiting for the disk.
    pub(super) flush: bool,
}

impl Disk<'_> {
    fn step<T>(
        &mut self,
        action: &'static str,
        path: &Path,
        run: impl FnOnce() -> io::Result<T>,
    ) -> Result<T, WriteError> {
        (self.hook)(action, path)
            .and_then(|()| run())
            .map_err(|source| WriteError::io(action, path, source))
    }

    /// Creates a folder and all above it.
    pub(super) fn create_dirs(&mut self, path: &Path) -> Result<(), WriteError> {
        if path.is_dir() {
            return Ok(());
        }
        self.step("create the folder", path, || fs::create_dir_all(path))
    }

    /// Creates a file.
    pub(super) fn write(&mut self, path: &Path, contents: &str) -> Result<(), WriteError> {
        self.step("write", path, || fs::write(path, contents))
    }

    /// Creates a file whose contents survive a power failure.
    pub(super) fn write_flushed(&mut self, path: &Path, contents: &str) -> Result<(), WriteError> {
        let flush = self.flush;
        self.step("write", path, || {
            let mut file = File::create(path)?;
            file.write_all(contents.as_bytes())?;
            if flush { file.sync_all() } else { Ok(()) }
        })
    }

    /// Moves a file, replacing the target in one step.
    pub(super) fn rename(&mut self, from: &Path, to: &Path) -> Result<(), WriteError> {
        self.step("replace", to, || fs::rename(from, to))
    }

    /// Removes a file if it is there.
    pub(super) fn remove(&mut self, path: &Path) -> Result<(), WriteError> {
        self.step("remove", path, || match fs::remove_file(path) {
            Err(error) if !is_absent(&error) => Err(error),
            _ => Ok(()),
        })
    }

    /// Removes the folders above `path` in `out`, as far as they are empty.
    pub(super) fn prune_above(&mut self, out: &Path, path: &str) -> Result<(), WriteError> {
        for (end, _) in path.rmatch_indices('/') {
            let folder = out.join(&path[..end]);
            let gone = self.step("remove the folder", &folder, || {
                match fs::remove_dir(&folder) {
                    Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(false),
                    Err(error) if !is_absent(&error) => Err(error),
                    _ => Ok(true),
                }
            })?;
            if !gone {
                break;
            }
        }
        Ok(())
    }

    /// Removes a folder and everything in it; links in it are not followed.
    pub(super) fn remove_all(&mut self, path: &Path) -> Result<(), WriteError> {
        self.step("remove the folder", path, || {
            match fs::remove_dir_all(path) {
                Err(error) if !is_absent(&error) => Err(error),
                _ => Ok(()),
            }
        })
    }
}
