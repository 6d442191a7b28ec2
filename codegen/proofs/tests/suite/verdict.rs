//! Compares the verdicts of the types with the verdicts of the suite.

use std::fmt;

use serde_json::Value;

use crate::groups::{Group, Test};
use crate::packages::{Answer, Outcome};

/// The failures of a group or a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing was generated for the group.
    NotGenerated,
    /// Tolerant reading refuses a valid instance.
    Unread,
    /// A valid instance comes back changed.
    Changed,
    /// Strict reading judges otherwise than the suite.
    Misjudged,
}

/// Something that is wrong.
#[derive(Debug)]
pub(crate) struct Problem {
    pub kind: Kind,
    pub file: String,
    pub group: String,
    /// The description of the test; empty for a group that was not generated.
    pub test: String,
    pub detail: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            kind,
            file,
            group,
            test,
            detail,
        } = self;
        write!(f, "{kind:?}: {file}: {group}: {test}: {detail}")
    }
}

/// Compares answers with what the suite expects.
pub(crate) fn judge(groups: &[Group], answers: &[Answer]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (group, answer) in groups.iter().zip(answers) {
        let mut add = |kind, test: &str, detail: String| {
            problems.push(Problem {
                kind,
                file: group.file.clone(),
                group: group.description.clone(),
                test: test.to_owned(),
                detail,
            });
        };
        match answer {
            Answer::Refused(reason) => add(Kind::NotGenerated, "", reason.clone()),
            Answer::Compiled(outcomes) => {
                assert_eq!(group.tests.len(), outcomes.len(), "{}", group.name());
                for (test, outcome) in group.tests.iter().zip(outcomes) {
                    for (kind, detail) in judge_one(test, outcome) {
                        add(kind, &test.description, detail);
                    }
                }
            }
        }
    }
    problems
}

fn judge_one(test: &Test, outcome: &Outcome) -> Vec<(Kind, String)> {
    let mut found = Vec::new();
    let read = &test.data;
    if test.valid {
        match &outcome.written {
            Err(error) => found.push((Kind::Unread, format!("{read}: {error}"))),
            Ok(written) if !same(&parse(read), &parse(written)) => {
                found.push((Kind::Changed, format!("read {read}, wrote {written}")));
            }
            Ok(_) => {}
        }
    }
    if outcome.accepted != test.valid {
        let word = if test.valid { "refused" } else { "accepted" };
        found.push((Kind::Misjudged, format!("{read} is {word}")));
    }
    found
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("this is JSON")
}

/// Whether two values are one to JSON Schema: `1.0` is `1`, and members have no order.
fn same(one: &Value, two: &Value) -> bool {
    match (one, two) {
        (Value::Number(one), Value::Number(two)) => one == two || one.as_f64() == two.as_f64(),
        (Value::Array(one), Value::Array(two)) => {
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| same(one, two))
        }
        (Value::Object(one), Value::Object(two)) => {
            let other = |name| two.get(name);
            one.len() == two.len()
                && one
                    .iter()
                    .all(|(name, value)| other(name).is_some_and(|other| same(value, other)))
        }
        _ => one == two,
    }
}
