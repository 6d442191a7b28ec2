//! Turns a long line into a short piece around a span.
//!
//! Minified JSON is one line of megabytes, and the renderer takes as many cells for it.

use std::ops::Range;

use super::resolver::{Excerpt, floor};

/// The longest line, in bytes, that is shown whole.
pub(super) const MAX_LINE: usize = 200;

/// How much is shown before the span, and from the span's start on, in bytes.
const BEFORE: usize = 40;
const AFTER: usize = 80;

/// The mark for the parts that are left out.
const ELLIPSIS: &str = "...";

/// A piece of a line.
#[derive(Debug)]
pub(super) struct Window {
    pub(super) text: String,
    /// The span within `text`.
    pub(super) range: Range<usize>,
}

/// Whether the span's line is too long to show whole.
pub(super) fn is_long(at: &Excerpt<'_>) -> bool {
    at.line.len() > MAX_LINE
}

/// Cuts the span's line down to the surroundings of the span's start.
pub(super) fn cut(at: &Excerpt<'_>) -> Window {
    let from = floor(at.text, at.range.start.saturating_sub(BEFORE)).max(at.line.start);
    let to = floor(at.text, at.range.start + AFTER).clamp(at.range.start, at.line.end);
    let mut text = String::with_capacity(to - from + 2 * ELLIPSIS.len());
    if from > at.line.start {
        text.push_str(ELLIPSIS);
    }
    let start = text.len() + at.range.start - from;
    let end = text.len() + at.range.end.min(to) - from;
    text.push_str(&at.text[from..to]);
    if to < at.line.end {
        text.push_str(ELLIPSIS);
    }
    Window {
        text,
        range: start..end,
    }
}
