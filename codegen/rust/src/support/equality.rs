//! Equality of JSON values: numbers are equal in each spelling.

use serde_json::{Number, Value};

/// Whether two values are equal as JSON.
pub(crate) fn equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => equal_numbers(one, other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| equal(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let has = |(name, value)| other.get(name).is_some_and(|other| equal(value, other));
            one.len() == other.len() && one.iter().all(has)
        }
        _ => one == other,
    }
}

fn equal_numbers(one: &Number, other: &Number) -> bool {
    match (one.is_f64(), other.is_f64()) {
        (true, true) => one.as_f64() == other.as_f64(),
        (true, false) => is_whole(one, other),
        (false, true) => is_whole(other, one),
        (false, false) => match (one.as_i64(), other.as_i64()) {
            (Some(one), Some(other)) => one == other,
            _ => one == other,
        },
    }
}

/// Whether a number with a fraction or an exponent is exactly this integer. Two integers beyond 2^53 can be the same `f64`.
#[allow(
    clippy::cast_possible_truncation,
    reason = "an `f64` beyond 128 bits is no integer of 64 bits"
)]
fn is_whole(float: &Number, integer: &Number) -> bool {
    let known = integer.as_i64().map(i128::from);
    let known = known.or_else(|| integer.as_u64().map(i128::from));
    float.as_f64().is_some_and(|float| match known {
        Some(integer) => float.fract() == 0.0 && float as i128 == integer,
        None => integer.as_f64() == Some(float),
    })
}
