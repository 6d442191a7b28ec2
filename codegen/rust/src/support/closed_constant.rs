//! Turns a value into a constant that refuses other values: reading one is an error.

/// Implements such a constant of text, except for its derives.
macro_rules! text {
    ($name:ident = $value:expr $(, $optional:ident)?) => {
        impl $name {
            /// The value in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                $value
            }
        }

        crate::support::constant::shown!($name, as_str);
        crate::support::constant::compared!($name);
        crate::support::constant::described!($name, $value);
        $(crate::support::absence::$optional!($name);)?
        crate::support::closed_constant::always!($name, $value);

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let other = deserializer.deserialize_str(crate::support::constant::Text($value))?;
                crate::support::closed_constant::refuse(other, &[$value])?;
                Ok(Self(() $(, crate::support::absence::Absence::$optional())?))
            }
        }
    };
}

/// The same for an integer, which also stands as text.
macro_rules! integer {
    ($name:ident = $value:expr, $text:literal $(, $optional:ident)?) => {
        impl $name {
            /// The value in JSON.
            #[must_use]
            pub const fn as_i64(self) -> i64 {
                $value
            }
        }

        crate::support::constant::shown!($name, as_i64);
        crate::support::constant::described!($name, $value);
        $(crate::support::absence::$optional!($name);)?
        crate::support::closed_constant::always!($name, crate::support::constant::whole($value));

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let number = crate::support::number::read::<i64, D>(deserializer)?;
                let other = (number != $value).then_some(number);
                crate::support::closed_constant::refuse(other, &[$text])?;
                Ok(Self(() $(, crate::support::absence::Absence::$optional())?))
            }
        }
    };
}

/// The same for another number, or a boolean.
macro_rules! value {
    ($name:ident = $value:expr, $text:literal $(, $optional:ident)?) => {
        impl $name {
            /// The value in JSON.
            #[must_use]
            pub fn to_value(self) -> serde_json::Value {
                serde_json::json!($value)
            }
        }

        crate::support::constant::shown!($name, to_value);
        crate::support::constant::described!($name, $value);
        $(crate::support::absence::$optional!($name);)?
        crate::support::closed_constant::always!($name, serde_json::json!($value));

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <serde_json::Value as serde::Deserialize>::deserialize(deserializer)?;
                let is_known = crate::support::equality::equal(&serde_json::json!($value), &value);
                let other = (!is_known).then_some(value);
                crate::support::closed_constant::refuse(other, &[$text])?;
                Ok(Self(() $(, crate::support::absence::Absence::$optional())?))
            }
        }
    };
}

/// Implements `Serialize`.
macro_rules! always {
    ($name:ident, $value:expr) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$value, serializer)
            }
        }
    };
}

/// The error for another value, if there is one.
pub(crate) fn refuse<T: ToString, E: serde::de::Error>(
    other: Option<T>,
    listed: &'static [&'static str],
) -> Result<(), E> {
    match other {
        None => Ok(()),
        Some(other) => Err(E::custom(crate::UnknownValue::new(&other, listed))),
    }
}

pub(crate) use {always, integer, text, value};
