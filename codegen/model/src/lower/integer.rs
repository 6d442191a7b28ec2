//! Turns a `format` that names a width, and bounds, into the width of an integer.

#[cfg(test)]
mod tests;

use super::UsageLog;
use super::view::View;
use crate::model::{Integer, IntegerRange, Slot, Type};

/// The keywords that may decide the width.
const BOUNDS: [&str; 4] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];

/// `type: integer`.
pub(super) fn integer(view: &View<'_>, usage_log: &mut UsageLog) -> Slot {
    let constraints = view.constraints_with_format();
    let named = view.format().and_then(width_of_format);
    let (width, reason) = decide(named, IntegerRange::of(&constraints));
    match reason {
        Reason::Default => {}
        Reason::Format => usage_log.shape(view, &["format"]),
        Reason::Bounds => usage_log.shape(view, &BOUNDS),
    }
    Slot::new(Type::Integer(width), constraints)
}

/// The reason for a width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reason {
    Default,
    Format,
    Bounds,
}

/// The widths, the narrow ones first.
const WIDTHS: [Integer; 8] = [
    Integer::I8,
    Integer::U8,
    Integer::I16,
    Integer::U16,
    Integer::I32,
    Integer::U32,
    Integer::I64,
    Integer::U64,
];

/// A format names a width, except where the bounds allow values beyond it. Without a format, bounds decide where
/// they are the ends of a width, and where they leave out negative numbers but not all beyond `i64`. Other bounds
/// are constraints: an edit of a bound then changes no type.
fn decide(named: Option<Integer>, range: IntegerRange) -> (Integer, Reason) {
    if let Some(width) = named.filter(|width| holds_bounds(*width, range)) {
        return (width, Reason::Format);
    }
    if let Some(width) = WIDTHS.into_iter().find(|width| range == width.range()) {
        return (width, Reason::Bounds);
    }
    let signed = Integer::I64.range();
    let not_negative = range.low.is_some_and(|low| low >= 0);
    if not_negative && range.high.is_none_or(|high| Some(high) > signed.high) {
        return (Integer::U64, Reason::Bounds);
    }
    // Without one of its bounds, an integer that is not negative could be `u64`. A narrow width that a format names
    // does not hold the bounds.
    let reason = if named.is_some() || not_negative {
        Reason::Bounds
    } else {
        Reason::Default
    };
    (Integer::I64, reason)
}

/// The formats of the OpenAPI format registry, and `uint`, which `schemars` writes.
fn width_of_format(format: &str) -> Option<Integer> {
    Some(match format {
        "int8" => Integer::I8,
        "int16" => Integer::I16,
        "int32" => Integer::I32,
        "int64" => Integer::I64,
        "uint8" => Integer::U8,
        "uint16" => Integer::U16,
        "uint32" => Integer::U32,
        "uint64" | "uint" => Integer::U64,
        _ => return None,
    })
}

/// Whether the width holds both bounds. `i64` and `u64` hold a bound beyond them as well as any width can.
fn holds_bounds(width: Integer, range: IntegerRange) -> bool {
    let ends = width.range();
    let widest = match width {
        Integer::U64 => range.high,
        Integer::I64 if range.low.is_none_or(|low| low < 0) => range.high,
        _ => None,
    };
    let low = range.low.is_none_or(|low| Some(low) >= ends.low);
    let high = range.high.is_none_or(|high| Some(high) <= ends.high);
    low && (high || widest.is_some())
}
