//! serde for the derives of structs with a [record](super::record): only an object is read.

pub(crate) use serde::*;

use serde::de::Visitor;

use super::record::Derived;
use super::recorded_read::{read, read_struct};
pub(crate) use super::recorded_write as ser;
use super::recorded_write::Members;

/// The methods that the derived code of a struct calls to read it.
pub(crate) trait Deserializer<'de>: serde::Deserializer<'de> {
    /// Asks for an object instead of a struct, which may be an array.
    fn deserialize_struct<V: Visitor<'de, Value: Derived>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        read_struct(self, fields, visitor)
    }

    /// Asks for an object, for a struct with a field for other members.
    fn deserialize_map<V: Visitor<'de, Value: Derived>>(
        self,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        read(self, visitor)
    }

    /// Asks for the name of a member.
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_identifier(self, visitor)
    }
}

impl<'de, D: serde::Deserializer<'de>> Deserializer<'de> for D {}

/// The methods that the derived code of a struct calls to write it.
pub(crate) trait Serializer: serde::Serializer {
    /// Begins a struct. The record is one of its `len` fields.
    fn serialize_struct(
        self,
        name: &'static str,
        len: usize,
    ) -> Result<Members<Self>, Self::Error> {
        Ok(Members::of_struct(self, name, len.saturating_sub(1)))
    }

    /// Begins a struct with a field for other members.
    fn serialize_map(self, _: Option<usize>) -> Result<Members<Self>, Self::Error> {
        Ok(Members::of_map(self))
    }
}

impl<S: serde::Serializer> Serializer for S {}
