//! Turns two versions of a document into the changes of annotations: titles, descriptions, defaults, examples, flags.
//!
//! The documents are compared as they are after the upgrade, named schema by named schema: the languages have no
//! annotations. None of them breaks any data. That code can name something which is deprecated now is a change of the
//! Rust API.

use std::collections::HashSet;

use cratify_schema::SchemaLocation;
use cratify_schema::document::{Children, ObjectKind, children_of};
use cratify_schema::keyword;
use serde_json::{Map, Value};

use super::Change;
use super::edit::shown;
use super::places::Places;
use crate::data::Judge;

/// A keyword that only describes values: the kinds of changes where it is added, removed and changed.
type Annotation = (&'static str, [&'static str; 3]);

const ANNOTATIONS: [Annotation; 10] = [
    ("title", ["title-added", "title-removed", "title-changed"]),
    (
        "description",
        [
            "description-added",
            "description-removed",
            "description-changed",
        ],
    ),
    (
        "deprecated",
        [
            "deprecated-added",
            "deprecated-removed",
            "deprecated-changed",
        ],
    ),
    (
        "default",
        ["default-added", "default-removed", "default-changed"],
    ),
    (
        "examples",
        ["examples-added", "examples-removed", "examples-changed"],
    ),
    (
        "example",
        ["example-added", "example-removed", "example-changed"],
    ),
    (
        "readOnly",
        ["readOnly-added", "readOnly-removed", "readOnly-changed"],
    ),
    (
        "writeOnly",
        ["writeOnly-added", "writeOnly-removed", "writeOnly-changed"],
    ),
    (
        "$comment",
        ["comment-added", "comment-removed", "comment-changed"],
    ),
    (
        "externalDocs",
        [
            "externalDocs-added",
            "externalDocs-removed",
            "externalDocs-changed",
        ],
    ),
];

/// The kind of a change that the users of a crate should know of.
pub(crate) const DEPRECATED: &str = "deprecated-added";

/// Adds the changes of annotations of all named schemas that both sides have.
pub(super) fn add(judge: &Judge<'_>, places: &mut Places<'_>, changes: &mut Vec<Change>) {
    let mut seen = HashSet::new();
    for (key, described) in judge.named() {
        let at = [0, 1].map(|side| {
            let id = described[side].id?;
            Some(judge.sides[side].model()[id].at.clone())
        });
        // A schema that settings have given another name since the release no longer has a place.
        let [Some(old_at), Some(new_at)] = at else {
            continue;
        };
        let at = [old_at, new_at];
        // Requests and responses may have a type of one schema each.
        if !seen.insert(at[1].clone()) {
            continue;
        }
        let values = [0, 1].map(|side| {
            let document = judge.sides[side]
                .decisions
                .documents
                .get(at[side].file.index());
            at[side].pointer.resolve(document?)
        });
        let [Some(old), Some(new)] = values else {
            continue;
        };
        let mut walk = Walk::default();
        walk.schema(old, new, &at);
        if walk.found.is_empty() {
            continue;
        }
        let reached = judge.reaching(key);
        for Found { kind, text, at } in walk.found {
            places.ask_at(at);
            changes.push(Change {
                id: kind,
                schema: described[1].wire_name.clone(),
                old: None,
                new: None,
                text,
                reached: reached.clone(),
                verdicts: judge.compatible(key),
            });
        }
    }
}

/// A change of an annotation, with its schema on both sides.
struct Found {
    kind: &'static str,
    text: String,
    at: [SchemaLocation; 2],
}

/// The walk through two versions of a schema.
#[derive(Default)]
struct Walk {
    found: Vec<Found>,
}

