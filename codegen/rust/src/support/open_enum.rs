//! Turns a table of values into an open enum: it keeps a value that the schema does not list, and writes it back unchanged.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Visitor};

/// Reads a string as an open enum. It allocates only for a value that is not listed.
pub(crate) struct StringVisitor<T>(pub(crate) PhantomData<T>);

impl<T> Visitor<'_> for StringVisitor<T>
where
    T: From<String> + for<'a> From<&'a str>,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from(text))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<T, E> {
        Ok(T::from(text))
    }
}

/// Implements an open enum of strings: its list of values, its conversions, how it is read and written, and its derived
/// schema.
///
/// `impl Name { Variant = "text"; … }`. Before the brace may stand `as "…"`, its name in derived schemas, `with "…"`,
/// more keywords of its derived schema, `in place` for a schema without a name, and the function that removes a secret
/// from an error. A last line `..text;` means that the schema allows any other text.
macro_rules! string {
    (impl $name:ident $(as $schema:literal)? $(with $keywords:literal)? $(in $place:ident)? $(, $hide:ident)? {
        $($variant:ident = $text:literal;)+
        $(..$others:ident;)?
    }) => {
        impl $name {
            /// All listed values, in the order of the schema.
            pub const ALL: [Self; [$(stringify!($variant)),+].len()] = [$(Self::$variant),+];

            /// The value in JSON.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Unknown(text) => text,
                }
            }

            /// Whether the schema does not list the value.
            #[must_use]
            pub const fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown(_))
            }

            fn known(text: &str) -> Option<Self> {
                Some(match text {
                    $($text => Self::$variant,)+
                    _ => return None,
                })
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::known(text).unwrap_or_else(|| Self::Unknown(text.to_owned()))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::known(&text).unwrap_or(Self::Unknown(text))
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, std::convert::Infallible> {
                Ok(Self::from(text))
            }
        }

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

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer
                    .deserialize_str(crate::support::open_enum::StringVisitor(std::marker::PhantomData))$(.map_err(crate::support::secret::$hide))?
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Unknown(text) => crate::support::unknown::write(text, serializer),
                    known => serializer.serialize_str(known.as_str()),
                }
            }
        }

        #[cfg(feature = "schemars")]
        crate::support::listed::listed! {
            $name, "string", $name::ALL.iter().map($name::as_str), [$($others)?], [$($schema)?], [$($keywords)?], [$($place)?]
        }
    };
}

/// The same for an open enum of integers: `impl Name { Variant = 1; … }`.
macro_rules! integer {
    (impl $name:ident $(as $schema:literal)? $(with $keywords:literal)? $(in $place:ident)? $(, $hide:ident)? {
        $($variant:ident = $number:literal;)+
    }) => {
        impl $name {
            /// All listed values, in the order of the schema.
            pub const ALL: [Self; [$(stringify!($variant)),+].len()] = [$(Self::$variant),+];

            /// The value in JSON.
            #[must_use]
            pub const fn as_i64(self) -> i64 {
                match self {
                    $(Self::$variant => $number,)+
                    Self::Unknown(number) => number,
                }
            }

            /// Whether the schema does not list the value.
            #[must_use]
            pub const fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown(_))
            }

            const fn known(number: i64) -> Option<Self> {
                Some(match number {
                    $($number => Self::$variant,)+
                    _ => return None,
                })
            }
        }

        impl From<i64> for $name {
            fn from(number: i64) -> Self {
                Self::known(number).unwrap_or(Self::Unknown(number))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.as_i64().fmt(f)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::support::number::read::<i64, D>(deserializer)$(.map_err(crate::support::secret::$hide))?.map(Self::from)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Unknown(number) => crate::support::unknown::write(number, serializer),
                    known => serializer.serialize_i64(known.as_i64()),
                }
            }
        }

        #[cfg(feature = "schemars")]
        crate::support::listed::listed! {
            $name, "integer", $name::ALL.into_iter().map($name::as_i64), [], [$($schema)?], [$($keywords)?], [$($place)?]
        }
    };
}

/// Implements the conversions of an open enum of other values, and how it is read and written, on top of `ALL` and `to_value`.
macro_rules! value {
    ($name:ident) => {
        impl $name {
            /// Whether the schema does not list the value.
            #[must_use]
            pub const fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown(_))
            }
        }

        impl From<serde_json::Value> for $name {
            fn from(value: serde_json::Value) -> Self {
                let same =
                    |known: &Self| crate::support::equality::equal(&known.to_value(), &value);
                let known = Self::ALL.into_iter().find(same);
                known.unwrap_or(Self::Unknown(value))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <serde_json::Value as serde::Deserialize>::deserialize(deserializer).map(Self::from)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if let Self::Unknown(value) = self {
                    return crate::support::unknown::write(value, serializer);
                }
                self.to_value().serialize(serializer)
            }
        }
    };
}

pub(crate) use {integer, string, value};
