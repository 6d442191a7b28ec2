//! Makes the simplest value of a schema that is likely valid; everything else is built around it.

use serde_json::Value;

use super::{
    Maker, Object, array,
    keywords::{literals, types},
    number, sample,
};

/// From this depth on, alternatives are tried simplest first: merged schemas hide references, and with
/// them the cycles.
const SIMPLEST_FIRST: u8 = 4;

impl Maker<'_> {
    /// The minimal value; `None` if the schema has no value, or if a cycle leaves no value at this place.
    pub(super) fn minimal(&self, schema: &Value) -> Option<Value> {
        let map = match schema {
            Value::Object(map) => map,
            Value::Bool(true) => return Some(sample("string")),
            _ => return None,
        };
        let _descent = self.descend()?;
        if map.keys().all(|key| key == "$ref" || is_annotation(key))
            && let Some((reference, target)) = self.doc.target(map)
        {
            return self.minimal_of_reference(reference, target);
        }
        // A plain union is tried branch by branch, so that references in it are noticed as such.
        for union in ["anyOf", "oneOf"] {
            if let Some(Value::Array(branches)) = map.get(union)
                && map.keys().all(|key| key == union || is_annotation(key))
            {
                let value = branches.iter().find_map(|branch| self.minimal(branch));
                return self.judged(schema, value);
            }
        }
        let mut alternatives = self.alternatives(schema, 8);
        if self.depth.get() >= SIMPLEST_FIRST {
            alternatives.sort_by_key(|flat| cost(flat));
        }
        let value = alternatives.iter().find_map(|flat| self.minimal_flat(flat));
        self.judged(schema, value)
    }

    fn minimal_of_reference(&self, reference: &str, target: &Value) -> Option<Value> {
        if let Some(known) = self.minimal.borrow().get(reference) {
            return Some(known.clone());
        }
        if self.open.borrow().iter().any(|open| open == reference) {
            return None;
        }
        self.open.borrow_mut().push(reference.to_owned());
        let value = self.minimal(target);
        self.open.borrow_mut().pop();
        if let Some(value) = &value {
            self.minimal
                .borrow_mut()
                .insert(reference.to_owned(), value.clone());
        }
        value
    }

    /// The minimal value of a flat schema.
    pub(super) fn minimal_flat(&self, schema: &Object) -> Option<Value> {
        if let Some(literals) = literals(schema) {
            return literals
                .iter()
                .find(|value| !value.is_null())
                .or(literals.first())
                .cloned();
        }
        types(schema).into_iter().find_map(|name| match name {
            "object" => self.minimal_object(schema).map(Value::Object),
            "array" => self.minimal_array(schema, array::length(schema)),
            "string" => self
                .good_strings(schema, 1)
                .into_iter()
                .next()
                .map(Value::from),
            "integer" | "number" => number::good(schema, name == "integer").into_iter().next(),
            other => Some(sample(other)),
        })
    }
}

/// An estimate of the size of a flat schema's minimal value.
fn cost(schema: &Object) -> u8 {
    match types(schema).first() {
        _ if literals(schema).is_some() => 0,
        Some(&"object") => 2,
        Some(&"array") => 1,
        _ => 0,
    }
}

/// Keywords that do not change which values are valid.
fn is_annotation(keyword: &str) -> bool {
    matches!(
        keyword,
        "title"
            | "description"
            | "default"
            | "example"
            | "examples"
            | "deprecated"
            | "readOnly"
            | "writeOnly"
            | "discriminator"
            | "$comment"
            | "$schema"
            | "$id"
            | "$defs"
    ) || keyword.starts_with("x-")
}
