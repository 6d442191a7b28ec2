//! Where places of the document as written are in the result.

use std::collections::HashMap;

use crate::source::Pointer;

/// Places as written to places as they are now; a place moves with the one it is in.
#[derive(Debug, Default)]
pub struct Moves {
    to: HashMap<Pointer, Pointer>,
}

impl Moves {
    /// Notes where a place has gone.
    pub(super) fn add(&mut self, old: Pointer, new: Pointer) {
        self.to.insert(old, new);
    }

    /// Whether everything is where it was.
    pub fn is_empty(&self) -> bool {
        self.to.is_empty()
    }

    /// Where a place is now.
    pub fn of(&self, old: &Pointer) -> Pointer {
        let mut outer = Some(old.clone());
        while let Some(place) = outer {
            if let Some(new) = self.to.get(&place) {
                let rest = &old.as_str()[place.as_str().len()..];
                return Pointer::parse(&format!("{new}{rest}")).unwrap_or_else(|| old.clone());
            }
            outer = place.parent().map(|(parent, _)| parent);
        }
        old.clone()
    }
}
