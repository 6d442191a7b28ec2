//! Makes values that aim to be valid.

use serde_json::{Value, json};

use super::{
    Collector, DEEPEST, Maker, Object,
    keywords::{annotated, literals, types},
    number, sample,
};

impl Maker<'_> {
    /// Up to `n` likely valid values of a schema at a nesting level (0 is the whole instance). The
    /// first is the minimal one.
    pub(super) fn good(&self, schema: &Value, level: u8, n: usize) -> Vec<Value> {
        let mut out = Collector::new(n);
        out.extend(self.minimal(schema));
        let Some(_descent) = self.descend().filter(|_| n > 1 && level < DEEPEST) else {
            return out.into_values();
        };
        if let Value::Object(map) = schema {
            // At most half: what the document shows is welcome, but it is rarely the edge cases.
            out.extend(annotated(map).take((n / 2).max(1)).cloned());
        }
        let alternatives = self.alternatives(schema, n.min(64));
        for (done, flat) in alternatives.iter().enumerate() {
            let share = out.share(alternatives.len() - done);
            out.extend(self.good_flat(flat, level, share));
        }
        out.into_values()
    }

    /// Likely valid values of a flat schema.
    fn good_flat(&self, schema: &Object, level: u8, n: usize) -> Vec<Value> {
        let mut out = Collector::new(n);
        out.extend(self.minimal_flat(schema));
        if let Some(literals) = literals(schema) {
            out.extend(literals.iter().cloned());
            return out.into_values();
        }
        out.extend(annotated(schema).take((n / 2).max(1)).cloned());
        let types = types(schema);
        for (done, name) in types.iter().enumerate() {
            let share = out.share(types.len() - done);
            match *name {
                "object" => self.good_objects(schema, level, share, &mut out),
                "array" => self.good_arrays(schema, level, share, &mut out),
                "string" => out.extend(
                    self.good_strings(schema, share)
                        .into_iter()
                        .map(Value::from),
                ),
                "integer" | "number" => out.extend(
                    number::good(schema, *name == "integer")
                        .into_iter()
                        .take(share),
                ),
                "boolean" => out.extend([json!(true), json!(false)]),
                other => out.push(sample(other)),
            }
        }
        out.into_values()
    }

    /// One likely valid value with every optional part, two levels deep.
    pub(super) fn full(&self, schema: &Value, level: u8) -> Option<Value> {
        if level >= DEEPEST {
            return self.minimal(schema);
        }
        let _descent = self.descend()?;
        let alternatives = self.alternatives(schema, 1);
        let flat = alternatives.first()?;
        if literals(flat).is_none() {
            match types(flat).first() {
                Some(&"object") if schema_describes(flat, "properties") => {
                    return self.full_object(flat, level).map(Value::Object);
                }
                Some(&"array") if schema_describes(flat, "items") => {
                    let item = self.full(flat.get("items")?, level + 1);
                    let mut items = self.minimal_array(flat, super::array::length(flat).max(1))?;
                    if let (Some(slot), Some(item)) = (items.as_array_mut()?.last_mut(), item) {
                        *slot = item;
                    }
                    return Some(items);
                }
                _ => {}
            }
        }
        self.minimal(schema)
    }
}

fn schema_describes(schema: &Object, keyword: &str) -> bool {
    schema.get(keyword).is_some_and(Value::is_object)
}
