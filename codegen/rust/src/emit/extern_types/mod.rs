//! Writes types of other crates in the place of formats and schemas: which of them a crate uses, how they are read
//! and written, and the dependencies and documentation that they bring.

mod checks;
mod files;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;

use super::context::Context;
use super::object::field_type;
use super::serde;
use crate::syntax;
use crate::text::{CodeSpan, Sentence, sentence};
use cratify_model::model::{
    Codec, Extern, Model, Origin, Presence, Type, TypeId, TypeKind, UnknownMembers,
};
use cratify_model::package::Dependency;
use cratify_model::settings::MapType;

/// The documentation of a crate with such types, above the list of them.
pub const EXTERN_TYPES: [&str; 2] = [
    "Some values have types of other crates. Such a type decides which values it reads, and may write a",
    "value in another spelling:",
];

/// The type at a path.
///
/// # Panics
///
/// If it is not a type: the settings have checked that it is one.
pub(super) fn ty(path: &str) -> syn::Type {
    let ty = syn::parse_str(path);
    ty.unwrap_or_else(|error| panic!("`{path}` is not a type: {error}"))
}

/// The tokens of a path or a literal.
///
/// # Panics
///
/// If it is neither: the settings have checked paths.
pub(super) fn tokens(text: &str) -> TokenStream {
    let tokens = text.parse();
    tokens.unwrap_or_else(|error| panic!("`{text}` is not Rust: {error}"))
}

