//! Turns schemas that all hold for one value into one conjunction.

use crate::keyword::TypeSet;
use crate::parse::SchemaId;

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
}
