//! Types at the place of their use, as tokens.

use std::collections::BTreeSet;

use super::{Context, extern_types, tree};
use cratify_model::analyze::resolve_alias;
use cratify_model::model::{Codec, Model, Type, TypeId, TypeKind, UnknownMembers};
use cratify_model::settings::MapType;

/// What a type is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// For values of it.
    Value,
    /// The same, where nothing is imported.
    Elsewhere,
    /// To derive its schema: a type of another crate is what it is in JSON.
    Schema,
    /// To read and write it: a type of another crate is what reads and writes it.
    Codec,
}

/// A type as Rust has it; `boxed` puts what it contains by value behind a pointer.
pub(super) fn emit_type(context: &Context<'_>, ty: &Type, boxed: bool) -> syn::Type {
    spell(context, ty, boxed, Role::Value)
}

/// The same, where nothing is imported.
pub(super) fn emit_elsewhere(context: &Context<'_>, ty: &Type) -> syn::Type {
    spell(context, ty, false, Role::Elsewhere)
}

/// The type that has the schema of a type.
pub(super) fn emit_schema_type(context: &Context<'_>, ty: &Type, boxed: bool) -> syn::Type {
    spell(context, ty, boxed, Role::Schema)
}

/// The type that reads and writes values of a type: see `support/codec.rs`.
pub(super) fn emit_codec(context: &Context<'_>, ty: &Type) -> syn::Type {
    spell(context, ty, false, Role::Codec)
}

fn spell(context: &Context<'_>, ty: &Type, boxed: bool, role: Role) -> syn::Type {
    if role == Role::Codec && !has_codec(context.model, ty) {
        return match numbers(ty) {
            Numbers::None => extern_types::marker(context, &Codec::Own),
            Numbers::Whole | Numbers::Any => {
                tree::named(&["crate", "support", "codec_number", "Numbers"])
            }
        };
    }
    let inner = |ty: &Type| spell(context, ty, false, role);
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
        Type::List(item) => tree::generic(&["Vec"], [inner(&item.ty)]),
        Type::Tuple(slots) => {
            let slots = slots.iter();
            tree::tuple(slots.map(|slot| spell(context, &slot.ty, boxed, role)))
        }
        Type::Map(map, value) => {
            let mut path: Vec<&str> = Vec::new();
            if role == Role::Elsewhere {
                path.extend(map.module().split("::"));
            }
            path.push(map.ident());
            tree::generic(&path, [tree::named(&["String"]), inner(&value.ty)])
        }
        Type::Option(inner) => tree::generic(&["Option"], [spell(context, inner, boxed, role)]),
        Type::Mapped(mapped) => match role {
            Role::Value | Role::Elsewhere => extern_types::ty(&mapped.extern_type.path),
            Role::Schema => inner(&mapped.wire),
            Role::Codec => extern_types::marker(context, &mapped.extern_type.codec),
        },
        Type::Named(id) => {
            let named = spell_named(context, *id, role);
            if boxed {
                tree::generic(&["Box"], [named])
            } else {
                named
            }
        }
    }
}

fn spell_named(context: &Context<'_>, id: TypeId, role: Role) -> syn::Type {
    let target = resolve_alias(context.model, id);
    match (&context.model[target].kind, role) {
        (TypeKind::Extern(_), Role::Schema) => {
            let ident = &context.names[target].ident;
            tree::named(&["crate", "support", "replaced", ident])
        }
        (TypeKind::Extern(replaced), Role::Codec) => {
            extern_types::marker(context, &replaced.extern_type.codec)
        }
        (TypeKind::Extern(replaced), _) if target == id => {
            let parameters = replaced.parameters.iter();
            let parameters = parameters.map(|slot| emit_elsewhere(context, &slot.ty));
            tree::with_arguments(extern_types::ty(&replaced.extern_type.path), parameters)
        }
        (_, Role::Elsewhere) => {
            let path = context.names[id].path.split("::");
            let path: Vec<&str> = std::iter::once("crate").chain(path).collect();
            tree::named(&path)
        }
        _ => {
            let path = context.called(id);
            tree::named(&path.split("::").collect::<Vec<_>>())
        }
    }
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
        Type::List(slot) | Type::Map(_, slot) => numbers(&slot.ty),
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
        | Type::Mapped(_)
        | Type::Named(_) => Numbers::None,
    }
}

/// Whether a type has a tuple in it in which numbers stand beside something else, or more of them
/// than the support module reads as one.
pub(super) fn mixes_numbers(ty: &Type) -> bool {
    let mut found = false;
    ty.visit(&mut |ty| {
        if let Type::Tuple(slots) = ty {
            let some = slots.iter().any(|slot| numbers(&slot.ty) != Numbers::None);
            found |= some && numbers(ty) == Numbers::None;
        }
    });
    found
}

/// Whether there is something in a type that serde does not read or write rightly, and that only a
/// codec for each of its parts reaches.
pub(super) fn has_codec(model: &Model, ty: &Type) -> bool {
    extern_types::has_codec(model, ty) || mixes_numbers(ty)
}

/// What a definition refers to.
#[derive(Debug, Default)]
pub struct Used {
    /// Types of this crate.
    pub types: BTreeSet<TypeId>,
    /// The maps.
    pub maps: BTreeSet<MapType>,
}

impl Used {
    /// Adds what a definition refers to.
    pub fn visit(&mut self, kind: &TypeKind) {
        match kind {
            TypeKind::Alias(target) => {
                self.types.insert(*target);
            }
            TypeKind::Struct(object) => {
                if let UnknownMembers::Kept(map, _) = &object.unknown {
                    self.maps.insert(*map);
                }
            }
            _ => {}
        }
        kind.visit_types(&mut |ty| match ty {
            Type::Named(id) => {
                self.types.insert(*id);
            }
            Type::Map(map, _) => {
                self.maps.insert(*map);
            }
            _ => {}
        });
    }
}
