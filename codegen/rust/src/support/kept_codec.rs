//! Members that no field stands for into a map, by its codec.

use serde::de::Error;

use super::codec::Codec;
use super::kept::Kept;

impl Kept<'_> {
    /// The map.
    pub(crate) fn read_by<C: Codec<T>, T, E: Error>(self) -> Result<T, E> {
        self.read_with(|members| C::read(members))
    }
}
