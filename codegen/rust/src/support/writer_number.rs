//! Turns fields with numbers into the members of an object.

use super::number::{ElementRef, Number};
use super::writer::Writer;

/// Writes numbers.
pub(crate) trait WriteNumber: Writer {
    /// Writes a member.
    fn number<T: Number>(&mut self, value: &T) {
        self.value(&ElementRef(value));
    }

    /// Writes a member, unless it is absent.
    #[allow(
        clippy::ref_option,
        reason = "serde writes the option: some formats mark it"
    )]
    fn optional_number<T: Number>(&mut self, value: &Option<T>) {
        match value {
            Some(_) => self.number(value),
            None => self.skip(),
        }
    }
}

impl<W: Writer> WriteNumber for W {}
