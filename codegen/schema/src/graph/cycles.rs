//! Cuts cycles that depend on dynamic references, and reports schemas that lead to too many others.
//!
//! The linker has cut the [cycles](crate::cycle) of all other references.

use crate::cycle;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::location::SchemaLocation;
use crate::parse::{Arena, SchemaId};

/// How many steps for the same value may follow each other. Later stages recurse as deep.
const MAX_STEPS: usize = 500;

/// Removes a reference of each cycle, and returns the problems, each with the location of the reference.
pub(super) fn cut(
    schemas: &mut Arena,
    diagnostics: &mut Diagnostics,
) -> Vec<(SchemaLocation, Diagnostic)> {
    let (cycles, steps) = cycle::find(schemas.ids(), |id| same_value(schemas, id));
    let too_long = steps.into_iter().filter(|(_, steps)| *steps == MAX_STEPS);
    diagnostics.extend(too_long.map(|(id, _)| too_many_steps(schemas, id)));
    let found = cycles.iter().filter_map(|ids| {
        let locations = ids.iter().map(|id| {
            let schema = &schemas[*id];
            let reference = schema.references.first();
            let at = reference.map_or(&schema.at, |reference| &reference.at);
            (schema.at.clone(), at.clone())
        });
        let problem = cycle::diagnostic(&locations.collect::<Vec<_>>());
        Some((remove_reference(schemas, ids)?, problem))
    });
    found.collect()
}

/// The schemas that apply to the same value as `id`.
fn same_value(schemas: &Arena, id: SchemaId) -> Vec<SchemaId> {
    let schema = &schemas[id];
    let applicators = cycle::APPLICATORS
        .into_iter()
        .chain(cycle::NAMED_APPLICATORS);
    let applied = applicators.filter_map(|keyword| schema.rule_schemas.get(keyword));
    schema
        .included()
        .chain(schema.any_of.iter().flatten().copied())
        .chain(schema.one_of.iter().flatten().copied())
        .chain(applied.flatten().copied())
        .collect()
}

/// Removes the last reference of a cycle. Subschemas form trees: every cycle has a reference, unless it was cut before.
fn remove_reference(schemas: &mut Arena, ids: &[SchemaId]) -> Option<SchemaLocation> {
    let following = ids.iter().skip(1).chain(ids.first());
    let steps: Vec<(SchemaId, SchemaId)> = ids.iter().copied().zip(following.copied()).collect();
    steps.into_iter().rev().find_map(|(id, next)| {
        let references = &mut schemas[id].references;
        let index = references.iter().position(|one| one.target == next)?;
        Some(references.remove(index).at)
    })
}

fn too_many_steps(schemas: &Arena, id: SchemaId) -> Diagnostic {
    let schema = &schemas[id];
    let place = match schema.references.first() {
        Some(reference) => reference.at.value(),
        None => schema.at.key(),
    };
    Diagnostic::error(
        Code::TooComplex,
        place,
        "this schema leads to too many others",
    )
    .label(format!(
        "{MAX_STEPS} references or combinations follow each other here"
    ))
    .help("refer to the last of these schemas")
}
