//! Joins variants that have the same type.

use crate::model::{Constraints, Slot, Type, Variant};

/// Adds a variant, or joins it to the one with the same type. Returns whether it was added.
pub(super) fn merge(variants: &mut Vec<Variant>, variant: Variant) -> bool {
    let known = variants
        .iter_mut()
        .find(|known| known.slot.ty == variant.slot.ty);
    let Some(known) = known else {
        variants.push(variant);
        return true;
    };
    known.slot.constraints = Constraints::default();
    known.slot.secret |= variant.slot.secret;
    known.tags.extend(variant.tags);
    known.name = None;
    known.rename = known.rename.take().or(variant.rename);
    known.attributes.extend(variant.attributes);
    false
}

/// Joins integers and numbers: `anyOf: [integer, number]` becomes one type, which keeps the spelling of both.
pub(super) fn integers_and_numbers(variants: &mut Vec<Variant>) -> bool {
    let before = variants.len();
    let mut secret = false;
    if variants
        .iter()
        .any(|variant| variant.slot.ty == Type::Float)
    {
        variants.retain(|variant| {
            let whole = matches!(variant.slot.ty, Type::Integer(_));
            secret |= whole && variant.slot.secret;
            !whole
        });
    }
    let merged = before != variants.len();
    if merged {
        for variant in variants
            .iter_mut()
            .filter(|variant| variant.slot.ty == Type::Float)
        {
            secret |= variant.slot.secret;
            variant.slot = Slot::of(Type::Number);
            variant.slot.secret = secret;
        }
    }
    merged
}
