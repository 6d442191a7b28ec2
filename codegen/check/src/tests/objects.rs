//! serde for structs that are read from objects alone, as in generated crates:
//! `#[serde(crate = "crate::tests::objects")]`.

pub(super) use serde::*;

use serde::de::Visitor;

/// The methods of a deserializer that the derived code of a struct calls.
pub(super) trait Deserializer<'de>: serde::Deserializer<'de> {
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_map(self, visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        serde::Deserializer::deserialize_identifier(self, visitor)
    }
}

impl<'de, D: serde::Deserializer<'de>> Deserializer<'de> for D {}
