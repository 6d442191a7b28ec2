//! The members that are null, and those without a field, into the record of a struct.

use super::reader::Reader;
use super::record::{Bits, Recorded};

impl<A> Reader<'_, A> {
    /// Records which of the members that have been there are null, and the members without a field.
    pub(crate) fn record<T: Recorded>(self, value: &mut T) {
        let mut present = T::Nulls::NONE;
        // Both lists have the order of the fields.
        let mut members = T::NULLABLE.iter().enumerate().peekable();
        for (index, name) in self.names().iter().enumerate() {
            let member = members.next_if(|(_, member)| *member == name);
            if let Some((member, _)) = member.filter(|_| self.has_seen(index)) {
                present.insert(member);
            }
        }
        value.record(&present, self.unknown);
    }
}
