//! Turns strings and numbers into Rust types; `integer` has the integers.

use super::view::View;
use crate::model::{Slot, Type};

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
