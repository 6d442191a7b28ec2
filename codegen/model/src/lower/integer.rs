//! The width of an integer: from the `format` that names one, and from the bounds.

#[cfg(test)]
mod tests;

use serde_json::Number;

use super::UsageLog;
use super::view::View;
use crate::model::{Bound, Constraints, Integer, Slot, Type};

/// The keywords that may decide the width.
const BOUNDS: [&str; 4] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];

/// `type: integer`.
pub(super) fn integer(view: &View<'_>, usage_log: &mut UsageLog) -> Slot {
    let constraints = view.constraints_with_format();
    let named = view.format().and_then(width_of_format);
    let (width, reason) = decide(named, Range::of(&constraints));
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
fn decide(named: Option<Integer>, range: Range) -> (Integer, Reason) {
    if let Some(width) = named.filter(|width| range.stated_within(*width)) {
        return (width, Reason::Format);
    }
    if let Some(width) = WIDTHS
        .into_iter()
        .find(|width| range == Range::ends_of(*width))
    {
        return (width, Reason::Bounds);
    }
    let signed = Range::ends_of(Integer::I64);
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

/// The least and the greatest integer that the bounds allow, where they are stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Range {
    low: Option<i128>,
    high: Option<i128>,
}

impl Range {
    fn of(constraints: &Constraints) -> Self {
        let bound = |bound| constraints.bound(bound);
        let low = bound(Bound::Minimum).and_then(|number| whole(number, f64::ceil));
        let above = bound(Bound::ExclusiveMinimum).and_then(|number| whole(number, f64::floor));
        let high = bound(Bound::Maximum).and_then(|number| whole(number, f64::floor));
        let below = bound(Bound::ExclusiveMaximum).and_then(|number| whole(number, f64::ceil));
        Self {
            low: low.into_iter().chain(above.map(|bound| bound + 1)).max(),
            high: high.into_iter().chain(below.map(|bound| bound - 1)).min(),
        }
    }

    fn ends_of(width: Integer) -> Self {
        let (low, high) = match width {
            Integer::I8 => (i8::MIN.into(), i8::MAX.into()),
            Integer::I16 => (i16::MIN.into(), i16::MAX.into()),
            Integer::I32 => (i32::MIN.into(), i32::MAX.into()),
            Integer::I64 => (i64::MIN.into(), i64::MAX.into()),
            Integer::U8 => (0, u8::MAX.into()),
            Integer::U16 => (0, u16::MAX.into()),
            Integer::U32 => (0, u32::MAX.into()),
            Integer::U64 => (0, u64::MAX.into()),
        };
        Self {
            low: Some(low),
            high: Some(high),
        }
    }

    /// Whether the width holds both bounds. `i64` and `u64` hold a bound beyond them as well as any width can.
    fn stated_within(self, width: Integer) -> bool {
        let ends = Self::ends_of(width);
        let widest = match width {
            Integer::U64 => self.high,
            Integer::I64 if self.low.is_none_or(|low| low < 0) => self.high,
            _ => None,
        };
        let low = self.low.is_none_or(|low| Some(low) >= ends.low);
        let high = self.high.is_none_or(|high| Some(high) <= ends.high);
        low && (high || widest.is_some())
    }
}

/// A bound as an integer. Numbers beyond 128 bits are cut, which is beyond every width.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a number beyond 128 bits is beyond every width, as the end of 128 bits is"
)]
fn whole(number: &Number, round: fn(f64) -> f64) -> Option<i128> {
    let signed = number.as_i64().map(i128::from);
    let whole = signed.or_else(|| number.as_u64().map(i128::from));
    // One less than the ends, so that a step beyond an exclusive bound does not overflow.
    let limit = i128::MAX - 1;
    whole.or_else(|| {
        let rounded = round(number.as_f64()?) as i128;
        Some(rounded.clamp(-limit, limit))
    })
}
