//! The limits of all types, which the README states: an integer has 64 bits.

use serde_json::{Number, Value};

use crate::behaviour::subject::Subject;
use crate::json;

impl Subject<'_> {
    /// Whether no integer type of Rust with 64 bits reads all that the schema accepts in the place of some integer of the
    /// instance. It is below `i64`, beyond `u64`, or beyond `i64` where the schema also accepts negative integers.
    pub(crate) fn exceeds_limits(&self, instance: &Value) -> bool {
        let mut places = Vec::new();
        collect(instance, String::new(), &mut places);
        places.iter().any(|(place, width)| {
            let accepts_negative = || {
                let mut instance = instance.clone();
                if let Some(number) = instance.pointer_mut(place) {
                    *number = Value::from(-1);
                }
                self.validator.is_valid(&instance)
            };
            *width == Width::None || accepts_negative()
        })
    }
}

/// The types that hold an integer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Width {
    /// `u64` alone.
    Unsigned,
    /// None.
    None,
}

/// Collects the JSON Pointers of the integers that `i64` does not hold.
fn collect(value: &Value, at: String, found: &mut Vec<(String, Width)>) {
    match value {
        Value::Number(number) => found.extend(width(number).map(|width| (at, width))),
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                collect(value, format!("{at}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                collect(value, json::push(&at, name), found);
            }
        }
        _ => {}
    }
}

/// The type that holds an integer, unless `i64` does.
fn width(number: &Number) -> Option<Width> {
    match json::integer(number) {
        Some(integer) if i64::try_from(integer).is_ok() => None,
        Some(integer) if u64::try_from(integer).is_ok() => Some(Width::Unsigned),
        Some(_) => Some(Width::None),
        // A float of this size is an integer.
        None => number
            .as_f64()
            .filter(|float| float.abs() >= 2f64.powi(63))
            .map(|_| Width::None),
    }
}
