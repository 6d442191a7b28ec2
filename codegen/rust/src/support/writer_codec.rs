//! Turns fields with codecs into the members of an object.

use super::codec::{Codec, ElementRef};
use super::writer::Writer;

/// Writes by codecs.
pub(crate) trait WriteByCodec: Writer {
    /// Writes a member.
    fn value_by<C: Codec<T>, T>(&mut self, value: &T) {
        self.value(&ElementRef::<_, C>::new(value));
    }

    /// Writes a member, unless it is absent.
    #[allow(
        clippy::ref_option,
        reason = "serde writes the option: some formats mark it"
    )]
    fn optional_by<C: Codec<Option<T>>, T>(&mut self, value: &Option<T>) {
        match value {
            Some(_) => self.value_by::<C, _>(value),
            None => self.skip(),
        }
    }

    /// Writes the members that no field stands for.
    fn others_by<'a, C: Codec<T>, T: 'a>(
        &mut self,
        members: impl IntoIterator<Item = (&'a String, &'a T)>,
    ) {
        for (name, value) in members {
            self.other(name, &ElementRef::<_, C>::new(value));
        }
    }
}

impl<W: Writer> WriteByCodec for W {}