/// The extern type that a type is.
fn of<'m>(model: &'m Model, ty: &'m Type) -> Option<&'m Extern> {
    match ty {
        Type::Mapped(mapped) => Some(&mapped.extern_type),
        Type::Named(id) => match &model[model.resolve_alias(*id)].kind {
            TypeKind::Extern(replaced) => Some(&replaced.extern_type),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a type is an extern type.
pub(super) fn is_one(model: &Model, ty: &Type) -> bool {
    of(model, ty).is_some()
}

/// Whether a type is or contains an extern type.
pub(super) fn is_in(model: &Model, ty: &Type) -> bool {
    let mut found = false;
    ty.visit(&mut |ty| found |= of(model, ty).is_some());
    found
}

/// The start of the paths of support modules.
const SUPPORT: &str = "crate::support::";

/// Whether a type is or contains an extern type with a codec.
pub(super) fn has_codec(model: &Model, ty: &Type) -> bool {
    let mut found = false;
    ty.visit(&mut |ty| found |= module(model, ty).is_some());
    found
}

/// The module that reads and writes values of an extern type, if it has one.
pub(super) fn module<'m>(model: &'m Model, ty: &'m Type) -> Option<&'m str> {
    of(model, ty)?.codec.module()
}

/// The type that reads and writes an extern type where another type contains it.
pub(super) fn marker(context: &Context<'_>, codec: &Codec) -> syn::Type {
    match codec.module() {
        None => syntax::named(&["crate", "support", "codec", "Own"]),
        Some(module) => {
            let name = context.names.codec(module);
            syntax::named(&["crate", "support", "extern_codec", name])
        }
    }
}

/// The extern types of a crate.
#[derive(Debug, Default)]
pub struct ExternTypes<'m> {
    /// Formats with their types, in the order of the model.
    formats: Vec<(&'m str, &'m Extern)>,
    /// Schemas with extern types that something refers to, in the order of the model.
    pub(super) schemas: BTreeSet<TypeId>,
    /// Modules that read and write types which others contain, and these types.
    codecs: BTreeMap<&'m str, Vec<&'m Type>>,
    /// The map types of the crate.
    maps: BTreeSet<MapType>,
    /// The codecs of the extern types.
    used: BTreeSet<&'m Codec>,
}

impl<'m> ExternTypes<'m> {
    /// Finds them in a model.
    pub fn of(model: &'m Model) -> Self {
        let mut found = Self::default();
        for (_, def) in model.iter() {
            match &def.kind {
                TypeKind::Struct(object) => {
                    for field in &object.fields {
                        let is_contained = match field.presence {
                            // Written-out code names the codec.
                            _ if serde::is_written(def) => true,
                            Presence::NullOrAbsent => true,
                            _ => field_type(field) != field.slot.ty,
                        };
                        found.add(model, &field.slot.ty, is_contained);
                    }
                    if let UnknownMembers::Kept(map, slot) = &object.unknown {
                        found.maps.insert(*map);
                        found.add(model, &slot.ty, true);
                    }
                }
                TypeKind::Union(union) => {
                    for variant in &union.variants {
                        found.add(model, &variant.slot.ty, false);
                    }
                }
                TypeKind::Newtype(slot) => found.add(model, &slot.ty, false),
                TypeKind::Extern(replaced) => {
                    for slot in &replaced.parameters {
                        found.add(model, &slot.ty, false);
                    }
                }
                TypeKind::Alias(target) => found.add_schema(model, *target),
                TypeKind::StringEnum(_)
                | TypeKind::ValueEnum(_)
                | TypeKind::Constant(_)
                | TypeKind::Never => {}
            }
        }
        found
    }

    fn add(&mut self, model: &'m Model, ty: &'m Type, is_contained: bool) {
        ty.visit(&mut |inner| {
            if let Type::Map(map, _) = inner {
                self.maps.insert(map.ty);
            }
            if let Type::Named(id) = inner {
                self.add_schema(model, *id);
            }
            if let Type::Mapped(mapped) = inner {
                let pair = (mapped.format.as_str(), &mapped.extern_type);
                if !self.formats.contains(&pair) {
                    self.formats.push(pair);
                }
            }
            if let Some(extern_type) = of(model, inner) {
                self.used.insert(&extern_type.codec);
            }
            let contained = is_contained || !std::ptr::eq(ty, inner);
            if let (Some(module), true) = (module(model, inner), contained) {
                let types = self.codecs.entry(module).or_default();
                if !types.contains(&inner) {
                    types.push(inner);
                }
            }
        });
    }

    fn add_schema(&mut self, model: &'m Model, id: TypeId) {
        let id = model.resolve_alias(id);
        if matches!(model[id].kind, TypeKind::Extern(_)) {
            self.schemas.insert(id);
        }
    }

    /// The dependencies that they and the map types bring.
    pub fn dependencies(&self, model: &'m Model) -> Vec<Dependency> {
        let mut needed = Vec::new();
        let schemars = |feature: &str| {
            let schemars = Dependency::new("schemars", "1").without_default_features();
            schemars.feature(feature).weak()
        };
        if self.maps.contains(&MapType::IndexMap) {
            needed.push(Dependency::new("indexmap", "2").feature("serde").weak());
            needed.push(schemars("indexmap2"));
        }
        if self.maps.contains(&MapType::HashMap) {
            needed.push(schemars("std"));
        }
        let formats = self.formats.iter().map(|(_, extern_type)| *extern_type);
        let schemas = self.schemas.iter().filter_map(|id| of_schema(model, *id));
        for extern_type in formats.chain(schemas) {
            needed.extend(extern_type.dependencies.iter().cloned());
        }
        needed
    }

    /// A line of Markdown for each format and schema with its type, below [`EXTERN_TYPES`].
    pub fn lines(&self, context: &Context<'_>) -> Vec<Sentence> {
        let formats = self.formats.iter().map(|(format, extern_type)| {
            let format = CodeSpan::new(format!("format: {format}"));
            sentence!["- ", format, ": ", CodeSpan::new(&extern_type.path)]
        });
        let schemas = self.schemas.iter().filter_map(|id| {
            let (def, extern_type) = (&context.model[*id], of_schema(context.model, *id)?);
            let what = match def.origin {
                Origin::Named => CodeSpan::new(&def.wire_name),
                Origin::Inline(_) => CodeSpan::new(context.place(&def.at)),
            };
            Some(sentence![
                "- ",
                what,
                ": ",
                CodeSpan::new(&extern_type.path)
            ])
        });
        let mut lines: Vec<Sentence> = formats.collect();
        // A format may have one type for strings and for numbers.
        lines.sort_unstable();
        lines.dedup();
        lines.extend(schemas);
        lines
    }

    /// Whether the crate has maps of `indexmap`.
    pub(super) fn has_index_maps(&self) -> bool {
        self.maps.contains(&MapType::IndexMap)
    }

    /// Whether a type with a codec is contained in another one.
    pub(super) fn has_codecs(&self) -> bool {
        !self.codecs.is_empty()
    }

    /// Whether a module of the support code is a codec of one of them.
    pub(super) fn uses_support(&self, name: &str) -> bool {
        let mut modules = self.used.iter().filter_map(|codec| codec.module());
        modules.any(|module| module.strip_prefix(SUPPORT) == Some(name))
    }
}

/// The extern type of a schema.
fn of_schema(model: &Model, id: TypeId) -> Option<&Extern> {
    match &model[id].kind {
        TypeKind::Extern(replaced) => Some(&replaced.extern_type),
        _ => None,
    }
}
