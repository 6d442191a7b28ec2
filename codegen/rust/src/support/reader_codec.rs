//! Turns members with codecs into the fields of a struct.

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, MapAccess};

use super::codec::Codec;
use super::reader::Reader;

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    /// Reads the value of a member by its codec.
    pub(crate) fn value_by<C: Codec<T>, T>(&mut self, field: &mut Option<T>) {
        let seed = CodecSeed::<C, T>(PhantomData);
        let value = self.members.next_value_seed(seed);
        self.put(field, value);
    }

    /// Reads the value of a member for which null is the same as absent, by its codec.
    pub(crate) fn nullable_by<C: Codec<Option<T>>, T>(&mut self, field: &mut Option<T>) {
        let seed = CodecSeed::<C, Option<T>>(PhantomData);
        let value = self.members.next_value_seed(seed);
        self.put_nullable(field, value);
    }
}

struct CodecSeed<C, T>(PhantomData<(C, T)>);

impl<'de, C: Codec<T>, T> DeserializeSeed<'de> for CodecSeed<C, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        C::read(deserializer)
    }
}
