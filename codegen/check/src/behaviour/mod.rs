//! The check `instances`: makes instances of each published schema, and compares decoding, encoding and strict reading
//! of them with the schema.

pub(crate) mod display;
pub(crate) mod examine;
mod limits;
pub(crate) mod probes;
pub(crate) mod round_trip;
pub(crate) mod secrets;
pub(crate) mod subject;
pub(crate) mod variants;

use serde_json::Value;

use crate::Case;
use crate::Report;
use crate::algebra::emptiness::is_empty;
use crate::algebra::shared_definitions;
use crate::behaviour::examine::condense;
use crate::behaviour::probes::Prober;
use crate::behaviour::subject::Subject;
use crate::instances::{CAP, Maker};
use crate::json;
use crate::parallel;
use crate::schemas::whole::{WholeSchema, validator};

/// Makes instances of every case's published schema, sorts them with the validator and holds the
/// type against each. Aspects of failure:
///
/// | aspect | meaning |
/// |---|---|
/// | `schema` | the published schema cannot be read or compiled |
/// | `none valid` | no valid instance was found, so nothing was shown |
/// | `none read` | types of other crates read none of the valid instances |
/// | `decode` | a valid instance does not decode |
/// | `round trip` | the written value differs, and no named exception explains it |
/// | `written` | the written value differs as an exception allows, but is invalid |
/// | `made up` | the value written for an invalid instance has something that the instance lacks, as where a struct is read from an array |
/// | `order` | the order of members changes the value |
/// | `refusal` | a value that the settings refuse decodes |
/// | `strict` | strict reading disagrees with the validator |
/// | `panic` | decoding, encoding or strict reading panics |
/// | `kept as unknown` | a valid instance is read as `Unknown` |
/// | `display` | `Display` of a listed value is not the value |
/// | `unknown branch` | a value of no branch of a union is not kept, although the settings ask for it |
/// | `secret` | `Debug` or an error shows a secret |
/// | `unknown member`, `unknown value`, `float integer` | a tolerant probe fails |
///
/// The named exceptions of the round trip: an optional member that is null may come back absent; a member that has one
/// value by the schema of several places, and an equal default, may come back present; an unknown member of an open
/// struct may be dropped.
pub fn instances(cases: &[Case]) -> Report {
    parallel::run("instances", cases, |case, report| {
        with_subject(case, report, |subject, report| {
            let mut accepted = Vec::new();
            let extern_types = case.promises.extern_types;
            let mut examine = |maker: Maker<'_>| {
                for instance in maker.for_types(extern_types).make(CAP) {
                    if subject.examine(&instance, report) {
                        accepted.push(instance);
                    }
                }
                accepted.is_empty()
            };
            if examine(Maker::new(subject.doc)) {
                examine(Maker::careful(subject.doc));
            }
            for instance in &accepted {
                // serde derives structs that also read their members as an array.
                if let Some(array) = json::as_array(instance) {
                    subject.examine(&array, report);
                }
            }
            for tag in variants::lost_tags(subject) {
                let message =
                    format!("a value with the tag {tag:?} is kept as a value of an unknown branch");
                report.fail(case.name, "kept as unknown", message);
            }
            if accepted.is_empty() && !is_empty(subject.doc.root) {
                report.fail(case.name, "none valid", "no valid instance was found");
            }
            let read = |instance: &Value| (case.round_trip)(&instance.to_string()).is_ok();
            if !case.promises.extern_types.is_empty()
                && !accepted.is_empty()
                && !accepted.iter().any(read)
            {
                let message = "types of other crates refuse every valid instance";
                report.fail(case.name, "none read", message);
            }
            let mut prober = Prober::new(subject.doc);
            for instance in &accepted {
                for probe in prober.probes(instance) {
                    subject.probe(instance, &probe, report);
                }
            }
            report.counts.probes_skipped += prober.skipped;
            secrets::check(subject, &accepted, report);
        });
        condense(report);
        if report.failures.is_empty() {
            report.counts.yes = 1;
        } else {
            report.counts.no = 1;
        }
    })
}

/// Reads and compiles a case's published schema, or fails the case.
pub(crate) fn with_subject(
    case: &Case,
    report: &mut Report,
    check: impl FnOnce(&Subject<'_>, &mut Report),
) {
    let schema = match shared_definitions::published(case) {
        Ok(schema) => schema,
        Err(error) => return report.fail(case.name, "schema", error),
    };
    match validator(&schema) {
        Ok(validator) => {
            let doc = WholeSchema::new(&schema);
            let subject = Subject {
                case,
                doc: &doc,
                validator: &validator,
            };
            check(&subject, report);
        }
        Err(message) => report.fail(case.name, "schema", message),
    }
}
