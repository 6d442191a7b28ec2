//! The check `examples`: the document's own examples and defaults, held against their schemas and,
//! where valid, against the types.

pub(crate) mod judge;
pub(crate) mod positions;

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::Case;
use crate::Finding;
use crate::Report;
use crate::behaviour::examine::condense;
use crate::behaviour::with_subject;
use crate::examples::judge::{Judge, Objection};
use crate::examples::positions::positions;
use crate::instances::Maker;
use crate::parallel;

/// Tests every `examples`, `example` and `default` in the document's schemas (not those of media
/// types or parameters) against its own schema. A valid example of a case, or of a member of one, becomes an
/// instance of that case, with the aspects of failure of [`instances`](super::instances()). An example
/// that contradicts its own schema is a [`Finding`] about the document, not a failure.
///
/// A schema that the validator cannot compile has its examples counted as seen and noted.
pub fn examples(document: &Value, cases: &[Case]) -> (Report, Vec<Finding>) {
    let mut judge = Judge::new(document);
    let mut findings = Vec::new();
    let mut wanted: HashMap<&str, Vec<Example<'_>>> = HashMap::new();
    let mut total = Report::new("examples");
    for (pointer, schema) in positions(document, cases.iter().map(|case| case.pointer)) {
        for (place, example) in annotated(&pointer, schema) {
            total.counts.examples_seen += 1;
            match judge.check(schema, example) {
                Ok(()) => {
                    if let Some((case, rest)) = owner(cases, &pointer) {
                        wanted
                            .entry(case.pointer)
                            .or_default()
                            .push((rest, example));
                    }
                }
                Err(Objection::Invalid(message)) => {
                    total.counts.examples_contradicting += 1;
                    findings.push(Finding {
                        pointer: place,
                        example: example.clone(),
                        message,
                    });
                }
                Err(Objection::Schema(message)) => {
                    total.notes.push(format!("{pointer}: {message}"));
                }
            }
        }
    }
    let report = parallel::run("examples", cases, |case, report| {
        let Some(examples) = wanted.get(case.pointer) else {
            report.counts.skipped = 1;
            return;
        };
        with_subject(case, report, |subject, report| {
            let maker = Maker::new(subject.doc);
            for (tokens, example) in examples {
                // Around a member's example stands what the instance maker puts there; where that
                // is not valid, neither the example nor the type is to blame.
                let instance = maker.place(subject.doc.root, tokens, example);
                let instance = instance.filter(|made| subject.validator.is_valid(made));
                if let Some(instance) = instance {
                    report.counts.examples_used += 1;
                    subject.examine(&instance, report);
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
    (total, findings)
}

/// An example with its place relative to the case's schema.
type Example<'d> = (Vec<String>, &'d Value);

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
fn owner<'c>(cases: &'c [Case], pointer: &str) -> Option<(&'c Case, Vec<String>)> {
    let rest_in = |case: &Case| {
        let rest = pointer.strip_prefix(case.pointer)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| {
            let token = |token: &str| token.replace("~1", "/").replace("~0", "~");
            rest.split('/').skip(1).map(token).collect()
        })
    };
    let case = cases
        .iter()
        .filter(|case| case.whole && rest_in(case).is_some())
        .max_by_key(|case| case.pointer.len())?;
    Some((case, rest_in(case)?))
}
