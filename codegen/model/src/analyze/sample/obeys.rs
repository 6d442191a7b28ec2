//! Finds out whether a value keeps constraints, as far as that can be told without the schemas that they refer to.

use std::cmp::Ordering;

use regex_lite::RegexBuilder;
use serde_json::Number;

use crate::model::{Bound, Constraint, Constraints, Count, whole};
use cratify_schema::keyword::JsonType;
use cratify_schema::source::Value;

/// The longest text that is held against a pattern, in bytes.
const LONGEST: usize = 4_000;
/// The largest program that a pattern may need, in bytes.
const LARGEST: usize = 1 << 20;

/// `None` if nothing is broken and not everything is known.
pub(super) fn obeys(constraints: &Constraints, value: &Value) -> Option<bool> {
    all(constraints.iter().map(|one| obeys_one(one, value)))
}

fn all(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = true;
    for answer in answers {
        match answer {
            Some(true) => {}
            Some(false) => return Some(false),
            None => known = false,
        }
    }
    known.then_some(true)
}

fn obeys_one(constraint: &Constraint, value: &Value) -> Option<bool> {
    Some(match constraint {
        Constraint::Bound(bound, limit) => match value {
            Value::Number(number) => is_within(number, *bound, limit),
            _ => true,
        },
        Constraint::MultipleOf(step) => match value {
            Value::Number(number) => is_multiple(number, step)?,
            _ => true,
        },
        Constraint::Count(count, limit) => return counts(*count, *limit, value),
        Constraint::Pattern(pattern) => match value {
            Value::String(text) => matches(pattern, text)?,
            _ => true,
        },
        Constraint::Format(_) => true,
        Constraint::UniqueItems => match value {
            Value::Array(items) => is_unique(items),
            _ => true,
        },
        Constraint::Required(names) => match value {
            Value::Object(members) => names.iter().all(|name| members.contains_key(name)),
            _ => true,
        },
        Constraint::DependentRequired(names) => match value {
            Value::Object(members) => names.iter().all(|(name, others)| {
                !members.contains_key(name)
                    || others.iter().all(|other| members.contains_key(other))
            }),
            _ => true,
        },
        Constraint::Values(values) => values.contains(value),
        Constraint::Types(types) => types.has(JsonType::of(value)),
        Constraint::Absent(name) => value.get(name).is_none(),
        Constraint::NotNull => !value.is_null(),
        Constraint::All(sets) => return all(sets.iter().map(|set| obeys(set, value))),
        Constraint::Subschema(..)
        | Constraint::Subschemas(..)
        | Constraint::NamedSubschemas(..)
        | Constraint::Dependencies(_) => return None,
    })
}

/// Whether a pattern of ECMA-262 matches somewhere in a text. `None` if the engine has another syntax for it, if the two
/// may disagree about the text, or if the text is long.
fn matches(pattern: &str, text: &str) -> Option<bool> {
    // They disagree about `\s` and `.`, and `\<` is a boundary to the engine alone.
    let differs = |one: char| one == '\r' || one.is_whitespace() && !one.is_ascii();
    if text.len() > LONGEST
        || text.contains(differs)
        || [r"\<", r"\>"].iter().any(|sign| pattern.contains(sign))
    {
        return None;
    }
    let engine = RegexBuilder::new(pattern)
        .size_limit(LARGEST)
        .build()
        .ok()?;
    Some(engine.is_match(text))
}

fn is_within(number: &Number, bound: Bound, limit: &Number) -> bool {
    let order = compare(number, limit);
    match bound {
        Bound::Minimum => order.is_some_and(Ordering::is_ge),
        Bound::Maximum => order.is_some_and(Ordering::is_le),
        Bound::ExclusiveMinimum => order.is_some_and(Ordering::is_gt),
        Bound::ExclusiveMaximum => order.is_some_and(Ordering::is_lt),
    }
}

/// Compares as integers where both are, else as `f64`.
fn compare(one: &Number, other: &Number) -> Option<Ordering> {
    match (whole(one), whole(other)) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        _ => one.as_f64()?.partial_cmp(&other.as_f64()?),
    }
}

/// `None` where the division of fractions may round.
fn is_multiple(number: &Number, step: &Number) -> Option<bool> {
    match (whole(number), whole(step)) {
        (Some(number), Some(step)) => Some(number.checked_rem(step)? == 0),
        _ if number == step => Some(true),
        _ => None,
    }
}

fn counts(count: Count, limit: u64, value: &Value) -> Option<bool> {
    let length = match (count, value) {
        (Count::MinLength | Count::MaxLength, Value::String(text)) => text.chars().count(),
        (Count::MinItems | Count::MaxItems, Value::Array(items)) => items.len(),
        (Count::MinProperties | Count::MaxProperties, Value::Object(members)) => members.len(),
        // They count what matches the schema of `contains`.
        (Count::MinContains | Count::MaxContains, Value::Array(_)) => return None,
        _ => return Some(true),
    };
    let length = u64::try_from(length).ok()?;
    Some(match count {
        Count::MinLength | Count::MinItems | Count::MinProperties | Count::MinContains => {
            length >= limit
        }
        Count::MaxLength | Count::MaxItems | Count::MaxProperties | Count::MaxContains => {
            length <= limit
        }
    })
}

fn is_unique(items: &[Value]) -> bool {
    let mut rest = items;
    while let [first, others @ ..] = rest {
        if others.contains(first) {
            return false;
        }
        rest = others;
    }
    true
}
