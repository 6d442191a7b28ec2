//! Joins variants that have the same type.

use crate::lower::push_unique;
use crate::model::{Constraints, Facts, Slot, Type, Variant};
use cratify_schema::keyword::TypeSet;
use cratify_schema::source::Value;

/// Adds a variant, or joins it to the one with the same type. Returns whether it was added.
pub(super) fn merge(variants: &mut Vec<Variant>, variant: Variant) -> bool {
    let known = variants
        .iter_mut()
        .find(|known| known.slot.ty == variant.slot.ty);
    let Some(known) = known else {
        variants.push(variant);
        return true;
    };
    known.facts = either(&known.facts, &variant.facts);
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

/// The facts of values that are of one of two branches.
fn either(one: &Facts, other: &Facts) -> Facts {
    let shared = one.required.iter();
    let shared = shared.filter(|name| other.required.contains(name));
    let mut known = one.known.clone();
    for (name, types) in &mut known {
        let mut others = other.known.iter().filter(|(known, _)| known == name);
        let others = others.next().map_or(TypeSet::ALL, |(_, types)| *types);
        *types = types.union(others);
    }
    let more = other
        .known
        .iter()
        .filter(|(name, _)| !one.known.iter().any(|(known, _)| known == name));
    known.extend(more.map(|(name, _)| (name.clone(), TypeSet::ALL)));
    let strings = one.strings.iter().zip(&other.strings).next();
    Facts {
        types: one.types.union(other.types),
        required: shared.cloned().collect(),
        known,
        fixed: either_value(&one.fixed, &other.fixed),
        nested: either_value(&one.nested, &other.nested),
        strings: strings.map(|(one, other)| union_of(one, other)),
        elements: one.elements.union(other.elements),
    }
}

/// The members that both branches fix, with the values of both.
fn either_value<K: Clone + PartialEq>(
    one: &[(K, Vec<Value>)],
    other: &[(K, Vec<Value>)],
) -> Vec<(K, Vec<Value>)> {
    let both = one.iter().filter_map(|(key, values)| {
        let (_, others) = other.iter().find(|(known, _)| known == key)?;
        Some((key.clone(), union_of(values, others)))
    });
    both.collect()
}

fn union_of<T: Clone + PartialEq>(one: &[T], other: &[T]) -> Vec<T> {
    let mut all = one.to_vec();
    for item in other {
        push_unique(&mut all, item.clone());
    }
    all
}
