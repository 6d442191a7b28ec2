//! Turns JSON into the text of a file.

use cratify_schema::text::{is_plain, show_unseen};
use serde::Serialize;

/// A value in indented JSON. Characters that cannot be seen are escaped.
///
/// # Panics
///
/// If a value cannot be written, which no value of `serde_json` is.
pub fn json(value: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(value);
    let text = text.unwrap_or_else(|error| panic!("a value cannot be written as JSON: {error}"));
    if is_plain(&text) {
        text
    } else {
        show_unseen(&text)
    }
}
