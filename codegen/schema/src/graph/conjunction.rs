//! Turns schemas that all hold for one value into one conjunction.

use std::collections::HashSet;

use super::Graph;
use crate::keyword::TypeSet;
use crate::parse::{Arena, SchemaId};

/// Schemas that all hold for one value, and the JSON types under consideration.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Conjunction {
    /// The schemas, in document order.
    pub parts: Vec<Part>,
    /// The JSON types under consideration.
    pub mask: TypeSet,
}

/// A part of a [`Conjunction`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// A schema with all of its keywords.
    Whole(SchemaId),
    /// A schema that others extend, with all of its keywords, and without the schemas that extend it.
    Base(SchemaId),
    /// A schema without its `$ref`, `allOf`, `anyOf` and `oneOf`.
    Own(SchemaId),
}

impl Part {
    /// The schema.
    pub const fn id(self) -> SchemaId {
        match self {
            Self::Whole(id) | Self::Base(id) | Self::Own(id) => id,
        }
    }
}

impl Conjunction {
    /// Whether this is one schema with all of its keywords, and all JSON types.
    pub fn is_whole(&self) -> bool {
        self.mask == TypeSet::ALL && matches!(self.parts[..], [Part::Whole(_)])
    }

    /// The index of the part that the type is about. The other parts are its siblings.
    pub fn principal(&self) -> usize {
        self.parts
            .iter()
            .position(|part| !matches!(part, Part::Own(_)))
            .unwrap_or_default()
    }

    /// The parts with all of their keywords.
    pub fn wholes(&self) -> impl Iterator<Item = SchemaId> + use<'_> {
        self.parts.iter().filter_map(|part| match part {
            Part::Whole(id) | Part::Base(id) => Some(*id),
            Part::Own(_) => None,
        })
    }

    /// One schema with all of its keywords.
    pub fn whole(id: SchemaId) -> Self {
        Self::of(vec![Part::Whole(id)])
    }

    /// These parts, for values of all JSON types.
    pub const fn of(parts: Vec<Part>) -> Self {
        Self {
            parts,
            mask: TypeSet::ALL,
        }
    }

    /// The parts and the schemas that they include by references and `allOf`, each once. A schema comes before the schemas
    /// that it includes.
    pub fn expanded(&self, schemas: &Arena) -> Vec<Part> {
        let mut expanded = Vec::new();
        let mut seen = HashSet::new();
        let mut open: Vec<Part> = self.parts.iter().rev().copied().collect();
        while let Some(part) = open.pop() {
            if !seen.insert(part.id()) {
                continue;
            }
            expanded.push(part);
            if let Part::Whole(id) | Part::Base(id) = part {
                let next = schemas[id].included().map(Part::Whole);
                let next: Vec<Part> = next.collect();
                open.extend(next.into_iter().rev());
            }
        }
        expanded
    }
}

impl Graph<'_> {
    /// A schema with all schemas that may apply to its values.
    pub fn applied(&self, id: SchemaId) -> HashSet<SchemaId> {
        let mut applied = HashSet::from([id]);
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            let schema = &self.schemas[id];
            let unions = [&schema.any_of, &schema.one_of].into_iter().flatten();
            let next = schema.included().chain(unions.flatten().copied());
            open.extend(next.filter(|id| applied.insert(*id)));
        }
        applied
    }

    /// Whether a schema leads to an `anyOf` of which only some branches are there. `has_union` answers whether a schema has
    /// its unions, and `has` whether a branch is there by itself.
    ///
    /// Several branches evaluate a value together, so what is unevaluated is known around all of them alone.
    pub fn lacks_branches(
        &self,
        id: SchemaId,
        has_union: impl Fn(SchemaId) -> bool,
        has: impl Fn(SchemaId) -> bool,
    ) -> bool {
        self.applied(id).into_iter().any(|id| {
            let mut branches = self.schemas[id].any_of.iter().flatten();
            !has_union(id) && branches.any(|branch| !has(*branch))
        })
    }
}
