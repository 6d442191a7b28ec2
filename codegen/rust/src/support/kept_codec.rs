//! Turns members that no field stands for into a map, by its codec.

use serde::de::MapAccess;

use super::codec::Codec;
use super::kept::Kept;
use super::reader::Reader;

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    /// The map of the members that no field stands for.
    pub(crate) fn kept_by<C: Codec<T>, T>(&mut self, kept: Kept<'de>) -> Option<T> {
        self.kept_with(kept, |members| C::read(members))
    }
}
