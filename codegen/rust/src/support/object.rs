//! serde as the derives of structs see it: a struct is read from an object and from nothing else.
//!
//! What serde derives for a struct also reads an array, element by element. A struct of this crate says
//! `#[serde(crate = "crate::support::object")]`, so the derived code calls the [`Deserializer`] of this
//! module, which asks the one that it is given for an object. All else is serde's own.

pub(crate) use serde::*;

use serde::de::Visitor;

/// What the derived code of a struct asks a deserializer for.
pub(crate) trait Deserializer<'de>: serde::Deserializer<'de> {
    /// Asks for an object, not for a struct: a struct may come as an array.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_map(self, visitor)
    }

    /// Asks for an object, as a struct does that keeps other members.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_map(self, visitor)
    }

    /// Asks for the name of a member.
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_identifier(self, visitor)
    }
}

impl<'de, D: serde::Deserializer<'de>> Deserializer<'de> for D {}
