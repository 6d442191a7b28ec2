//! Types at the place of their use, as tokens.

use std::collections::BTreeSet;

use super::{Context, tree};
use crate::model::{Type, TypeId, TypeKind, UnknownMembers};

/// A type as Rust has it; `boxed` puts what it contains by value behind a pointer.
pub(super) fn emit_type(context: &Context<'_>, ty: &Type, boxed: bool) -> syn::Type {
    match ty {
        Type::Any => tree::named(&["serde_json", "Value"]),
        Type::Object => {
            let any = tree::named(&["serde_json", "Value"]);
            tree::generic(&["serde_json", "Map"], [tree::named(&["String"]), any])
        }
        Type::Null => tree::tuple([]),
        Type::Bool => tree::named(&["bool"]),
        Type::Integer(width) => tree::named(&[width.as_str()]),
        Type::Float => tree::named(&["f64"]),
        Type::Number => tree::named(&["serde_json", "Number"]),
        Type::String => tree::named(&["String"]),
        Type::List(item) => tree::generic(&["Vec"], [emit_type(context, &item.ty, false)]),
        Type::Tuple(slots) => {
            let slots = slots.iter();
            tree::tuple(slots.map(|slot| emit_type(context, &slot.ty, boxed)))
        }
        Type::Map(value) => map_to(emit_type(context, &value.ty, false)),
        Type::Option(inner) => tree::generic(&["Option"], [emit_type(context, inner, boxed)]),
        Type::Named(id) => {
            let named = tree::named(&[&context.names[*id].ident]);
            if boxed {
                tree::generic(&["Box"], [named])
            } else {
                named
            }
        }
    }
}

/// The map of members that have values of a type.
pub(super) fn map_to(value: syn::Type) -> syn::Type {
    tree::generic(&["BTreeMap"], [tree::named(&["String"]), value])
}

/// How numbers of a type need to be read and written with care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    /// There are none, or none that are at hand.
    None,
    /// Whole numbers: `201.0` must be read as one.
    Whole,
    /// Numbers with a fraction: `1` must be written as `1`.
    Any,
}

/// The numbers of a type, through the containers that the support module reads.
pub(super) fn numbers(ty: &Type) -> Numbers {
    match ty {
        Type::Integer(_) => Numbers::Whole,
        Type::Float => Numbers::Any,
        Type::Option(inner) => numbers(inner),
        Type::List(slot) | Type::Map(slot) => numbers(&slot.ty),
        Type::Tuple(slots) => {
            let all: Vec<Numbers> = slots.iter().map(|slot| numbers(&slot.ty)).collect();
            if all.len() > 4 || all.contains(&Numbers::None) {
                Numbers::None
            } else if all.contains(&Numbers::Any) {
                Numbers::Any
            } else {
                Numbers::Whole
            }
        }
        Type::Any
        | Type::Object
        | Type::Null
        | Type::Bool
        | Type::Number
        | Type::String
        | Type::Named(_) => Numbers::None,
    }
}

/// What a definition refers to.
#[derive(Debug, Default)]
pub(crate) struct Used {
    /// Types of this crate.
    pub types: BTreeSet<TypeId>,
    /// Whether there is a map.
    pub maps: bool,
}

impl Used {
    /// Adds what a definition refers to.
    pub(crate) fn visit(&mut self, kind: &TypeKind) {
        match kind {
            TypeKind::Struct(object) => {
                for field in &object.fields {
                    self.visit_type(&field.slot.ty);
                }
                if let UnknownMembers::Kept(slot) = &object.unknown {
                    self.maps = true;
                    self.visit_type(&slot.ty);
                }
            }
            TypeKind::Union(union) => {
                for variant in &union.variants {
                    self.visit_type(&variant.slot.ty);
                }
            }
            TypeKind::Newtype(slot) => self.visit_type(&slot.ty),
            TypeKind::Alias(target) => {
                self.types.insert(*target);
            }
            TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) | TypeKind::Never => {}
        }
    }

    fn visit_type(&mut self, ty: &Type) {
        match ty {
            Type::Named(id) => {
                self.types.insert(*id);
            }
            Type::Option(inner) => self.visit_type(inner),
            Type::List(slot) => self.visit_type(&slot.ty),
            Type::Map(slot) => {
                self.maps = true;
                self.visit_type(&slot.ty);
            }
            Type::Tuple(slots) => slots.iter().for_each(|slot| self.visit_type(&slot.ty)),
            Type::Any
            | Type::Object
            | Type::Null
            | Type::Bool
            | Type::Integer(_)
            | Type::Float
            | Type::Number
            | Type::String => {}
        }
    }
}
