//! Proves keywords about numbers and strings, and that a schema accepts a single value.

use serde_json::{Number, Value, json};

use super::Prover;
use crate::data::conjunction::{Conjunction, Object, list};
use crate::data::references::referred;
use crate::data::types::Types;

/// How many references are followed for one value.
const DEEPEST: u8 = 40;

/// Whether all values keep a keyword about numbers or strings.
pub(super) fn keeps(
    values: &Conjunction<'_>,
    schema: &Object,
    keyword: &str,
    value: &Value,
) -> bool {
    match (keyword, value) {
        ("minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum", Value::Number(bound)) => {
            keeps_bound(values, keyword, bound)
        }
        ("multipleOf", Value::Number(step)) => {
            let steps = values
                .parts
                .iter()
                .filter_map(|part| part.get("multipleOf"));
            let mut steps = steps.filter_map(Value::as_number);
            steps.any(|own| own == step || is_multiple(own, step))
                || step.as_f64() == Some(1.0) && !values.types.has(Types::FRACTION)
        }
        ("minLength", _) => {
            let least = values.greatest("minLength").unwrap_or_default();
            value.as_f64().is_some_and(|bound| as_float(least) >= bound)
        }
        ("maxLength", _) => {
            let most = values.least("maxLength");
            most.is_some_and(|most| value.as_f64().is_some_and(|bound| as_float(most) <= bound))
        }
        _ => values
            .parts
            .iter()
            .any(|part| part.get(keyword) == schema.get(keyword)),
    }
}

/// A count as a number.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts beyond 2^53 are beyond every value"
)]
pub(super) fn as_float(count: u64) -> f64 {
    count as f64
}

fn keeps_bound(values: &Conjunction<'_>, keyword: &str, bound: &Number) -> bool {
    let Some(bound) = as_exact(bound) else {
        return false;
    };
    let is_lower = keyword.ends_with("inimum");
    let is_exclusive = keyword.starts_with("exclusive");
    let (inclusive, exclusive) = if is_lower {
        ("minimum", "exclusiveMinimum")
    } else {
        ("maximum", "exclusiveMaximum")
    };
    let is_integer = !values.types.has(Types::FRACTION);
    let within = |own: f64| if is_lower { own >= bound } else { own <= bound };
    let beyond = |own: f64| if is_lower { own > bound } else { own < bound };
    values.parts.iter().any(|part| {
        let own = |keyword| {
            part.get(keyword)
                .and_then(Value::as_number)
                .and_then(as_exact)
        };
        let by_inclusive = own(inclusive).is_some_and(|own| {
            if is_exclusive {
                beyond(own)
            } else {
                within(own)
            }
        });
        let by_exclusive = own(exclusive).is_some_and(|own| {
            let next = if is_lower { own + 1.0 } else { own - 1.0 };
            within(own) || is_integer && own.fract() == 0.0 && !is_exclusive && within(next)
        });
        by_inclusive || by_exclusive
    })
}

/// A number as a float that has its very value.
fn as_exact(number: &Number) -> Option<f64> {
    const EXACT: u64 = 1 << 53;
    match (number.as_i64(), number.as_u64()) {
        (Some(whole), _) if whole.unsigned_abs() > EXACT => None,
        (None, Some(_)) => None,
        _ => number.as_f64(),
    }
}

/// Whether each multiple of one number is one of the other.
fn is_multiple(one: &Number, other: &Number) -> bool {
    match (one.as_i64(), other.as_i64()) {
        (Some(one), Some(other)) => other != 0 && one % other == 0,
        _ => false,
    }
}

impl Prover<'_> {
    /// Whether the other schema accepts a value; `None` if that is not known.
    pub(super) fn accepts(&mut self, schema: &Value, value: &Value, depth: u8) -> Option<bool> {
        let members = match schema {
            Value::Bool(accepts) => return Some(*accepts),
            Value::Object(members) => members,
            _ => return Some(true),
        };
        if depth > DEEPEST || members.contains_key("$id") {
            return None;
        }
        let is_scalar = !value.is_object() && !value.is_array();
        let mut all = Some(true);
        for (keyword, expected) in members {
            let each: &[Value] = expected.as_array().map(Vec::as_slice).unwrap_or_default();
            let accepts = match keyword.as_str() {
                "$ref" => {
                    let target = referred(members).and_then(|name| self.others.get(name));
                    target.and_then(|target| self.accepts(target, value, depth + 1))
                }
                "type" => Some(Types::named(expected).has(Types::of(value))),
                "enum" => Some(list(members, "enum").iter().any(|one| is_same(one, value))),
                "const" => Some(is_same(expected, value)),
                "allOf" => each.iter().try_fold(true, |all, one| {
                    Some(self.accepts(one, value, depth + 1)? && all)
                }),
                "anyOf" => self.count(each, value, depth).map(|count| count > 0),
                "oneOf" => self.count(each, value, depth).map(|count| count == 1),
                "not" => self
                    .accepts(expected, value, depth + 1)
                    .map(|accepts| !accepts),
                "if" | "then" | "else" => None,
                keyword if !super::about(keyword).has(Types::of(value)) => Some(true),
                "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf"
                | "minLength" | "maxLength" | "pattern" | "format"
                    if is_scalar =>
                {
                    self.keeps_alone(keyword, expected, value)
                }
                _ => None,
            };
            match accepts {
                Some(true) => {}
                Some(false) => return Some(false),
                None => all = None,
            }
        }
        all
    }

    fn count(&mut self, branches: &[Value], value: &Value, depth: u8) -> Option<usize> {
        let mut count = 0;
        for branch in branches {
            count += usize::from(self.accepts(branch, value, depth + 1)?);
        }
        Some(count)
    }

    /// Whether a value keeps a keyword that depends on no other.
    fn keeps_alone(&mut self, keyword: &str, expected: &Value, value: &Value) -> Option<bool> {
        let key = format!("{keyword} {expected}");
        let validator = self.validators.entry(key).or_insert_with(|| {
            crate::data::validator::assertive(&json!({ keyword: expected })).ok()
        });
        validator
            .as_ref()
            .map(|validator| validator.is_valid(value))
    }
}

/// Whether two values are the same JSON: `1.0` is 1.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            one == other || one.as_f64() == other.as_f64() && as_exact(one).is_some()
        }
        _ => one == other,
    }
}
