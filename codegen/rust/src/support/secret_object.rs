//! serde as the derives of structs see it that are secrets as a whole: they are read as those of
//! [`object`](super::object) are, and the errors do not show what was found.

pub(crate) use serde::*;

use serde::de::Visitor;

use super::secret::hide;

/// What the derived code of a struct asks a deserializer for.
pub(crate) trait Deserializer<'de>: serde::Deserializer<'de> {
    /// Asks for an object, not for a struct: a struct may come as an array.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_map(self, visitor).map_err(hide)
    }

    /// Asks for an object, as a struct does that keeps other members.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_map(self, visitor).map_err(hide)
    }

    /// Asks for the name of a member.
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_identifier(self, visitor)
    }
}

impl<'de, D: serde::Deserializer<'de>> Deserializer<'de> for D {}
