//! Turns descriptions of one line of words, as most are, into a paragraph without a parser.

use super::tree::{Block, Inline};

/// The paragraph of such a line. `None` for what has a character that may be markup, or begins with another one than a
/// letter.
pub(super) fn prose(text: &str) -> Option<Vec<Block>> {
    let bytes = text.as_bytes();
    if !bytes.first()?.is_ascii_alphabetic() {
        return None;
    }
    // To look at bytes by their index is the cheapest loop without optimization, as build scripts run.
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'a'..=b'z' | b' '..=b'"' | b'$' | b'%' | b'\''..=b')' | b','..=b':' => {}
            b';' | b'?' | b'A'..=b'Z' => {}
            _ => return None,
        }
        at += 1;
    }
    // URLs become links, and space at the end does not belong to the text.
    let is_prose = !text.ends_with(' ') && !text.contains("://");
    is_prose.then(|| vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])])
}
