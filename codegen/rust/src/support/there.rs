//! Members that are there, null or not: null is read as a value, and absent alone as `None`.

use serde::de::{Deserialize, Deserializer};

/// Reads a member that is there.
pub(crate) fn read<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
