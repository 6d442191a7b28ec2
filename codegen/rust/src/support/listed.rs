//! Closed enums: reading refuses a value that the schema does not list.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Visitor};

/// A value that the schema of an enum does not list.
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

    /// The same without the value, which is a secret.
    pub(crate) fn hide(self) -> Self {
        Self {
            value: None,
            ..self
        }
    }

    /// The value as JSON has it, a string without its quotes; `None` where it must not be shown.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// The values that the schema lists, in its order.
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

/// Reads a string as a `T` that lists it.
pub(crate) struct Text<T>(pub(crate) PhantomData<T>);

impl<T> Visitor<'_> for Text<T>
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

/// Implements what a closed enum of strings has from its `LISTED`, its `as_str` and its `known`. What
/// follows its name is done to the error of reading one.
macro_rules! text {
    ($name:ident $(, $hide:ident)?) => {
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

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer
                    .deserialize_str(crate::support::listed::Text(std::marker::PhantomData))$(.map_err(crate::support::secret::$hide))?
            }
        }
    };
}

/// Implements what a closed enum of whole numbers has from its `LISTED`, its `as_i64` and its `known`.
/// What follows its name is done to the error of reading one.
macro_rules! integer {
    ($name:ident $(, $hide:ident)?) => {
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
    };
}

/// Implements what a closed enum of any values has from its `LISTED`, its `ALL` and its `to_value`. What
/// follows its name is done to the error of reading one.
macro_rules! mixed {
    ($name:ident $(, $hide:ident)?) => {
        impl std::convert::TryFrom<serde_json::Value> for $name {
            type Error = crate::UnknownValue;

            fn try_from(value: serde_json::Value) -> Result<Self, crate::UnknownValue> {
                let same = |known: &Self| crate::support::same::same(&known.to_value(), &value);
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

pub(crate) use {integer, mixed, text};
