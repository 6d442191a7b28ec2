//! Finds cycles of schemas that apply to the same value.
//!
//! `A: {$ref: B}, B: {$ref: A}` describes no value. A cycle is fine if one of its steps leads to a member or
//! an element. It has no meaning if each step applies to the same value: `$ref`, `allOf`, `anyOf`, `oneOf`, and those
//! of [`APPLICATORS`].

use std::collections::HashMap;
use std::hash::Hash;

use crate::diagnostic::{Code, Diagnostic};
use crate::location::SchemaLocation;

/// Keywords with one schema for the same value.
pub(crate) const APPLICATORS: [&str; 4] = ["not", "if", "then", "else"];

/// Keywords with a schema for each of some names, for the same value. `dependencies` is the older spelling.
pub(crate) const NAMED_APPLICATORS: [&str; 2] = ["dependentSchemas", "dependencies"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// The schema is on the current path.
    Open,
    /// The schema is done, and leads to so many steps.
    Done(usize),
}

/// The cycles of schemas, each from its first schema on, and the number of steps that each schema leads to. `next` gives
/// the schemas that apply to the same value, in order. This is a depth-first search with its own stack, since the input
/// decides the depth.
pub(crate) fn find<S: Copy + Eq + Hash>(
    schemas: impl Iterator<Item = S>,
    next: impl Fn(S) -> Vec<S>,
) -> (Vec<Vec<S>>, Vec<(S, usize)>) {
    let mut marks: HashMap<S, Mark> = HashMap::new();
    let (mut cycles, mut done) = (Vec::new(), Vec::new());
    let reversed = |schema: S| {
        let mut next = next(schema);
        next.reverse();
        next
    };
    for start in schemas {
        if marks.contains_key(&start) {
            continue;
        }
        marks.insert(start, Mark::Open);
        let mut path = vec![(start, reversed(start), 0)];
        while let Some((schema, next, steps)) = path.last_mut() {
            let Some(step) = next.pop() else {
                let (schema, steps) = (*schema, *steps);
                marks.insert(schema, Mark::Done(steps));
                done.push((schema, steps));
                path.pop();
                if let Some((_, _, above)) = path.last_mut() {
                    *above = (*above).max(steps + 1);
                }
                continue;
            };
            match marks.get(&step) {
                Some(Mark::Done(below)) => *steps = (*steps).max(below + 1),
                Some(Mark::Open) => {
                    let cycle = path.iter().map(|(schema, ..)| *schema);
                    cycles.push(cycle.skip_while(|schema| *schema != step).collect());
                }
                None => {
                    marks.insert(step, Mark::Open);
                    path.push((step, reversed(step), 0));
                }
            }
        }
    }
    (cycles, done)
}

/// The diagnostic for a cycle: the locations of its schemas, each with the location of its reference, or its own.
pub(crate) fn diagnostic(cycle: &[(SchemaLocation, SchemaLocation)]) -> Diagnostic {
    let names = cycle.iter().chain(cycle.first());
    let names: Vec<String> = names.map(|(at, _)| format!("#{}", at.pointer)).collect();
    let mut diagnostic = Diagnostic::error(
        Code::ReferenceCycle,
        cycle[0].0.key(),
        "this schema is defined by itself",
    )
    .label("the cycle starts here")
    .note(format!("the cycle is {}", names.join(" -> ")))
    .help("remove one of these references, or write a schema in its place");
    for (_, reference) in &cycle[1..] {
        diagnostic = diagnostic.also(reference.value(), "the cycle continues here");
    }
    diagnostic
}
