//! Turns [`Content`] into values of types. An error names the path to the value: a value that waits has no position in the input.

use std::borrow::Cow;
use std::slice;

use serde::de::{
    DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    Visitor,
};
use serde_json::{Number, Value};

use super::content::{Content, Text};
use super::path_error::PathError;
use super::unread::{self, Unread};

/// Forwards a method for numbers to `Number`, which knows its own spelling.
macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PathError> {
            match self.number() {
                Some(number) => number.$method(visitor).map_err(PathError::of),
                None => self.deserialize_any(visitor),
            }
        }
    )*};
}

impl Content<'_> {
    fn number(&self) -> Option<&Number> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The type of the value, for an error.
    fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Unit,
            Self::Boolean(value) => Unexpected::Bool(*value),
            Self::Number(number) => {
                let whole = number.as_u64().map(Unexpected::Unsigned);
                let whole = whole.or_else(|| number.as_i64().map(Unexpected::Signed));
                let number = whole.or_else(|| number.as_f64().map(Unexpected::Float));
                number.unwrap_or(Unexpected::Other("number"))
            }
            Self::String(text) => Unexpected::Str(&text.0),
            Self::Array(_) => Unexpected::Seq,
            Self::Object(_) => Unexpected::Map,
        }
    }
}

impl<'de> Deserializer<'de> for &Content<'de> {
    type Error = PathError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PathError> {
        match self {
            Content::Null => visitor.visit_unit(),
            Content::Boolean(value) => visitor.visit_bool(*value),
            Content::Number(number) => number.deserialize_any(visitor).map_err(PathError::of),
            Content::String(text) => text.deserialize_any(visitor),
            Content::Array(elements) => {
                let mut elements = Elements {
                    rest: elements.iter(),
                    read: 0,
                };
                let value = visitor.visit_seq(&mut elements)?;
                elements.end().map(|()| value)
            }
            Content::Object(members) => visitor.visit_map(Members {
                rest: members.iter(),
                next: None,
            }),
        }
    }

    /// Refuses anything but an object, also for a visitor that takes an array or null.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PathError> {
        match self {
            Content::Object(_) => self.deserialize_any(visitor),
            _ => Err(Error::invalid_type(self.unexpected(), &visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PathError> {
        match self {
            Content::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, PathError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, PathError> {
        let value = self.to_value();
        value
            .deserialize_enum(name, variants, visitor)
            .map_err(PathError::of)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PathError> {
        unread::count(Unread {
            dropped: self.values(),
            ..Unread::default()
        });
        visitor.visit_unit()
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
    }

    serde::forward_to_deserialize_any! {
        bool char str string bytes byte_buf unit unit_struct seq tuple tuple_struct struct identifier
    }
}

impl<'de> IntoDeserializer<'de, PathError> for &Content<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl Text<'_> {
    /// The name as a number, for maps with numbers as keys.
    fn number(&self) -> Option<Number> {
        self.0.parse().ok()
    }
}

impl<'de> Deserializer<'de> for &Text<'de> {
    type Error = PathError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PathError> {
        match &self.0 {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_str(text),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, PathError> {
        let value = Value::from(&*self.0);
        value
            .deserialize_enum(name, variants, visitor)
            .map_err(PathError::of)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, PathError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, PathError> {
        visitor.visit_some(self)
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
    }

    serde::forward_to_deserialize_any! {
        bool char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, PathError> for &Text<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// The elements of an array: an error of one names its index.
struct Elements<'c, 'de> {
    rest: slice::Iter<'c, Content<'de>>,
    /// The number of elements that were read.
    read: usize,
}

impl Elements<'_, '_> {
    /// An error if elements are left, as for a tuple that is too long.
    fn end(&self) -> Result<(), PathError> {
        if self.rest.len() == 0 {
            return Ok(());
        }
        let length = self.read + self.rest.len();
        Err(PathError::invalid_length(length, &"fewer elements"))
    }
}

impl<'de> SeqAccess<'de> for &mut Elements<'_, 'de> {
    type Error = PathError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, PathError> {
        let Some(element) = self.rest.next() else {
            return Ok(None);
        };
        let index = self.read;
        self.read += 1;
        match seed.deserialize(element) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(error.in_element(index)),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// The members of an object: an error of one names it.
struct Members<'c, 'de> {
    rest: slice::Iter<'c, (Text<'de>, Content<'de>)>,
    /// The member whose name was read, and whose value is next.
    next: Option<&'c (Text<'de>, Content<'de>)>,
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = PathError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, PathError> {
        self.next = self.rest.next();
        match self.next {
            Some((name, _)) => seed.deserialize(name).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, PathError> {
        match self.next {
            Some((name, value)) => match seed.deserialize(value) {
                Ok(value) => Ok(value),
                Err(error) => Err(error.in_member(&name.0)),
            },
            None => Err(PathError::of("a value is read before its name")),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}
