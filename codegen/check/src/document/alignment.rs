//! Walks a schema of a document and its published schema side by side.
//!
//! Publication rewrites references and changes nothing else, so both walks find the same keywords in the same places.
//! If they do to the end, the schemas are equal, whether the algebra can decide it or not. If not, the algebra compares
//! the schemas, with the same names for the definitions that both walks found.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::{Map, Value};

use cratify_schema::SchemaLocation;
use cratify_schema::document::Form;
use cratify_schema::keyword::ASSUMED;

use super::Document;
use super::bundle::Scoped;
use super::forms::without;
use super::parts::{REFERENCES, Subschemas, is_silent, subschemas};
use crate::json;
use crate::schemas::whole::WholeSchema;
use crate::{Case, Forms};

/// The result of two walks side by side.
pub(crate) struct Alignment {
    /// Whether both walks found the same keywords in the same places.
    pub(crate) is_equal: bool,
    /// The targets of references, with their names under `$defs` of the published schema.
    pub(crate) names: HashMap<Scoped, String>,
    /// The locations in the document of the schemas in the published one.
    pub(crate) locations: HashMap<Address, SchemaLocation>,
}

/// The address of a schema in a published schema: a schema object is the same wherever a reference leads to it.
pub(crate) type Address = *const Value;

/// How the schemas of a document are read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Reading {
    /// The direction in which the values are sent.
    pub(crate) form: Option<Form>,
    /// Whether a member that the direction does not have may be there all the same.
    pub(crate) is_lenient: bool,
}

impl Reading {
    /// The readings of a case's schema: for both directions, unless requests and responses have types of their own.
    pub(crate) fn all_of(case: &Case) -> Vec<Self> {
        let of = |form| Self {
            form: Some(form),
            is_lenient: case.promises.forms.is_none(),
        };
        match (case.promises.forms, case.form) {
            (Some(Forms::Single), _) => vec![Self::default()],
            (_, Some(form)) => vec![of(form)],
            (_, None) => vec![of(Form::Request), of(Form::Response)],
        }
    }
}

struct Walk<'d> {
    document: &'d Document,
    published: WholeSchema<'d>,
    found: Alignment,
    /// The pairs that were met, which count as equal while the walks go on.
    met: HashSet<(Scoped, Address)>,
    open: Vec<(Scoped, &'d Value)>,
    is_lenient: bool,
}

impl Document {
    /// Compares the schema at a location of the upgraded document with the published one.
    pub(crate) fn align(
        &self,
        at: &SchemaLocation,
        reading: Reading,
        published: &Value,
    ) -> Alignment {
        let mut walk = Walk {
            document: self,
            published: WholeSchema::new(published),
            found: Alignment {
                is_equal: true,
                names: HashMap::new(),
                locations: HashMap::new(),
            },
            met: HashSet::new(),
            is_lenient: reading.is_lenient,
            open: vec![(self.entry(at, reading.form), published)],
        };
        while let Some((ours, theirs)) = walk.open.pop() {
            let place = std::ptr::from_ref(theirs);
            if walk.met.insert((ours.clone(), place)) {
                walk.found
                    .locations
                    .entry(place)
                    .or_insert_with(|| ours.0.clone());
                let is_equal = walk.schema(&ours, theirs);
                walk.found.is_equal &= is_equal;
            }
        }
        walk.found
    }
}

