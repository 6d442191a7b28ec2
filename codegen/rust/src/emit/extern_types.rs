//! Types of other crates: how they are read and written, what stands for them where a schema is
//! derived, and what the crate says of them.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use super::object::field_type;
use super::types::emit_elsewhere;
use super::{Context, header, tree};
use crate::format::{self, Item};
use crate::text::{CodeSpan, DocLines, RawStringLiteral, Rust, Sentence, sentence};
use cratify_model::analyze::resolve_alias;
use cratify_model::model::{
    Codec, Extern, Model, Origin, Presence, Type, TypeId, TypeKind, UnknownMembers,
};
use cratify_model::package::Dependency;
use cratify_model::settings::MapType;

/// What there is to know of values that have such a type.
pub const PROMISE: [&str; 2] = [
    "Some values have types of other crates. Such a value is read only if that type reads it, and is",
    "written as that type writes it, which may be another spelling of the same:",
];

/// A type by its path.
///
/// # Panics
///
/// Where it is none: settings were read so that it is one.
pub(super) fn ty(path: &str) -> syn::Type {
    let ty = syn::parse_str(path);
    ty.unwrap_or_else(|error| panic!("`{path}` is no type: {error}"))
}

/// The path of a function or a module, or a literal.
///
/// # Panics
///
/// As those of [`ty`].
pub(super) fn tokens(text: &str) -> TokenStream {
    let tokens = text.parse();
    tokens.unwrap_or_else(|error| panic!("`{text}` is not of Rust: {error}"))
}

/// The type of another crate that a type is.
fn of<'m>(model: &'m Model, ty: &'m Type) -> Option<&'m Extern> {
    match ty {
        Type::Mapped(mapped) => Some(&mapped.extern_type),
        Type::Named(id) => match &model[resolve_alias(model, *id)].kind {
            TypeKind::Extern(replaced) => Some(&replaced.extern_type),
            _ => None,
        },
        _ => None,
    }
}

/// Whether there is a type of another crate in a type.
pub(super) fn is_in(model: &Model, ty: &Type) -> bool {
    let mut found = false;
    ty.visit(&mut |ty| found |= of(model, ty).is_some());
    found
}

/// The start of the paths of support modules.
const SUPPORT: &str = "crate::support::";

/// Whether there is something in a type that is not read and written by itself.
pub(super) fn has_codec(model: &Model, ty: &Type) -> bool {
    let mut found = false;
    ty.visit(&mut |ty| found |= module(model, ty).is_some());
    found
}

/// The module that reads and writes values of a type of another crate.
pub(super) fn module<'m>(model: &'m Model, ty: &'m Type) -> Option<&'m str> {
    of(model, ty)?.codec.module()
}

/// What reads and writes a type of another crate in whatever contains it.
pub(super) fn marker(context: &Context<'_>, codec: &Codec) -> syn::Type {
    match codec.module() {
        None => tree::named(&["crate", "support", "codec", "Own"]),
        Some(module) => {
            let name = context.names.codec(module);
            tree::named(&["crate", "support", "foreign", name])
        }
    }
}

/// Types of other crates that a crate uses, and what it needs for them.
#[derive(Debug, Default)]
pub struct ExternTypes<'m> {
    /// Formats and the types that they became, in the order of the model.
    pub formats: Vec<(&'m str, &'m Extern)>,
    /// Schemas that types took the place of and that are used, in the order of the model.
    pub replaced: BTreeSet<TypeId>,
    /// The modules that read and write types in whatever contains them, and these types.
    codecs: BTreeMap<&'m str, Vec<&'m Type>>,
    /// The maps that there are.
    maps: BTreeSet<MapType>,
    /// What reads and writes.
    used: BTreeSet<&'m Codec>,
}

