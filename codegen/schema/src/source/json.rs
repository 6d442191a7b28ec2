//! Turns JSON text into a value, and pointers into it into byte ranges, with `serde_json`.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::build::{Build, State};
use super::key::Key;
use super::locate::{Found, Tree};
use super::report::{Failure, Kind, Reading};
use super::scan;

/// Reads the text as JSON.
pub(super) fn read(text: &str) -> Result<Reading, Failure> {
    let mut state = State::new(text);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = Build::new(&mut state)
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value));
    match read {
        Ok(root) => Ok(Reading {
            root,
            problems: state.problems,
        }),
        Err(error) => Err(failure(text, &error)),
    }
}

fn failure(text: &str, error: &serde_json::Error) -> Failure {
    let full = error.to_string();
    let suffix = format!(" at line {} column {}", error.line(), error.column());
    let message = full.strip_suffix(&suffix).unwrap_or(&full).to_owned();
    // serde_json offers no kind finer than "syntax", only the message.
    let kind = if message == "recursion limit exceeded" {
        Kind::TooDeep
    } else {
        Kind::JsonSyntax
    };
    let at = if error.is_eof() {
        text.trim_end().len()
    } else {
        scan::offset_of_byte_column(text, error.line(), error.column())
    };
    Failure {
        kind,
        range: scan::character(text, at),
        message,
        context: None,
    }
}

/// Fills in what is asked for in the tree.
///
/// Every level of the way down is read as a map of unread slices, whose addresses within the
/// text are their offsets; only the slices that something is asked of are opened.
pub(super) fn walk(text: &str, tree: &Tree, found: &mut [Found]) {
    let Ok(raw) = serde_json::from_str::<&RawValue>(text) else {
        return;
    };
    if let Some(root) = found.first_mut() {
        root.value = extent(text, raw.get());
    }
    let mut walk = Walk { text, tree, found };
    walk.open(0, raw.get());
}

/// What to underline of a value: all of a scalar, of a collection the opening bracket.
fn extent(text: &str, raw: &str) -> Option<Range<usize>> {
    let range = scan::range_in(text, raw)?;
    Some(if raw.starts_with(['{', '[']) {
        range.start..range.start + 1
    } else {
        range
    })
}

struct Walk<'a> {
    text: &'a str,
    tree: &'a Tree,
    found: &'a mut [Found],
}

impl Walk<'_> {
    fn open(&mut self, node: usize, raw: &str) {
        if self.tree.is_leaf(node) || !raw.starts_with(['{', '[']) {
            return;
        }
        let level = Level {
            walk: &mut *self,
            node,
        };
        // What was readable once is readable again; if not, the rest just stays unknown.
        let _ = level.deserialize(&mut serde_json::Deserializer::from_str(raw));
    }

    fn arrive(&mut self, node: usize, key: Option<Range<usize>>, raw: &str) {
        if let Some(found) = self.found.get_mut(node) {
            found.key = key;
            found.value = extent(self.text, raw);
        }
        self.open(node, raw);
    }
}

struct Level<'w, 'a> {
    walk: &'w mut Walk<'a>,
    node: usize,
}

impl<'de> DeserializeSeed<'de> for Level<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a collection")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        let mut index = 0_usize;
        while let Some(raw) = sequence.next_element::<&RawValue>()? {
            if let Some(child) = self.walk.tree.child(self.node, &index.to_string(), 0) {
                self.walk.arrive(child, None, raw.get());
            }
            index += 1;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let text = self.walk.text;
        let mut seen: HashMap<String, usize> = HashMap::new();
        while let Some((key, range)) = map.next_key_seed(Key { text })? {
            if !self.walk.tree.counts(self.node, &key) {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let occurrence = seen.entry(key.clone()).or_insert(0);
            let child = self.walk.tree.child(self.node, &key, *occurrence);
            *occurrence += 1;
            let raw = map.next_value::<&RawValue>()?.get();
            if let Some(child) = child {
                let range = range.or_else(|| {
                    let value = scan::range_in(text, raw)?;
                    scan::json_key_before(text, value.start)
                });
                self.walk.arrive(child, range, raw);
            }
        }
        Ok(())
    }
}
