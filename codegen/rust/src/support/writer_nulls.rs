//! The null record of a struct into the members that are written as null.

use super::nulls::{Bits, Nulls, Record};

impl<T: Record> Nulls<T> {
    /// The names of the recorded members.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        if self.bits().is_empty() {
            return Vec::new();
        }
        let members = T::MEMBERS.iter().enumerate();
        let recorded = members.filter(|(member, _)| self.bits().contains(*member));
        recorded.map(|(_, name)| *name).collect()
    }
}
