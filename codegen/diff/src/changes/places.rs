//! Turns changes into their places in the text of both versions.

use cratify_rust::publish::Described;
use cratify_schema::SchemaLocation;
use cratify_schema::source::Part;

use super::Change;
use super::edit::Edit;
use crate::Side;

/// The places of all changes, which are looked up together: each document is read once for that.
pub(super) struct Places<'s> {
    sides: [&'s Side; 2],
    /// For each change, the location in the old version and that in the new one.
    asked: [Vec<Option<(SchemaLocation, Part)>>; 2],
}

impl<'s> Places<'s> {
    pub(super) fn new(sides: [&'s Side; 2]) -> Self {
        Self {
            sides,
            asked: [Vec::new(), Vec::new()],
        }
    }

    /// Asks for the places of the next change, of a schema that is described so on both sides.
    pub(super) fn ask(&mut self, described: [Option<&Described>; 2], edit: &Edit) {
        for (side, described) in described.into_iter().enumerate() {
            let described = described.filter(|_| edit.sides[side]);
            let at = described.and_then(|described| nearest(described, &edit.at));
            self.asked[side].push(at.map(|at| (at, Part::Key)));
        }
    }

    /// Asks for the places of the next change, of schemas at these locations.
    pub(super) fn ask_at(&mut self, at: [SchemaLocation; 2]) {
        for (asked, at) in self.asked.iter_mut().zip(at) {
            asked.push(Some((at, Part::Key)));
        }
    }

    /// Gives the changes their places.
    pub(super) fn fill(self, changes: &mut [Change]) {
        for (index, (side, asked)) in self.sides.into_iter().zip(self.asked).enumerate() {
            let known: Vec<_> = asked.iter().flatten().cloned().collect();
            let mut found = side.locate(&known).into_iter();
            for (change, asked) in changes.iter_mut().zip(asked) {
                let place = asked.and_then(|_| found.next());
                if index == 0 {
                    change.old = place;
                } else {
                    change.new = place;
                }
            }
        }
    }
}

/// The location of the innermost schema around a place that has one.
fn nearest(described: &Described, at: &str) -> Option<SchemaLocation> {
    let mut at = at;
    loop {
        if let Some(found) = described.places.get(at) {
            return Some(found.clone());
        }
        at = at.rsplit_once('/')?.0;
    }
}
