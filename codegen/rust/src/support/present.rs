//! Turns optional members into values that tell null and absent apart: only an absent member is `None`.

use serde::de::{Deserialize, Deserializer};

/// Reads a member that is present, which may be null.
pub(crate) fn read<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
