//! Turns a side into the record of a release, one file, and back.
//!
//! A record has what a later version is compared with: the documents as text, what code can name, the languages of the
//! types. So a later generator, or one with other settings, is compared with what was released, not with what it would
//! make of the released document.
//!
//! A record is a JSON object with the number of its form, the hash of its text, and the contents. The hash finds records
//! that were edited or merged; it is not protection from someone who wants to deceive.

mod paths;
mod releases;

use std::collections::BTreeMap;
use std::path::Path;

use cratify::released::{MARK, value_of_names};
use cratify_rust::publish::Language;
use cratify_schema::text::fingerprint;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Side;
use crate::accept::Entry;
use crate::rust::surface::{Surface, is_false};
pub use cratify::released::FORMAT;
pub(crate) use paths::stays_inside;
pub use releases::{Release, releases};

/// The contents of the record of a release.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Record {
    /// The version of the generator.
    pub generator: String,
    /// The name of the package.
    pub package: String,
    /// The version of the package.
    pub version: String,
    /// The fingerprints of the texts of the crate's files, by path.
    pub texts: BTreeMap<String, String>,
    /// The names of its types; none in a record of an early cratify. A build reads no further.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub names: Value,
    /// The path of the root document, one of `documents`.
    pub root: String,
    /// The paths of the overlays, which are among `documents`, in the order in which they were applied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overlays: Vec<String>,
    /// The texts of the documents and overlays, by paths that are relative to a folder that they all are in.
    pub documents: BTreeMap<String, String>,
    /// The breaks since the release before that were accepted on purpose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<Entry>,
    /// The surface of the crate.
    pub surface: Surface,
    /// The types that have languages, in their order.
    pub types: Vec<RecordedType>,
    /// The definitions to which published schemas refer, by name.
    pub definitions: Map<String, Value>,
    /// The definitions in each language, by name.
    pub languages: BTreeMap<String, Map<String, Value>>,
}

/// A type that has a definition in each language.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RecordedType {
    /// The name of its definitions.
    pub key: String,
    /// The name of the schema, as the document spells it.
    pub wire_name: String,
    /// Whether the document names it.
    pub is_named: bool,
    /// Whether it may change in any release.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_unstable: bool,
    /// Whether its languages are wider than they should be.
    pub is_partial: bool,
    /// The published schema, without `$defs`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Value>,
}

/// The file: what is read before the contents are trusted, and the contents. The member of the format is [`MARK`].
#[derive(Serialize)]
struct File<'r> {
    #[serde(rename = "cratify-record")]
    format: u64,
    hash: &'r str,
    #[serde(flatten)]
    record: &'r Record,
}

impl Record {
    /// The record of a side.
    ///
    /// # Errors
    ///
    /// The crate is not Rust, which settings can cause, or the documents have no folder in common: the reason.
    pub fn of(side: &Side) -> Result<Self, String> {
        let decisions = &side.decisions;
        let paths::Files {
            root,
            overlays,
            texts: documents,
        } = paths::files(side)?;
        let published = side.published();
        let types = decisions.languages.types.iter();
        let types = types.map(|(key, described)| RecordedType {
            key: key.clone(),
            wire_name: described.wire_name.clone(),
            is_named: described.is_named,
            is_unstable: described.is_unstable,
            is_partial: described.is_partial,
            published: published.get(&**key).copied().cloned(),
        });
        let languages = Language::ALL.map(|language| {
            let definitions = decisions.languages.definitions(language).clone();
            (language.as_str().to_owned(), definitions)
        });
        Ok(Self {
            generator: env!("CARGO_PKG_VERSION").to_owned(),
            package: decisions.package.info.name.clone(),
            version: decisions.package.info.version.clone(),
            texts: side.texts(),
            names: value_of_names(&decisions.released_names()),
            root,
            overlays,
            documents,
            accepted: Vec::new(),
            surface: side.surface()?,
            types: types.collect(),
            definitions: side.definitions().clone(),
            languages: languages.into(),
        })
    }

    /// The text of its file.
    ///
    /// # Errors
    ///
    /// A value cannot be written as JSON, which does not happen with values that were read: the reason.
    pub fn to_text(&self) -> Result<String, String> {
        let write = |hash: &str| {
            let file = File {
                format: FORMAT,
                hash,
                record: self,
            };
            let text = serde_json::to_string_pretty(&file);
            text.map(|text| text + "\n")
                .map_err(|error| format!("the record cannot be written: {error}"))
        };
        write(&hash(&write("")?))
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// The text was edited or merged, or it has a newer form: the reason, with the mend.
    pub fn from_text(text: &str) -> Result<Self, String> {
        if has_conflict(text) {
            return Err("a merge has left a conflict in it: take the file of one side".to_owned());
        }
        let value: Value = serde_json::from_str(text)
            .map_err(|error| format!("it is not valid JSON: {error}: {RESTORE}"))?;
        match value.get(MARK).and_then(Value::as_u64) {
            Some(FORMAT) => {}
            Some(newer) if newer > FORMAT => {
                let generator = value.get("generator").and_then(Value::as_str);
                return Err(format!(
                    "cratify {} wrote it in form {newer}, and this cratify reads form {FORMAT}: install a newer one",
                    generator.unwrap_or("of a later version")
                ));
            }
            _ => return Err(format!("`{MARK}` is not the number of a form: {RESTORE}")),
        }
        let stated = value.get("hash").and_then(Value::as_str);
        let stated = stated.unwrap_or_default();
        // Git may have changed the ends of lines.
        let plain = text.replace("\r\n", "\n");
        let unsigned = plain.replacen(&format!("\"hash\": \"{stated}\""), "\"hash\": \"\"", 1);
        if hash(&unsigned) != stated {
            return Err(format!("its text has changed since the release: {RESTORE}"));
        }
        serde_json::from_value(value).map_err(|error| format!("{error}: {RESTORE}"))
    }
}

/// The hash of the text of a file, without the hash in it.
fn hash(text: &str) -> String {
    format!("{:016x}", fingerprint(text))
}

/// The mend of a record that is not as it was written.
const RESTORE: &str = "restore the file from the commit of the release";

fn has_conflict(text: &str) -> bool {
    let mut lines = text.lines();
    lines.any(|line| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> "))
}

/// Whether a file calls itself a record.
pub fn is_record(path: &Path) -> bool {
    text_of(path).is_some()
}

/// The text of a file that calls itself a record; `None` for everything else, such as documents.
pub(crate) fn text_of(path: &Path) -> Option<String> {
    let is_json = path.extension().is_some_and(|ending| ending == "json");
    let text = is_json.then(|| std::fs::read_to_string(path).ok())??;
    // In the text of a string, quotes are escaped: this is the key of a member.
    let mark = format!("\"{MARK}\":");
    let is_first = || {
        text.trim_start_matches(['{', ' ', '\n', '\r', '\t'])
            .starts_with(&mark)
    };
    (is_first() || (has_conflict(&text) && text.contains(&mark))).then_some(text)
}
