//! Finds a counter-example: a value that one schema accepts and the other refuses.
//!
//! Values are made for each gap of a proof and put into the values around it, then for the schemas as a whole. A
//! validator of each schema confirms the result, so it is right whatever it was made from. The shortest one is shown.

mod lift;

use std::time::Instant;

use cratify_check::instances::make;
use jsonschema::Validator;
use serde_json::Value;

use super::conjunction::{Conjunction, Object};
use super::patterns::{Patterns, Relation};
use super::within::{Gap, Step};
use lift::Lift;

/// Where to look for a counter-example.
pub(super) struct Search<'s, 'd> {
    /// The values among which it is.
    pub(super) values: &'s Conjunction<'d>,
    /// The schema that refuses it.
    pub(super) other: &'d Value,
    /// The definitions of that schema.
    pub(super) others: &'d Object,
    /// The places where nothing was proven.
    pub(super) gaps: &'s [Gap<'d>],
    pub(super) deadline: Instant,
}

/// The validators that confirm a counter-example.
pub(super) struct Test {
    /// All of these accept it.
    pub(super) accepting: Vec<Validator>,
    /// This one refuses it.
    pub(super) refusing: Validator,
}

impl Test {
    fn confirms(&self, value: &Value) -> bool {
        let mut accepting = self.accepting.iter();
        !self.refusing.is_valid(value) && accepting.all(|validator| validator.is_valid(value))
    }
}

/// A confirmed counter-example.
pub(super) struct Found {
    pub(super) value: Value,
    /// The JSON Pointer, in the schema, of what tells the two apart.
    pub(super) at: String,
}

/// The shortest counter-example that was found.
pub(super) fn find(search: &Search<'_, '_>, test: &Test) -> Option<Found> {
    let mut best: Option<(usize, Found)> = None;
    let mut offer = |value: Value, at: &dyn Fn() -> String| {
        let length = value.to_string().len();
        let is_shorter = best.as_ref().is_none_or(|(shortest, _)| length < *shortest);
        if is_shorter && test.confirms(&value) {
            best = Some((length, Found { value, at: at() }));
            return true;
        }
        false
    };
    let mut found = false;
    for gap in search.gaps {
        if Instant::now() >= search.deadline {
            break;
        }
        let lift = Lift::new(&gap.frames);
        for inner in inner_values(gap, search.others) {
            for value in lift.around(inner) {
                found |= offer(value, &|| pointer(gap));
            }
        }
    }
    if !found && Instant::now() < search.deadline {
        let other = Conjunction::new(search.others, [search.other]);
        for schema in [search.values.to_schema(), other.to_schema()] {
            for value in make(&schema) {
                offer(value, &String::new);
            }
        }
    }
    best.map(|(_, found)| found)
}

/// Values that may show the difference at a gap.
fn inner_values(gap: &Gap<'_>, others: &Object) -> Vec<Value> {
    let mut values = make(&gap.values.to_schema());
    if let Some(listed) = &gap.values.values {
        values.extend(listed.iter().map(|value| (*value).clone()));
    }
    let other = Conjunction::new(others, [gap.other]);
    values.extend(make(&other.to_schema()));
    values.extend(unmatched(&gap.values, &other));
    values
}

/// Texts that match a pattern of the values and no pattern of the other schema.
fn unmatched(values: &Conjunction<'_>, other: &Conjunction<'_>) -> Vec<Value> {
    let patterns = |schemas: &Conjunction<'_>| -> Vec<String> {
        let patterns = schemas.parts.iter();
        let patterns = patterns.filter_map(|part| part.get("pattern")?.as_str());
        patterns.map(str::to_owned).collect()
    };
    let mut own = patterns(values);
    if own.is_empty() {
        own.push(String::new());
    }
    let mut relations = Patterns::default();
    let mut found = Vec::new();
    for own in &own {
        for other in patterns(other) {
            if let Relation::Apart(text) = relations.relate(own, &other) {
                found.push(Value::from(text));
            }
        }
    }
    found
}

/// The JSON Pointer of a gap in the schema.
pub(super) fn pointer(gap: &Gap<'_>) -> String {
    let mut pointer = String::new();
    for frame in &gap.frames {
        match &frame.step {
            Step::Member(name) => {
                let name = name.replace('~', "~0").replace('/', "~1");
                pointer.push_str(&format!("/properties/{name}"));
            }
            Step::Name(_) => pointer.push_str("/propertyNames"),
            Step::OtherMember => pointer.push_str("/additionalProperties"),
            Step::Element(_) => pointer.push_str("/items"),
        }
    }
    pointer
}
