//! Turns the question of a boundary for one schema into its verdict.

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use cratify_check::covers;
use cratify_rust::publish::Language;
use serde_json::Value;

use super::conjunction::{Conjunction, Object};
use super::languages::Version;
use super::references::complete;
use super::within::{Known, Prover};
use super::witness::{Found, Search, Test, find, pointer};
use crate::{Boundary, Verdict};

/// The two languages of a boundary: all values of the first should be values of the second.
pub(super) fn languages<'v>(
    boundary: Boundary,
    old: &'v Version<'v>,
    new: &'v Version<'v>,
) -> [(&'v Version<'v>, Language); 2] {
    match boundary {
        Boundary::Write => [(old, Language::Written), (new, Language::Accepted)],
        Boundary::ReadBack => [(old, Language::Written), (new, Language::Read)],
        Boundary::ReadStrict => [(new, Language::Accepted), (old, Language::Accepted)],
        Boundary::Read => [(new, Language::Meant), (old, Language::Read)],
    }
}

/// One question about one schema.
pub(super) struct Question<'v> {
    pub(super) boundary: Boundary,
    /// The name of the schema's definition.
    pub(super) key: &'v str,
    pub(super) old: &'v Version<'v>,
    pub(super) new: &'v Version<'v>,
    pub(super) known: Known<'v>,
    /// Whether the answer depends on changes of the definitions that the schema refers to.
    pub(super) is_opposed: bool,
    pub(super) time: Duration,
}

impl Question<'_> {
    /// The verdict.
    pub(super) fn answer(&self) -> Verdict {
        let [(inner, of), (outer, other)] = languages(self.boundary, self.old, self.new);
        let definitions = inner.definitions(of);
        let others = outer.definitions(other);
        let comparison = Comparison {
            key: self.key,
            definitions,
            others,
            known: self.known,
            deadline: Instant::now() + self.time,
        };
        let (target, at) = match comparison.decide(|| self.test([(inner, of), (outer, other)])) {
            Decision::Proven => return self.unless_partial(outer),
            Decision::Refuted(found) => {
                return Verdict::Incompatible {
                    witness: Some(found.value),
                    at: found.at,
                };
            }
            Decision::Open { target, at } => (target, at),
        };
        let asserts = [of, other]
            .iter()
            .any(|language| *language != Language::Accepted)
            && mentions_format(&complete_of(target, others));
        if asserts {
            return unknown(
                "no value was found that shows a difference, and formats were compared",
            );
        }
        let left = comparison
            .deadline
            .saturating_duration_since(Instant::now());
        let (inner, outer_schema) = self.side_by_side(definitions, others);
        match within_time(outer_schema, inner, left) {
            Ok(true) => self.unless_partial(outer),
            // The algebra compares what the crate is made of, which may be wider than what the schemas say.
            Ok(false) if self.boundary == Boundary::ReadStrict => {
                Verdict::Incompatible { witness: None, at }
            }
            Ok(false) => unknown(
                "the algebra of schemas finds a difference, and no value was found that shows it",
            ),
            Err(reason) => Verdict::Unknown { reason },
        }
    }

    /// Compatible, unless the schema that has to accept all values was widened for the proof.
    fn unless_partial(&self, outer: &Version<'_>) -> Verdict {
        if outer.is_partial(self.key) {
            return unknown("a constraint of the schema is too large to be compared");
        }
        Verdict::Compatible
    }

    /// Both schemas with their definitions. Changes in other definitions are a question of their own, so these are
    /// the old ones on both sides, unless the answer depends on them.
    fn side_by_side(&self, definitions: &Object, others: &Object) -> (Value, Value) {
        let [(_, of), (_, other)] = languages(self.boundary, self.old, self.new);
        let [inner, outer] = [(definitions, of), (others, other)].map(|(definitions, language)| {
            let olds = self.old.definitions(language);
            let mut environment = definitions.clone();
            for (name, definition) in &mut environment {
                let is_other = name != self.key && !self.is_opposed;
                if let (Some(old), true) = (olds.get(name), is_other) {
                    *definition = old.clone();
                }
            }
            // The old definitions may refer to some that are gone.
            for (name, old) in olds {
                if !environment.contains_key(name) {
                    environment.insert(name.clone(), old.clone());
                }
            }
            complete_of(&definitions[self.key], &environment)
        });
        (inner, outer)
    }

    /// The validators by which a counter-example is confirmed.
    fn test(
        &self,
        [(inner, of), (outer, other)]: [(&Version<'_>, Language); 2],
    ) -> Result<Test, String> {
        Ok(Test {
            accepting: [inner.published(self.key), inner.language(self.key, of)]
                .into_iter()
                .flatten()
                .collect::<Result<_, _>>()?,
            refusing: match other {
                Language::Accepted => outer.published(self.key),
                _ => outer.language(self.key, other),
            }
            .ok_or("the version has no schema of this name")??,
        })
    }
}

/// A definition in two languages.
pub(super) struct Comparison<'d> {
    pub(super) key: &'d str,
    pub(super) definitions: &'d Object,
    pub(super) others: &'d Object,
    pub(super) known: Known<'d>,
    pub(super) deadline: Instant,
}

