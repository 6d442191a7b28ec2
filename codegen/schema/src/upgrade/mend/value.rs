//! Mends values of the wrong JSON type: text, numbers and flags.

use super::{Mend, ignored, left_out, read_as};
use crate::keyword::{Effect, effect_of};
use crate::source::Value;

/// A number or a boolean in the place of text.
pub(super) fn text(name: &str, value: &Value) -> Option<Mend> {
    match value {
        Value::String(_) => None,
        Value::Number(_) | Value::Bool(_) => Some(read_as(
            name,
            value.to_string().into(),
            &format!("`{name}` must be a string"),
            "put it in quotes",
        )),
        _ => Some(left_out(name, value, "a string")),
    }
}

/// A length below zero: many programs write it where there is no limit.
pub(super) fn no_limit(name: &str, value: &Value) -> Option<Mend> {
    (value.as_f64()? < 0.0).then(|| Mend {
        label: "read as no limit".to_owned(),
        ..ignored(&format!("`{name}` is below zero"), "remove it")
    })
}

/// A number in quotes.
pub(super) fn number(name: &str, value: &Value) -> Option<Mend> {
    let text = value.as_str()?;
    let number: serde_json::Number = text.trim().parse().ok()?;
    Some(read_as(
        name,
        Value::Number(number),
        &format!("`{name}` must be a number"),
        "remove the quotes",
    ))
}

/// A word for yes or no. Something is deprecated if its `deprecated` gives the reason.
pub(super) fn flag(name: &str, value: &Value) -> Option<Mend> {
    let meant = match value {
        Value::Bool(_) => return None,
        Value::String(word) => match word.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" | "y" => Some(true),
            "false" | "no" | "off" | "n" | "" => Some(false),
            _ => None,
        },
        _ => None,
    };
    let meant = meant.or((name == "deprecated" && !value.is_number()).then_some(true));
    Some(match meant {
        Some(meant) => read_as(
            name,
            meant.into(),
            &format!("`{name}` must be `true` or `false`"),
            &format!("write `{meant}`"),
        ),
        None if effect_of(name) == Some(Effect::Documents) => {
            left_out(name, value, "`true` or `false`")
        }
        None => return None,
    })
}

/// A boolean schema in quotes.
pub(super) fn boolean_schema(name: &str, value: &Value) -> Option<Mend> {
    let meant = match value.as_str()? {
        "true" => true,
        "false" => false,
        _ => return None,
    };
    Some(read_as(
        name,
        meant.into(),
        &format!("`{name}` must be an object or a boolean"),
        "remove the quotes",
    ))
}

/// Examples that are not a list: a single one, or named ones as OpenAPI has them beside schemas.
pub(super) fn examples(value: &Value) -> Option<Mend> {
    let unnamed = |example: &Value| match example.as_object() {
        Some(members) if members.len() == 1 => members.get("value").unwrap_or(example).clone(),
        _ => example.clone(),
    };
    let list = match value {
        Value::Array(_) => return None,
        Value::Object(named) => named.values().map(unnamed).collect(),
        single => Value::Array(vec![single.clone()]),
    };
    Some(read_as(
        "examples",
        list,
        "`examples` must be a list",
        "write it as a list, or use `example`",
    ))
}
