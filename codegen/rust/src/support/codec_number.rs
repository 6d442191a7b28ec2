//! Numbers beside values of other types.

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::codec::Codec;
use super::number::{self, Number};

/// For numbers, and for what contains nothing else.
pub(crate) struct Numbers;

impl<T: Number> Codec<T> for Numbers {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        number::read(deserializer)
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        number::write(value, serializer)
    }
}
