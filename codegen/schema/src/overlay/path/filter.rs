//! Whether the condition of a filter holds for a value (RFC 9535, sections 2.3.5 and 2.4).

use std::cmp::Ordering;

use serde_json::Value;

use super::super::tree::Content;
use super::select::{Selection, Steps, TooCostly};
use super::{Comparison, Operand, Test};

impl Selection<'_> {
    /// Whether a condition holds for the value at `current`.
    pub(super) fn holds(&mut self, test: &Test, current: &Steps) -> Result<bool, TooCostly> {
        match test {
            Test::Any(tests) => {
                for test in tests {
                    if self.holds(test, current)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Test::All(tests) => {
                for test in tests {
                    if !self.holds(test, current)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Test::Not(test) => Ok(!self.holds(test, current)?),
            Test::Exists(query) => Ok(!self.query(query, current)?.is_empty()),
            Test::Compare(left, comparison, right) => {
                let left = self.operand(left, current)?;
                let right = self.operand(right, current)?;
                Ok(compares(left.as_ref(), *comparison, right.as_ref()))
            }
        }
    }

    /// The value of an operand; `None` if it has no value.
    fn operand(&mut self, operand: &Operand, current: &Steps) -> Result<Option<Value>, TooCostly> {
        let count = |length: usize| Some(Value::from(length));
        Ok(match operand {
            Operand::Literal(value) => Some(value.clone()),
            Operand::Single(query) | Operand::Value(query) => {
                let selected = self.query(query, current)?;
                match &selected[..] {
                    [steps] => match self.root.at(steps) {
                        Some(node) => {
                            self.charge(node.size())?;
                            Some(node.value())
                        }
                        None => None,
                    },
                    _ => None,
                }
            }
            Operand::Count(query) => count(self.query(query, current)?.len()),
            Operand::Length(operand) => {
                // The value itself need not be copied.
                if let Operand::Single(query) = &**operand {
                    let selected = self.query(query, current)?;
                    let node = selected.first().and_then(|steps| self.root.at(steps));
                    return Ok(match node.map(|node| &node.content) {
                        Some(Content::Array(items)) => count(items.len()),
                        Some(Content::Object(members)) => count(members.len()),
                        Some(Content::Scalar(Value::String(text))) => count(text.chars().count()),
                        _ => None,
                    });
                }
                match self.operand(operand, current)? {
                    Some(Value::String(text)) => count(text.chars().count()),
                    _ => None,
                }
            }
        })
    }
}

fn compares(left: Option<&Value>, comparison: Comparison, right: Option<&Value>) -> bool {
    let less = |left, right| order(left, right) == Some(Ordering::Less);
    match comparison {
        Comparison::Equal => equal(left, right),
        Comparison::NotEqual => !equal(left, right),
        Comparison::Less => less(left, right),
        Comparison::LessOrEqual => less(left, right) || equal(left, right),
        Comparison::Greater => less(right, left),
        Comparison::GreaterOrEqual => less(right, left) || equal(left, right),
    }
}

/// Whether both are the same value, or both are absent.
fn equal(left: Option<&Value>, right: Option<&Value>) -> bool {
    match (left, right) {
        (Some(Value::Number(left)), Some(Value::Number(right))) => {
            left == right || left.as_f64() == right.as_f64()
        }
        _ => left == right,
    }
}

/// The order of two numbers, or of two strings by their characters.
fn order(left: Option<&Value>, right: Option<&Value>) -> Option<Ordering> {
    match (left?, right?) {
        (Value::Number(left), Value::Number(right)) => left.as_f64()?.partial_cmp(&right.as_f64()?),
        (Value::String(left), Value::String(right)) => Some(left.cmp(right)),
        _ => None,
    }
}
