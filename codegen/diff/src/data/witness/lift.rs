//! Puts a value into the values around it.

use cratify_check::instances::minimal;
use serde_json::{Value, json};

use crate::data::conjunction::Conjunction;
use crate::data::within::{Frame, Step};

/// The name of a member that no schema lists.
const UNLISTED: &str = "other";

/// How many values are made around each one.
const MOST: usize = 4;

/// The values around a place, each without the next one in it.
pub(super) struct Lift<'f, 'd> {
    /// The steps, the innermost first, with the values into which they lead.
    levels: Vec<(&'f Frame<'d>, Vec<Value>)>,
}

impl<'f, 'd> Lift<'f, 'd> {
    /// Makes the simplest values around a place.
    pub(super) fn new(frames: &'f [Frame<'d>]) -> Self {
        let levels = frames
            .iter()
            .rev()
            .map(|frame| (frame, outer_values(frame)));
        Self {
            levels: levels.collect(),
        }
    }

    /// The whole values with this one in them.
    pub(super) fn around(&self, inner: Value) -> Vec<Value> {
        let mut values = vec![inner];
        for (frame, outer) in &self.levels {
            let placed = values.iter().flat_map(|inner| {
                let placed = outer.iter();
                placed.filter_map(|outer| place(outer.clone(), frame, inner.clone()))
            });
            values = placed.take(MOST).collect();
        }
        values
    }
}

/// The simplest values that a step leads into.
fn outer_values(frame: &Frame<'_>) -> Vec<Value> {
    let outer = &frame.outer;
    let with = |more: Value| {
        let mut schema = outer.to_schema();
        if let Some(all) = schema.get_mut("allOf").and_then(Value::as_array_mut) {
            all.push(more);
        }
        minimal(&schema)
    };
    let (alone, fallback) = match &frame.step {
        Step::Member(name) | Step::Name(name) => (
            with(json!({ "type": "object", "required": [name] })),
            json!({}),
        ),
        Step::OtherMember => (with(json!({ "type": "object" })), json!({})),
        Step::Element(index) => (
            with(json!({ "type": "array", "minItems": index + 1 })),
            json!([]),
        ),
    };
    let plain = minimal(&outer.to_schema());
    let mut values: Vec<Value> = alone.into_iter().chain(plain).collect();
    values.push(fallback);
    values.dedup();
    values
}

fn place(mut outer: Value, frame: &Frame<'_>, inner: Value) -> Option<Value> {
    match (&frame.step, &mut outer) {
        (Step::Member(name) | Step::Name(name), Value::Object(members)) => {
            members.insert(name.clone(), inner);
        }
        (Step::OtherMember, Value::Object(members)) => {
            members.insert(unlisted(&frame.outer), inner);
        }
        (Step::Element(index), Value::Array(elements)) => {
            while elements.len() <= *index {
                elements.push(inner.clone());
            }
            elements[*index] = inner;
        }
        _ => return None,
    }
    Some(outer)
}

/// A name that no schema lists.
fn unlisted(outer: &Conjunction<'_>) -> String {
    let names = outer.member_names();
    let mut name = UNLISTED.to_owned();
    while names.contains(&name.as_str()) {
        name.push('_');
    }
    name
}
