//! Turns types where they are used, and slots (types with their constraints), into schemas of a language.

use serde_json::{Map, Value, json};

use super::keywords::{conjoin, or_null, simplify};
use super::{Language, Writer};
use cratify_model::model::{Bound, Constraint, Constraints, Integer, Slot, Type};

impl Writer<'_> {
    /// A type with the constraints at the point of its use.
    pub(super) fn slot(&mut self, slot: &Slot) -> Value {
        self.type_with(&slot.ty, &slot.constraints)
    }

    /// A type with constraints.
    pub(super) fn type_with(&mut self, ty: &Type, constraints: &Constraints) -> Value {
        let schema = self.ty(ty, constraints);
        self.with(schema, constraints)
    }

    /// A schema with constraints, which tolerant reading ignores.
    pub(super) fn with(&mut self, schema: Value, constraints: &Constraints) -> Value {
        if self.language == Language::Read {
            return schema;
        }
        let enforced = constraints
            .iter()
            .filter(|one| !matches!(one, Constraint::Format(_)));
        let enforced: Constraints = enforced.cloned().collect();
        let written = self.constraints.keywords(&enforced);
        self.is_partial |= written.len() < enforced.iter().count();
        let keywords: Map<String, Value> = written
            .into_iter()
            .map(|(one, value)| (one.keyword().to_owned(), value))
            .collect();
        if keywords.is_empty() {
            return schema;
        }
        simplify(conjoin(schema, keywords))
    }

    fn ty(&mut self, ty: &Type, constraints: &Constraints) -> Value {
        match ty {
            Type::Any => Value::Bool(true),
            Type::Object => json!({ "type": "object" }),
            Type::Null => json!({ "type": "null" }),
            Type::Bool => json!({ "type": "boolean" }),
            Type::Integer(width) => self.integer(*width, constraints),
            Type::Float | Type::Number => json!({ "type": "number" }),
            Type::String => json!({ "type": "string" }),
            Type::List(slot) => {
                let items = self.inside(&["items"], |writer| writer.slot(slot));
                match items {
                    Value::Bool(true) => json!({ "type": "array" }),
                    items => json!({ "type": "array", "items": items }),
                }
            }
            Type::Tuple(slots) => {
                let elements = slots.iter().enumerate().map(|(index, slot)| {
                    let index = index.to_string();
                    self.inside(&["prefixItems", &index], |writer| writer.slot(slot))
                });
                let elements: Vec<Value> = elements.collect();
                let length = elements.len();
                json!({
                    "type": "array",
                    "prefixItems": elements,
                    "items": false,
                    "minItems": length,
                })
            }
            Type::Map(map, slot) => {
                let values = self.inside(&["additionalProperties"], |writer| writer.slot(slot));
                let mut schema = Map::from_iter([("type".to_owned(), "object".into())]);
                if values != Value::Bool(true) {
                    schema.insert("additionalProperties".to_owned(), values);
                }
                // The other languages have the constraint.
                let is_read = self.language == Language::Read;
                if let Some(key) = map.key.as_ref().filter(|_| is_read) {
                    let none = Constraints::default();
                    let names = self.inside(&["propertyNames"], |writer| writer.ty(key, &none));
                    schema.insert("propertyNames".to_owned(), names);
                }
                Value::Object(schema)
            }
            Type::Option(inner) => or_null(self.ty(inner, constraints)),
            Type::Mapped(mapped) => {
                let wire = self.ty(&mapped.wire, constraints);
                if self.language == Language::Accepted {
                    return wire;
                }
                let format = [("format".to_owned(), mapped.format.as_str().into())];
                conjoin(wire, Map::from_iter(format))
            }
            Type::Named(id) => self.named(*id),
        }
    }

    /// The integers of a width. A schema accepts integers beyond the width that its `format` names; 64 bits are a limit
    /// of all crates, and no difference between two of them.
    fn integer(&self, width: Integer, constraints: &Constraints) -> Value {
        let mut schema = Map::from_iter([("type".to_owned(), "integer".into())]);
        let range = width.range();
        let (low, high) = match (self.language, width) {
            (Language::Accepted, _) | (_, Integer::I64) => (None, None),
            (_, Integer::U64) => (range.low, None),
            _ => (range.low, range.high),
        };
        let is_read = self.language == Language::Read;
        let ends = [
            (low, Bound::Minimum, Bound::ExclusiveMinimum),
            (high, Bound::Maximum, Bound::ExclusiveMaximum),
        ];
        for (end, bound, exclusive) in ends {
            let is_bound = |bound| constraints.bound(bound).is_some();
            let end = end.and_then(|end| i64::try_from(end).ok());
            // A constraint is within the width.
            if let Some(end) = end
                && (is_read || !is_bound(bound) && !is_bound(exclusive))
            {
                schema.insert(bound.keyword().to_owned(), end.into());
            }
        }
        Value::Object(schema)
    }
}
