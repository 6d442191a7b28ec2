//! Turns generated paths and contents into one checked, sorted tree.

mod path;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use path::{check_path, fold, parts};

/// Name of the file in the output folder that lists the generated files.
pub const RECORD: &str = ".cratify";

/// Name of the folder in the output folder that exists only while a write is under way.
pub const STAGE: &str = ".cratify-stage";

/// Generated files by relative path, sorted by path.
///
/// Every path in a tree is valid (see [`FileTree::insert`]) and no two of them
/// can meet on a file system that ignores case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileTree {
    files: BTreeMap<String, String>,
    /// Lower-cased path of every file and every folder above one.
    taken: BTreeMap<String, Taken>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Taken {
    spelling: String,
    /// The file that is there, or the first one inside.
    file: String,
}

impl FileTree {
    /// An empty tree.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one file; `path` is relative and uses forward slashes.
    ///
    /// # Errors
    ///
    /// Says why the path is not usable, or with which one in the tree it
    /// clashes; the tree is then unchanged. This is always a bug in the
    /// generator, since names that come from a document are made safe before
    /// they become paths.
    pub fn insert(
        &mut self,
        path: impl Into<String>,
        contents: impl Into<String>,
    ) -> Result<(), String> {
        let path = path.into();
        check_path(&path).map_err(|reason| format!("the generated path {path:?} {reason}"))?;
        self.check_clash(&path)?;
        for part in parts(&path) {
            let taken = || Taken {
                spelling: part.to_owned(),
                file: path.clone(),
            };
            self.taken.entry(fold(part)).or_insert_with(taken);
        }
        self.files.insert(path, contents.into());
        Ok(())
    }

    fn check_clash(&self, path: &str) -> Result<(), String> {
        for part in parts(path) {
            let Some(Taken { spelling, file }) = self.taken.get(&fold(part)) else {
                break;
            };
            if spelling != part {
                return Err(format!("{spelling:?} and {path:?} differ only in case"));
            }
            match (part == path, spelling == file) {
                (true, true) => return Err(format!("{path:?} is generated twice")),
                (true, false) => return Err(format!("{path:?} is the folder of {file:?}")),
                (false, true) => return Err(format!("{file:?} is the folder of {path:?}")),
                (false, false) => {}
            }
        }
        Ok(())
    }

    /// The contents of one file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// All files as path and contents, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }
}
