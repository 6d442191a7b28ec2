//! Mends a `type` with a word of another language, or with null that is not a string.

use serde_json::Map;

use super::{Mend, ignored, null, read_as, repeated};
use crate::keyword::{JsonType, TypeSet, asserts};
use crate::source::Value;

pub(super) fn types(value: &Value, members: &Map<String, Value>) -> Option<Mend> {
    let unquoted = |value: Value| {
        let message = "null without quotes is not a type";
        read_as("type", value, message, "put it in quotes: `'null'`")
    };
    match value {
        Value::Null if members.keys().any(|name| name != "type" && asserts(name)) => null("type"),
        Value::Null => Some(unquoted("null".into())),
        Value::String(word) => {
            let message = format!("`{word}` is not a JSON type");
            let mut meant = meant_by(word)?.iter();
            Some(match (meant.next(), meant.next()) {
                (Some(only), None) => read_as("type", only.as_str().into(), &message, TYPES),
                _ => Mend {
                    label: "read as if there were no `type`".to_owned(),
                    ..ignored(&message, "remove `type` to accept any JSON value")
                },
            })
        }
        Value::Array(words) if words.iter().any(Value::is_null) => {
            let words = words.iter().map(|word| match word {
                Value::Null => "null".into(),
                word => word.clone(),
            });
            let quoted: Value = words.collect();
            let unique = repeated::without_repetition(&quoted);
            Some(unquoted(unique.map_or(quoted, |(_, unique)| unique)))
        }
        Value::Array(_) => repeated::names("type", value),
        _ => None,
    }
}

const TYPES: &str =
    "the types are `null`, `boolean`, `integer`, `number`, `string`, `array` and `object`";

/// The JSON types that a word of another language means, if it can mean nothing else.
fn meant_by(word: &str) -> Option<TypeSet> {
    let lower = word.to_ascii_lowercase();
    Some(TypeSet::only(match lower.as_str() {
        "int" | "int32" | "int64" | "long" => JsonType::Integer,
        "float" | "double" | "decimal" => JsonType::Number,
        "bool" => JsonType::Boolean,
        "str" | "text" | "date" | "datetime" | "date-time" | "uuid" | "guid" | "email" | "uri"
        | "url" | "file" | "binary" | "password" => JsonType::String,
        "map" | "dict" | "dictionary" | "hash" => JsonType::Object,
        "any" | "mixed" => return Some(TypeSet::ALL),
        // `String` and the like.
        lower if lower != word => JsonType::parse(lower)?,
        _ => return None,
    }))
}
