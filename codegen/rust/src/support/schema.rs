//! Turns Rust types into parts of derived JSON Schemas that `schemars` does not make.

use std::borrow::Cow;

use schemars::transform::Transform;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value};

/// A required member that may be null: `Option<T>`, but not optional.
pub(crate) struct Nullable<T>(T);

impl<T: JsonSchema> JsonSchema for Nullable<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Option::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
}

/// Writes `oneOf` instead of `anyOf`.
pub(crate) fn one_of(schema: &mut Schema) {
    if let Some(branches) = schema.remove("anyOf") {
        schema.insert("oneOf".to_owned(), branches);
    }
}

/// Adds keywords to the subschema at a JSON Pointer. A bound that is null is removed.
pub(crate) struct AddKeywords(pub(crate) &'static str, pub(crate) &'static str);

impl Transform for AddKeywords {
    fn transform(&mut self, schema: &mut Schema) {
        let part = schema.pointer_mut(self.0).and_then(Value::as_object_mut);
        let (Some(part), Value::Object(added)) = (part, json(self.1)) else {
            return;
        };
        for (keyword, value) in added {
            if value.is_null() && ["minimum", "maximum"].contains(&keyword.as_str()) {
                part.remove(&keyword);
            } else {
                part.insert(keyword, value);
            }
        }
    }
}

/// A value that is given as text, because it is long.
pub(crate) fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// The schema of an extern type. Its definitions become definitions of the whole schema.
pub(crate) fn extern_type(generator: &mut SchemaGenerator, text: &str) -> Schema {
    let mut schema: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
    schema.remove("$schema");
    if let Some(Value::Object(definitions)) = schema.remove("$defs") {
        for (name, definition) in definitions {
            generator
                .definitions_mut()
                .entry(name)
                .or_insert(definition);
        }
    }
    schema.into()
}

/// A schema that is given as text.
pub(crate) fn schema(text: &str) -> Schema {
    Schema::try_from(json(text)).unwrap_or_default()
}
