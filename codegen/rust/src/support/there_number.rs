//! Members with numbers that are there, null or not: null is read as a value, and absent alone as
//! `None`.

use serde::de::Deserializer;

use super::number::Number;

/// Reads a member that is there.
pub(crate) fn read<'de, T: Number, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::read(deserializer).map(Some)
}
