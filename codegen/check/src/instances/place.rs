//! Puts an example of a member into an instance of the whole: minimal values around it.

use serde_json::Value;

use super::{Maker, members::UNKNOWN};

impl Maker<'_> {
    /// An instance of `schema` with `value` at the place that `tokens` name, the reference tokens
    /// of a JSON Pointer into the schema (`properties`, `name`, …). `None` where the place is not
    /// one of an instance, such as below `not`.
    pub(crate) fn place(&self, schema: &Value, tokens: &[String], value: &Value) -> Option<Value> {
        let Some((keyword, rest)) = tokens.split_first() else {
            return Some(value.clone());
        };
        let map = schema.as_object()?;
        let Some(below) = map.get(keyword) else {
            // Publication may have put the schema behind a reference.
            let (_, target) = self.doc.target(map)?;
            return self.place(target, tokens, value);
        };
        match (keyword.as_str(), rest) {
            ("properties", [name, rest @ ..]) => {
                self.member_placed(schema, name, &self.place(below.get(name)?, rest, value)?)
            }
            ("additionalProperties", rest) => {
                self.member_placed(schema, UNKNOWN, &self.place(below, rest, value)?)
            }
            ("items", rest) => Some(Value::Array(vec![self.place(below, rest, value)?])),
            ("anyOf" | "oneOf" | "allOf", [index, rest @ ..]) => {
                self.place(below.get(index.parse::<usize>().ok()?)?, rest, value)
            }
            _ => None,
        }
    }

    fn member_placed(&self, schema: &Value, name: &str, value: &Value) -> Option<Value> {
        let alternatives = self.alternatives(schema, 4);
        alternatives.iter().find_map(|flat| {
            let mut object = self.minimal_object(flat)?;
            object.insert(name.to_owned(), value.clone());
            Some(Value::Object(object))
        })
    }
}