/// The result of a proof and of the search for a counter-example.
pub(super) enum Decision<'d> {
    /// The second language accepts all values of the first.
    Proven,
    /// It does not.
    Refuted(Found),
    /// Neither was found.
    Open {
        /// The definition in the second language.
        target: &'d Value,
        /// Where the first difference may be.
        at: String,
    },
}

impl<'d> Comparison<'d> {
    pub(super) fn decide(&self, test: impl FnOnce() -> Result<Test, String>) -> Decision<'d> {
        let (Some(schema), Some(target)) =
            (self.definitions.get(self.key), self.others.get(self.key))
        else {
            return Decision::Proven;
        };
        let values = Conjunction::new(self.definitions, [schema]);
        let mut prover = Prover::new(self.others, self.known, self.deadline);
        if prover.is_within(&values, target) {
            return Decision::Proven;
        }
        let gaps = std::mem::take(&mut prover.gaps);
        let search = Search {
            values: &values,
            other: target,
            others: self.others,
            gaps: &gaps,
            deadline: self.deadline,
        };
        match test().ok().and_then(|test| find(&search, &test)) {
            Some(found) => Decision::Refuted(found),
            None => Decision::Open {
                target,
                at: gaps.first().map(pointer).unwrap_or_default(),
            },
        }
    }
}

pub(super) fn unknown(reason: &str) -> Verdict {
    Verdict::Unknown {
        reason: reason.to_owned(),
    }
}

/// A schema with its definitions.
pub(super) fn complete_of(schema: &Value, definitions: &Object) -> Value {
    match schema {
        Value::Object(members) => complete(members.clone(), definitions),
        other => other.clone(),
    }
}

fn mentions_format(schema: &Value) -> bool {
    match schema {
        Value::Object(members) => {
            members.get("format").is_some_and(Value::is_string)
                || members.values().any(mentions_format)
        }
        Value::Array(values) => values.iter().any(mentions_format),
        _ => false,
    }
}

/// The answer of the algebra within some time. Its own budget ends the work that is still going on then.
fn within_time(outer: Value, inner: Value, time: Duration) -> Result<bool, String> {
    let (send, receive) = mpsc::channel();
    let worker = thread::Builder::new().stack_size(16 << 20);
    let started = worker.spawn(move || {
        let _ = send.send(covers(&outer, &inner));
    });
    if started.is_err() {
        return Err("the system starts no thread".to_owned());
    }
    match receive.recv_timeout(time) {
        Ok(answer) => answer,
        Err(mpsc::RecvTimeoutError::Timeout) => {
            Err("the algebra of schemas does not decide it in time".to_owned())
        }
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            Err("the algebra of schemas gave up".to_owned())
        }
    }
}
