//! Compares and prints JSON values: equality with numbers as numbers, type names, short print.

use serde_json::{Number, Value};

/// The six types of JSON, in the order in which swaps are tried.
pub(crate) const TYPES: [&str; 6] = ["null", "string", "number", "boolean", "array", "object"];

/// The integers that a JSON number written with a fraction, like `5.0`, still carries exactly.
pub(crate) const EXACT: u64 = 1 << 53;

/// Whether two values are the same JSON: numbers compared as numbers (`1` is `1.0`), member order
/// ignored.
pub(crate) fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => same_number(left, right),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(a, b)| same(a, b))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(key, a)| right.get(key).is_some_and(|b| same(a, b)))
        }
        _ => left == right,
    }
}

/// The values of an object's members, as an array.
pub(crate) fn as_array(value: &Value) -> Option<Value> {
    let members = value.as_object()?;
    Some(members.values().cloned().collect())
}

fn same_number(left: &Number, right: &Number) -> bool {
    match (integer(left), integer(right)) {
        (Some(left), Some(right)) => left == right,
        (None, None) => left.as_f64() == right.as_f64(),
        _ => false,
    }
}

/// The number as an integer when it is one; `5.0` is 5. `None` for fractions, and for magnitudes
/// beyond what `i128` is needed for here (a float of 2^64 and more).
#[expect(
    clippy::cast_possible_truncation,
    reason = "a whole float below 2^64 fits an i128"
)]
pub(crate) fn integer(number: &Number) -> Option<i128> {
    if let Some(value) = number.as_i64() {
        return Some(value.into());
    }
    if let Some(value) = number.as_u64() {
        return Some(value.into());
    }
    let value = number.as_f64()?;
    (value.fract() == 0.0 && value.abs() < 18_446_744_073_709_551_616.0).then_some(value as i128)
}

/// An integer as a JSON value, when JSON text as `serde_json` reads it can hold it.
pub(crate) fn from_integer(value: i128) -> Option<Value> {
    i64::try_from(value)
        .map(Value::from)
        .or_else(|_| u64::try_from(value).map(Value::from))
        .ok()
}

/// The JSON type's name; integers are `number`.
pub(crate) fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// An object with its members in the other order; `None` where that is nothing new.
pub(crate) fn reversed(value: &Value) -> Option<Value> {
    let members = value.as_object().filter(|members| members.len() > 1)?;
    let members = members.iter().rev();
    Some(
        members
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
    )
}

/// The value as text, cut to what fits a message.
pub(crate) fn brief(value: &Value) -> String {
    trim(value.to_string(), 240)
}

/// Cuts text to at most `limit` characters, saying how much is missing.
pub(crate) fn trim(text: String, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((at, _)) => format!("{}… ({} bytes)", &text[..at], text.len()),
        None => text,
    }
}

/// Appends one reference token to a JSON Pointer, escaped as RFC 6901 section 3 says.
pub(crate) fn push(pointer: &str, token: &str) -> String {
    format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"))
}
