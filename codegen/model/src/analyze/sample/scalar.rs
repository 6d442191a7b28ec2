//! Turns constraints into sample numbers and strings: the simplest that keep them.

use serde_json::{Number, Value, json};

use super::obeys::obeys;
use super::pattern;
use crate::model::{Bound, Constraint, Constraints, Count, Integer, IntegerRange, whole};

/// The longest string that is made to reach a `minLength`.
const LONGEST: usize = 100;

/// An integer of a width.
pub(super) fn integer(width: Integer, constraints: &Constraints) -> Option<Value> {
    let IntegerRange {
        low: start,
        high: end,
    } = IntegerRange::of(constraints);
    let mut candidates: Vec<i128> = start.into_iter().chain([1, 0]).chain(end).collect();
    if let Some(step) = multiple(constraints)
        .and_then(whole)
        .filter(|step| *step > 0)
    {
        let start = start.unwrap_or(step);
        candidates.insert(0, start + (step - start.rem_euclid(step)) % step);
        candidates.extend(end.map(|end| end - end.rem_euclid(step)));
    }
    let mut numbers = candidates.into_iter().filter_map(number);
    numbers.find(|value| width.holds(value) && obeys(constraints, value) == Some(true))
}

fn number(whole: i128) -> Option<Value> {
    let signed = i64::try_from(whole).map(Value::from);
    signed
        .or_else(|_| u64::try_from(whole).map(Value::from))
        .ok()
}

fn multiple(constraints: &Constraints) -> Option<&Number> {
    constraints.iter().find_map(|one| match one {
        Constraint::MultipleOf(step) => Some(step),
        _ => None,
    })
}

/// A number with or without a fraction.
pub(super) fn float(constraints: &Constraints) -> Option<Value> {
    let read = |bound| constraints.bound(bound).and_then(Number::as_f64);
    let low = read(Bound::Minimum).or(read(Bound::ExclusiveMinimum));
    let high = read(Bound::Maximum).or(read(Bound::ExclusiveMaximum));
    let mut candidates = vec![1.5, 0.5];
    candidates.extend(low.into_iter().flat_map(|low| [low + 0.5, low]));
    candidates.extend(high.into_iter().flat_map(|high| [high - 0.5, high]));
    candidates.extend(low.zip(high).map(|(low, high)| f64::midpoint(low, high)));
    let step = multiple(constraints).map(|step| Value::Number(step.clone()));
    let numbers = candidates.into_iter().map(spelled);
    let mut numbers = step.into_iter().chain(numbers);
    numbers.find(|value| obeys(constraints, value) == Some(true))
}

/// A number as a crate writes it: a whole one has no fraction.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a whole number below 2^53 is exact"
)]
fn spelled(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0 {
        json!(number as i64)
    } else {
        json!(number)
    }
}

/// A string.
pub(super) fn string(constraints: &Constraints) -> Option<Value> {
    let patterns = constraints.iter().filter_map(|one| match one {
        Constraint::Pattern(text) => Some(text.as_str()),
        _ => None,
    });
    let patterns: Vec<&str> = patterns.collect();
    if patterns.is_empty() {
        let text = of_length(of_format(constraints.format()), constraints);
        let value = Value::from(text);
        return (obeys(constraints, &value) == Some(true)).then_some(value);
    }
    let least = constraints.count(Count::MinLength).unwrap_or(0);
    let value = Value::from(pattern::example(&patterns, usize::try_from(least).ok()?)?);
    let mut others = constraints.clone();
    others.retain(|one| !matches!(one, Constraint::Pattern(_)));
    (obeys(&others, &value) == Some(true)).then_some(value)
}

/// The text, cut or repeated to have a length that is allowed.
fn of_length(text: &str, constraints: &Constraints) -> String {
    let count = |count| usize::try_from(constraints.count(count)?).ok();
    let least = count(Count::MinLength).unwrap_or(0).min(LONGEST);
    let length = text.chars().count().max(least);
    let length = length.min(count(Count::MaxLength).unwrap_or(usize::MAX));
    text.chars().cycle().take(length).collect()
}

fn of_format(format: Option<&str>) -> &'static str {
    match format {
        Some("uuid") => "fe26475d-ec3e-4884-9553-f7356683f7f9",
        Some("date-time") => "2013-07-16T19:23:00.000+00:00",
        Some("date") => "2013-07-16",
        Some("time") => "19:23:00Z",
        Some("email") => "john@example.com",
        Some("uri" | "url" | "uri-reference") => "https://example.com/",
        Some("hostname") => "example.com",
        Some("ipv4") => "192.0.2.1",
        Some("ipv6") => "2001:db8::1",
        _ => "string",
    }
}
