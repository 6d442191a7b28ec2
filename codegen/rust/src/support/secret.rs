//! Secrets: values that neither `Debug` nor the error of reading them shows.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error};

/// Stands for a secret in the output of `Debug`.
pub(crate) struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Reads a secret.
pub(crate) fn read<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    T::deserialize(deserializer).map_err(hide)
}

/// The error without what was found, which may be the secret.
pub(crate) fn hide<E: Error>(_: E) -> E {
    E::custom("a value that is not shown is not what the schema says")
}
