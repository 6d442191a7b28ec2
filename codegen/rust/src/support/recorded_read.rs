//! Turns an object into a struct with a [record](super::record): notes which of the members that may be null are present,
//! and keeps the members without a field.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};

use super::record::{Bits, Derived, Recorded, Unknown, index_of};

/// Reads a struct with these fields from an object, and records its nulls and the members without a field.
pub(super) fn read_struct<'de, D: Deserializer<'de>, V: Visitor<'de, Value: Derived>>(
    deserializer: D,
    fields: &'static [&'static str],
    visitor: V,
) -> Result<V::Value, D::Error> {
    let is_recorded = <V::Value as Recorded>::Unknown::IS_RECORDED;
    deserializer.deserialize_map(Recording {
        visitor,
        fields: is_recorded.then_some(fields),
    })
}

/// Reads a struct that has a field for other members from an object, and records its nulls.
pub(super) fn read<'de, D: Deserializer<'de>, V: Visitor<'de, Value: Derived>>(
    deserializer: D,
    visitor: V,
) -> Result<V::Value, D::Error> {
    deserializer.deserialize_map(Recording {
        visitor,
        fields: None,
    })
}

/// The visitor of a struct, and of its record.
struct Recording<V> {
    visitor: V,
    /// The names of the members with a field, if the others are recorded.
    fields: Option<&'static [&'static str]>,
}

impl<'de, V: Visitor<'de, Value: Derived>> Visitor<'de> for Recording<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        let mut watched = Watched {
            members,
            names: Names {
                nullable: Expected::of(V::Value::NULLABLE),
                present: <V::Value as Recorded>::Nulls::NONE,
                fields: self.fields.map(Expected::of),
                unknown: None,
            },
            unknown: Map::new(),
        };
        let mut value = self.visitor.visit_map(&mut watched)?;
        value.record(&watched.names.present, watched.unknown);
        Ok(value)
    }
}

/// Names of members. Most objects have the order of the schema.
struct Expected {
    names: &'static [&'static str],
    /// The index of the name that is expected next.
    next: usize,
}

impl Expected {
    fn of(names: &'static [&'static str]) -> Self {
        Self { names, next: 0 }
    }

    /// The index of a name.
    fn find(&mut self, name: &str) -> Option<usize> {
        let member = match self.names.get(self.next) {
            Some(next) if *next == name => Some(self.next),
            _ => index_of(self.names, name),
        };
        if let Some(member) = member {
            self.next = member + 1;
        }
        member
    }
}

/// The facts that the names of the members tell.
struct Names<B> {
    /// The members that may be null.
    nullable: Expected,
    /// Which of these are present.
    present: B,
    /// The members with a field, if the others are recorded.
    fields: Option<Expected>,
    /// The name of a member without a field, whose value is next.
    unknown: Option<String>,
}

impl<B: Bits> Names<B> {
    fn note(&mut self, name: &str) {
        if let Some(member) = self.nullable.find(name) {
            self.present.insert(member);
        }
        let fields = self.fields.as_mut();
        if fields.is_some_and(|fields| fields.find(name).is_none()) {
            self.unknown = Some(name.to_owned());
        }
    }

    fn note_bytes(&mut self, name: &[u8]) {
        if let Ok(name) = std::str::from_utf8(name) {
            self.note(name);
        }
    }
}

/// The members of an object, whose names are noted.
struct Watched<A, B> {
    members: A,
    names: Names<B>,
    /// The members without a field that were read.
    unknown: Map<String, Value>,
}

impl<'de, A: MapAccess<'de>, B: Bits> MapAccess<'de> for &mut Watched<A, B> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        self.members.next_key_seed(Name {
            inner: seed,
            names: &mut self.names,
        })
    }

    /// The derived code ignores the value of a member without a field: here it is recorded.
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.names.unknown.take() {
            None => self.members.next_value_seed(seed),
            Some(name) => {
                self.unknown.insert(name, self.members.next_value()?);
                seed.deserialize(().into_deserializer())
            }
        }
    }

    fn size_hint(&self) -> Option<usize> {
        self.members.size_hint()
    }
}

/// The name of a member, on its way from the input to the derived code: first the seed for it, then the deserializer
/// and the visitor.
struct Name<'p, T, B> {
    inner: T,
    names: &'p mut Names<B>,
}

impl<'de, K: DeserializeSeed<'de>, B: Bits> DeserializeSeed<'de> for Name<'_, K, B> {
    type Value = K::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<K::Value, D::Error> {
        self.inner.deserialize(Name {
            inner: deserializer,
            names: self.names,
        })
    }
}

impl<'de, D: Deserializer<'de>, B: Bits> Deserializer<'de> for Name<'_, D, B> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_any(Name {
            inner: visitor,
            names: self.names,
        })
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_identifier(Name {
            inner: visitor,
            names: self.names,
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

/// Passes on a value that is not a name.
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
        self.names.note(name);
        self.inner.visit_borrowed_str(name)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<V::Value, E> {
        self.names.note(name);
        self.inner.visit_str(name)
    }

    fn visit_string<E: Error>(self, name: String) -> Result<V::Value, E> {
        self.names.note(&name);
        self.inner.visit_string(name)
    }

    pass_on! {
        visit_bool: bool,
        visit_i64: i64,
        visit_u64: u64,
        visit_f64: f64,
        visit_char: char,
    }

    fn visit_borrowed_bytes<E: Error>(self, name: &'de [u8]) -> Result<V::Value, E> {
        self.names.note_bytes(name);
        self.inner.visit_borrowed_bytes(name)
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<V::Value, E> {
        self.names.note_bytes(name);
        self.inner.visit_bytes(name)
    }

    fn visit_byte_buf<E: Error>(self, name: Vec<u8>) -> Result<V::Value, E> {
        self.names.note_bytes(&name);
        self.inner.visit_byte_buf(name)
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }
}
