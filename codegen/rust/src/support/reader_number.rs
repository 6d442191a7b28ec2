//! Turns members with numbers into the fields of a struct.

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, MapAccess};

use super::number::Number;
use super::reader::Reader;

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    /// Reads the value of a member.
    pub(crate) fn number<T: Number>(&mut self, field: &mut Option<T>) {
        let value = self.members.next_value_seed(NumberSeed(PhantomData));
        self.put(field, value);
    }

    /// Reads the value of a member for which null is the same as absent.
    pub(crate) fn nullable_number<T: Number>(&mut self, field: &mut Option<T>) {
        let value = self.members.next_value_seed(NumberSeed(PhantomData));
        self.put_nullable(field, value);
    }
}

struct NumberSeed<T>(PhantomData<T>);

impl<'de, T: Number> DeserializeSeed<'de> for NumberSeed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}
