//! Makes values that aim to break one keyword each.

use serde_json::{Value, json};

use super::{
    Collector, DEEPEST, Maker, Object,
    keywords::{allows_type, literals, types},
    number, sample,
};
use crate::json::TYPES;

impl Maker<'_> {
    /// Up to `n` likely invalid values of a schema at a nesting level. Null and a value of another
    /// type come first, since they matter most where only a few are asked for.
    pub(super) fn bad(&self, schema: &Value, level: u8, n: usize) -> Vec<Value> {
        let mut out = Collector::new(n);
        let Some(_descent) = self.descend().filter(|_| n > 0) else {
            return Vec::new();
        };
        let alternatives = self.alternatives(schema, n.min(64));
        let mut swaps = TYPES
            .into_iter()
            .filter(|name| !alternatives.iter().any(|flat| allows_type(flat, name)))
            .map(sample);
        out.extend(swaps.by_ref().take(2));
        out.extend(self.unmet_dependencies(schema));
        if level < DEEPEST {
            for (done, flat) in alternatives.iter().enumerate() {
                // Room is kept for the remaining swaps; they are few.
                let share = (out.room().saturating_sub(4) / (alternatives.len() - done)).max(1);
                let mut part = Collector::new(share);
                self.bad_flat(flat, level, &mut part);
                out.extend(part.into_values());
            }
        }
        out.extend(swaps);
        out.into_values()
    }

    /// Objects with a member whose `dependentSchemas` entry may not hold. They are made before the
    /// schema is flattened, which leaves only the objects that keep such entries.
    fn unmet_dependencies(&self, schema: &Value) -> Vec<Value> {
        let dependent = schema.get("dependentSchemas").and_then(Value::as_object);
        let triggers = dependent.into_iter().flatten().map(|(name, _)| name);
        triggers
            .map(|name| {
                let mut object = match self.minimal(schema) {
                    Some(Value::Object(object)) => object,
                    _ => Object::new(),
                };
                object.insert(name.clone(), sample("string"));
                Value::Object(object)
            })
            .collect()
    }

    /// Likely invalid values of the right type.
    fn bad_flat(&self, schema: &Object, level: u8, out: &mut Collector) {
        if let Some(literals) = literals(schema) {
            for literal in literals {
                out.extend(near(literal));
            }
            return;
        }
        if let Some(not) = schema.get("not") {
            out.extend(self.good(not, level + 1, 3));
        }
        for name in types(schema) {
            match name {
                "object" => self.bad_objects(schema, level, out),
                "array" => self.bad_arrays(schema, level, out),
                "string" => out.extend(self.bad_strings(schema).into_iter().map(Value::from)),
                "integer" | "number" => out.extend(number::bad(schema, name == "integer")),
                _ => {}
            }
        }
    }
}

/// Values close to a const or an enum member, but other than it.
fn near(literal: &Value) -> Vec<Value> {
    match literal {
        Value::String(text) => vec![
            json!(format!("{text}_unknown")),
            json!(text.to_uppercase()),
            json!(""),
        ],
        Value::Number(number) => number
            .as_i64()
            .and_then(|value| value.checked_add(1))
            .map_or_else(
                || vec![json!(0.25)],
                |value| vec![json!(value), json!(value.to_string())],
            ),
        Value::Bool(value) => vec![json!(!value), json!(value.to_string())],
        _ => vec![json!("unknown")],
    }
}
