//! Turns numbers into JSON and back, in tuples with numbers and other values.

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::codec::Codec;
use super::number::{self, Number};

/// For numbers, and for lists, maps and tuples of numbers.
pub(crate) struct Numbers;

impl<T: Number> Codec<T> for Numbers {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        number::read(deserializer)
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        number::write(value, serializer)
    }
}
