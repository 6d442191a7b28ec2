//! Notes the outcome of each keyword of a document in the upgrade, for the ledger.

use std::collections::{HashMap, HashSet};

use crate::source::Pointer;

/// The schemas of a document, and the outcomes of their keywords in the upgrade.
#[derive(Debug, Default)]
pub struct Trace {
    /// The schemas: the location of each as written, and in the upgraded document.
    schemas: HashMap<Pointer, Pointer>,
    /// The keywords that did not stay as they were, by their locations as written.
    outcomes: HashMap<Pointer, UpgradeOutcome>,
    /// The schemas, as written, whose assertions are in the first branch of an `anyOf` now.
    wrapped: HashSet<Pointer>,
}

/// The outcome of a keyword in the upgrade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UpgradeOutcome {
    /// These keywords took its place, in the schema at this location as written; the reason, where the letter of the
    /// dialect says something else.
    ReadAs(Pointer, Vec<&'static str>, Option<&'static str>),
    /// It has no effect, for this reason.
    Ignored(String),
    /// It is about the object that holds the schema, and is not a keyword of the schema.
    Outside,
}

impl Trace {
    /// Notes a schema that is visited; `false` if it has been visited before.
    pub(super) fn visit(&mut self, written: &Pointer, upgraded: &Pointer) -> bool {
        let known = self.schemas.insert(written.clone(), upgraded.clone());
        known.is_none()
    }

    /// Notes that the assertions of a schema are in a branch now.
    pub(super) fn wrap(&mut self, written: Pointer) {
        self.wrapped.insert(written);
    }

    /// Notes the outcome of a keyword of a schema.
    pub(super) fn note(&mut self, schema: &Pointer, keyword: &str, outcome: UpgradeOutcome) {
        self.outcomes.insert(schema.join(keyword), outcome);
    }

    /// Whether there was a schema at a location as written.
    pub fn is_schema(&self, written: &Pointer) -> bool {
        self.schemas.contains_key(written)
    }

    /// The upgraded schema that has the assertions, or the other keywords, of a schema as written.
    pub fn upgraded(&self, written: &Pointer, assertions: bool) -> Option<Pointer> {
        let upgraded = self.schemas.get(written)?;
        Some(if assertions && self.wrapped.contains(written) {
            upgraded.join("anyOf").join("0")
        } else {
            upgraded.clone()
        })
    }

    /// The outcome of a keyword, if it did not stay as it was.
    pub fn outcome(&self, schema: &Pointer, keyword: &str) -> Option<&UpgradeOutcome> {
        self.outcomes.get(&schema.join(keyword))
    }
}
