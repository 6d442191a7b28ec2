//! The required members of a struct to the form of its constructor.

use super::resolve_alias;
use crate::model::{Model, Presence, Struct, Type, TypeId, TypeKind};

/// The most arguments that are told apart at a glance.
const MOST_ARGUMENTS: usize = 3;

/// The form of the constructor of a struct. Members are given by their index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Constructor {
    /// No member needs a value: the struct has a default.
    Empty,
    /// An argument for each required member, in the order of their names in JSON: the order in the document means
    /// nothing.
    Arguments(Vec<usize>),
    /// One argument: a struct of the required members, in document order.
    ByName(Vec<usize>),
}

impl Constructor {
    /// Decides the form for a struct.
    pub fn of(model: &Model, object: &Struct) -> Self {
        let mut required: Vec<usize> = (0..object.fields.len())
            .filter(|index| object.fields[*index].presence == Presence::Required)
            .collect();
        if required.is_empty() {
            return Self::Empty;
        }
        let ty = |index: &usize| &object.fields[*index].slot.ty;
        let mut pairs = required.iter().enumerate().flat_map(|(index, one)| {
            let others = &required[index + 1..];
            others.iter().map(move |other| (one, other))
        });
        let is_confusing = required.len() > MOST_ARGUMENTS
            || pairs.any(|(one, other)| may_be_confused(model, ty(one), ty(other)));
        if is_confusing {
            return Self::ByName(required);
        }
        required.sort_unstable_by_key(|index| &object.fields[*index].wire_name);
        Self::Arguments(required)
    }
}

/// Whether there is an expression that both an argument of one type and an argument of the other take, and that does not
/// mean the same for both.
fn may_be_confused(model: &Model, one: &Type, other: &Type) -> bool {
    match (one, other) {
        // A literal has any of their widths.
        (Type::Integer(_), Type::Integer(_)) => true,
        (Type::List(one), Type::List(other)) | (Type::Map(_, one), Type::Map(_, other)) => {
            may_be_confused(model, &one.ty, &other.ty)
        }
        (Type::Tuple(ones), Type::Tuple(others)) => {
            let mut pairs = ones.iter().zip(others);
            ones.len() == others.len()
                && pairs.all(|(one, other)| may_be_confused(model, &one.ty, &other.ty))
        }
        (Type::Option(one), Type::Option(other)) => may_be_confused(model, one, other),
        (Type::Mapped(one), Type::Mapped(other)) => one.extern_type.path == other.extern_type.path,
        (Type::Named(one), Type::Named(other)) => is_one_type(model, *one, *other),
        (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

/// Whether two names are those of one type.
fn is_one_type(model: &Model, one: TypeId, other: TypeId) -> bool {
    let (one, other) = (resolve_alias(model, one), resolve_alias(model, other));
    if let (TypeKind::Extern(one), TypeKind::Extern(other)) = (&model[one].kind, &model[other].kind)
    {
        return one.extern_type.path == other.extern_type.path;
    }
    one == other
}
