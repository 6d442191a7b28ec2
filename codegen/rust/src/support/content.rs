//! A JSON value that waits until its branch is known. Strings borrow from the input, and members keep
//! their order, so it costs a fraction of a `Value`.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{
    Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde_json::{Number, Value};

/// A JSON value.
pub(crate) enum Content<'de> {
    Null,
    Boolean(bool),
    Number(Number),
    String(Text<'de>),
    Array(Vec<Self>),
    Object(Vec<(Text<'de>, Self)>),
}

/// A string, or the name of a member.
pub(crate) struct Text<'de>(pub(crate) Cow<'de, str>);

/// The member of an object that `serde_json` puts in the place of a number with its feature
/// `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

/// The initial capacity for members or elements: to grow costs more than a few unused slots.
pub(crate) const CAPACITY: usize = 8;

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text)))
    }
}

impl<'de> Deserialize<'de> for Content<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ContentVisitor)
    }
}

/// Reads any value.
pub(crate) struct ContentVisitor;

impl<'de> Visitor<'de> for ContentVisitor {
    type Value = Content<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any valid JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Content<'de>, E> {
        Ok(Content::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Content<'de>, E> {
        Ok(Content::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        Content::deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Content<'de>, E> {
        Ok(Content::Boolean(value))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Content<'de>, E> {
        Ok(Content::Number(number.into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Content<'de>, E> {
        Ok(Content::Number(number.into()))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<Content<'de>, E> {
        number
            .to_string()
            .parse()
            .map(Content::Number)
            .map_err(E::custom)
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<Content<'de>, E> {
        number
            .to_string()
            .parse()
            .map(Content::Number)
            .map_err(E::custom)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Content<'de>, E> {
        Ok(Number::from_f64(number).map_or(Content::Null, Content::Number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Content<'de>, E> {
        TextVisitor.visit_borrowed_str(text).map(Content::String)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Content<'de>, E> {
        TextVisitor.visit_str(text).map(Content::String)
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Content<'de>, E> {
        TextVisitor.visit_string(text).map(Content::String)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Content<'de>, A::Error> {
        let mut values = Vec::with_capacity(CAPACITY);
        while let Some(value) = elements.next_element()? {
            values.push(value);
        }
        Ok(Content::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Content<'de>, A::Error> {
        let mut all: Vec<(Text<'de>, Content<'de>)> = Vec::with_capacity(CAPACITY);
        while let Some(member) = members.next_entry()? {
            all.push(member);
        }
        Content::object(all)
    }
}

impl<'de> Content<'de> {
    /// The object with these members, or the number in their place.
    pub(crate) fn object<E: Error>(members: Vec<(Text<'de>, Self)>) -> Result<Self, E> {
        match &members[..] {
            [(name, Self::String(text))] if name.0 == NUMBER => {
                text.0.parse().map(Self::Number).map_err(E::custom)
            }
            _ => Ok(Self::Object(members)),
        }
    }

    /// The value as a `Value`.
    pub(crate) fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Boolean(value) => Value::Bool(*value),
            Self::Number(number) => Value::Number(number.clone()),
            Self::String(text) => Value::String(text.0.to_string()),
            Self::Array(elements) => elements.iter().map(Self::to_value).collect(),
            Self::Object(members) => {
                let members = members
                    .iter()
                    .map(|(name, value)| (name.0.to_string(), value.to_value()));
                Value::Object(members.collect())
            }
        }
    }
}

/// Forwards a method for numbers to `Number`, which knows its own spelling.
macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
            match self.number() {
                Some(number) => number.$method(visitor),
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

    /// The number of values in this one, itself included.
    fn values(&self) -> usize {
        let inner = match self {
            Self::Array(elements) => elements.iter().map(Self::values).sum(),
            Self::Object(members) => members.iter().map(|(_, value)| value.values()).sum(),
            _ => 0,
        };
        1 + inner
    }

    /// The type of the value, for an error.
    fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Unit,
            Self::Boolean(value) => Unexpected::Bool(*value),
            Self::Number(_) => Unexpected::Other("number"),
            Self::String(text) => Unexpected::Str(&text.0),
            Self::Array(_) => Unexpected::Seq,
            Self::Object(_) => Unexpected::Map,
        }
    }
}

thread_local! {
    /// The number of values that were ignored.
    static IGNORED: Cell<usize> = const { Cell::new(0) };
}

/// Counts ignored values.
pub(super) fn count_ignored(ignored: usize) {
    IGNORED.set(IGNORED.get() + ignored);
}

/// Runs a function, and counts the values that it ignores, at any depth.
pub(super) fn counting_ignored<T>(read: impl FnOnce() -> T) -> (T, usize) {
    let before = IGNORED.replace(0);
    let read = read();
    (read, IGNORED.replace(before))
}

impl<'de> Deserializer<'de> for &Content<'de> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        match self {
            Content::Null => visitor.visit_unit(),
            Content::Boolean(value) => visitor.visit_bool(*value),
            Content::Number(number) => number.deserialize_any(visitor),
            Content::String(text) => text.deserialize_any(visitor),
            Content::Array(elements) => {
                let mut elements = SeqDeserializer::new(elements.iter());
                let value = visitor.visit_seq(&mut elements)?;
                elements.end().map(|()| value)
            }
            Content::Object(members) => {
                let mut members =
                    MapDeserializer::new(members.iter().map(|(name, value)| (name, value)));
                let value = visitor.visit_map(&mut members)?;
                members.end().map(|()| value)
            }
        }
    }

    /// Refuses anything but an object, also for a visitor that takes an array or null.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        match self {
            Content::Object(_) => self.deserialize_any(visitor),
            _ => Err(Error::invalid_type(self.unexpected(), &visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        match self {
            Content::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        self.to_value().deserialize_enum(name, variants, visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        count_ignored(self.values());
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

impl<'de> IntoDeserializer<'de, serde_json::Error> for &Content<'de> {
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
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
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
    ) -> Result<V::Value, serde_json::Error> {
        Value::from(&*self.0).deserialize_enum(name, variants, visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_option<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
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

impl<'de> IntoDeserializer<'de, serde_json::Error> for &Text<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
