//! Which variants are so large that an enum is better off with a pointer to them.

use std::collections::HashMap;

use super::Boxes;
use crate::model::{Model, Type, TypeId, TypeKind, UnknownMembers};

/// Variants above this many bytes are boxed: a union is as large as its largest variant.
const LARGEST_VARIANT: usize = 128;

/// Boxes the variants of unions that are too large.
pub(super) fn box_large_variants(model: &Model, boxes: &mut Boxes) {
    let mut sizes = HashMap::new();
    for (id, def) in model.iter() {
        let TypeKind::Union(union) = &def.kind else { continue };
        for (index, variant) in union.variants.iter().enumerate() {
            if size_of(model, &variant.slot.ty, &mut sizes) > LARGEST_VARIANT {
                boxes.insert(id, index);
            }
        }
    }
}

/// The size of a value in bytes, on a 64-bit target, or a little more.
fn size_of(model: &Model, ty: &Type, sizes: &mut HashMap<TypeId, usize>) -> usize {
    match ty {
        Type::Null => 0,
        Type::Bool => 1,
        Type::Integer(_) | Type::Float => 8,
        Type::Number => 16,
        Type::String | Type::List(_) | Type::Map(_) => 24,
        // With `serde_json/preserve_order`, which any crate of a build may turn on.
        Type::Any | Type::Object => 72,
        Type::Tuple(slots) => slots.iter().map(|slot| size_of(model, &slot.ty, sizes)).sum(),
        Type::Option(inner) => size_of(model, inner, sizes) + 8,
        Type::Named(id) => size_of_named(model, *id, sizes),
    }
}

fn size_of_named(model: &Model, id: TypeId, sizes: &mut HashMap<TypeId, usize>) -> usize {
    if let Some(&size) = sizes.get(&id) {
        return size;
    }
    // A cycle goes through a `Box` somewhere.
    sizes.insert(id, 8);
    let size = match &model[id].kind {
        TypeKind::Struct(object) => {
            let fields = object.fields.iter().map(|field| &field.slot.ty);
            let sum: usize = fields.map(|ty| size_of(model, ty, sizes) + 8).sum();
            sum + if matches!(object.unknown, UnknownMembers::Kept(_)) { 24 } else { 0 }
        }
        TypeKind::StringEnum(_) => 24,
        TypeKind::ValueEnum(_) => 72,
        TypeKind::Union(_) => LARGEST_VARIANT,
        TypeKind::Newtype(slot) => size_of(model, &slot.ty, sizes),
        TypeKind::Alias(target) => size_of_named(model, *target, sizes),
        TypeKind::Never => 0,
    };
    sizes.insert(id, size);
    size
}
