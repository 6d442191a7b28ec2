//! serde for the derives of structs that are secret as a whole: only an object is read, and no error shows
//! the value.

pub(crate) use serde::*;

use serde::de::Visitor;

use super::secret::hide;

/// The methods that the derived code of a struct calls.
pub(crate) trait Deserializer<'de>: serde::Deserializer<'de> {
    /// Asks for an object instead of a struct, which may be an array.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_map(self, visitor).map_err(hide)
    }

    /// Asks for an object, for a struct with a field for other members.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_map(self, visitor).map_err(hide)
    }

    /// Asks for the name of a member.
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_identifier(self, visitor)
    }
}

impl<'de, D: serde::Deserializer<'de>> Deserializer<'de> for D {}
