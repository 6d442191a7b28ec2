//! Turns a value into the places that were not understood, where an enum or a union is `Unknown`.
//!
//! The value in `Unknown` is written as a newtype with a name of its own. JSON has no newtypes, so this does not change
//! the JSON. To find the places, a serializer walks through the value and looks for the name.

use std::fmt::{Display, Write as _};

use serde::ser::{self, Error as _, Serialize, Serializer};
use serde_json::Error;

/// The name of the newtype.
const NAME: &str = "$cratify::Unknown";

/// Writes a value that was not understood.
pub(crate) fn write<T: Serialize, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_newtype_struct(NAME, value)
}

/// The places of a value that were not understood, where an enum or a union is `Unknown`, at any depth.
///
/// Each is a JSON Pointer (RFC 6901), which is empty for the value itself. The values are not shown: they may be secret.
#[must_use]
pub fn unknown_places<T: Serialize + ?Sized>(value: &T) -> Vec<String> {
    let mut walk = Walk::default();
    // A value that cannot be written as JSON ends the walk.
    drop(value.serialize(&mut walk));
    walk.found
}

/// A walk through a value.
#[derive(Default)]
struct Walk {
    /// The current place.
    at: String,
    found: Vec<String>,
}

impl Walk {
    /// Walks through a value in the current place.
    fn enter<T: Serialize + ?Sized>(
        &mut self,
        token: impl Display,
        value: &T,
    ) -> Result<(), Error> {
        let before = self.at.len();
        let token = token.to_string().replace('~', "~0").replace('/', "~1");
        write!(self.at, "/{token}").map_err(Error::custom)?;
        value.serialize(&mut *self)?;
        self.at.truncate(before);
        Ok(())
    }
}

/// The elements or the members of a value.
struct Parts<'w> {
    walk: &'w mut Walk,
    /// The number of elements before.
    index: usize,
    /// The name of the next value of a map.
    name: String,
}

impl<'w> Parts<'w> {
    fn of(walk: &'w mut Walk) -> Self {
        Self {
            walk,
            index: 0,
            name: String::new(),
        }
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.index += 1;
        self.walk.enter(self.index - 1, value)
    }
}

/// Methods for values without parts.
macro_rules! plain {
    ($($method:ident: $ty:ty,)*) => {$(
        fn $method(self, _: $ty) -> Result<(), Error> {
            Ok(())
        }
    )*};
}

impl<'w> Serializer for &'w mut Walk {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Parts<'w>;
    type SerializeTuple = Parts<'w>;
    type SerializeTupleStruct = Parts<'w>;
    type SerializeTupleVariant = Parts<'w>;
    type SerializeMap = Parts<'w>;
    type SerializeStruct = Parts<'w>;
    type SerializeStructVariant = Parts<'w>;

    plain! {
        serialize_bool: bool,
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_i128: i128,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_u128: u128,
        serialize_f32: f32,
        serialize_f64: f64,
        serialize_char: char,
        serialize_str: &str,
        serialize_bytes: &[u8],
        serialize_unit_struct: &'static str,
    }

    fn serialize_none(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        if name == NAME {
            // A name and its member have one place.
            if self.found.last() != Some(&self.at) {
                self.found.push(self.at.clone());
            }
            return Ok(());
        }
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.enter(variant, value)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'w>, Error> {
        Ok(Parts::of(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'w>, Error> {
        Ok(Parts::of(self))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'w>, Error> {
        Ok(Parts::of(self))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Parts<'w>, Error> {
        Ok(Parts::of(self))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'w>, Error> {
        Ok(Parts::of(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'w>, Error> {
        Ok(Parts::of(self))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Parts<'w>, Error> {
        Ok(Parts::of(self))
    }
}

/// Implements the traits of values with elements, each with its method.
macro_rules! elements {
    ($($name:ident::$method:ident,)*) => {$(
        impl ser::$name for Parts<'_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.element(value)
            }

            fn end(self) -> Result<(), Error> {
                Ok(())
            }
        }
    )*};
}

elements! {
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field,
}

/// The same for values with named fields.
macro_rules! fields {
    ($($name:ident,)*) => {$(
        impl ser::$name for Parts<'_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
                self.walk.enter(name, value)
            }

            fn end(self) -> Result<(), Error> {
                Ok(())
            }
        }
    )*};
}

fields! {
    SerializeStruct,
    SerializeStructVariant,
}

impl ser::SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Error> {
        self.name = match serde_json::to_value(name)? {
            serde_json::Value::String(name) => name,
            name => name.to_string(),
        };
        // A name that was not understood has the place of its member.
        let name_of_member = self.name.clone();
        self.walk.enter(name_of_member, name)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let name = std::mem::take(&mut self.name);
        self.walk.enter(name, value)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}
