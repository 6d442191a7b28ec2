//! Names the methods that stand for a field of a struct.
//!
//! Each name starts with what the method does, so a member cannot take the name of a method that every type has.

use super::scope::{Claim, Scope};
use crate::model::{TypeDef, TypeKind, UnknownMembers};

/// The methods that stand for a field, in the model's order.
#[derive(Debug, Clone, Default)]
pub struct Methods {
    /// For each field: `with_…`, which sets it.
    pub setters: Vec<String>,
    /// The same for the field that keeps unknown members.
    pub rest_setter: String,
}

impl Methods {
    /// Names those of a type with these fields or variants.
    pub(super) fn of(def: &TypeDef, members: &[String], rest: &str) -> Self {
        match &def.kind {
            TypeKind::Struct(object) => {
                let rest = matches!(object.unknown, UnknownMembers::Kept(..)).then_some(rest);
                let all = members.iter().map(String::as_str).chain(rest);
                let claims = all.map(|member| Claim::exactly(member, format!("with_{member}")));
                let claims: Vec<Claim<'_>> = claims.collect();
                let mut setters = Scope::reserving(&[], "_").assign(&claims);
                let rest_setter = rest.and_then(|_| setters.pop()).unwrap_or_default();
                Self {
                    setters,
                    rest_setter,
                }
            }
            TypeKind::StringEnum(_)
            | TypeKind::ValueEnum(_)
            | TypeKind::Union(_)
            | TypeKind::Newtype(_)
            | TypeKind::Alias(_)
            | TypeKind::Extern(_)
            | TypeKind::Never => Self::default(),
        }
    }
}
