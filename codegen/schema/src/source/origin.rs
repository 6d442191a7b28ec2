//! Turns pointers to values that overlays have added or moved into their origins.

use std::collections::HashMap;

use super::{Pointer, Source};

/// Where values of a document are written, if not where they are in its text.
#[derive(Debug)]
pub(crate) struct Origins {
    /// The overlays.
    pub(crate) overlays: Vec<Source>,
    /// The file (0 is the document, others are overlays from 1 on) and the location of each value that was added or
    /// moved, by its location in the document. The parts of the value move with it.
    pub(crate) moves: HashMap<Pointer, (usize, Pointer)>,
}

impl Source {
    /// Where the value at a pointer is written: in this text, or in the text of an overlay.
    #[must_use]
    pub fn origin(&self, pointer: &Pointer) -> (&Source, Pointer) {
        let Some(origins) = &self.origins else {
            return (self, pointer.clone());
        };
        let mut outer = Some(pointer.clone());
        while let Some(place) = outer {
            if let Some((file, to)) = origins.moves.get(&place) {
                let rest = &pointer.as_str()[place.as_str().len()..];
                let to = Pointer::parse(&format!("{to}{rest}")).unwrap_or_else(|| to.clone());
                let overlay = file.checked_sub(1).and_then(|at| origins.overlays.get(at));
                return (overlay.unwrap_or(self), to);
            }
            outer = place.parent().map(|(parent, _)| parent);
        }
        (self, pointer.clone())
    }

    /// The texts of the document and of its overlays.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let overlays = self.origins.iter().flat_map(|origins| &origins.overlays);
        std::iter::once(self)
            .chain(overlays)
            .map(|source| source.text.as_str())
    }
}
