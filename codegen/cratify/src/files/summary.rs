//! Lists the changes that a write made, or would make.

/// The changes of one call to `write`. Paths are relative to the output folder
/// and sorted; the ownership record is not counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files created or replaced.
    pub written: Vec<String>,
    /// Files removed because the tree no longer has them.
    pub removed: Vec<String>,
    /// How many files of the tree were left as they are.
    pub unchanged: usize,
}

impl Summary {
    /// Whether the folder was already what the tree says.
    pub(crate) fn is_unchanged(&self) -> bool {
        self.written.is_empty() && self.removed.is_empty()
    }
}

/// One way in which a folder is not what `write` would make it. The path
/// is relative and may also lead to the ownership record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// The file does not exist.
    Missing(String),
    /// The file exists with other contents.
    Changed(String),
    /// The file was generated once and no longer is.
    Stale(String),
}

impl Difference {
    /// A file to be written, which perhaps exists.
    pub(super) fn to_write(path: &str, exists: bool) -> Self {
        if exists {
            Self::Changed(path.to_owned())
        } else {
            Self::Missing(path.to_owned())
        }
    }

    /// The path that differs, relative to the output folder.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Missing(path) | Self::Changed(path) | Self::Stale(path) => path,
        }
    }
}
