//! Finds the types that become a union without a doubt which branch they are.

use super::same_type::is_same;
use crate::model::{Model, Type, TypeId, TypeKind, Union};

/// For each branch of a union, whether a value of its type can only be meant as this branch. Two branches of one type leave
/// a doubt. Nobody knows whether the type of another crate is one of these under another name, and any value may be a
/// value of each branch.
pub fn convertible_branches(model: &Model, id: TypeId, union: &Union) -> Vec<bool> {
    let types: Vec<&Type> = union.variants.iter().map(|one| &one.slot.ty).collect();
    let is_only = |index: usize| {
        let mut others = types
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index);
        others.all(|(_, other)| !is_same(model, types[index], other, |one, other| one == other))
    };
    let indices = types.iter().enumerate();
    indices
        .map(|(index, ty)| is_own(model, id, ty) && is_only(index))
        .collect()
}

/// Whether a type is certainly of this crate or of `std`, and not the union itself.
fn is_own(model: &Model, union: TypeId, ty: &Type) -> bool {
    let mut is_own = !matches!(ty, Type::Any | Type::Null | Type::Option(_));
    ty.visit(&mut |ty| {
        is_own &= match ty {
            Type::Mapped(_) => false,
            Type::Named(id) => !matches!(model[model.resolve_alias(*id)].kind, TypeKind::Extern(_)),
            _ => true,
        }
    });
    is_own && !matches!(ty, Type::Named(id) if model.resolve_alias(*id) == union)
}
