//! Turns a comparison into text, for people and for programs.
//!
//! | module | writes |
//! |---|---|
//! | [`text`] | lines for a terminal |
//! | [`markdown`] | a comment for a pull request |
//! | [`changelog`] | the entry of a changelog |
//! | [`json`] | one object, whose JSON Schema is [`SCHEMA`] |
//! | [`github`] | annotations of GitHub's workflows |
//! | [`sarif`] | a log of SARIF 2.1.0 |

pub mod changelog;
pub mod github;
pub mod json;
pub mod markdown;
mod phrases;
pub mod sarif;
pub mod text;

use cratify_schema::report::forms::{Finding, FindingLevel as Severity, Place};
use cratify_schema::text::one_line;

use crate::{Bump, Comparison, Location, Verdict};

/// The JSON Schema of [`json`].
pub const SCHEMA: &str = include_str!("../../diff.schema.json");

/// All findings: what breaks data, then what breaks code or adds to it.
fn findings(comparison: &Comparison) -> Vec<Finding> {
    let mut findings = Vec::new();
    for schema in &comparison.schemas {
        let place = place_of_schema(comparison, &schema.schema);
        for boundary in crate::Boundary::ALL {
            let (severity, message) = match &schema.verdicts[boundary] {
                None | Some(Verdict::Compatible) => continue,
                Some(Verdict::Incompatible { witness, .. }) => {
                    let shown = witness.as_ref().map(|value| format!(": {value}"));
                    let no = phrases::no(boundary);
                    (
                        Severity::Error,
                        format!("{}: {no}{}", schema.schema, shown.unwrap_or_default()),
                    )
                }
                Some(Verdict::Unknown { reason }) => {
                    let question = phrases::question(boundary);
                    (
                        Severity::Warning,
                        format!(
                            "{}: it is not known whether {question}: {reason}",
                            schema.schema
                        ),
                    )
                }
            };
            findings.push(finding(
                comparison,
                (boundary.id(), &schema.key),
                severity,
                &message,
                place,
            ));
        }
    }
    findings.extend(comparison.rust.iter().map(|change| {
        let severity = if change.bump == Bump::Major {
            Severity::Error
        } else {
            Severity::Note
        };
        let place = in_repository(change.new.as_ref(), change.old.as_ref());
        let about = (change.id, &*change.path);
        finding(comparison, about, severity, &change.text, place)
    }));
    findings
}

/// A finding about something of a kind at a path. An accepted break is a note, with the reason.
fn finding(
    comparison: &Comparison,
    (id, path): (&'static str, &str),
    severity: Severity,
    message: &str,
    place: Option<&Location>,
) -> Finding {
    let accepted = phrases::accepted(comparison, id, path);
    Finding {
        level: if accepted.is_empty() {
            severity
        } else {
            Severity::Note
        },
        id: id.to_owned(),
        message: one_line(&format!("{message}{accepted}")),
        place: place.map(|at| Place {
            file: at.file.clone(),
            position: Some((at.line, at.column)),
            end_column: None,
            pointer: Some(at.pointer.clone()),
        }),
    }
}

/// The place of a schema, if a change says where it is.
fn place_of_schema<'c>(comparison: &'c Comparison, schema: &str) -> Option<&'c Location> {
    let mut changes = comparison.changes.iter();
    let change = changes.find(|change| change.schema == schema)?;
    in_repository(change.new.as_ref(), change.old.as_ref())
}

/// The first place of which a service can show the file.
fn in_repository<'c>(new: Option<&'c Location>, old: Option<&'c Location>) -> Option<&'c Location> {
    let mut places = [new, old].into_iter().flatten();
    places.find(|place| !place.is_recorded)
}