impl<'m> ExternTypes<'m> {
    /// Looks through a model.
    pub fn of(model: &'m Model) -> Self {
        let mut found = Self::default();
        for (_, def) in model.iter() {
            match &def.kind {
                TypeKind::Struct(object) => {
                    for field in &object.fields {
                        let is_contained = match field.presence {
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
                TypeKind::Alias(target) => found.add_replaced(model, *target),
                TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) | TypeKind::Never => {}
            }
        }
        found
    }

    fn add(&mut self, model: &'m Model, ty: &'m Type, is_contained: bool) {
        ty.visit(&mut |inner| {
            if let Type::Map(map, _) = inner {
                self.maps.insert(*map);
            }
            if let Type::Named(id) = inner {
                self.add_replaced(model, *id);
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

    fn add_replaced(&mut self, model: &'m Model, id: TypeId) {
        let id = resolve_alias(model, id);
        if matches!(model[id].kind, TypeKind::Extern(_)) {
            self.replaced.insert(id);
        }
    }

    /// What the crate depends on beside what every crate does.
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
        let replaced = self.replaced.iter().filter_map(|id| replaced(model, *id));
        for extern_type in formats.chain(replaced) {
            needed.extend(extern_type.dependencies.iter().cloned());
        }
        needed
    }

    /// What stands for what, a line of Markdown each, to follow [`PROMISE`].
    pub fn lines(&self, context: &Context<'_>) -> Vec<Sentence> {
        let formats = self.formats.iter().map(|(format, extern_type)| {
            let format = CodeSpan::new(format!("format: {format}"));
            sentence!["- ", format, ": ", CodeSpan::new(&extern_type.path)]
        });
        let replaced = self.replaced.iter().filter_map(|id| {
            let (def, extern_type) = (&context.model[*id], replaced(context.model, *id)?);
            let what = match def.origin {
                Origin::Named => CodeSpan::new(&def.wire_name),
                Origin::Inline(_) => {
                    let file = context.file(def.at.file);
                    CodeSpan::new(format!("{file}#{}", def.at.pointer))
                }
            };
            Some(sentence![
                "- ",
                what,
                ": ",
                CodeSpan::new(&extern_type.path)
            ])
        });
        let mut lines: Vec<Sentence> = formats.collect();
        // A format of strings and of numbers may have the same type.
        lines.sort_unstable();
        lines.dedup();
        lines.extend(replaced);
        lines
    }

    /// Where they stand and what they do there, as expressions of Rust for `cratify_check`. `schemas` has
    /// the texts of what one took the place of.
    pub fn checks(
        &self,
        context: &Context<'_>,
        schemas: impl Fn(TypeId) -> Vec<String>,
    ) -> Vec<String> {
        let formats = self.formats.iter().map(|(format, extern_type)| {
            let asked = asked(&extern_type.path, &extern_type.codec, context);
            format!("cratify_check::extern_type!(format {format:?}: {asked})")
        });
        let replaced = self.replaced.iter().flat_map(|id| {
            let TypeKind::Extern(replaced) = &context.model[*id].kind else {
                return Vec::new();
            };
            let path = Rust::ty(&emit_elsewhere(context, &Type::Named(*id)));
            let asked = asked(path.as_str(), &replaced.extern_type.codec, context);
            let schemas = schemas(*id).into_iter();
            let checks = schemas
                .map(|text| format!("cratify_check::extern_type!(schema {text:?}: {asked})"));
            checks.collect()
        });
        formats.chain(replaced).collect()
    }

    /// Whether there are maps of `indexmap`.
    pub(super) fn has_index_maps(&self) -> bool {
        self.maps.contains(&MapType::IndexMap)
    }

    /// Whether something is read or written in what contains it.
    pub(super) fn has_codecs(&self) -> bool {
        !self.codecs.is_empty()
    }

    /// Whether a type is read and written by this module of the support code.
    pub(super) fn uses_support(&self, name: &str) -> bool {
        let mut modules = self.used.iter().filter_map(|codec| codec.module());
        modules.any(|module| module.strip_prefix(SUPPORT) == Some(name))
    }

    /// `support/foreign.rs`: what reads and writes types in whatever contains them.
    pub(super) fn emit_codecs(&self, context: &Context<'_>) -> String {
        let imports = quote! {
            use serde::{Deserializer, Serializer};

            use super::codec::Codec;
        };
        let mut items = vec![Item::from(imports)];
        for (module, types) in &self.codecs {
            let (ident, module_path) = (tree::ident(context.names.codec(module)), tokens(module));
            let docs = sentence!["What ", CodeSpan::new(module), " reads and writes."];
            items.push(Item {
                docs: DocLines::of(docs),
                ..Item::from(quote! { pub struct #ident; })
            });
            let mut written = BTreeSet::new();
            for ty in types {
                let ty = emit_elsewhere(context, ty);
                // Two formats may have become one type.
                if !written.insert(ty.to_token_stream().to_string()) {
                    continue;
                }
                items.push(Item::from(quote! {
                    impl Codec<#ty> for #ident {
                        fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<#ty, D::Error> {
                            #module_path::deserialize(deserializer)
                        }

                        fn write<S: Serializer>(value: &#ty, serializer: S) -> Result<S::Ok, S::Error> {
                            #module_path::serialize(value, serializer)
                        }
                    }
                }));
            }
        }
        let docs = DocLines::of("What reads and writes types of other crates.");
        format::file(&header(context, docs), items)
    }

    /// `support/replaced.rs`: what has the schemas of types that took the place of them.
    pub(super) fn emit_replaced(&self, context: &Context<'_>) -> String {
        let imports = quote! {
            use std::borrow::Cow;

            use schemars::{JsonSchema, Schema, SchemaGenerator};
        };
        let mut items = vec![Item::from(imports)];
        for id in &self.replaced {
            let (names, def) = (&context.names[*id], &context.model[*id]);
            let (ident, name) = (format_ident!("{}", names.ident), &names.schema_name);
            let Some(extern_type) = replaced(context.model, *id) else {
                continue;
            };
            let docs = sentence![
                "What ",
                CodeSpan::new(&extern_type.path),
                " takes the place of."
            ];
            let text = context.replaced.get(id).map_or("{}", String::as_str);
            let text = tokens(&RawStringLiteral::json(text).to_string());
            let inline = def.in_place.then(|| {
                quote! {
                    fn inline_schema() -> bool {
                        true
                    }
                }
            });
            items.push(Item {
                docs: DocLines::of(docs),
                ..Item::from(quote! { pub struct #ident; })
            });
            items.push(Item::from(quote! {
                impl JsonSchema for #ident {
                    #inline

                    fn schema_name() -> Cow<'static, str> {
                        #name.into()
                    }

                    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                        super::schema::replaced(generator, #text)
                    }
                }
            }));
        }
        let docs = DocLines::of("What has the schemas of types of other crates.");
        format::file(&header(context, docs), items)
    }
}

/// How the type itself is asked what it reads and writes, in a crate that has it as a dependency.
fn asked(path: &str, codec: &Codec, context: &Context<'_>) -> String {
    // What is in the crate itself is there for its users as well, if it is no module.
    let path = path.replace("crate::", &format!("{}::", context.crate_ident));
    match codec {
        Codec::Own => path,
        Codec::Module(module) if !module.starts_with("crate::") => format!("{path}, {module}"),
        Codec::Support {
            like: Some(module), ..
        } => format!("{path}, {module}"),
        Codec::Module(_) | Codec::Support { like: None, .. } => "?".to_owned(),
    }
}

/// The type of another crate that took the place of a schema.
fn replaced(model: &Model, id: TypeId) -> Option<&Extern> {
    match &model[id].kind {
        TypeKind::Extern(replaced) => Some(&replaced.extern_type),
        _ => None,
    }
}
