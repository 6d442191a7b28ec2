//! Two versions of a document to the changes of what only describes values: titles, descriptions, defaults, examples, flags.
//!
//! The documents are compared as they are after the upgrade, named schema by named schema: the languages have no annotations. None
//! of them breaks any data. That code can name something which is deprecated now is a change of the Rust API.

use std::collections::HashSet;

use cratify_schema::SchemaLocation;
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

/// Keywords whose value is a schema.
const SCHEMAS: [&str; 11] = [
    "items",
    "additionalProperties",
    "additionalItems",
    "contains",
    "propertyNames",
    "unevaluatedProperties",
    "unevaluatedItems",
    "not",
    "if",
    "then",
    "else",
];

/// Keywords whose value has a schema for each name.
const NAMED: [&str; 3] = ["properties", "patternProperties", "dependentSchemas"];

/// Keywords with a list of schemas whose order means nothing.
const BRANCHES: [&str; 3] = ["allOf", "anyOf", "oneOf"];

/// Adds the changes of annotations of all named schemas that both sides have.
pub(super) fn add(judge: &Judge<'_>, places: &mut Places<'_>, changes: &mut Vec<Change>) {
    let mut seen = HashSet::new();
    for (key, described) in judge.named() {
        let at = [0, 1].map(|side| {
            let id = described[side].id?;
            Some(judge.sides[side].model()[id].at.clone())
        });
        // A schema that settings have given another name since the release has no place any more.
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
        // What stood here stands where the reference leads, or the other way round.
        if old.contains_key("$ref") == new.contains_key("$ref") {
            self.annotations(old, new, at);
        }
        let step = |keyword: &str, tokens: [Option<&str>; 2]| {
            let mut sides = at.iter().zip(tokens).map(|(at, token)| {
                let pointer = at.pointer.join(keyword);
                SchemaLocation {
                    file: at.file,
                    pointer: token.map_or_else(|| pointer.clone(), |token| pointer.join(token)),
                }
            });
            [sides.next(), sides.next()].map(|side| side.unwrap_or_else(|| at[1].clone()))
        };
        for keyword in SCHEMAS {
            if let (Some(old), Some(new)) = (old.get(keyword), new.get(keyword)) {
                self.schema(old, new, &step(keyword, [None, None]));
            }
        }
        for keyword in NAMED {
            let members = [old, new].map(|side| side.get(keyword).and_then(Value::as_object));
            let [Some(old), Some(new)] = members else {
                continue;
            };
            for (name, new) in new {
                if let Some(old) = old.get(name) {
                    self.schema(old, new, &step(keyword, [Some(name), Some(name)]));
                }
            }
        }
        for keyword in BRANCHES.iter().copied().chain(["prefixItems"]) {
            let lists = [old, new].map(|side| side.get(keyword).and_then(Value::as_array));
            let [Some(old), Some(new)] = lists else {
                continue;
            };
            for [one, other] in pairs(old, new, keyword != "prefixItems") {
                let tokens = [one.to_string(), other.to_string()];
                let [from, to] = &tokens;
                self.schema(
                    &old[one],
                    &new[other],
                    &step(keyword, [Some(from), Some(to)]),
                );
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
                (None, Some(value)) if is_flag(&value) => (added, format!("`{keyword}` holds now")),
                (Some(value), None) if is_flag(&value) => {
                    (removed, format!("`{keyword}` holds no more"))
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

/// The branches of two lists that are one another's: equal ones, then those that only annotations distinguish, then those in one place.
/// Where the order has a meaning, the place decides.
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
