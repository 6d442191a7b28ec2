//! Turns a key of either format into its text and its range.

use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::scan;

/// Reads a key as its text, and tells where it is - quotes included - unless it has escapes.
pub(super) struct Key<'a> {
    /// The whole document.
    pub(super) text: &'a str,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = (String, Option<Range<usize>>);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        // Asked for a string, YAML gives the text of any scalar: `1`, `true`, `null`.
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key<'_> {
    type Value = (String, Option<Range<usize>>);

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a scalar key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        let range = scan::range_in(self.text, key);
        let range = range.map(|range| scan::with_quotes(self.text, range));
        Ok((key.to_owned(), range))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok((key.to_owned(), None))
    }
}
