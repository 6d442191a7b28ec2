//! The members that are null into the null record of a struct.

use super::nulls::{Bits, Record};
use super::reader::Reader;

impl<A> Reader<'_, A> {
    /// Records which of the members that have been there are null.
    pub(crate) fn record<T: Record>(&self, value: &mut T) {
        let mut present = T::Bits::NONE;
        // Both lists have the order of the fields.
        let mut members = T::MEMBERS.iter().enumerate().peekable();
        for (index, name) in self.names().iter().enumerate() {
            let member = members.next_if(|(_, member)| *member == name);
            if let Some((member, _)) = member.filter(|_| self.has_seen(index)) {
                present.insert(member);
            }
        }
        value.record(&present);
    }
}
