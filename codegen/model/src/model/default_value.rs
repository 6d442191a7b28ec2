//! Turns the default of an optional member into a value of its type.

use super::{Field, Model, Presence, Type, TypeId, TypeKind, whole};
use cratify_schema::source::Value;

/// The meaning of an optional member that is absent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DefaultValue<'m> {
    /// A boolean.
    Bool(bool),
    /// A whole number, which the width of the member holds.
    Integer(i128),
    /// A number.
    Float(f64),
    /// Text.
    Text(&'m str),
    /// A listed value of an enum, by its index.
    Listed(TypeId, usize),
}

impl<'m> DefaultValue<'m> {
    /// The default of a member, if it is a scalar or a listed value, and fits the type: its own, or else the default of
    /// the enum that it refers to. An annotation behind a reference applies to the value as well (JSON Schema core,
    /// section 7.7).
    pub fn of(model: &'m Model, field: &'m Field) -> Option<Self> {
        if field.presence != Presence::Optional || field.slot.has_secret() {
            return None;
        }
        let Some(value) = &field.docs.default else {
            return match field.slot.ty {
                Type::Named(id) => Self::of_enum(model, id),
                _ => None,
            };
        };
        match (&field.slot.ty, value) {
            (Type::Bool, Value::Bool(value)) => Some(Self::Bool(*value)),
            (Type::Integer(width), Value::Number(number)) if width.holds(value) => {
                whole(number).map(Self::Integer)
            }
            (Type::Float, Value::Number(number)) => number.as_f64().map(Self::Float),
            (Type::String, Value::String(text)) => Some(Self::Text(text)),
            (Type::Named(id), value) => {
                let id = model.resolve_alias(*id);
                Some(Self::Listed(id, listed(model, id, value)?))
            }
            _ => None,
        }
    }

    /// The default of an enum, or of the first alias of it that has one.
    fn of_enum(model: &Model, id: TypeId) -> Option<Self> {
        let value = model[stating_default(model, id)?].docs.default.as_ref()?;
        let target = model.resolve_alias(id);
        Some(Self::Listed(target, listed(model, target, value)?))
    }
}

/// The type whose schema states the default of a type: the first of its aliases that has one, or else itself.
pub fn stating_default(model: &Model, mut id: TypeId) -> Option<TypeId> {
    loop {
        match (&model[id].docs.default, &model[id].kind) {
            (Some(_), _) => return Some(id),
            (None, TypeKind::Alias(next)) => id = *next,
            (None, _) => return None,
        }
    }
}

/// The value of an enum that its own schema has as its default, by its index.
pub fn default_variant(model: &Model, id: TypeId) -> Option<usize> {
    listed(model, id, model[id].docs.default.as_ref()?)
}

/// The index of a value that an enum lists.
fn listed(model: &Model, id: TypeId, value: &Value) -> Option<usize> {
    match &model[id].kind {
        TypeKind::StringEnum(values) => {
            let text = value.as_str()?;
            values.values.iter().position(|known| known.value == text)
        }
        TypeKind::ValueEnum(values) => values.values.iter().position(|known| known.value == *value),
        _ => None,
    }
}
