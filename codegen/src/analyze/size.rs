//! Which variants are so large that an enum is better off with a pointer to them.

use std::collections::HashMap;

use super::Boxes;
use crate::model::{Model, Type, TypeId, TypeKind, UnknownMembers};

/// Variants above this many bytes are boxed: a union is as large as its largest variant.
const LARGEST_VARIANT: usize = 128;

/// What a type of another crate is taken to have: as much as a `url::Url`, which is large among them.
const FOREIGN: usize = 88;

/// What is nested more deeply than this is taken to be large: the recursion has to end.
const DEEPEST: usize = 100;

/// Boxes the variants of unions that are too large.
pub(super) fn box_large_variants(model: &Model, boxes: &mut Boxes) {
    let mut sizes = HashMap::new();
    for (id, def) in model.iter() {
        let TypeKind::Union(union) = &def.kind else {
            continue;
        };
        for (index, variant) in union.variants.iter().enumerate() {
            if size_of(model, &variant.slot.ty, &mut sizes, 0) > LARGEST_VARIANT {
                boxes.insert(id, index);
            }
        }
    }
}

/// The size of a value in bytes, on a 64-bit target, or a little more.
fn size_of(model: &Model, ty: &Type, sizes: &mut HashMap<TypeId, usize>, depth: usize) -> usize {
    match ty {
        Type::Null => 0,
        Type::Bool => 1,
        Type::Integer(_) | Type::Float => 8,
        Type::Number => 16,
        Type::String | Type::List(_) | Type::Map(..) => 24,
        Type::Mapped(_) => FOREIGN,
        // With `serde_json/preserve_order`, which any crate of a build may turn on.
        Type::Any | Type::Object => 72,
        Type::Tuple(slots) => slots
            .iter()
            .map(|slot| size_of(model, &slot.ty, sizes, depth))
            .fold(0, usize::saturating_add),
        Type::Option(inner) => size_of(model, inner, sizes, depth).saturating_add(8),
        Type::Named(id) => size_of_named(model, *id, sizes, depth + 1),
    }
}

fn size_of_named(
    model: &Model,
    id: TypeId,
    sizes: &mut HashMap<TypeId, usize>,
    depth: usize,
) -> usize {
    if depth > DEEPEST {
        return LARGEST_VARIANT + 1;
    }
    if let Some(&size) = sizes.get(&id) {
        return size;
    }
    // A cycle goes through a `Box` somewhere.
    sizes.insert(id, 8);
    let size = match &model[id].kind {
        TypeKind::Struct(object) => {
            let fields = object.fields.iter().map(|field| &field.slot.ty);
            // What contains the same thing twice, again and again, grows beyond all numbers.
            let sizes = fields.map(|ty| size_of(model, ty, sizes, depth).saturating_add(8));
            let rest = if matches!(object.unknown, UnknownMembers::Kept(..)) {
                24
            } else {
                0
            };
            sizes.fold(rest, usize::saturating_add)
        }
        TypeKind::StringEnum(_) => 24,
        TypeKind::ValueEnum(_) => 72,
        TypeKind::Union(_) => LARGEST_VARIANT,
        TypeKind::Newtype(slot) => size_of(model, &slot.ty, sizes, depth),
        TypeKind::Alias(target) => size_of_named(model, *target, sizes, depth + 1),
        TypeKind::Never => 0,
        TypeKind::Foreign(_) => FOREIGN,
    };
    sizes.insert(id, size);
    size
}
