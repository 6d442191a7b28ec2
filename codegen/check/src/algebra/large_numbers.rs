//! Makes numbers smaller that the algebra does not model: it leaves a schema with a bound like 2^64 undecided.
//!
//! Bounds and listed numbers only compare numbers. So two schemas accept the same values if they do with other numbers
//! in the same order, as long as a gap that leaves no integer between two numbers stays one. `multipleOf` does more than
//! compare, so a schema with it stays as it is.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// The algebra models numbers up to this, so they stay unchanged.
const SMALL: i128 = 1 << 53;

/// A gap between two numbers in which no schema counts.
const WIDE: i128 = 1 << 40;

/// A float that an `i128` holds, with room for more: 2^126.
const HUGE: f64 = 85_070_591_730_234_615_865_843_651_857_942_052_864.0;

/// The two schemas with small numbers, in the same order. `None` where all numbers are small already, or where their
/// order is not all that matters.
pub(crate) fn made_small(schemas: [&Value; 2]) -> Option<[Value; 2]> {
    let mut large = BTreeMap::new();
    for schema in schemas {
        collect(schema, &mut large)?;
    }
    if large.is_empty() {
        return None;
    }
    let mut below = (SMALL, SMALL);
    for (number, small) in large.range_mut(SMALL..) {
        *small = below.1 + (number - below.0).min(WIDE);
        below = (*number, *small);
    }
    let mut above = (-SMALL, -SMALL);
    for (number, small) in large.range_mut(..=-SMALL).rev() {
        *small = above.1 - (above.0 - number).min(WIDE);
        above = (*number, *small);
    }
    Some(schemas.map(|schema| replaced(schema, &large)))
}

/// Collects the large numbers. `None` for a schema in which the order of numbers is not all that matters.
fn collect(value: &Value, large: &mut BTreeMap<i128, i128>) -> Option<()> {
    match value {
        Value::Number(_) => {
            let number = whole(value)?;
            if number.abs() > SMALL {
                large.insert(number, number);
            }
            Some(())
        }
        Value::Array(values) => values.iter().try_for_each(|value| collect(value, large)),
        Value::Object(members) if members.contains_key("multipleOf") => None,
        Value::Object(members) => members.values().try_for_each(|value| collect(value, large)),
        _ => Some(()),
    }
}

/// The number without its fraction. A float beyond 128 bits becomes an integer in the same order.
#[expect(
    clippy::cast_possible_truncation,
    reason = "it is in the range of an `i128`"
)]
fn whole(value: &Value) -> Option<i128> {
    let integer = value.as_i64().map(i128::from);
    let integer = integer.or_else(|| value.as_u64().map(i128::from));
    integer.or_else(|| {
        let float = value.as_f64()?;
        let within = float.clamp(-HUGE, HUGE);
        // The bits of floats of one sign are in the order of the floats.
        let beyond = i128::from(float.abs().to_bits()) - i128::from(within.abs().to_bits());
        Some(within as i128 + if float < 0.0 { -beyond } else { beyond })
    })
}

fn replaced(value: &Value, large: &BTreeMap<i128, i128>) -> Value {
    match value {
        Value::Number(_) => {
            let small = whole(value).and_then(|number| large.get(&number));
            let small = small.and_then(|small| i64::try_from(*small).ok());
            small.map_or_else(|| value.clone(), Value::from)
        }
        Value::Array(values) => values.iter().map(|value| replaced(value, large)).collect(),
        Value::Object(members) => {
            let members = members.iter();
            Value::Object(
                members
                    .map(|(name, value)| (name.clone(), replaced(value, large)))
                    .collect::<Map<_, _>>(),
            )
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::made_small;

    #[test]
    fn the_order_and_narrow_gaps_stay() {
        let one = json!({"maximum": u64::MAX, "minimum": -1e30, "enum": [1e300, 1e301]});
        let other = json!({"exclusiveMaximum": 18_446_744_073_709_551_616.0, "minimum": 3});
        let [one, other] = made_small([&one, &other]).expect("there are large numbers");
        let number = |value: &Value| value.as_i64().expect("it is small");
        assert_eq!(
            number(&one["maximum"]) + 1,
            number(&other["exclusiveMaximum"])
        );
        assert!(number(&one["minimum"]) < -(1 << 53) && number(&one["maximum"]) > 1 << 53);
        assert!(number(&one["enum"][0]) < number(&one["enum"][1]));
        assert!(number(&one["maximum"]) < number(&one["enum"][0]));
        assert_eq!(other["minimum"], 3);
    }

    #[test]
    fn small_numbers_and_multiples_stay() {
        let small = json!({"maximum": 1.5});
        assert_eq!(made_small([&small, &small]), None);
        let multiple = json!({"maximum": u64::MAX, "multipleOf": 2});
        assert_eq!(made_small([&multiple, &multiple]), None);
    }
}
