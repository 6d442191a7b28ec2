//! Keeps ranges of a text on character boundaries and within a line.

use std::ops::Range;

/// The nearest character boundary at or before `at`.
pub(super) fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The range of the one character at `at`; empty at the end of the text.
pub(super) fn character(text: &str, at: usize) -> Range<usize> {
    let at = boundary(text, at);
    at..at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// The part of the range that is on its first line.
pub(super) fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let start = boundary(text, range.start);
    let end = boundary(text, range.end.max(start));
    // Not to the line's end and then the lesser: a line may be megabytes long.
    let first = text[start..end].split('\n').next().unwrap_or_default();
    start..start + first.trim_end_matches('\r').len()
}
