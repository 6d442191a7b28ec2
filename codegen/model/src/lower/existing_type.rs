//! Finds the declared type that a conjunction stands for, so that it is referred to and not made again.

use super::{Lowerer, constraints};
use crate::model::{Constraint, Constraints, TypeId};
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::SchemaId;

impl Lowerer<'_, '_> {
    /// The declared type that a conjunction is, and the constraints that the conjunction adds to it; `None`
    /// if it needs a type of its own. `own` is the type that is being defined: it is not an answer.
    pub(super) fn existing_type(
        &mut self,
        conjunction: &Conjunction,
        own: Option<TypeId>,
    ) -> Option<(TypeId, Constraints)> {
        if let Some(&id) = self.named.get(conjunction)
            && Some(id) != own
        {
            return Some((id, Constraints::default()));
        }
        let mut constraints = Constraints::default();
        let mut target: Option<SchemaId> = None;
        let mut types = conjunction.mask;
        // Only the schemas before the first named one are read: the type of that one covers its own parts.
        let mut open: Vec<(Part, bool)> = conjunction
            .parts
            .iter()
            .rev()
            .map(|part| (*part, true))
            .collect();
        let mut steps = 0;
        let mut passed: Vec<SchemaId> = Vec::new();
        while let Some((part, surface)) = open.pop() {
            steps += 1;
            let id = part.id();
            let is_name = !surface || own.is_none() || conjunction.parts != [part];
            if let (Part::Whole(_), true) = (part, is_name)
                && self.named.contains_key(&Conjunction::whole(id))
            {
                if target.is_some_and(|known| known != id) {
                    return None;
                }
                target = Some(id);
                continue;
            }
            if matches!(part, Part::Whole(_)) && self.extends_family(id) {
                // It has the members of the base, but is not the union of the family.
                return None;
            }
            let schema = &self.graph.schemas[id];
            if steps > 64
                || schema.boolean.is_some()
                || schema.values.is_some()
                || schema.any_of.is_some()
                || schema.one_of.is_some()
                || schema.has_object_keywords()
                || schema.has_array_keywords()
            {
                return None;
            }
            passed.push(id);
            types = schema.types.map_or(types, |own| types.intersect(own));
            for set in constraints::assertions(self.graph, id) {
                constraints.add_together(set);
            }
            if let Part::Whole(_) = part {
                let next = schema.all_of.iter().rev().copied().chain(schema.targets());
                open.extend(next.map(|id| (Part::Whole(id), false)));
            }
        }
        let target = target?;
        let named = self.named[&Conjunction::whole(target)];
        let def = &self.model[named];
        let stands_twice = |one: &Constraint| def.constraints.of_keyword(one.keyword()).is_some();
        if def.in_place && constraints.iter().any(stands_twice) {
            // The schema of an inline type is written out here, where the same keyword cannot stand twice.
            return None;
        }
        let mut possible = self.possible_types.of(target);
        if self.is_extern(named) {
            // An extern type does not read null: an `Option` around it does, or null was removed.
            possible = possible.without(JsonType::Null);
        }
        if possible.intersect(types) != possible {
            return None;
        }
        // A `type` in the conjunction overrules the type that is assumed of the target alone.
        if types != TypeSet::ALL && self.view(conjunction).types != possible {
            return None;
        }
        self.usage_log.compose(&passed);
        Some((named, constraints))
    }

    /// Drops a mask that excludes no type, so that equal conjunctions compare equal.
    pub(super) fn normalize(&mut self, conjunction: &Conjunction) -> Conjunction {
        let mut conjunction = conjunction.clone();
        let possible = conjunction.parts.iter().fold(TypeSet::ALL, |types, part| {
            types.intersect(self.possible_types.of(part.id()))
        });
        if possible.intersect(conjunction.mask) == possible {
            conjunction.mask = TypeSet::ALL;
        }
        conjunction
    }
}
