//! The same as `recorded_object`, for structs that are secret as a whole: no error shows the value.

pub(crate) use super::recorded_object::*;

use serde::de::Visitor;

use super::record::Derived;
use super::recorded_read::{read, read_struct};
use super::secret::hide;

/// The methods that the derived code of a struct calls to read it.
pub(crate) trait Deserializer<'de>: serde::Deserializer<'de> {
    /// Asks for an object instead of a struct, which may be an array.
    fn deserialize_struct<V: Visitor<'de, Value: Derived>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        read_struct(self, fields, visitor).map_err(hide)
    }

    /// Asks for an object, for a struct with a field for other members.
    fn deserialize_map<V: Visitor<'de, Value: Derived>>(
        self,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        read(self, visitor).map_err(hide)
    }

    /// Asks for the name of a member.
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_identifier(self, visitor)
    }
}

impl<'de, D: serde::Deserializer<'de>> Deserializer<'de> for D {}
