//! Turns the required members of a struct into the form of its constructor.

use super::same_type::is_same;
use crate::model::{Constructor, Model, Presence, Struct, Type};

/// The most arguments that are told apart at a glance.
const MOST_ARGUMENTS: usize = 3;

/// Decides the form for a struct.
pub(super) fn decide(model: &Model, object: &Struct) -> Constructor {
    let mut required: Vec<usize> = (0..object.fields.len())
        .filter(|index| object.fields[*index].presence == Presence::Required)
        .collect();
    if required.is_empty() {
        return Constructor::Empty;
    }
    let ty = |index: &usize| &object.fields[*index].slot.ty;
    let mut pairs = required.iter().enumerate().flat_map(|(index, one)| {
        let others = &required[index + 1..];
        others.iter().map(move |other| (one, other))
    });
    let is_confusing = required.len() > MOST_ARGUMENTS
        || pairs.any(|(one, other)| may_be_confused(model, ty(one), ty(other)));
    if is_confusing {
        return Constructor::ByName(required);
    }
    required.sort_unstable_by_key(|index| &object.fields[*index].wire_name);
    Constructor::Arguments(required)
}

/// Whether there is an expression that both an argument of one type and an argument of the other take, and that does not
/// mean the same for both. A literal has any width.
fn may_be_confused(model: &Model, one: &Type, other: &Type) -> bool {
    is_same(model, one, other, |_, _| true)
}
