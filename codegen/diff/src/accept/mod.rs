//! Turns breaks, and entries that accept them, into the breaks that are left.
//!
//! An [`Entry`] names a break by its kind, its place, and fingerprints of what stands there in both versions: so it holds for
//! one edit, and for no later one. No text of a message is a part of it.

mod file;

use serde::{Deserialize, Serialize};

use crate::data::SchemaVerdict;
use crate::edit::Edit;
use crate::rust::RustChange;
use crate::{Boundary, Bump, Comparison, Verdict};
pub use file::{read, write};

/// A break that is accepted on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The kind of the break: `field-removed`, `data-write`.
    pub id: String,
    /// Its place: an item of the crate with the member in it, or a schema.
    pub place: String,
    /// Both versions of the place, as fingerprints.
    #[serde(flatten)]
    pub edit: Edit,
    /// Why it is accepted.
    pub reason: String,
}

/// A change that breaks something, or may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// Its kind: the kind of a change for Rust code, or `data-` with the name of a boundary.
    pub id: &'static str,
    /// Its place: the path of a change for Rust code, or the name of a schema's definitions.
    pub place: String,
    /// Both versions of the place, as fingerprints.
    pub edit: Edit,
    /// Whether it breaks data, and not Rust code.
    pub is_data: bool,
    /// Why it is accepted, if it is.
    pub accepted: Option<String>,
}

impl Break {
    /// Whether an entry is about this break.
    pub fn is_of(&self, entry: &Entry) -> bool {
        self.id == entry.id && self.place == entry.place && self.edit == entry.edit
    }

    /// The entry that accepts it, without a reason.
    pub fn entry(&self) -> Entry {
        Entry {
            id: self.id.to_owned(),
            place: self.place.clone(),
            edit: self.edit.clone(),
            reason: String::new(),
        }
    }
}

/// The text of entries for the breaks that are not accepted, each of them once.
pub fn entries_for(comparisons: &[Comparison]) -> String {
    let broken = comparisons.iter().flat_map(|one| &one.broken);
    let mut entries: Vec<Entry> = Vec::new();
    for one in broken.filter(|one| one.accepted.is_none()) {
        let entry = one.entry();
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    write(&entries)
}

/// Holds that each entry is about a break.
///
/// # Errors
///
/// An entry is about none: which one, with the mend.
pub fn all_match(entries: &[Entry], comparisons: &[Comparison]) -> Result<(), String> {
    let is_of = |entry: &Entry| {
        let mut broken = comparisons.iter().flat_map(|one| &one.broken);
        broken.any(|one| one.is_of(entry))
    };
    let Some(idle) = entries.iter().find(|entry| !is_of(entry)) else {
        return Ok(());
    };
    let mut broken = comparisons.iter().flat_map(|one| &one.broken);
    let why = if broken.any(|one| one.id == idle.id && one.place == idle.place) {
        "this place has changed since: review it, and take the entry that `--print-entries` prints"
    } else {
        "nothing of this kind breaks there: remove the entry"
    };
    Err(format!(
        "the entry `{}` for `{}` accepts nothing: {why}",
        idle.id, idle.place
    ))
}

/// All breaks: of data, then of Rust code. Several of one kind at one place count as one.
pub(crate) fn breaks(
    schemas: &[SchemaVerdict],
    rust: &[RustChange],
    accepted: &[Entry],
) -> Vec<Break> {
    let data = schemas.iter().flat_map(|schema| {
        let asked = Boundary::ALL.into_iter().filter(|boundary| {
            let verdict = &schema.verdicts[*boundary];
            verdict
                .as_ref()
                .is_some_and(|one| *one != Verdict::Compatible)
        });
        asked.map(|boundary| (boundary.id(), &schema.key, &schema.edit, true))
    });
    let rust = rust.iter().filter(|change| change.bump == Bump::Major);
    let rust = rust.map(|change| (change.id, &change.path, &change.edit, false));
    let mut breaks: Vec<Break> = Vec::new();
    for (id, place, edit, is_data) in data.chain(rust) {
        let mut found = Break {
            id,
            place: place.clone(),
            edit: edit.clone(),
            is_data,
            accepted: None,
        };
        let entry = accepted.iter().find(|entry| found.is_of(entry));
        found.accepted = entry.map(|entry| entry.reason.clone());
        if !breaks.contains(&found) {
            breaks.push(found);
        }
    }
    breaks
}
