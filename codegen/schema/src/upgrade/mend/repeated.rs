//! Removes repeated entries from lists of names or types. JSON Schema forbids them, so a validator refuses the
//! whole schema, though the second entry says nothing new.

use std::collections::HashSet;

use super::{Mend, read_as};
use crate::source::Value;

/// A list of strings.
pub(super) fn names(name: &str, value: &Value) -> Option<Mend> {
    let (repeated, list) = without_repetition(value)?;
    Some(mend(name, &repeated, list))
}

/// Lists of strings by name. Other values may be among them.
pub(super) fn lists(name: &str, value: &Value) -> Option<Mend> {
    let mut lists = value.as_object()?.clone();
    let mut first = None;
    for list in lists.values_mut() {
        if let Some((repeated, mended)) = without_repetition(list) {
            *list = mended;
            first.get_or_insert(repeated);
        }
    }
    Some(mend(name, &first?, Value::Object(lists)))
}

fn mend(name: &str, repeated: &str, value: Value) -> Mend {
    Mend {
        label: "the repetition is ignored".to_owned(),
        ..read_as(
            name,
            value,
            &format!("`{name}` lists `{repeated}` twice"),
            "remove one of the two",
        )
    }
}

/// The first string that a list repeats, and the list without repetitions. `None` if it repeats none.
pub(super) fn without_repetition(value: &Value) -> Option<(String, Value)> {
    let mut seen = HashSet::new();
    let mut unique = Vec::new();
    let mut first = None;
    for entry in value.as_array()? {
        match entry.as_str() {
            Some(text) if !seen.insert(text) => {
                first.get_or_insert(text);
            }
            _ => unique.push(entry.clone()),
        }
    }
    Some((first?.to_owned(), Value::Array(unique)))
}
