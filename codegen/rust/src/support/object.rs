//! Objects: a struct is read from an object and from nothing else.
//!
//! What serde derives for a struct also reads an array, element by element. The structs of this
//! crate derive with `remote = "Self"`, which makes the derived code a function, and [`object!`]
//! calls it with a deserializer that has nothing but objects to offer.

use serde::de::{Deserializer, Visitor};

/// A deserializer that yields an object or an error.
pub(crate) struct Object<D>(pub(crate) D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Object<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

/// Implements `Deserialize` and `Serialize` for a struct that derives them with `remote = "Self"`. What
/// follows its name is done to the error of reading one.
macro_rules! object {
    ($name:ident $(, $hide:ident)?) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $name::deserialize(crate::support::object::Object(deserializer))$(.map_err(crate::support::secret::$hide))?
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $name::serialize(self, serializer)
            }
        }
    };
}

pub(crate) use object;
