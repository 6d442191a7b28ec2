//! Turns strings into TOML values and comments that read back the same.

use std::fmt::Write as _;

/// A basic TOML string with its quotes.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // All of these are below U+10000, where four digits are enough.
            c if must_escape(c) => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// An array of basic strings on one line.
pub(super) fn array(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| string(item)).collect();
    format!("[{}]", items.join(", "))
}

/// Text that stays inside one comment line, whatever is in it.
pub(super) fn comment(text: &str) -> String {
    text.chars()
        .map(|c| if must_escape(c) { '\u{fffd}' } else { c })
        .collect()
}

/// What TOML does not allow as it is, and what would make an editor show
/// something else than is there: line separators and text direction.
fn must_escape(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
