//! Finds out whether two types are one type in Rust, whatever their constraints.

use crate::model::{Integer, Model, Type, TypeId, TypeKind};

/// Whether two types are the same, with a comparison for the widths of integers.
pub(super) fn is_same(
    model: &Model,
    one: &Type,
    other: &Type,
    is_same_width: fn(Integer, Integer) -> bool,
) -> bool {
    let is_same = |one, other| is_same(model, one, other, is_same_width);
    match (one, other) {
        (Type::Integer(one), Type::Integer(other)) => is_same_width(*one, *other),
        (Type::List(one), Type::List(other)) | (Type::Map(_, one), Type::Map(_, other)) => {
            is_same(&one.ty, &other.ty)
        }
        (Type::Tuple(ones), Type::Tuple(others)) => {
            let mut pairs = ones.iter().zip(others);
            ones.len() == others.len() && pairs.all(|(one, other)| is_same(&one.ty, &other.ty))
        }
        (Type::Option(one), Type::Option(other)) => is_same(one, other),
        (Type::Mapped(one), Type::Mapped(other)) => one.extern_type.path == other.extern_type.path,
        (Type::Named(one), Type::Named(other)) => is_one_type(model, *one, *other),
        (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

/// Whether two names stand for one type.
fn is_one_type(model: &Model, one: TypeId, other: TypeId) -> bool {
    let (one, other) = (model.resolve_alias(one), model.resolve_alias(other));
    if let (TypeKind::Extern(one), TypeKind::Extern(other)) = (&model[one].kind, &model[other].kind)
    {
        return one.extern_type.path == other.extern_type.path;
    }
    one == other
}
