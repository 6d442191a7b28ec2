//! Reports schemas that are defined by themselves, and schemas that lead to too many others.
//!
//! `A: {$ref: B}, B: {$ref: A}` describes no value. A cycle is fine if one of its steps leads to a member or
//! an element. It is an error if each step applies to the same value (`$ref`, `allOf`, `anyOf`, `oneOf`).

use std::collections::HashMap;

use super::Graph;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::SchemaId;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// The schema is on the current path.
    Open,
    /// The schema is in no cycle that has not been reported, and leads to so many steps.
    Done(usize),
}

/// How many steps for the same value may follow each other. Later stages recurse as deep.
const MAX_STEPS: usize = 500;

/// Reports each cycle once. This is a depth-first search with its own stack, since the input decides the depth.
pub(super) fn report(graph: &Graph<'_>, diagnostics: &mut Diagnostics) {
    let mut marks: HashMap<SchemaId, Mark> = HashMap::new();
    for start in graph.schemas.ids() {
        if marks.contains_key(&start) {
            continue;
        }
        marks.insert(start, Mark::Open);
        let mut path = vec![(start, same_value(graph, start), 0)];
        while let Some((id, next, steps)) = path.last_mut() {
            let Some(step) = next.pop() else {
                let (id, steps) = (*id, *steps);
                marks.insert(id, Mark::Done(steps));
                path.pop();
                if let Some((_, _, above)) = path.last_mut() {
                    *above = (*above).max(steps + 1);
                }
                if steps == MAX_STEPS {
                    diagnostics.push(too_long(graph, id));
                }
                continue;
            };
            match marks.get(&step) {
                Some(Mark::Done(below)) => *steps = (*steps).max(below + 1),
                Some(Mark::Open) => {
                    let ids = path.iter().map(|(id, ..)| *id).skip_while(|id| *id != step);
                    diagnostics.push(cycle(graph, &ids.collect::<Vec<_>>()));
                }
                None => {
                    marks.insert(step, Mark::Open);
                    let next = same_value(graph, step);
                    path.push((step, next, 0));
                }
            }
        }
    }
}

/// The schemas that apply to the same value as `id`, last first.
fn same_value(graph: &Graph<'_>, id: SchemaId) -> Vec<SchemaId> {
    let schema = &graph.schemas[id];
    let mut next: Vec<SchemaId> = schema
        .targets()
        .chain(schema.all_of.iter().copied())
        .chain(schema.any_of.iter().flatten().copied())
        .chain(schema.one_of.iter().flatten().copied())
        .collect();
    next.reverse();
    next
}

fn too_long(graph: &Graph<'_>, id: SchemaId) -> Diagnostic {
    let schema = &graph.schemas[id];
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

fn cycle(graph: &Graph<'_>, ids: &[SchemaId]) -> Diagnostic {
    let names: Vec<String> = ids
        .iter()
        .chain(ids.first())
        .map(|id| format!("#{}", graph.schemas[*id].at.pointer))
        .collect();
    let first = &graph.schemas[ids[0]].at;
    let mut diagnostic = Diagnostic::error(
        Code::ReferenceCycle,
        first.key(),
        "this schema is defined by itself",
    )
    .label("the cycle starts here")
    .note(format!("the cycle is {}", names.join(" -> ")))
    .help("remove one of these references, or write a schema in its place");
    for id in &ids[1..] {
        let schema = &graph.schemas[*id];
        let reference = schema.references.first();
        let at = reference.map_or(&schema.at, |reference| &reference.at);
        diagnostic = diagnostic.also(at.value(), "the cycle continues here");
    }
    diagnostic
}
