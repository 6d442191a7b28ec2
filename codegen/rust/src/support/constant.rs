//! Turns a value into a constant: the type of a member that always has this value. A program cannot make another value of
//! it.
//!
//! A type has a private field of the type `Option<T>`: reading keeps another value, which a newer server may send, and it
//! is written back unchanged. `optional` behind the value says that the type has an [`Absence`](super::absence) as well.

use std::fmt;

use serde::de::{Error, Visitor};

/// Reads text, and keeps other text than the constant.
pub(crate) struct Text(pub(crate) &'static str);

impl Visitor<'_> for Text {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<String>, E> {
        Ok((text != self.0).then(|| text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Option<String>, E> {
        Ok((text != self.0).then_some(text))
    }
}

/// Implements a constant of text, except for its derives.
macro_rules! text {
    ($name:ident = $value:expr $(, $optional:ident)?) => {
        impl $name {
            /// The value in JSON.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_deref().unwrap_or($value)
            }
        }

        crate::support::constant::kept!($name, &$value);
        crate::support::constant::shown!($name, as_str);
        crate::support::constant::compared!($name);
        crate::support::constant::described!($name, $value);
        $(crate::support::absence::$optional!($name);)?

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let other = deserializer.deserialize_str(crate::support::constant::Text($value))?;
                Ok(Self(other $(, crate::support::absence::Absence::$optional())?))
            }
        }
    };
}

/// The same for an integer.
macro_rules! integer {
    ($name:ident = $value:expr $(, $optional:ident)?) => {
        impl $name {
            /// The value in JSON.
            #[must_use]
            pub const fn as_i64(self) -> i64 {
                match self.0 {
                    None => $value,
                    Some(other) => other,
                }
            }
        }

        crate::support::constant::kept!($name, &crate::support::constant::whole($value));
        crate::support::constant::shown!($name, as_i64);
        crate::support::constant::described!($name, $value);
        $(crate::support::absence::$optional!($name);)?

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let number = crate::support::number::read::<i64, D>(deserializer)?;
                let other = (number != $value).then_some(number);
                Ok(Self(other $(, crate::support::absence::Absence::$optional())?))
            }
        }
    };
}

/// The same for another number, or a boolean.
macro_rules! value {
    ($name:ident = $value:expr $(, $optional:ident)?) => {
        impl $name {
            /// The value in JSON.
            #[must_use]
            pub fn to_value(&self) -> serde_json::Value {
                self.0.clone().unwrap_or_else(|| serde_json::json!($value))
            }
        }

        crate::support::constant::kept!($name, &serde_json::json!($value));
        crate::support::constant::shown!($name, to_value);
        crate::support::constant::described!($name, $value);
        $(crate::support::absence::$optional!($name);)?

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <serde_json::Value as serde::Deserialize>::deserialize(deserializer)?;
                let is_known = crate::support::equality::equal(&serde_json::json!($value), &value);
                let other = (!is_known).then_some(value);
                Ok(Self(other $(, crate::support::absence::Absence::$optional())?))
            }
        }
    };
}

/// An integer, whose literal may have no type.
pub(crate) const fn whole(number: i64) -> i64 {
    number
}

/// Implements the methods that tell another value from the constant.
macro_rules! kept {
    ($name:ident, $value:expr) => {
        impl $name {
            /// Whether it is another value, which was read.
            #[must_use]
            pub const fn is_unknown(&self) -> bool {
                self.0.is_some()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match &self.0 {
                    None => serde::Serialize::serialize($value, serializer),
                    Some(other) => crate::support::unknown::write(other, serializer),
                }
            }
        }
    };
}

/// Implements `Debug` and `Display`, on top of the method that returns the value.
macro_rules! shown {
    ($name:ident, $value:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple(stringify!($name))
                    .field(&self.$value())
                    .finish()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.$value(), f)
            }
        }
    };
}

/// Implements comparison with text, on top of `as_str`.
macro_rules! compared {
    ($name:ident) => {
        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }
    };
}

/// Implements `schemars::JsonSchema`.
macro_rules! described {
    ($name:ident, $value:expr) => {
        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut schema = schemars::json_schema!({ "const": $value });
                Self::docs(&mut schema);
                schema
            }
        }
    };
}

pub(crate) use {compared, described, integer, kept, shown, text, value};
