//! Turns the members that are null, and the members without a field, into the record of a struct.

use serde::de::MapAccess;

use super::reader::Reader;
use super::record::{Bits, Record, Recorded};

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    /// The record of the members that are null, and of the members without a field. It is empty after an error.
    pub(crate) fn record<T: Recorded>(&mut self) -> Record<T> {
        let record = self.or_error(|reader| {
            let mut nulls = T::Nulls::NONE;
            // Both lists have the order of the fields.
            let mut members = T::NULLABLE.iter().enumerate().peekable();
            for (index, name) in reader.names().iter().enumerate() {
                let member = members.next_if(|(_, member)| *member == name);
                if let Some((member, _)) = member.filter(|_| reader.is_null(index)) {
                    nulls.insert(member);
                }
            }
            Ok(Record::of(nulls, std::mem::take(&mut reader.unknown)))
        });
        record.unwrap_or_default()
    }
}
