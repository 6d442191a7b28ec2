//! Turns a table of values into a closed enum: to read a value that the schema does not list is an error.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Visitor};

/// The error for a value that a closed enum does not list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownValue {
    value: Option<String>,
    listed: &'static [&'static str],
}

impl UnknownValue {
    pub(crate) fn new(value: &impl ToString, listed: &'static [&'static str]) -> Self {
        Self {
            value: Some(value.to_string()),
            listed,
        }
    }

    /// Removes the value, which is a secret.
    pub(crate) fn hide(self) -> Self {
        Self {
            value: None,
            ..self
        }
    }

    /// The value in JSON, a string without its quotes; `None` for a secret.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// The values that the enum lists, in the order of the schema.
    #[must_use]
    pub fn listed(&self) -> &'static [&'static str] {
        self.listed
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown value")?;
        if let Some(value) = &self.value {
            write!(f, " `{value}`")?;
        }
        let expected = if self.listed.len() > 1 { "one of " } else { "" };
        for (index, listed) in self.listed.iter().enumerate() {
            let before = if index == 0 { ", expected " } else { ", " };
            let expected = if index == 0 { expected } else { "" };
            write!(f, "{before}{expected}`{listed}`")?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownValue {}

/// Reads a string as a closed enum.
pub(crate) struct StringVisitor<T>(pub(crate) PhantomData<T>);

impl<T> Visitor<'_> for StringVisitor<T>
where
    T: for<'a> TryFrom<&'a str, Error = UnknownValue>,
{
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::try_from(text).map_err(E::custom)
    }
}

/// Implements a closed enum of strings: its list of values, its conversions, how it is read and written, and its derived
/// schema.
///
/// `impl Name { Variant = "text"; … }`. Before the brace may stand `as "…"`, its name in derived schemas, `with "…"`,
/// more keywords of its derived schema, `in place` for a schema without a name, and the function that removes a secret
/// from an error.
macro_rules! string {
    (impl $name:ident $(as $schema:literal)? $(with $keywords:literal)? $(in $place:ident)? $(, $hide:ident)? {
        $($variant:ident = $text:literal;)+
    }) => {
        impl $name {
            /// All listed values, in the order of the schema.
            pub const ALL: [Self; Self::LISTED.len()] = [$(Self::$variant),+];

            const LISTED: &'static [&'static str] = &[$($text),+];

            /// The value in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            fn known(text: &str) -> Option<Self> {
                Some(match text {
                    $($text => Self::$variant,)+
                    _ => return None,
                })
            }
        }

        impl std::convert::TryFrom<&str> for $name {
            type Error = crate::UnknownValue;

            fn try_from(text: &str) -> Result<Self, crate::UnknownValue> {
                Self::known(text).ok_or_else(|| crate::UnknownValue::new(&text, Self::LISTED)$(.$hide())?)
            }
        }

        impl std::convert::TryFrom<String> for $name {
            type Error = crate::UnknownValue;

            fn try_from(text: String) -> Result<Self, crate::UnknownValue> {
                <Self as std::convert::TryFrom<&str>>::try_from(&text)
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::UnknownValue;

            fn from_str(text: &str) -> Result<Self, crate::UnknownValue> {
                <Self as std::convert::TryFrom<&str>>::try_from(text)
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
                    .deserialize_str(crate::support::closed_enum::StringVisitor(std::marker::PhantomData))$(.map_err(crate::support::secret::$hide))?
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "schemars")]
        crate::support::listed::listed! {
            $name, "string", $name::ALL.into_iter().map($name::as_str), [], [$($schema)?], [$($keywords)?], [$($place)?]
        }
    };
}

/// The same for a closed enum of integers: `impl Name { Variant = 1; … }`.
macro_rules! integer {
    (impl $name:ident $(as $schema:literal)? $(with $keywords:literal)? $(in $place:ident)? $(, $hide:ident)? {
        $($variant:ident = $number:literal;)+
    }) => {
        impl $name {
            /// All listed values, in the order of the schema.
            pub const ALL: [Self; Self::LISTED.len()] = [$(Self::$variant),+];

            const LISTED: &'static [&'static str] = &[$(stringify!($number)),+];

            /// The value in JSON.
            #[must_use]
            pub const fn as_i64(self) -> i64 {
                match self {
                    $(Self::$variant => $number,)+
                }
            }

            const fn known(number: i64) -> Option<Self> {
                Some(match number {
                    $($number => Self::$variant,)+
                    _ => return None,
                })
            }
        }

        impl std::convert::TryFrom<i64> for $name {
            type Error = crate::UnknownValue;

            fn try_from(number: i64) -> Result<Self, crate::UnknownValue> {
                Self::known(number).ok_or_else(|| crate::UnknownValue::new(&number, Self::LISTED)$(.$hide())?)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.as_i64().fmt(f)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let number = crate::support::number::read::<i64, D>(deserializer)$(.map_err(crate::support::secret::$hide))?;
                <Self as std::convert::TryFrom<i64>>::try_from(number?).map_err(serde::de::Error::custom)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.as_i64())
            }
        }

        #[cfg(feature = "schemars")]
        crate::support::listed::listed! {
            $name, "integer", $name::ALL.into_iter().map($name::as_i64), [], [$($schema)?], [$($keywords)?], [$($place)?]
        }
    };
}

/// Implements the conversions of a closed enum of other values, and how it is read and written, on top of `LISTED`, `ALL`
/// and `to_value`.
macro_rules! value {
    ($name:ident $(, $hide:ident)?) => {
        impl std::convert::TryFrom<serde_json::Value> for $name {
            type Error = crate::UnknownValue;

            fn try_from(value: serde_json::Value) -> Result<Self, crate::UnknownValue> {
                let same = |known: &Self| crate::support::equality::equal(&known.to_value(), &value);
                let known = Self::ALL.into_iter().find(same);
                known.ok_or_else(|| crate::UnknownValue::new(&value, Self::LISTED)$(.$hide())?)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <serde_json::Value as serde::Deserialize>::deserialize(deserializer)?;
                <Self as std::convert::TryFrom<serde_json::Value>>::try_from(value).map_err(serde::de::Error::custom)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.to_value().serialize(serializer)
            }
        }
    };
}

pub(crate) use {integer, string, value};
