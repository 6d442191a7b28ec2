//! Turns values into secrets: neither `Debug` nor an error shows them.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error};

/// The text that `Debug` shows in the place of a secret.
pub(crate) struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Reads a secret, with an error that does not show it.
pub(crate) fn read<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    T::deserialize(deserializer).map_err(hide)
}

/// Replaces an error that may show the secret.
pub(crate) fn hide<E: Error>(_: E) -> E {
    E::custom("a secret value does not satisfy the schema")
}
