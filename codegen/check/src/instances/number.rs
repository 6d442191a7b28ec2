//! Makes numbers at, within and one beyond the bounds of a schema.

use serde_json::{Number, Value};

use super::Object;
use crate::json;

/// The integers that the type of a schema promises to hold: of the width that `format` names, else of 64
/// bits. A bound beyond the width that `format` names takes it back. Only a bound beyond `i64` asks for `u64`: a
/// `minimum` may hold under a condition alone.
fn range(schema: &Object) -> (i128, i128) {
    let (low, high) = (least(schema), greatest(schema));
    let named: Option<(i128, i128)> = match schema.get("format").and_then(Value::as_str) {
        Some("int8") => Some((i8::MIN.into(), i8::MAX.into())),
        Some("uint8") => Some((0, u8::MAX.into())),
        Some("int16") => Some((i16::MIN.into(), i16::MAX.into())),
        Some("uint16") => Some((0, u16::MAX.into())),
        Some("int32") => Some((i32::MIN.into(), i32::MAX.into())),
        Some("uint32") => Some((0, u32::MAX.into())),
        Some("int64") => Some((i64::MIN.into(), i64::MAX.into())),
        Some("uint" | "uint64") => Some((0, u64::MAX.into())),
        _ => None,
    };
    let within = |ends: &(i128, i128)| {
        low.is_none_or(|low| low >= ends.0) && high.is_none_or(|high| high <= ends.1)
    };
    if let Some(ends) = named.filter(within) {
        return ends;
    }
    let mut stated = low.into_iter().chain(high);
    let beyond_i64 = stated.any(|bound| bound > i64::MAX.into());
    if low.is_some_and(|low| low >= 0) && beyond_i64 {
        (0, u64::MAX.into())
    } else {
        (i64::MIN.into(), i64::MAX.into())
    }
}

fn least(schema: &Object) -> Option<i128> {
    let above = bound(schema, "exclusiveMinimum").map(|bound| bound + 1);
    bound(schema, "minimum").into_iter().chain(above).max()
}

fn greatest(schema: &Object) -> Option<i128> {
    let below = bound(schema, "exclusiveMaximum").map(|bound| bound - 1);
    bound(schema, "maximum").into_iter().chain(below).min()
}

fn number<'s>(schema: &'s Object, keyword: &str) -> Option<&'s Number> {
    schema.get(keyword)?.as_number()
}

fn bound(schema: &Object, keyword: &str) -> Option<i128> {
    json::integer(number(schema, keyword)?)
}

/// Likely valid numbers, the simplest first.
pub(super) fn good(schema: &Object, integer: bool) -> Vec<Value> {
    let mut candidates = Vec::new();
    let (lowest, highest) = range(schema);
    let step = bound(schema, "multipleOf")
        .filter(|step| *step > 0)
        .unwrap_or(1);
    let (low, high) = (least(schema), greatest(schema));
    // Of values that are made of several, there are not enough for all of these: the wide one comes early.
    candidates.extend([1, 1 << 33, 0]);
    if let Some(low) = low {
        let first = low + (step - low.rem_euclid(step)) % step;
        candidates.extend([low, first, first + step]);
    }
    if let Some(high) = high {
        candidates.extend([high, high - high.rem_euclid(step)]);
    }
    candidates.extend([step, -1, -step]);
    if integer {
        // The ends of the range show whether the type is wide enough.
        candidates.extend([highest, lowest]);
    }
    let mut values: Vec<Value> = candidates
        .into_iter()
        .filter(|value| (lowest..=highest).contains(value))
        .filter_map(json::from_integer)
        .collect();
    if !integer {
        values.extend(fractions(schema));
    }
    values.retain(|value| holds(schema, value));
    values
}

/// Fractions near the bounds; without any, two plain ones.
fn fractions(schema: &Object) -> Vec<Value> {
    let read = |keyword| number(schema, keyword).and_then(Number::as_f64);
    let mut values = vec![0.5, -1.25];
    for keyword in ["minimum", "exclusiveMinimum"] {
        values.extend(read(keyword).into_iter().flat_map(|low| [low, low + 0.25]));
    }
    for keyword in ["maximum", "exclusiveMaximum"] {
        values.extend(
            read(keyword)
                .into_iter()
                .flat_map(|high| [high, high - 0.25]),
        );
    }
    values.extend(
        read("multipleOf")
            .into_iter()
            .flat_map(|step| [step, step * 2.0]),
    );
    values.into_iter().map(Value::from).collect()
}

/// Whether the number is within the bounds and, for whole numbers, a multiple.
fn holds(schema: &Object, value: &Value) -> bool {
    let at = value.as_f64().unwrap_or_default();
    let read = |keyword| number(schema, keyword).and_then(Number::as_f64);
    let whole = || {
        let step = bound(schema, "multipleOf")?;
        let value = json::integer(value.as_number()?)?;
        value.checked_rem(step).map(|rest| rest == 0)
    };
    read("minimum").is_none_or(|low| at >= low)
        && read("maximum").is_none_or(|high| at <= high)
        && read("exclusiveMinimum").is_none_or(|low| at > low)
        && read("exclusiveMaximum").is_none_or(|high| at < high)
        && whole().unwrap_or(true)
}

/// Likely invalid numbers: one beyond each bound, no multiple, no integer.
pub(super) fn bad(schema: &Object, integer: bool) -> Vec<Value> {
    let mut values = Vec::new();
    let read = |keyword| number(schema, keyword).and_then(Number::as_f64);
    for (keyword, beyond) in [
        ("minimum", -1_i8),
        ("maximum", 1),
        ("exclusiveMinimum", 0),
        ("exclusiveMaximum", 0),
    ] {
        if let Some(bound) = bound(schema, keyword) {
            values.extend(json::from_integer(bound + i128::from(beyond)));
        } else {
            values.extend(read(keyword).map(|bound| Value::from(bound + f64::from(beyond))));
        }
    }
    if let Some(step) = bound(schema, "multipleOf") {
        values.extend(json::from_integer(step + 1));
        values.extend(json::from_integer(step * 2 - 1));
    } else if let Some(step) = read("multipleOf") {
        values.push(Value::from(step * 1.5));
    }
    if integer {
        values.push(Value::from(1.5));
    }
    values
}
