//! The check `examples`: compares the document's own examples and defaults with their schemas, and valid ones with the
//! types.

mod assumption;
pub(crate) mod judge;
pub(crate) mod positions;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use serde_json::{Map, Value};

use crate::Case;
use crate::Document;
use crate::Finding;
use crate::Report;
use crate::behaviour::examine::condense;
use crate::behaviour::with_subject;
use crate::examples::judge::{Judge, Objection};
use crate::examples::positions::positions;
use crate::instances::Maker;
use crate::parallel;

/// Tests every `examples`, `example` and `default` in the document's schemas (not in media
/// types or parameters) against its own schema. A valid example of a case, or of a member of one, becomes an
/// instance of that case, with the aspects of failure of [`instances`](super::instances()). An example
/// that contradicts its own schema, or a type that is assumed of it, is a [`Finding`] about the document, not a
/// failure.
///
/// A schema that the validator cannot compile has its examples counted as seen and noted.
pub fn examples(document: &Document, cases: &[Case]) -> (Report, Vec<Finding>) {
    let mut total = Report::new("examples");
    let mut findings = Vec::new();
    for (part, cases) in document.each(cases) {
        let (report, found) = examples_of(part.document, &cases);
        total.absorb(report);
        findings.extend(found.into_iter().map(|finding| part.finding(finding)));
    }
    (total, findings)
}

/// The examples of one of several documents.
fn examples_of(document: &Document, cases: &[Case]) -> (Report, Vec<Finding>) {
    let mut judge = Judge::new(document, cases);
    let mut findings = Vec::new();
    let mut wanted: HashMap<&str, Vec<Example<'_>>> = HashMap::new();
    let mut total = Report::new("examples");
    let cases_at = cases
        .iter()
        .filter_map(|case| Some((document.find(case.pointer)?, case)));
    let cases_at: Vec<(String, &Case)> = cases_at
        .map(|(at, case)| (at.pointer.to_string(), case))
        .collect();
    let pointers = cases_at.iter().map(|(pointer, _)| pointer.as_str());
    for (pointer, schema) in positions(document.upgraded(), pointers) {
        for (place, example) in annotated(&pointer, schema) {
            total.counts.examples_seen += 1;
            let finding = |message| {
                let at = document.location(&place);
                Finding {
                    pointer: at.map_or_else(|| place.clone(), |at| document.written_pointer(&at)),
                    example: example.clone(),
                    message,
                }
            };
            match judge.check(&pointer, schema, example) {
                Ok(()) => {
                    if let Some((case, tokens)) = owner(&cases_at, &pointer) {
                        let examples = wanted.entry(case.pointer).or_default();
                        let assumed = finding(String::new());
                        examples.push(Example {
                            tokens,
                            value: example,
                            finding: assumed,
                        });
                    }
                }
                Err(Objection::Invalid(message)) => {
                    total.counts.examples_contradicting += 1;
                    findings.push(finding(message));
                }
                Err(Objection::Schema(message)) => {
                    total.notes.push(format!("{pointer}: {message}"));
                }
            }
        }
    }
    let assumed = Mutex::new(Vec::new());
    let report = parallel::run("examples", cases, |case, report| {
        let Some(examples) = wanted.get(case.pointer) else {
            report.counts.skipped = 1;
            return;
        };
        with_subject(case, report, |subject, report| {
            let maker = Maker::new(subject.doc);
            for example in examples {
                // Around a member's example stands what the instance maker puts there; where that
                // is not valid, neither the example nor the type is to blame.
                let Some(instance) = maker.place(subject.doc.root, &example.tokens, example.value)
                else {
                    continue;
                };
                if subject.validator.is_valid(&instance) {
                    report.counts.examples_used += 1;
                    subject.examine(&instance, report);
                } else if let Some(message) = assumption::contradicted(document, subject, &instance)
                {
                    let mut assumed = assumed.lock().unwrap_or_else(PoisonError::into_inner);
                    assumed.push(Finding {
                        message,
                        ..example.finding.clone()
                    });
                }
            }
        });
        condense(report);
        if report.failures.is_empty() {
            report.counts.yes = 1;
        } else {
            report.counts.no = 1;
        }
    });
    total.absorb(report);
    let mut assumed = assumed.into_inner().unwrap_or_else(PoisonError::into_inner);
    assumed.sort_by(|one, other| one.pointer.cmp(&other.pointer));
    assumed.dedup();
    total.counts.examples_contradicting += assumed.len();
    findings.extend(assumed);
    (total, findings)
}

/// A valid example of a case.
struct Example<'d> {
    /// Its place relative to the case's schema.
    tokens: Vec<String>,
    value: &'d Value,
    /// The finding for an example that contradicts an assumption, without the message.
    finding: Finding,
}

/// The examples and the default of one schema, with their pointers in the document.
fn annotated<'d>(at: &str, schema: &'d Map<String, Value>) -> Vec<(String, &'d Value)> {
    let single = ["example", "default"];
    let mut found: Vec<_> = single
        .iter()
        .filter_map(|key| Some((format!("{at}/{key}"), schema.get(*key)?)))
        .collect();
    if let Some(Value::Array(examples)) = schema.get("examples") {
        let numbered = examples.iter().enumerate();
        found.extend(numbered.map(|(index, one)| (format!("{at}/examples/{index}"), one)));
    }
    found
}

/// The case whose schema contains the pointer, the innermost one, and the tokens from there.
fn owner<'c>(cases: &[(String, &'c Case)], pointer: &str) -> Option<(&'c Case, Vec<String>)> {
    let rest_in = |outer: &str| {
        let rest = pointer.strip_prefix(outer)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| {
            let token = |token: &str| token.replace("~1", "/").replace("~0", "~");
            rest.split('/').skip(1).map(token).collect()
        })
    };
    let (outer, case) = cases
        .iter()
        .filter(|(outer, case)| case.whole && rest_in(outer).is_some())
        .max_by_key(|(outer, _)| outer.len())?;
    Some((case, rest_in(outer)?))
}
