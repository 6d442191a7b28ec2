//! Enums of numbers and of other values than strings.

/// Implements what an enum of whole numbers has from its `as_i64` and its `known`. What follows its
/// name is done to the error of reading one.
macro_rules! integer {
    ($name:ident $(, $hide:ident)?) => {
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
                serializer.serialize_i64(self.as_i64())
            }
        }
    };
}

/// Implements what an enum of any values has from its `ALL` and its `to_value`.
macro_rules! mixed {
    ($name:ident) => {
        impl From<serde_json::Value> for $name {
            fn from(value: serde_json::Value) -> Self {
                let same = |known: &Self| crate::support::same::same(&known.to_value(), &value);
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
                self.to_value().serialize(serializer)
            }
        }
    };
}

pub(crate) use {integer, mixed};
