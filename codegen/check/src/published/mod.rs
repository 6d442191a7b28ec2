//! The check `published`: the published schemas accept what the document's schemas accept. Publication resolves, bundles
//! and rewrites references.

pub(crate) mod annotations;
mod older;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::Case;
use crate::Document;
use crate::Report;
use crate::algebra::shared_definitions;
use crate::algebra::{Equivalence, Side, compare};
use crate::document::Reading;
use crate::equality::settle;
use crate::parallel;
use crate::schemas::dialect::{Dialect, dialect};
use cratify_schema::keyword::ASSUMED;
use older::Older;

/// Compares every case's published schema with the schema at its pointer in the document, by the values that they
/// accept, and by their extensions and annotations. The aspects of failure are the same as for
/// [`equality`](super::equality()). The published schema marks types that the setting `untyped` assumes.
///
/// Two schemas with the same keywords are equal; the algebra compares others. A document of an older dialect is also
/// compared by instances, with a validator of that dialect, unless the reader has mended a mistake: no validator knows
/// the mend.
pub fn published(document: &Document, cases: &[Case]) -> Report {
    let mut total = Report::new("published");
    for (part, cases) in document.each(cases) {
        total.absorb(published_in(part.document, &cases));
    }
    total
}

/// The cases of one of several documents.
fn published_in(document: &Document, cases: &[Case]) -> Report {
    let older = match dialect(&document.written) {
        Dialect::Native => None,
        _ if document.is_mended => None,
        dialect => Older::new(&document.written, dialect),
    };
    parallel::run("published", cases, |case, report| {
        if !case.whole {
            // The document has no schema of its own for them.
            report.counts.skipped += 1;
            return;
        }
        let equivalence = || {
            let published = read_published(case)?;
            let equivalence = compare_with(document, case, &published)?;
            if case.form.is_some() {
                // No validator of an older dialect knows forms.
                return Ok(equivalence);
            }
            // A validator of an older dialect has this document alone.
            let is_here = |older: &&Older| {
                let at = document.find(case.pointer);
                older.has(case) && at.is_some_and(|at| !document.leads_elsewhere(&at))
            };
            let Some(older) = older.as_ref().filter(is_here) else {
                return Ok(equivalence);
            };
            let nothing = BTreeSet::new();
            annotations::compare(&document.written, case.pointer, &published, true, &nothing)?;
            match equivalence {
                Equivalence::Differs(message) => Ok(Equivalence::Differs(message)),
                _ => older.compare(&document.written, case, &published),
            }
        };
        settle(case, report, equivalence());
    })
}

/// Compares a published schema with the schema of the document in 2020-12.
fn compare_with(
    document: &Document,
    case: &Case,
    published: &Value,
) -> Result<Equivalence, String> {
    let at = document
        .find(case.pointer)
        .ok_or_else(|| format!("the document has nothing at {:?}", case.pointer))?;
    let left_out = case.form.map(|form| document.left_out_names(form));
    let left_out = left_out.unwrap_or_default();
    let upgraded = document.upgraded();
    annotations::compare(upgraded, at.pointer.as_str(), published, false, &left_out)?;
    for reading in Reading::all_of(case) {
        let alignment = document.align(&at, reading, published);
        if alignment.is_equal {
            continue;
        }
        let written = document.bundle(&at, reading.form, &alignment.names)?;
        let written = Side::new("the document", &written)?;
        let published = Side::new("the published schema", published)?;
        match compare(&written, &published) {
            Equivalence::Equal => {}
            other => return Ok(other),
        }
    }
    Ok(Equivalence::Equal)
}

/// The published schema of a case, without assumed types.
pub(crate) fn read_published(case: &Case) -> Result<Value, String> {
    let mut published = shared_definitions::published(case)?;
    take_assumptions(&mut published)?;
    Ok(published)
}

/// The keywords that can be the reason for an assumed type.
const REASONS: [&str; 6] = [
    "properties",
    "items",
    "prefixItems",
    "$ref",
    "allOf",
    "$dynamicRef",
];

/// Removes the types that publication has added because they are assumed: the setting promises them, and the document
/// does not have them.
///
/// # Errors
///
/// A type was added for no reason that the setting knows.
fn take_assumptions(schema: &mut Value) -> Result<(), String> {
    match schema {
        Value::Object(members) => {
            if members.get(ASSUMED).is_some_and(Value::is_string) {
                if !REASONS.iter().any(|reason| members.contains_key(*reason)) {
                    return Err(format!(
                        "nothing says the type that is assumed: {members:?}"
                    ));
                }
                members.shift_remove(ASSUMED);
                members.shift_remove("type");
            }
            members.values_mut().try_for_each(take_assumptions)
        }
        Value::Array(values) => values.iter_mut().try_for_each(take_assumptions),
        _ => Ok(()),
    }
}