impl Walk {
    fn schema(&mut self, old: &Value, new: &Value, at: &[SchemaLocation; 2]) {
        let (Value::Object(old), Value::Object(new)) = (old, new) else {
            return;
        };
        if old == new {
            return;
        }
        // Annotations move with a schema that is put behind a reference, or written out in its place.
        if old.contains_key("$ref") == new.contains_key("$ref") {
            self.annotations(old, new, at);
        }
        // Definitions are schemas of their own. An upgraded document has no list of `items`.
        let applied = new.iter().filter(|(keyword, _)| keyword::asserts(keyword));
        for (keyword, new) in applied {
            let (Some(old), Some(children)) =
                (old.get(keyword), children_of(ObjectKind::Schema, keyword))
            else {
                continue;
            };
            let at = [0, 1].map(|side| at[side].join(keyword));
            match (children, old, new) {
                (Children::One(_) | Children::OneOrList(_), old, new) => self.schema(old, new, &at),
                (Children::Map(_), Value::Object(old), Value::Object(new)) => {
                    for (name, new) in new {
                        if let Some(old) = old.get(name) {
                            self.schema(old, new, &[0, 1].map(|side| at[side].join(name)));
                        }
                    }
                }
                (Children::List(_), Value::Array(old), Value::Array(new)) => {
                    for places in pairs(old, new, keyword != "prefixItems") {
                        let at = [0, 1].map(|side| at[side].join(&places[side].to_string()));
                        self.schema(&old[places[0]], &new[places[1]], &at);
                    }
                }
                _ => {}
            }
        }
    }

    fn annotations(
        &mut self,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
        at: &[SchemaLocation; 2],
    ) {
        for (keyword, [added, removed, changed]) in ANNOTATIONS {
            // A flag that is off says nothing.
            let stated = |schema: &'_ Map<String, Value>| {
                let value = schema.get(keyword);
                value
                    .filter(|value| **value != Value::Bool(false) || keyword == "default")
                    .cloned()
            };
            let is_flag = |value: &Value| *value == Value::Bool(true) && keyword != "default";
            let (kind, text) = match (stated(old), stated(new)) {
                (None, Some(value)) if is_flag(&value) => (added, format!("`{keyword}` now holds")),
                (Some(value), None) if is_flag(&value) => {
                    (removed, format!("`{keyword}` no longer holds"))
                }
                (None, Some(value)) => (added, format!("`{keyword}` is new: {}", shown(&value))),
                (Some(_), None) => (removed, format!("`{keyword}` is gone")),
                (Some(old), Some(new)) if old != new => {
                    (changed, format!("`{keyword}` is now {}", shown(&new)))
                }
                _ => continue,
            };
            let at = at.clone();
            self.found.push(Found { kind, text, at });
        }
    }
}

/// The branches of two lists that are one another's: equal ones, then branches that only annotations distinguish, then
/// branches in one place. Where the order has a meaning, the place decides.
fn pairs(old: &[Value], new: &[Value], may_move: bool) -> Vec<[usize; 2]> {
    let mut found: Vec<Option<usize>> = vec![None; new.len()];
    let mut is_taken = vec![false; old.len()];
    let mut take = |one: usize, other: usize| {
        if !is_taken[one] && found[other].is_none() {
            is_taken[one] = true;
            found[other] = Some(one);
        }
    };
    let count = old.len().min(new.len());
    for place in (0..count).filter(|place| !may_move || old[*place] == new[*place]) {
        take(place, place);
    }
    if may_move {
        let bare = |schemas: &[Value]| schemas.iter().map(bare).collect::<Vec<_>>();
        let (bare_old, bare_new) = (bare(old), bare(new));
        for (other, new) in bare_new.iter().enumerate() {
            for one in (0..old.len()).filter(|one| bare_old[*one] == *new) {
                take(one, other);
            }
        }
        for place in 0..count {
            take(place, place);
        }
    }
    let found = found.into_iter().enumerate();
    found
        .filter_map(|(other, one)| Some([one?, other]))
        .collect()
}

/// A schema without annotations of its own.
fn bare(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Value::Object(members) = &mut schema {
        members.retain(|name, _| !ANNOTATIONS.iter().any(|(keyword, _)| keyword == name));
    }
    schema
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::pairs;

    #[test]
    fn branches_are_found_by_what_they_are() {
        let list = |value: serde_json::Value| value.as_array().cloned().unwrap_or_default();
        let old = list(json!([{ "const": 1, "title": "A" }, { "const": 2 }, { "const": 3 }]));
        let new = list(json!([{ "const": 4 }, { "const": 2 }, { "const": 1, "title": "B" }]));
        assert_eq!(pairs(&old, &new, true), [[1, 1], [0, 2]]);
        assert_eq!(pairs(&old, &new, false), [[0, 0], [1, 1], [2, 2]]);
        assert_eq!(pairs(&old, &[], true), Vec::<[usize; 2]>::new());
    }
}
