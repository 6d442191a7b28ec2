//! Finds minimal values that a validator accepts, for schemas that decide between others.

use serde_json::Value;

use super::{Maker, Object};
use crate::schemas::whole::{alone, validator};

/// How many values are tried for a schema.
const TRIED: usize = 120;

/// The keywords by which a schema decides between others.
const DECIDING: [&str; 3] = ["if", "not", "oneOf"];

impl Maker<'_> {
    /// The minimal value of a schema, or another value if it has none or a validator rejects it.
    pub(super) fn judged(&self, schema: &Value, minimal: Option<Value>) -> Option<Value> {
        let Some(judged) = self.judged.as_ref().filter(|_| decides(schema)) else {
            return minimal;
        };
        let text = schema.to_string();
        if let Some(known) = judged.borrow().get(&text) {
            return known.clone();
        }
        // To make others needs minimal values, perhaps of this schema.
        judged.borrow_mut().insert(text.clone(), minimal.clone());
        let Ok(validator) = validator(&alone(self.doc.root, schema)) else {
            return minimal;
        };
        let is_valid = |value: &Value| validator.is_valid(value);
        if minimal.as_ref().is_some_and(is_valid) {
            return minimal;
        }
        let plain = without_conditions(schema);
        // Values of the plain schema come first, since conditions cost the most steps.
        let good = || self.good(&plain, 1, TRIED).into_iter().find(is_valid);
        let any = || self.good(schema, 1, TRIED).into_iter().find(is_valid);
        let bad = || self.bad(schema, 1, TRIED).into_iter().find(is_valid);
        let value = good().or_else(any).or_else(bad).or(minimal);
        judged.borrow_mut().insert(text, value.clone());
        value
    }
}

/// Whether a schema, or a part of its `allOf`, decides between others.
fn decides(schema: &Value) -> bool {
    let decides = |schema: &Object| DECIDING.iter().any(|keyword| schema.contains_key(*keyword));
    let parts = schema.get("allOf").and_then(Value::as_array);
    let mut all = std::iter::once(schema).chain(parts.into_iter().flatten());
    all.any(|schema| schema.as_object().is_some_and(decides))
}

/// A schema without the conditions in it.
fn without_conditions(schema: &Value) -> Value {
    let mut plain = schema.clone();
    let Value::Object(members) = &mut plain else {
        return plain;
    };
    members.shift_remove("if");
    if let Some(Value::Array(parts)) = members.get_mut("allOf") {
        parts.retain(|part| part.get("if").is_none());
    }
    plain
}
