//! Cuts schemas that are defined by themselves: a reference of each [cycle](crate::cycle) loses its target.

use std::collections::HashSet;

use super::Linker;
use super::unresolved::Unresolved;
use super::written::{self, Kind};
use crate::cycle;
use crate::location::SchemaLocation;

/// A schema that applies to the same value, and the location of the reference that leads to it, if one does.
type Step = (SchemaLocation, Option<SchemaLocation>);

impl Linker<'_> {
    /// Removes the targets that close cycles. The references are then unresolved.
    pub(super) fn cut_cycles(&mut self) {
        let schemas: Vec<&SchemaLocation> = self.seen.iter().collect();
        let next = |index: usize| {
            let steps = self.same_value(schemas[index]).into_iter();
            let next = steps.filter_map(|(at, _)| self.seen.get_index_of(&at));
            next.collect()
        };
        // Each cycle has a reference, and so the target of one.
        let targets: HashSet<&SchemaLocation> = self.targets.values().map(|one| &one.at).collect();
        let starts = (0..schemas.len()).filter(|index| targets.contains(schemas[*index]));
        let (cycles, _) = cycle::find(starts, next);
        let mut cut = Vec::new();
        for indices in cycles {
            let following = indices.iter().skip(1).chain(indices.first());
            let steps = indices.iter().zip(following).map(|(schema, next)| {
                let at = schemas[*schema];
                let mut steps = self.same_value(at).into_iter();
                let step = steps.find(|(target, _)| target == schemas[*next]);
                let reference = step.and_then(|(_, reference)| reference);
                (at.clone(), reference)
            });
            let steps: Vec<Step> = steps.collect();
            let locations = steps.iter().map(|(at, reference)| {
                let reference = reference.as_ref().unwrap_or(at);
                (at.clone(), reference.clone())
            });
            let problem = cycle::diagnostic(&locations.collect::<Vec<_>>());
            let last = steps.into_iter().rev().find_map(|(_, reference)| reference);
            cut.extend(last.map(|reference| (reference, problem)));
        }
        for (reference, problem) in cut {
            // Another cycle may have lost the same reference.
            if self.targets.remove(&reference).is_some() {
                let unresolved = Unresolved::new(reference, problem, Vec::new());
                self.unresolved.push(unresolved);
            }
        }
    }

    /// The schemas that apply to the same value as the schema at a location.
    fn same_value(&self, at: &SchemaLocation) -> Vec<Step> {
        let value = at.pointer.resolve(&self.sources.get(at.file).root);
        let members = value.and_then(|value| value.as_object());
        let (Some(members), Some(context)) = (members, self.registry.context_of(at)) else {
            return Vec::new();
        };
        let located = |pointer| SchemaLocation {
            file: at.file,
            pointer,
        };
        let (mut references, mut subschemas) = (Vec::new(), Vec::new());
        written::visit(
            members,
            &at.pointer,
            context.dialect,
            |reference| {
                let text = located(reference.pointer);
                let target = self.targets.get(&text);
                if let (Some(target), true) = (target, reference.kind != Kind::Mapping) {
                    references.push((target.at.clone(), Some(text)));
                }
            },
            |_, pointer| {
                let keyword = pointer.tokens().nth(at.pointer.tokens().count());
                let is_of_same_value = keyword.is_some_and(|keyword| {
                    matches!(&*keyword, "allOf" | "anyOf" | "oneOf")
                        || cycle::APPLICATORS.contains(&&*keyword)
                        || cycle::NAMED_APPLICATORS.contains(&&*keyword)
                });
                if is_of_same_value {
                    subschemas.push((located(pointer), None));
                }
            },
        );
        references.extend(subschemas);
        references
    }
}
