//! Reads a struct with a [null record](super::nulls): notes which of the members that may be null are present.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::nulls::{Bits, Record, index_of};

/// Reads a struct from an object, and records its nulls.
pub(super) fn read<'de, D: Deserializer<'de>, V: Visitor<'de, Value: Record>>(
    deserializer: D,
    visitor: V,
) -> Result<V::Value, D::Error> {
    deserializer.deserialize_map(Recording(visitor))
}

/// The visitor of a struct, and of its record.
struct Recording<V>(V);

impl<'de, V: Visitor<'de, Value: Record>> Visitor<'de> for Recording<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        let mut present = Present {
            names: V::Value::MEMBERS,
            next: 0,
            bits: <V::Value as Record>::Bits::NONE,
        };
        let mut value = self.0.visit_map(Watched {
            members,
            present: &mut present,
        })?;
        value.record(&present.bits);
        Ok(value)
    }
}

/// Which of the members that may be null are present.
struct Present<B> {
    names: &'static [&'static str],
    /// The index of the name that is expected next: most objects have the order of the schema.
    next: usize,
    bits: B,
}

impl<B: Bits> Present<B> {
    fn note(&mut self, name: &str) {
        let member = match self.names.get(self.next) {
            Some(next) if *next == name => Some(self.next),
            _ => index_of(self.names, name),
        };
        if let Some(member) = member {
            self.next = member + 1;
            self.bits.insert(member);
        }
    }
}

/// The members of an object, whose names are noted.
struct Watched<'p, A, B> {
    members: A,
    present: &'p mut Present<B>,
}

impl<'de, A: MapAccess<'de>, B: Bits> MapAccess<'de> for Watched<'_, A, B> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        self.members.next_key_seed(Name {
            inner: seed,
            present: self.present,
        })
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.members.next_value_seed(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        self.members.size_hint()
    }
}

/// The name of a member, on its way from the input to the derived code: first the seed for it, then the deserializer
/// and the visitor.
struct Name<'p, T, B> {
    inner: T,
    present: &'p mut Present<B>,
}

impl<'de, K: DeserializeSeed<'de>, B: Bits> DeserializeSeed<'de> for Name<'_, K, B> {
    type Value = K::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<K::Value, D::Error> {
        self.inner.deserialize(Name {
            inner: deserializer,
            present: self.present,
        })
    }
}

impl<'de, D: Deserializer<'de>, B: Bits> Deserializer<'de> for Name<'_, D, B> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_any(Name {
            inner: visitor,
            present: self.present,
        })
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_identifier(Name {
            inner: visitor,
            present: self.present,
        })
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum ignored_any
    }
}

/// Passes on what is no name.
macro_rules! pass_on {
    ($($method:ident: $ty:ty,)*) => {$(
        fn $method<E: Error>(self, value: $ty) -> Result<V::Value, E> {
            self.inner.$method(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>, B: Bits> Visitor<'de> for Name<'_, V, B> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<V::Value, E> {
        self.present.note(name);
        self.inner.visit_borrowed_str(name)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<V::Value, E> {
        self.present.note(name);
        self.inner.visit_str(name)
    }

    fn visit_string<E: Error>(self, name: String) -> Result<V::Value, E> {
        self.present.note(&name);
        self.inner.visit_string(name)
    }

    pass_on! {
        visit_bool: bool,
        visit_i64: i64,
        visit_u64: u64,
        visit_f64: f64,
        visit_char: char,
        visit_bytes: &[u8],
        visit_borrowed_bytes: &'de [u8],
        visit_byte_buf: Vec<u8>,
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }
}
