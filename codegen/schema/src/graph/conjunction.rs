//! Several schemas that describe one value.

use crate::keyword::TypeSet;
use crate::parse::SchemaId;

/// Schemas that all hold for the same value, cut down to some of the JSON types.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Conjunction {
    /// The schemas, in document order.
    pub parts: Vec<Part>,
    /// The JSON types that are looked at.
    pub mask: TypeSet,
}

/// A part of a [`Conjunction`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// A schema with all it says.
    Whole(SchemaId),
    /// A schema that others extend, with all it says of its own values: without those others.
    Base(SchemaId),
    /// The schema's own keywords alone: no `$ref`, `allOf`, `anyOf` or `oneOf`.
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
    /// Whether this is one schema with all it says.
    pub fn is_whole(&self) -> bool {
        self.mask == TypeSet::ALL && matches!(self.parts[..], [Part::Whole(_)])
    }

    /// The index of the part that the type is about: the others stand beside it.
    pub fn principal(&self) -> usize {
        self.parts
            .iter()
            .position(|part| !matches!(part, Part::Own(_)))
            .unwrap_or_default()
    }

    /// The parts that count with all they say.
    pub fn wholes(&self) -> impl Iterator<Item = SchemaId> + use<'_> {
        self.parts.iter().filter_map(|part| match part {
            Part::Whole(id) | Part::Base(id) => Some(*id),
            Part::Own(_) => None,
        })
    }

    /// One schema with all it says.
    pub fn whole(id: SchemaId) -> Self {
        Self {
            parts: vec![Part::Whole(id)],
            mask: TypeSet::ALL,
        }
    }
}
