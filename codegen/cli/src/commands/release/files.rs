//! Writes the record and the entry of the changelog, and removes the file with accepted breaks.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use cratify_diff::Record;
use cratify_diff::report::changelog;

use crate::disk::replace;

/// The files that a release writes.
pub(super) struct Files {
    record: (PathBuf, String),
    changelog: PathBuf,
    /// The changelog with the entry, and the entry; `None` if it has one of the version.
    entry: Option<(String, String)>,
    /// The file with the accepted breaks, which expire with the release.
    accepted: Option<PathBuf>,
}

impl Files {
    /// Finds out what there is to write.
    pub(super) fn new(
        records: &Path,
        record: &Record,
        entry: &str,
        accepted: Option<PathBuf>,
    ) -> Result<Self, String> {
        let version = &record.version;
        let path = records.join(format!("{version}.json"));
        // Nothing is replaced: another version may have a file of this name.
        if path.exists() {
            return Err(format!(
                "`{}` exists, and is the record of another version: rename it",
                path.display()
            ));
        }
        let changelog = records.with_file_name("CHANGELOG.md");
        let old = match std::fs::read_to_string(&changelog) {
            Ok(old) => old,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(format!("cannot read {}: {error}", changelog.display())),
        };
        if old.lines().any(|line| line.starts_with("<<<<<<< ")) {
            return Err(format!(
                "a merge has left a conflict in {}: resolve it",
                changelog.display()
            ));
        }
        let new = changelog::add(&old, version, entry);
        Ok(Self {
            record: (path, record.to_text()?),
            changelog,
            entry: new.map(|new| (new, format!("## {version}\n\n{entry}"))),
            accepted,
        })
    }

    /// The files to write, in words.
    pub(super) fn plan(&self) -> String {
        let (record, changelog) = (self.record.0.display(), self.changelog.display());
        let accepted = self.accepted.as_ref();
        let accepted = accepted.map(|path| format!(", removes {}", path.display()));
        let record = format!("{record}{}", accepted.unwrap_or_default());
        match &self.entry {
            Some((_, entry)) => format!("{record}, and this entry of {changelog}:\n\n{entry}"),
            None => format!("{record}; {changelog} has an entry already"),
        }
    }

    /// Writes the files, and says which.
    pub(super) fn write(&self) -> Result<String, String> {
        let (path, text) = &self.record;
        replace(path, text)?;
        let mut written = path.display().to_string();
        if let Some((text, _)) = &self.entry {
            // Without the entry there is no release: the record would stop the next try.
            replace(&self.changelog, text).inspect_err(|_| {
                let _ = std::fs::remove_file(path);
            })?;
            written.push_str(&format!(" and {}", self.changelog.display()));
        }
        if let Some(accepted) = &self.accepted {
            let removed = std::fs::remove_file(accepted);
            removed.map_err(|error| {
                format!(
                    "wrote {written}, and cannot remove {}: {error}: remove it",
                    accepted.display()
                )
            })?;
        }
        Ok(written)
    }
}
