//! Turns `enum` and `const` into the listed values.

use std::collections::HashSet;

use crate::source::Value;

/// A value with its whole numbers written as such: `2.0` is the same value as `2` (JSON Schema core, section
/// 4.2.2).
pub(super) fn normal(value: &Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() => {
            let whole = number.as_f64().filter(|number| number.fract() == 0.0);
            // Beyond this a float does not hold every integer, and the digits say more than the float.
            let whole = whole.filter(|number| number.abs() <= 9_007_199_254_740_992.0);
            #[allow(
                clippy::cast_possible_truncation,
                reason = "it is whole, and in the range"
            )]
            whole.map_or_else(|| value.clone(), |number| Value::from(number as i64))
        }
        Value::Array(values) => values.iter().map(normal).collect(),
        Value::Object(members) => {
            let members = members.iter();
            Value::Object(
                members
                    .map(|(name, value)| (name.clone(), normal(value)))
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

/// Adds the values of `enum` or `const`. Where a schema has both, both hold.
pub(super) fn intersect_values(values: &mut Option<Vec<Value>>, new: Vec<Value>) {
    *values = Some(if let Some(old) = values.take() {
        old.into_iter()
            .filter(|value| new.contains(value))
            .collect()
    } else {
        let mut unique: Vec<Value> = Vec::with_capacity(new.len());
        let mut seen = HashSet::with_capacity(new.len());
        for value in new {
            if seen.insert(value.to_string()) {
                unique.push(value);
            }
        }
        unique
    });
}
