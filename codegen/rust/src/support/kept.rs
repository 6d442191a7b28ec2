//! Turns members that no field stands for into the map that keeps them.

use serde::de::{Deserialize, Error, MapAccess};

use super::content::{Content, Text};
use super::path_error::PathError;
use super::reader::Reader;
use super::unread::{self, Unread};

/// The members that no field stands for. They are set aside until all members have been read: an absent member is
/// reported before a wrong one of these.
#[derive(Default)]
pub(crate) struct Kept<'de>(Vec<(Text<'de>, Content<'de>)>);

impl<'de, A: MapAccess<'de>> Reader<'de, A> {
    /// Reads the value of a member that no field stands for.
    pub(crate) fn keep(&mut self, kept: &mut Kept<'de>) {
        let name = Text(std::mem::take(&mut self.other));
        if let Some(value) = self.or_error(|reader| reader.members.next_value()) {
            kept.0.push((name, value));
        }
    }

    /// The map of the members that no field stands for.
    pub(crate) fn kept<T: Deserialize<'de>>(&mut self, kept: Kept<'de>) -> Option<T> {
        self.kept_with(kept, |members| T::deserialize(members))
    }

    /// The same, by a function that reads it from an object.
    pub(super) fn kept_with<T>(
        &mut self,
        kept: Kept<'de>,
        read: impl FnOnce(&Content<'de>) -> Result<T, PathError>,
    ) -> Option<T> {
        self.or_error(|_| kept.read_with(read))
    }
}

impl<'de> Kept<'de> {
    /// The map, by a function that reads it from an object.
    fn read_with<T, E: Error>(
        self,
        read: impl FnOnce(&Content<'de>) -> Result<T, PathError>,
    ) -> Result<T, E> {
        let members = Content::Object(self.0);
        let (map, unread) = unread::counting(|| read(&members));
        // Derived code does not report dropped values here.
        unread::count(Unread {
            dropped: 0,
            ..unread
        });
        // Derived code does not report the path here.
        map.map_err(|error| E::custom(error.message()))
    }
}
