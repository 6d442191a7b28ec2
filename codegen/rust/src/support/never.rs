//! Turns an enum without variants into a type of serde: to read a value is an error.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, EnumAccess, Error, Unexpected, Visitor};

/// Reads a value as an enum without variants.
pub(crate) struct NeverVisitor<T> {
    /// The name of the enum.
    pub(crate) name: &'static str,
    pub(crate) never: PhantomData<T>,
}

impl<'de, T> Visitor<'de> for NeverVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("enum ")?;
        f.write_str(self.name)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, value: A) -> Result<T, A::Error> {
        let (never, _) = value.variant::<Variant>()?;
        match never {}
    }
}

/// The name of a variant. No name is valid.
enum Variant {}

impl<'de> Deserialize<'de> for Variant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(VariantVisitor)
    }
}

struct VariantVisitor;

impl Visitor<'_> for VariantVisitor {
    type Value = Variant;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("variant identifier")
    }

    fn visit_u64<E: Error>(self, index: u64) -> Result<Variant, E> {
        Err(E::invalid_value(
            Unexpected::Unsigned(index),
            &"variant index 0 <= i < 0",
        ))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Variant, E> {
        Err(E::unknown_variant(name, &[]))
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Variant, E> {
        self.visit_str(&String::from_utf8_lossy(name))
    }
}

/// Implements the traits of serde for an enum without variants.
macro_rules! never {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = stringify!($name);
                let never = std::marker::PhantomData;
                deserializer.deserialize_enum(
                    name,
                    &[],
                    crate::support::never::NeverVisitor { name, never },
                )
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                match *self {}
            }
        }
    };
}

pub(crate) use never;
