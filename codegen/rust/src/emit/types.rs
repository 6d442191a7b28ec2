//! Turns types where they are used into tokens, and decides which functions serde needs to read them.

use std::collections::BTreeSet;

use super::context::Context;
use super::extern_types;
use crate::syntax;
use cratify_model::model::{Codec, Model, Type, TypeId, TypeKind, UnknownMembers};
use cratify_model::settings::MapType;

/// The purpose for which a type is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Its values.
    Value,
    /// Its values, by full paths.
    Elsewhere,
    /// Its derived schema: an extern type is its type in JSON.
    Schema,
    /// Its codec: an extern type is the codec that reads and writes it.
    Codec,
}

/// A type; `boxed` puts the named types that it contains by value in a `Box`.
pub(super) fn emit_type(context: &Context<'_>, ty: &Type, boxed: bool) -> syn::Type {
    spell(context, ty, boxed, Role::Value)
}

/// A type by full paths, for a file without imports.
pub(super) fn emit_elsewhere(context: &Context<'_>, ty: &Type, boxed: bool) -> syn::Type {
    spell(context, ty, boxed, Role::Elsewhere)
}

/// The type whose derived schema a type has as well.
pub(super) fn emit_schema_type(context: &Context<'_>, ty: &Type, boxed: bool) -> syn::Type {
    spell(context, ty, boxed, Role::Schema)
}

/// The codec of a type: see `support/codec.rs`.
pub(super) fn emit_codec(context: &Context<'_>, ty: &Type) -> syn::Type {
    spell(context, ty, false, Role::Codec)
}

fn spell(context: &Context<'_>, ty: &Type, boxed: bool, role: Role) -> syn::Type {
    if role == Role::Codec && !has_codec(context.model, ty) {
        return match numbers(ty) {
            Numbers::None => extern_types::marker(context, &Codec::Own),
            Numbers::Whole | Numbers::Any => {
                syntax::named(&["crate", "support", "codec_number", "Numbers"])
            }
        };
    }
    let inner = |ty: &Type| spell(context, ty, false, role);
    match ty {
        Type::Any => syntax::named(&["serde_json", "Value"]),
        Type::Object => {
            let any = syntax::named(&["serde_json", "Value"]);
            syntax::generic(&["serde_json", "Map"], [syntax::named(&["String"]), any])
        }
        Type::Null => syntax::tuple([]),
        Type::Bool => syntax::named(&["bool"]),
        Type::Integer(width) => syntax::named(&[width.as_str()]),
        Type::Float => syntax::named(&["f64"]),
        Type::Number => syntax::named(&["serde_json", "Number"]),
        Type::String => syntax::named(&["String"]),
        Type::List(item) => syntax::generic(&["Vec"], [inner(&item.ty)]),
        Type::Tuple(slots) => {
            let slots = slots.iter();
            syntax::tuple(slots.map(|slot| spell(context, &slot.ty, boxed, role)))
        }
        Type::Map(map, value) => {
            let mut path: Vec<&str> = Vec::new();
            if role == Role::Elsewhere {
                path.extend(map.ty.module().split("::"));
            }
            path.push(map.ty.ident());
            let key = match (&map.key, role) {
                // A derived schema has the names of members as `propertyNames`.
                (None, _) | (Some(_), Role::Schema) => syntax::named(&["String"]),
                // No codec reads or writes a key.
                (Some(key), Role::Codec) => emit_elsewhere(context, key, false),
                (Some(key), _) => inner(key),
            };
            syntax::generic(&path, [key, inner(&value.ty)])
        }
        Type::Option(inner) => syntax::generic(&["Option"], [spell(context, inner, boxed, role)]),
        Type::Mapped(mapped) => match role {
            Role::Value | Role::Elsewhere => extern_types::ty(&mapped.extern_type.path),
            Role::Schema => inner(&mapped.wire),
            Role::Codec => extern_types::marker(context, &mapped.extern_type.codec),
        },
        Type::Named(id) => {
            let named = spell_named(context, *id, role);
            if boxed {
                syntax::generic(&["Box"], [named])
            } else {
                named
            }
        }
    }
}

fn spell_named(context: &Context<'_>, id: TypeId, role: Role) -> syn::Type {
    let target = context.model.resolve_alias(id);
    match (&context.model[target].kind, role) {
        (TypeKind::Extern(_), Role::Schema) => {
            let ident = &context.names[target].ident;
            syntax::named(&["crate", "support", "extern_schema", ident])
        }
        (TypeKind::Extern(replaced), Role::Codec) => {
            extern_types::marker(context, &replaced.extern_type.codec)
        }
        (TypeKind::Extern(replaced), _) if target == id => {
            let parameters = replaced.parameters.iter();
            let parameters = parameters.map(|slot| emit_elsewhere(context, &slot.ty, false));
            syntax::with_arguments(extern_types::ty(&replaced.extern_type.path), parameters)
        }
        (_, Role::Elsewhere) => {
            let path = context.names[id].path.split("::");
            let path: Vec<&str> = std::iter::once("crate").chain(path).collect();
            syntax::named(&path)
        }
        _ => {
            let path = context.called(id);
            syntax::named(&path.split("::").collect::<Vec<_>>())
        }
    }
}

/// The numbers of a type, which serde alone does not read and write as JSON has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    /// None, or none that the support module reaches.
    None,
    /// Integers: `201.0` is read as one.
    Whole,
    /// Numbers with a fraction: a whole one is written without it.
    Any,
}

/// The numbers of a type and of the containers that the support module reads.
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

/// Whether there are numbers in a type at any depth.
pub(super) fn has_numbers(ty: &Type) -> bool {
    let mut found = false;
    ty.visit(&mut |ty| found |= numbers(ty) != Numbers::None);
    found
}

/// Whether a type contains a tuple of numbers and other values, or of more numbers than the support module
/// reads as one.
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

/// Whether a type needs a codec for each of its parts.
pub(super) fn has_codec(model: &Model, ty: &Type) -> bool {
    extern_types::has_codec(model, ty) || mixes_numbers(ty)
}

/// The types and maps that a definition refers to.
#[derive(Debug, Default)]
pub struct Used {
    /// Types of this crate.
    pub types: BTreeSet<TypeId>,
    /// The maps.
    pub maps: BTreeSet<MapType>,
}

impl Used {
    /// Adds the types of a definition.
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
                self.maps.insert(map.ty);
            }
            _ => {}
        });
    }
}
