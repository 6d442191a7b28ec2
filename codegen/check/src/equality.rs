//! The check `equality`: the schema derived from the compiled type and the published one accept
//! the same values.

use serde_json::Value;

use crate::Case;
use crate::Document;
use crate::Report;
use crate::algebra::shared_definitions;
use crate::algebra::{Equivalence, Side, compare};
use crate::document::Reading;
use crate::parallel::{self, guarded};

/// Compares every case's derived schema with the published one, in both directions. Aspects of
/// failure:
///
/// | aspect | meaning |
/// |---|---|
/// | `no` | some value tells the two apart; the message shows it |
/// | `unknown` | the algebra could not decide, and no instance made from either schema tells them apart; the case is listed in [`Report::held_by_instances`] |
/// | `schema` | a schema cannot be read |
pub fn equality(cases: &[Case]) -> Report {
    parallel::run("equality", cases, |case, report| {
        let schemas = published_and_derived(case);
        let equivalence =
            schemas
                .as_ref()
                .map_err(Clone::clone)
                .and_then(|(published, derived)| {
                    let equivalence = compare_schemas(published, derived)?;
                    Ok(match equivalence {
                        Equivalence::Unknown(_) => {
                            compare_aligned(published, derived).unwrap_or(equivalence)
                        }
                        decided => decided,
                    })
                });
        settle(case, report, equivalence);
    })
}

/// Compares a published schema with a derived one.
fn compare_schemas(published: &Value, derived: &Value) -> Result<Equivalence, String> {
    let published = Side::new("the published schema", published)?;
    let derived = Side::new("the Rust type", derived)?;
    Ok(compare(&published, &derived))
}

/// Compares them once more with the names of the published schema for the definitions of the derived one. A derived
/// schema may have other schemas in it that are complete in themselves, and the algebra compares recursive schemas by
/// their names. `None` if that decides nothing.
fn compare_aligned(published: &Value, derived: &Value) -> Option<Equivalence> {
    let document = Document::parse("derived.json", &derived.to_string());
    let document = document.ok().filter(|document| !document.is_mended)?;
    let root = document.find("")?;
    let alignment = document.align(&root, Reading::default(), published);
    if alignment.is_equal {
        return Some(Equivalence::Equal);
    }
    let derived = document.bundle(&root, None, &alignment.names).ok()?;
    let equivalence = compare_schemas(published, &derived).ok()?;
    matches!(equivalence, Equivalence::Equal).then_some(equivalence)
}

/// Writes the result of a comparison, or the reason why there is no result, into the report.
pub(crate) fn settle(case: &Case, report: &mut Report, equivalence: Result<Equivalence, String>) {
    match equivalence {
        Ok(Equivalence::Equal) => report.counts.yes = 1,
        Ok(Equivalence::Differs(message)) => {
            report.counts.no = 1;
            report.fail(case.name, "no", message);
        }
        Ok(Equivalence::Unknown(message)) => {
            report.counts.unknown = 1;
            report.held_by_instances.push(case.name.to_owned());
            report.fail(case.name, "unknown", message);
        }
        Err(message) => {
            report.counts.no = 1;
            report.fail(case.name, "schema", message);
        }
    }
}

/// Both schemas of a case as JSON.
///
/// # Errors
///
/// When a published schema is not JSON or deriving panics.
pub(crate) fn published_and_derived(case: &Case) -> Result<(Value, Value), String> {
    let published = shared_definitions::published(case)?;
    let derived = guarded(case.derived).map_err(|panic| format!("deriving the schema {panic}"))?;
    Ok((published, derived))
}
