//! Turns an object into a struct whose code is written out, and back. Nothing but an object is read.
//!
//! A struct states only the differences between structs: its names, which field each member is read into, and which
//! members it writes. The rest is here, in [`Reader`] and in [`Writer`], once for all structs. So the compiler
//! has little to check for each struct.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::{SerializeMap, SerializeStruct, Serializer};

pub(crate) use super::reader::{Others, Reader};
pub(crate) use super::writer::Writer;
use super::writer::{Count, Entries, Fields};

/// A struct that is read from an object.
pub(crate) trait Object: Sized {
    /// The name of the struct.
    const NAME: &'static str;
    /// The names of the members, in the order of the fields.
    const MEMBERS: &'static [&'static str];
    /// How to treat a member that no field stands for.
    const OTHERS: Others = Others::Recorded;

    /// Reads the members. The reader has the error if there is no value, and may have one if there is.
    fn read<'de, A: MapAccess<'de>>(reader: &mut Reader<'de, A>) -> Option<Self>;

    /// Writes the members, in the order of `MEMBERS`.
    fn write<W: Writer>(&self, writer: &mut W);
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("struct ")?;
        f.write_str(T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<T, A::Error> {
        let mut reader = Reader::new(members, T::MEMBERS, T::OTHERS);
        let value = T::read(&mut reader);
        reader.end(value)
    }
}

/// Reads a struct.
pub(crate) fn read<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Writes a struct that keeps other members, whose number is not known.
pub(crate) fn write_open<T: Object, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut entries = Entries::new(serializer.serialize_map(None)?, T::MEMBERS, false);
    value.write(&mut entries);
    entries.finish().and_then(SerializeMap::end)
}

/// Writes a struct with a record: as a struct, if nothing is recorded. The number of members is stated if none may be null.
pub(crate) fn write_recorded<T: Object, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut count = Count::default();
    value.write(&mut count);
    if !count.is_recorded {
        return write_counted(value, serializer, count.members);
    }
    let members = (!count.has_nulls).then_some(count.members);
    let mut entries = Entries::new(serializer.serialize_map(members)?, T::MEMBERS, true);
    value.write(&mut entries);
    entries.finish().and_then(SerializeMap::end)
}

/// Writes a struct.
pub(crate) fn write<T: Object, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut count = Count::default();
    value.write(&mut count);
    write_counted(value, serializer, count.members)
}

/// Writes a struct with a number of members.
fn write_counted<T: Object, S: Serializer>(
    value: &T,
    serializer: S,
    members: usize,
) -> Result<S::Ok, S::Error> {
    let fields = serializer.serialize_struct(T::NAME, members)?;
    let mut fields = Fields::new(fields, T::MEMBERS);
    value.write(&mut fields);
    fields.finish().and_then(SerializeStruct::end)
}

/// Implements the traits of serde for a struct on top of `Object`. `hide` names the function that removes a
/// secret from an error.
macro_rules! object {
    ($name:ident $(, $hide:ident)?) => {
        crate::support::members::object!(@ $name, write $(, $hide)?);
    };
    (@ $name:ident, $write:ident $(, $hide:ident)?) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::support::members::read(deserializer)$(.map_err(crate::support::secret::$hide))?
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::support::members::$write(self, serializer)
            }
        }
    };
}

/// The same for a struct that keeps other members.
macro_rules! open_object {
    ($name:ident $(, $hide:ident)?) => {
        crate::support::members::object!(@ $name, write_open $(, $hide)?);
    };
}

/// The same for a struct with a record.
macro_rules! recorded_object {
    ($name:ident $(, $hide:ident)?) => {
        crate::support::members::object!(@ $name, write_recorded $(, $hide)?);
    };
}

pub(crate) use {object, open_object, recorded_object};