impl<'d> Walk<'d> {
    /// Whether two schemas have the same keywords; the schemas in them are queued.
    fn schema(&mut self, ours: &Scoped, theirs: &'d Value) -> bool {
        let (one, other) = match (self.document.value(&ours.0), theirs) {
            (Some(Value::Object(one)), Value::Object(other)) => (one, other),
            (Some(Value::Bool(false)), Value::Object(other)) => return is_false(other),
            (one, other) => return one == Some(other),
        };
        // Publication puts the root behind a reference if another one leads to it.
        if let (false, [(keyword, _)]) = (has_reference(one), &spoken(other)[..])
            && *keyword == "$ref"
            && let Some((_, target)) = self.published.target(other)
        {
            self.open.push((ours.clone(), target));
            return true;
        }
        // An alias that is one type with its target is not published.
        if let (&[(keyword, _)], false) = (&spoken(one)[..], has_reference(other))
            && let Some(target) = self.document.target(ours, keyword)
        {
            self.open.push((target, theirs));
            return true;
        }
        // Such an alias may be an `allOf` of the reference.
        if let [("allOf", Value::Array(parts))] = &spoken(one)[..]
            && parts.len() == 1
            && !other.contains_key("allOf")
        {
            let part = self.document.step(ours, &["allOf", "0"]);
            self.open.push((part, theirs));
            return true;
        }
        let members = [one, other].map(|schema| schema.get("properties"));
        // A member stays if it is described here, else if it is required here.
        let is_kept = |keyword: &str, name: &String| match (members, theirs.get(keyword)) {
            ([Some(ours), theirs], _) if ours.get(name).is_some() => {
                theirs.is_some_and(|theirs| theirs.get(name).is_some())
            }
            (_, Some(Value::Array(names))) => names.iter().any(|one| one == name.as_str()),
            _ => false,
        };
        let mut one: Vec<(&str, Cow<'_, Value>)> = spoken(one)
            .into_iter()
            .filter_map(|(keyword, value)| {
                if !self.is_lenient {
                    return Some((keyword, without(keyword, value, &ours.1.removed)?));
                }
                let mut removed = BTreeSet::clone(&ours.1.removed);
                removed.retain(|name| !is_kept(keyword, name));
                let left = without(keyword, value, &removed)?.into_owned();
                Some((keyword, Cow::Owned(left)))
            })
            .collect();
        let other = spoken(other);
        // Any value is accepted in the place of a reference that leads nowhere.
        let is_nowhere = |keyword: &str| {
            REFERENCES.contains(&keyword) && self.document.target(ours, keyword).is_none()
        };
        one.retain(|(keyword, _)| !is_nowhere(keyword));
        one.len() == other.len()
            && one.iter().all(|(keyword, value)| {
                let theirs = other
                    .iter()
                    .find(|(other, _)| is_same_keyword(keyword, other));
                theirs.is_some_and(|(_, theirs)| self.keyword(ours, keyword, value, theirs))
            })
    }

    /// Whether two values of a keyword are the same; schemas in them are left to do.
    fn keyword(&mut self, ours: &Scoped, keyword: &str, one: &Value, other: &'d Value) -> bool {
        if REFERENCES.contains(&keyword) {
            let reference = other.as_str().unwrap_or_default();
            let targets = self
                .document
                .target(ours, keyword)
                .zip(self.published.resolve(reference));
            let Some((target, theirs)) = targets else {
                return false;
            };
            if let Some(name) = name_of(reference) {
                self.found.names.entry(target.clone()).or_insert(name);
            }
            self.open.push((target, theirs));
            return true;
        }
        match (subschemas(keyword, one), one, other) {
            (Subschemas::One, _, theirs) => {
                self.open
                    .push((self.document.step(ours, &[keyword]), theirs));
                true
            }
            (Subschemas::List, Value::Array(one), Value::Array(other)) => {
                let steps = other.iter().enumerate().map(|(index, theirs)| {
                    (
                        self.document.step(ours, &[keyword, &index.to_string()]),
                        theirs,
                    )
                });
                self.open.extend(steps);
                one.len() == other.len()
            }
            (Subschemas::Named, Value::Object(one), Value::Object(other)) => {
                let mut are_equal = one.len() == other.len();
                for (name, value) in one {
                    match other.get(name) {
                        Some(theirs) if value.is_array() => are_equal &= json::same(value, theirs),
                        Some(theirs) => {
                            self.open
                                .push((self.document.step(ours, &[keyword, name]), theirs));
                        }
                        None => are_equal = false,
                    }
                }
                are_equal
            }
            (_, one, other) => json::same(one, other),
        }
    }
}

/// The keywords that say something about values, without a type that publication has assumed.
fn spoken(schema: &Map<String, Value>) -> Vec<(&str, &Value)> {
    let members = schema
        .iter()
        .map(|(keyword, value)| (keyword.as_str(), value));
    let is_assumed = |keyword: &str| keyword == "type" && schema.contains_key(ASSUMED);
    members
        .filter(|(keyword, _)| !is_silent(keyword) && !is_assumed(keyword))
        .collect()
}

/// A dynamic reference is published as a plain one.
fn is_same_keyword(ours: &str, theirs: &str) -> bool {
    ours == theirs || ours == "$dynamicRef" && theirs == "$ref"
}

fn has_reference(schema: &Map<String, Value>) -> bool {
    REFERENCES
        .iter()
        .any(|keyword| schema.contains_key(*keyword))
}

fn is_false(schema: &Map<String, Value>) -> bool {
    matches!(&spoken(schema)[..], [("not", Value::Object(all))] if all.is_empty())
}

/// The name under `$defs` that a reference has.
fn name_of(reference: &str) -> Option<String> {
    let name = reference.strip_prefix("#/$defs/")?;
    (!name.contains(['/', '%', '~'])).then(|| name.to_owned())
}
