//! Values that are spelled differently and are the same.

use serde_json::Value;

/// Whether two values are the same JSON: numbers are, however they are spelled.
pub(crate) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) if one.is_f64() || other.is_f64() => {
            one.as_f64() == other.as_f64()
        }
        _ => one == other,
    }
}
