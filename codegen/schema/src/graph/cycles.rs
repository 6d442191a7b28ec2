//! Cuts schemas that are defined by themselves, and reports schemas that lead to too many others.
//!
//! `A: {$ref: B}, B: {$ref: A}` describes no value. A cycle is fine if one of its steps leads to a member or
//! an element. It has no meaning if each step applies to the same value (`$ref`, `allOf`, `anyOf`, `oneOf`): then one
//! of its references is removed, and a setting decides whether that is an error.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::location::SchemaLocation;
use crate::parse::{Arena, SchemaId};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// The schema is on the current path.
    Open,
    /// The schema is in no cycle that has not been cut, and leads to so many steps.
    Done(usize),
}

/// How many steps for the same value may follow each other. Later stages recurse as deep.
const MAX_STEPS: usize = 500;

/// Removes a reference of each cycle, and returns the problems, each with the location of the reference. This is a
/// depth-first search with its own stack, since the input decides the depth.
pub(super) fn cut(
    schemas: &mut Arena,
    diagnostics: &mut Diagnostics,
) -> Vec<(SchemaLocation, Diagnostic)> {
    let mut marks: HashMap<SchemaId, Mark> = HashMap::new();
    let mut found = Vec::new();
    for start in schemas.ids() {
        if marks.contains_key(&start) {
            continue;
        }
        marks.insert(start, Mark::Open);
        let mut path = vec![(start, same_value(schemas, start), 0)];
        while let Some((id, next, steps)) = path.last_mut() {
            let Some(step) = next.pop() else {
                let (id, steps) = (*id, *steps);
                marks.insert(id, Mark::Done(steps));
                path.pop();
                if let Some((_, _, above)) = path.last_mut() {
                    *above = (*above).max(steps + 1);
                }
                if steps == MAX_STEPS {
                    diagnostics.push(too_long(schemas, id));
                }
                continue;
            };
            match marks.get(&step) {
                Some(Mark::Done(below)) => *steps = (*steps).max(below + 1),
                Some(Mark::Open) => {
                    let ids = path.iter().map(|(id, ..)| *id).skip_while(|id| *id != step);
                    let ids: Vec<SchemaId> = ids.collect();
                    let problem = cycle(schemas, &ids);
                    let reference = remove_reference(schemas, &ids);
                    found.extend(reference.map(|at| (at, problem)));
                }
                None => {
                    marks.insert(step, Mark::Open);
                    let next = same_value(schemas, step);
                    path.push((step, next, 0));
                }
            }
        }
    }
    found
}

/// The schemas that apply to the same value as `id`, last first.
fn same_value(schemas: &Arena, id: SchemaId) -> Vec<SchemaId> {
    let schema = &schemas[id];
    let mut next: Vec<SchemaId> = schema
        .targets()
        .chain(schema.all_of.iter().copied())
        .chain(schema.any_of.iter().flatten().copied())
        .chain(schema.one_of.iter().flatten().copied())
        .collect();
    next.reverse();
    next
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

fn too_long(schemas: &Arena, id: SchemaId) -> Diagnostic {
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

fn cycle(schemas: &Arena, ids: &[SchemaId]) -> Diagnostic {
    let names: Vec<String> = ids
        .iter()
        .chain(ids.first())
        .map(|id| format!("#{}", schemas[*id].at.pointer))
        .collect();
    let first = &schemas[ids[0]].at;
    let mut diagnostic = Diagnostic::error(
        Code::ReferenceCycle,
        first.key(),
        "this schema is defined by itself",
    )
    .label("the cycle starts here")
    .note(format!("the cycle is {}", names.join(" -> ")))
    .help("remove one of these references, or write a schema in its place");
    for id in &ids[1..] {
        let schema = &schemas[*id];
        let reference = schema.references.first();
        let at = reference.map_or(&schema.at, |reference| &reference.at);
        diagnostic = diagnostic.also(at.value(), "the cycle continues here");
    }
    diagnostic
}
