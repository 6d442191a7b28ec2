//! Turns input into a JSON value that waits until its branch is known. Strings borrow from the input, and members keep
//! their order, so it costs a fraction of a `Value`. `content_reader` reads types from it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
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

    /// The number of values in this one, itself included.
    pub(super) fn values(&self) -> usize {
        let inner = match self {
            Self::Array(elements) => elements.iter().map(Self::values).sum(),
            Self::Object(members) => members.iter().map(|(_, value)| value.values()).sum(),
            _ => 0,
        };
        1 + inner
    }
}
