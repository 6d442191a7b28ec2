//! Turns two schemas into a proof that all values of one are values of the other, by the structure of both, or into the
//! gaps in the proof.
//!
//! A proof is certain. A gap is a place where none was found, and where a value that tells the two apart may be.
//! Two definitions of one name are compared elsewhere, so a reference to one is taken to be within a reference to the
//! other; so is a pair of schemas that is being compared already.

mod arrays;
mod disjoint;
mod keywords;
mod objects;
mod scalars;
mod unions;

use std::collections::{HashMap, HashSet};
use std::time::Instant;

use serde_json::Value;

use super::conjunction::{Conjunction, Object};
use super::patterns::Patterns;
use super::references::{only_referred, referred};
use super::types::Types;
use keywords::{about, has_same};

/// More steps than this are not taken for one proof.
const FUEL: u32 = 60_000;

/// More gaps than this are not kept.
const MOST_GAPS: usize = 24;

/// A step from a value into a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// The member of this name.
    Member(String),
    /// A member that no schema lists.
    OtherMember,
    /// The member of a name that the names of members allow.
    Name(String),
    /// The element at this index.
    Element(usize),
}

/// A value around the one that is looked at.
#[derive(Debug, Clone)]
pub(crate) struct Frame<'d> {
    /// The schemas for the outer value.
    pub(crate) outer: Conjunction<'d>,
    /// The step into it.
    pub(crate) step: Step,
}

/// A place where nothing was proven.
#[derive(Debug, Clone)]
pub(crate) struct Gap<'d> {
    /// The way to it.
    pub(crate) frames: Vec<Frame<'d>>,
    /// The values there.
    pub(crate) values: Conjunction<'d>,
    /// The schema that may not accept all of them.
    pub(crate) other: &'d Value,
}

/// The facts that a proof may take for granted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'k> {
    /// The names of definitions that both versions have.
    pub(crate) common: &'k HashSet<String>,
    /// The names of common definitions that are the same in both, with everything that they refer to.
    pub(crate) unchanged: &'k HashSet<String>,
}

/// The search for a proof.
pub(crate) struct Prover<'d> {
    others: &'d Object,
    known: Known<'d>,
    deadline: Instant,
    fuel: u32,
    /// The pairs that are being compared.
    open: Vec<Key>,
    /// The pairs for which there is no proof.
    refuted: HashSet<Key>,
    /// The pairs for which there is one that takes nothing for granted but what is [known](Known).
    proven: HashSet<Key>,
    /// The lowest of the open pairs that the current proof takes for granted.
    lowest: usize,
    frames: Vec<Frame<'d>>,
    pub(crate) gaps: Vec<Gap<'d>>,
    validators: HashMap<String, Option<jsonschema::Validator>>,
    patterns: Patterns,
}

type Key = ((Vec<usize>, Types, Vec<String>), usize);

impl<'d> Prover<'d> {
    pub(crate) fn new(others: &'d Object, known: Known<'d>, deadline: Instant) -> Self {
        Self {
            others,
            known,
            deadline,
            fuel: FUEL,
            open: Vec::new(),
            refuted: HashSet::new(),
            proven: HashSet::new(),
            lowest: usize::MAX,
            frames: Vec::new(),
            gaps: Vec::new(),
            validators: HashMap::new(),
            patterns: Patterns::default(),
        }
    }

    /// Whether it is proven that a schema accepts all of these values.
    pub(crate) fn is_within(&mut self, values: &Conjunction<'d>, other: &'d Value) -> bool {
        if values.is_empty() {
            return true;
        }
        let schema = match other {
            Value::Bool(false) => return self.gap(values, other),
            Value::Object(schema) if !schema.is_empty() => schema,
            _ => return true,
        };
        let same = values
            .name
            .filter(|name| Some(*name) == only_referred(other));
        if same.is_some_and(|name| self.known.common.contains(name)) {
            return true;
        }
        if self.fuel == 0 || Instant::now() >= self.deadline {
            return self.gap(values, other);
        }
        self.fuel -= 1;
        let key = (values.key(), std::ptr::from_ref(other).addr());
        if self.proven.contains(&key) {
            return true;
        }
        if self.refuted.contains(&key) {
            return self.gap(values, other);
        }
        if let Some(index) = self.open.iter().position(|open| *open == key) {
            self.lowest = self.lowest.min(index);
            return true;
        }
        let index = self.open.len();
        let outer = std::mem::replace(&mut self.lowest, usize::MAX);
        self.open.push(key.clone());
        let is_within = self.is_within_schema(values, other, schema);
        self.open.pop();
        if !is_within {
            self.refuted.insert(key);
        } else if self.lowest >= index {
            self.proven.insert(key);
        }
        let below = if self.lowest >= index {
            usize::MAX
        } else {
            self.lowest
        };
        self.lowest = outer.min(below);
        is_within
    }

    fn is_within_schema(
        &mut self,
        values: &Conjunction<'d>,
        other: &'d Value,
        schema: &'d Object,
    ) -> bool {
        if values.parts.contains(&schema) && !refers(other) {
            return true;
        }
        if schema.contains_key("$id") {
            return self.gap(values, other);
        }
        if let Some(listed) = &values.values {
            if listed
                .iter()
                .all(|value| self.accepts(other, value, 0) == Some(true))
            {
                return true;
            }
            return self.gap(values, other);
        }
        // All keywords that fail are of interest, not only the first.
        let mut is_within = true;
        for (keyword, value) in schema {
            let holds = self.holds(values, other, schema, keyword, value);
            is_within &= holds;
            if self.fuel == 0 {
                break;
            }
        }
        is_within
    }

    /// Looks at a part of the values.
    fn step(
        &mut self,
        outer: &Conjunction<'d>,
        step: Step,
        inner: &Conjunction<'d>,
        other: &'d Value,
    ) -> bool {
        self.frames.push(Frame {
            outer: outer.clone(),
            step,
        });
        let is_within = self.is_within(inner, other);
        self.frames.pop();
        is_within
    }

    /// Notes a gap. `false`, for the caller to return.
    fn gap(&mut self, values: &Conjunction<'d>, other: &'d Value) -> bool {
        if self.gaps.len() < MOST_GAPS {
            self.gaps.push(Gap {
                frames: self.frames.clone(),
                values: values.clone(),
                other,
            });
        }
        false
    }
}

/// Whether all of these hold. Each is looked at, for the gaps in it.
fn every<'i, T>(items: &'i [T], mut holds: impl FnMut(&'i T) -> bool) -> bool {
    let mut all = true;
    for item in items {
        all &= holds(item);
    }
    all
}

/// Whether there is a reference in a schema.
fn refers(schema: &Value) -> bool {
    match schema {
        Value::Object(members) => {
            !members.contains_key("$id")
                && (referred(members).is_some() || members.values().any(refers))
        }
        Value::Array(values) => values.iter().any(refers),
        _ => false,
    }
}
