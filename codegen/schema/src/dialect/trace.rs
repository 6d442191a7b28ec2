//! What became of the keywords of a document on their way to 2020-12, for those who ask about them
//! as they were written.

use std::collections::{HashMap, HashSet};

use crate::source::Pointer;

/// Where the schemas of a document are, and what its dialect made of their keywords.
#[derive(Debug, Default)]
pub struct Trace {
    /// The schemas: where each was written, and where it is now.
    schemas: HashMap<Pointer, Pointer>,
    /// The keywords that were not taken over as they are, by where they were written.
    fates: HashMap<Pointer, Fate>,
    /// The schemas, as written, whose assertions went into the first branch of an `anyOf`.
    wrapped: HashSet<Pointer>,
}

/// What became of a keyword.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It says what these keywords of 2020-12 say, in the schema that was written at the place.
    ReadAs(Pointer, Vec<&'static str>),
    /// It has no effect, for this reason.
    Ignored(String),
    /// It is said of what the schema is for, and is no keyword of a schema.
    Outside,
}

impl Trace {
    /// Notes a schema that is visited; `false` if it has been before.
    pub(super) fn visit(&mut self, old: &Pointer, new: &Pointer) -> bool {
        self.schemas.insert(old.clone(), new.clone()).is_none()
    }

    /// Whether a schema has been visited.
    pub(super) fn has_visited(&self, old: &Pointer) -> bool {
        self.schemas.contains_key(old)
    }

    /// Notes that the assertions of a schema are in a branch now.
    pub(super) fn wrap(&mut self, old: Pointer) {
        self.wrapped.insert(old);
    }

    /// Notes what became of a keyword of a schema.
    pub(super) fn note(&mut self, schema: &Pointer, keyword: &str, fate: Fate) {
        self.fates.insert(schema.join(keyword), fate);
    }

    /// Whether a schema was written at the place.
    pub fn is_schema(&self, old: &Pointer) -> bool {
        self.schemas.contains_key(old)
    }

    /// Where a keyword of the schema that was written at the place is now: that of the schema that
    /// has it.
    pub fn home(&self, old: &Pointer, is_assertion: bool) -> Option<Pointer> {
        let new = self.schemas.get(old)?;
        Some(if is_assertion && self.wrapped.contains(old) {
            new.join("anyOf").join("0")
        } else {
            new.clone()
        })
    }

    /// What became of a keyword, if it is not simply there.
    pub fn fate(&self, schema: &Pointer, keyword: &str) -> Option<&Fate> {
        self.fates.get(&schema.join(keyword))
    }
}
