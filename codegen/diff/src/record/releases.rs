//! Turns a folder of records into the releases of a crate.

use std::path::{Path, PathBuf};

use cratify::released::files;
use semver::Version;

use super::{Record, text_of};

/// A release that has a record.
#[derive(Debug, Clone)]
pub struct Release {
    /// The version.
    pub version: Version,
    /// The file of the record.
    pub path: PathBuf,
    /// The record.
    pub record: Record,
}

/// The releases that have a record in a folder, in the order of their versions; none if there is no such folder.
///
/// # Errors
///
/// A record cannot be used, or two are of one version: the file, and the reason.
pub fn releases(folder: &Path) -> Result<Vec<Release>, String> {
    let mut releases: Vec<Release> = Vec::new();
    for path in files(folder)? {
        let unusable = |reason: &str| {
            format!(
                "`{}` is not a record of a release: {reason}",
                path.display()
            )
        };
        let text = text_of(&path)
            .ok_or_else(|| unusable("it does not start as one: move it to another folder"))?;
        let record = Record::from_text(&text).map_err(|reason| unusable(&reason))?;
        let version = record
            .version
            .parse()
            .map_err(|error| unusable(&format!("its version `{}`: {error}", record.version)))?;
        releases.push(Release {
            version,
            path,
            record,
        });
    }
    releases.sort_by(|one, other| (&one.version, &one.path).cmp(&(&other.version, &other.path)));
    for pair in releases.windows(2) {
        if pair[0].version == pair[1].version {
            return Err(format!(
                "`{}` and `{}` are both records of version {}: remove one of them",
                pair[0].path.display(),
                pair[1].path.display(),
                pair[0].version
            ));
        }
    }
    Ok(releases)
}
