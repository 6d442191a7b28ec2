//! Turns a codec into the codec of a secret: an error of reading does not show the value.

use std::marker::PhantomData;

use serde::de::Deserializer;
use serde::ser::Serializer;

use super::codec::Codec;
use super::secret::hide;

/// For values that another codec reads and writes.
pub(crate) struct Hidden<C>(PhantomData<C>);

impl<T, C: Codec<T>> Codec<T> for Hidden<C> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        C::read(deserializer).map_err(hide)
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(value, serializer)
    }
}
