//! The settings of a run.

use std::path::{Path, PathBuf};

/// Starts with the default settings: the schema in `schema`, the crate in `generated`.
#[must_use]
pub fn configure() -> Config {
    Config {
        schema: PathBuf::from("schema"),
        output: PathBuf::from("generated"),
    }
}

/// What to read, where to write, and how.
#[derive(Debug, Clone)]
pub struct Config {
    pub(crate) schema: PathBuf,
    pub(crate) output: PathBuf,
}

impl Config {
    /// The document to read: a file, or a folder with one `.yaml`, `.yml` or `.json` file in it.
    #[must_use]
    pub fn schema(mut self, path: impl AsRef<Path>) -> Self {
        path.as_ref().clone_into(&mut self.schema);
        self
    }

    /// The folder of the crate to write. Files in it that were written by hand are never touched.
    #[must_use]
    pub fn output(mut self, path: impl AsRef<Path>) -> Self {
        path.as_ref().clone_into(&mut self.output);
        self
    }
}
