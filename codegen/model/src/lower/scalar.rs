//! Strings and numbers.

use super::Uses;
use super::view::View;
use crate::model::{Bound, Integer, Slot, Type};
use serde_json::Number;

/// `type: string`.
pub(super) fn string(view: &View<'_>) -> Slot {
    Slot::new(Type::String, view.constraints_with_format())
}

/// `type: number`; where `integer` is listed beside it, whole numbers stay as they are.
pub(super) fn number(view: &View<'_>) -> Slot {
    let ty = if view.lists_integers() {
        Type::Number
    } else {
        Type::Float
    };
    Slot::new(ty, view.constraints_with_format())
}

/// `type: integer`. The width is the one that `format` names; bounds change it only where `i64`
/// cannot hold them.
pub(super) fn integer(view: &View<'_>, uses: &mut Uses) -> Slot {
    let constraints = view.constraints_with_format();
    let least = constraints
        .bound(Bound::Minimum)
        .or_else(|| constraints.bound(Bound::ExclusiveMinimum));
    let not_negative = least
        .and_then(Number::as_f64)
        .is_some_and(|least| least >= 0.0);
    let beyond_i64 = [Bound::Minimum, Bound::Maximum, Bound::ExclusiveMaximum]
        .into_iter()
        .filter_map(|bound| constraints.bound(bound))
        .any(|number| number.is_u64() && !number.is_i64());
    let width = match view.format() {
        _ if beyond_i64 && not_negative => Integer::U64,
        Some("int8") => Integer::I8,
        Some("int16") => Integer::I16,
        Some("int32") => Integer::I32,
        // A format without `minimum` leaves negative numbers valid; then the signed type of the
        // next width holds all that the schema accepts.
        Some("uint8") if not_negative => Integer::U8,
        Some("uint8") => Integer::I16,
        Some("uint16") if not_negative => Integer::U16,
        Some("uint16") => Integer::I32,
        Some("uint32") if not_negative => Integer::U32,
        Some("uint64" | "uint") => Integer::U64,
        _ => Integer::I64,
    };
    if beyond_i64 && not_negative {
        uses.shape(view, &BOUNDS);
    } else if width != Integer::I64 {
        uses.shape(view, &["format"]);
        if width.is_unsigned() && not_negative {
            uses.shape(view, &["minimum", "exclusiveMinimum"]);
        }
    }
    Slot::new(Type::Integer(width), constraints)
}

/// The keywords that may say that `i64` cannot hold a number.
const BOUNDS: [&str; 4] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
