//! Turns the keys into the JSON Schema of a settings file, by which editors check and complete it.

use serde_json::{Map, Value, json};

use super::keys::{KINDS, Key, ValueKind, keys, keys_of_place};

/// The JSON Schema of a settings file (draft-07, which editors know).
#[must_use]
pub fn settings_schema() -> String {
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Settings of cratify",
        "type": "object",
        "properties": properties(&keys()),
        "additionalProperties": false,
    });
    format!("{schema:#}\n")
}

fn properties(keys: &[Key]) -> Value {
    let properties = keys.iter().map(|key| {
        let mut schema = schema_of(&key.kind);
        schema.insert("description".to_owned(), key.description.as_str().into());
        (key.name.to_owned(), Value::Object(schema))
    });
    Value::Object(properties.collect())
}

fn schema_of(kind: &ValueKind) -> Map<String, Value> {
    let text = json!({ "type": "string" });
    let texts = |one: &Value| json!({ "anyOf": [one, { "type": "array", "items": one }] });
    let table = |of: &Value| json!({ "type": "object", "additionalProperties": of });
    let object = |properties: Value| json!({ "type": "object", "properties": properties, "additionalProperties": false });
    let schema = match kind {
        ValueKind::Text => text,
        ValueKind::Texts => texts(&text),
        ValueKind::Flag => json!({ "type": "boolean" }),
        ValueKind::Word(words) => json!({ "enum": words }),
        ValueKind::Words(words) => texts(&json!({ "enum": words })),
        ValueKind::Pairs => table(&text),
        ValueKind::Dependencies => {
            let features = json!({ "type": "array", "items": text });
            let whole = object(json!({
                "version": text,
                "path": text,
                "features": features,
                "default-features": { "type": "boolean" },
            }));
            table(&json!({ "anyOf": [text, whole] }))
        }
        ValueKind::Types => {
            let whole = object(json!({ "path": text, "with": text, "example": text }));
            table(&json!({ "anyOf": [text, whole] }))
        }
        ValueKind::Kinds => {
            let kinds = KINDS.iter();
            let kinds = kinds.map(|(word, _)| ((*word).to_owned(), texts(&text)));
            object(Value::Object(kinds.collect()))
        }
        ValueKind::Places => table(&object(properties(&keys_of_place()))),
    };
    match schema {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
