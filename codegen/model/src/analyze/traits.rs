//! The kind of a type to the traits that it derives, and to the default of an enum.

use crate::model::{
    Constant, ConstantValue, Model, Presence, Slot, StringEnum, Type, TypeId, TypeKind, Unlisted,
    ValueEnum, ValueRepr, default_variant,
};

/// The traits of a type that depend on more than on its kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Traits {
    /// `Copy`.
    pub is_copy: bool,
    /// `Eq`, `PartialOrd`, `Ord` and `Hash`: what the key of a map needs.
    pub is_key: bool,
    /// `Default`. A member that is filled in needs it of its type.
    pub has_default: bool,
    /// The default of an enum of values, by its index.
    pub default_variant: Option<usize>,
}

impl Traits {
    /// Decides for a type of a model.
    pub(super) fn of(model: &Model, id: TypeId) -> Self {
        match &model[id].kind {
            TypeKind::Struct(object) => {
                let mut fields = object.fields.iter();
                Self {
                    has_default: fields.all(|field| field.presence != Presence::Required),
                    ..Self::default()
                }
            }
            TypeKind::StringEnum(values) => {
                let count = values.values.len();
                Self::of_strings(values).with_default(model, id, count, values.unlisted)
            }
            TypeKind::ValueEnum(values) => {
                let count = values.values.len();
                Self::of_values(values).with_default(model, id, count, values.unlisted)
            }
            TypeKind::Constant(constant) => Self::of_constant(constant),
            TypeKind::Newtype(slot) => Self::of_newtype(slot),
            TypeKind::Union(_) | TypeKind::Alias(_) | TypeKind::Extern(_) | TypeKind::Never => {
                Self::default()
            }
        }
    }

    fn of_strings(values: &StringEnum) -> Self {
        Self {
            // An open enum keeps the text of a value that it does not list.
            is_copy: values.unlisted == Unlisted::Refused,
            is_key: true,
            ..Self::default()
        }
    }

    fn of_values(values: &ValueEnum) -> Self {
        let is_plain = values.repr == ValueRepr::Integer || values.unlisted == Unlisted::Refused;
        Self {
            is_copy: is_plain,
            is_key: is_plain,
            ..Self::default()
        }
    }

    fn of_constant(constant: &Constant) -> Self {
        let (is_copy, is_key) = match &constant.value {
            // Nothing is kept of another value, which is refused.
            _ if constant.is_closed => (true, true),
            ConstantValue::Text(_) => (false, true),
            ConstantValue::Integer(_) => (true, true),
            ConstantValue::Number(_) | ConstantValue::Bool(_) => (false, false),
        };
        Self {
            is_copy,
            is_key,
            has_default: true,
            default_variant: None,
        }
    }

    fn of_newtype(slot: &Slot) -> Self {
        Self {
            // They are promises that a string can keep.
            is_key: match &slot.ty {
                Type::String => true,
                Type::Mapped(mapped) => mapped.extern_type.is_key,
                _ => false,
            },
            ..Self::default()
        }
    }

    /// The same with the default of an enum: that of its schema, or else its only value.
    fn with_default(self, model: &Model, id: TypeId, count: usize, unlisted: Unlisted) -> Self {
        let only = (count == 1 && unlisted != Unlisted::Allowed).then_some(0);
        let default_variant = default_variant(model, id).or(only);
        Self {
            has_default: default_variant.is_some(),
            default_variant,
            ..self
        }
    }
}
