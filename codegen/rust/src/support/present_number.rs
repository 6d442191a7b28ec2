//! The same as `present`, for members with numbers.

use serde::de::Deserializer;

use super::number::Number;

/// Reads a member that is present, which may be null.
pub(crate) fn read<'de, T: Number, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::read(deserializer).map(Some)
}
