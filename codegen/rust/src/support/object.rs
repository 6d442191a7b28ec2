//! serde for the derives of structs: only an object is read as a struct.
//!
//! The code that serde derives for a struct also reads an array. With
//! `#[serde(crate = "crate::support::object")]` it uses the [`Deserializer`] of this module, which asks for
//! an object. Everything else is serde's own.

pub(crate) use serde::*;

use serde::de::Visitor;

/// The methods that the derived code of a struct calls.
pub(crate) trait Deserializer<'de>: serde::Deserializer<'de> {
    /// Asks for an object instead of a struct, which may be an array.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_map(self, visitor)
    }

    /// Asks for an object, for a struct with a field for other members.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_map(self, visitor)
    }

    /// Asks for the name of a member.
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_identifier(self, visitor)
    }
}

impl<'de, D: serde::Deserializer<'de>> Deserializer<'de> for D {}
