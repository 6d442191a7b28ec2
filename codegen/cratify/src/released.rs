//! Turns the records of releases into the answers that need no comparison: the last version, the names that it has given,
//! and whether the crate has changed since.
//!
//! `cratify-diff` writes and reads whole records. Here the first members are enough, and no further ones are read: what
//! follows is many times as long.

mod names;

use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::{BufReader, ErrorKind};
use std::path::{Path, PathBuf};

use cratify_model::names::Released;
use cratify_model::package::Package;
use cratify_rust::tree::FileTree;
use cratify_schema::diagnostic::{Code, Diagnostic, SourceLocation};
use cratify_schema::text::fingerprint;
pub use names::{from_value as names_of_value, to_value as value_of_names};
use semver::Version;
use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

/// The number of the form of records.
pub const FORMAT: u64 = 1;

/// The member that tells a record from a document: the number of its form.
pub const MARK: &str = "cratify-record";

/// The start of a record.
#[derive(Debug, Clone)]
pub struct Head {
    /// The name of the package.
    pub package: String,
    /// Its version.
    pub version: Version,
    /// The fingerprints of the crate's files, by path.
    pub texts: BTreeMap<String, String>,
    /// The names of its types; none in a record of an early cratify.
    pub names: Released,
}

/// The files of a folder that are records by their names, in the order of these; none if there is no such folder.
///
/// # Errors
///
/// The folder cannot be read: the reason.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let cannot = |error: std::io::Error| format!("cannot read `{}`: {error}", folder.display());
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(cannot(error)),
    };
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut paths: Vec<PathBuf> = paths.collect::<Result<_, _>>().map_err(cannot)?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    Ok(paths)
}

/// The fingerprints of a crate's files, by path. The version of the package is left out of the fingerprint: each release
/// has another one.
pub(crate) fn texts(tree: &FileTree, version: &str) -> BTreeMap<String, String> {
    let version = format!("version = \"{version}\"\n");
    let texts = tree.iter().map(|(path, text)| {
        let fingerprint = match path {
            "Cargo.toml" => fingerprint(&text.replacen(&version, "", 1)),
            _ => fingerprint(text),
        };
        (path.to_owned(), format!("{fingerprint:016x}"))
    });
    texts.collect()
}

/// The report of a record that cannot be read. If its names hold, it is an error: the crate could have others.
pub(crate) fn unreadable(path: PathBuf, reason: &str, is_error: bool) -> Diagnostic {
    let report = if is_error {
        Diagnostic::error
    } else {
        Diagnostic::warning
    };
    let message = format!("the last release is not known: {reason}");
    report(Code::ReleaseUnknown, SourceLocation::File(path), message).help(
        "restore the file from the commit of the release; if it is not a record, set `records` to another folder",
    )
}

/// The warning about a crate that differs from its last release without a later version. Whether the version has moved far
/// enough is the question of `cargo cratify release`.
pub(crate) fn check(
    (path, last): &(PathBuf, Head),
    package: &Package,
    tree: &FileTree,
) -> Option<Diagnostic> {
    let warning = |location, message| Diagnostic::warning(Code::VersionStays, location, message);
    let info = &package.info;
    if last.package != info.name {
        let message = format!(
            "the last release was of the crate `{}`, and this is `{}`",
            last.package, info.name
        );
        let warning = warning(SourceLocation::File(path.clone()), message);
        return Some(warning.help("keep the records of one crate in the folder"));
    }
    let version: Version = info.version.parse().ok()?;
    if version > last.version {
        return None;
    }
    let changed = difference(&texts(tree, &info.version), &last.texts)?;
    let message = "the crate has changed since its last release, and its version was not raised";
    let warning = warning(package.version_at.clone(), message.to_owned());
    let warning = warning.label(format!("version {} is released", last.version));
    let note = format!("`{}` has another text of {changed}", path.display());
    let help = "raise the version: `cargo cratify release` says how far";
    Some(warning.note(note).help(help))
}

/// The files that differ, in words; `None` if all are the same.
fn difference(texts: &BTreeMap<String, String>, last: &BTreeMap<String, String>) -> Option<String> {
    let changed = texts
        .iter()
        .filter(|(path, text)| last.get(*path) != Some(*text));
    let gone = last.iter().filter(|(path, _)| !texts.contains_key(*path));
    let mut paths = changed.chain(gone).map(|(path, _)| path);
    let first = paths.next()?;
    Some(match paths.count() {
        0 => format!("`{first}`"),
        1 => format!("`{first}` and of one more file"),
        count => format!("`{first}` and of {count} more files"),
    })
}

/// The record of the latest version in a folder, or the first file that is not a record, and why.
pub(crate) fn last(folder: &Path) -> Result<Option<(PathBuf, Head)>, (PathBuf, String)> {
    let paths = files(folder).map_err(|reason| (folder.to_owned(), reason))?;
    let mut last: Option<(PathBuf, Head)> = None;
    for path in paths {
        let head = match Head::read(&path) {
            Ok(head) => head,
            Err(reason) => return Err((path, reason)),
        };
        if last
            .as_ref()
            .is_none_or(|(_, last)| head.version > last.version)
        {
            last = Some((path, head));
        }
    }
    Ok(last)
}

impl Head {
    /// Reads the start of a file. The rest is not checked.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or does not start as a record: the reason.
    pub fn read(path: &Path) -> Result<Self, String> {
        let file = File::open(path).map_err(|error| format!("it cannot be read: {error}"))?;
        let mut reader = serde_json::Deserializer::from_reader(BufReader::new(file));
        let mut members = Members::default();
        // The reader reports the unread rest as an error, which is expected here.
        let read = reader.deserialize_map(&mut members);
        match members.format {
            Some(FORMAT) => {}
            Some(format) if format > FORMAT => {
                return Err(format!(
                    "a later cratify wrote it in form {format}, and this one reads form {FORMAT}"
                ));
            }
            _ => return Err("it is not a record of a release".to_owned()),
        }
        let Members {
            package: Some(package),
            version: Some(version),
            texts: Some(texts),
            names,
            ..
        } = members
        else {
            let error = read.err().map(|error| format!(": {error}"));
            return Err(format!(
                "it is not a complete record of a release{}",
                error.unwrap_or_default()
            ));
        };
        let version = version
            .parse()
            .map_err(|error| format!("its version `{version}`: {error}"))?;
        let names = names.as_ref().map(names_of_value).transpose()?;
        Ok(Self {
            package,
            version,
            texts,
            names: names.unwrap_or_default(),
        })
    }
}

/// The members that a head is made of.
#[derive(Default)]
struct Members {
    format: Option<u64>,
    package: Option<String>,
    version: Option<String>,
    texts: Option<BTreeMap<String, String>>,
    names: Option<Value>,
    /// Whether the member behind the last of these was reached.
    is_over: bool,
}

impl<'de> Visitor<'de> for &mut Members {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a record of a release")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match &*key {
                MARK => self.format = Some(map.next_value()?),
                "package" => self.package = Some(map.next_value()?),
                "version" => self.version = Some(map.next_value()?),
                "texts" => self.texts = Some(map.next_value()?),
                "names" => self.names = Some(map.next_value()?),
                _ if self.texts.is_some() => self.is_over = true,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            // A document is not a record, however long it is.
            if self.format.is_none_or(|format| format != FORMAT) || self.is_over {
                break;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
