//! Decides which files of `src/support` a crate needs, and writes them.
//!
//! The files are copied unchanged into the private module `support` of the crate.

use std::collections::BTreeSet;

use quote::quote;

use super::context::Context;
use super::extern_types::ExternTypes;
use super::files::header;
use super::object::serde_module;
use super::types::{Numbers, has_codec, has_numbers, mixes_numbers, numbers};
use super::{debug, defaults, newtype, serde};
use crate::format;
use crate::text::{DocLines, Rust};
use crate::tree::FileTree;
use cratify_model::model::{
    ConstantValue, Model, Presence, Rest, Type, TypeDef, TypeKind, UnknownMembers, Unlisted,
    ValueRepr,
};
use cratify_model::settings::Arbitrary;

/// A file of the module.
struct File {
    name: &'static str,
    text: &'static str,
    /// The feature of the generated crate that enables it.
    feature: Option<&'static str>,
}

macro_rules! files {
    ($($name:literal $(if $feature:literal)?,)*) => {
        &[$(File {
            name: $name,
            text: include_str!(concat!("../support/", $name, ".rs")),
            feature: [$(Some($feature),)? None][0],
        }),*]
    };
}

/// All files of `src/support`.
const FILES: &[File] = files! {
    "absence",
    "annotations" if "schemars",
    "arbitrary" if "arbitrary",
    "arbitrary_draw" if "arbitrary",
    "arbitrary_parts" if "arbitrary",
    "arbitrary_scalars" if "arbitrary",
    "base64",
    "branches",
    "closed_constant",
    "closed_enum",
    "codec",
    "codec_index",
    "codec_number",
    "constant",
    "construct",
    "content",
    "content_reader",
    "decimal",
    "defaults",
    "equality",
    "facts",
    "hidden_codec",
    "kept",
    "kept_codec",
    "listed" if "schemars",
    "members",
    "never",
    "newtype",
    "number",
    "number_index",
    "object",
    "open_enum",
    "path_error",
    "present",
    "present_number",
    "published",
    "recorded_object",
    "recorded_read",
    "recorded_write",
    "reader",
    "reader_codec",
    "reader_number",
    "reader_record",
    "record",
    "schema" if "schemars",
    "secret",
    "secret_object",
    "secret_recorded_object",
    "shared" if "validate",
    "strict" if "validate",
    "time_of_day",
    "union",
    "unknown",
    "unread",
    "writer",
    "writer_codec",
    "writer_number",
};

/// The files that make values of bytes.
const ARBITRARY: [&str; 4] = [
    "arbitrary",
    "arbitrary_draw",
    "arbitrary_parts",
    "arbitrary_scalars",
];

/// The files that a crate needs.
pub struct Support<'m> {
    files: Vec<&'static File>,
    extern_types: ExternTypes<'m>,
}

impl<'m> Support<'m> {
    /// Looks through the types, and what the crate has beside them.
    pub(super) fn needed(context: &Context<'m>) -> Self {
        let model = context.model;
        let extern_types = ExternTypes::of(model);
        let mut needed = Needed(BTreeSet::from([
            "annotations",
            "published",
            "schema",
            "strict",
        ]));
        for (_, def) in model.iter() {
            needed.visit(model, def);
        }
        needed.add_if(!context.sharing.is_empty(), "shared");
        if context.arbitrary == Arbitrary::Feature {
            needed.0.extend(ARBITRARY);
        }
        needed.add_if(extern_types.has_codecs(), "codec");
        if extern_types.has_index_maps() {
            needed.add_if(needed.has("codec"), "codec_index");
            needed.add_if(needed.has("number"), "number_index");
        }
        let is_needed =
            |file: &&File| needed.has(file.name) || extern_types.uses_support(file.name);
        Self {
            files: FILES.iter().filter(is_needed).collect(),
            extern_types,
        }
    }

    /// The extern types of the crate.
    pub(super) fn extern_types(&self) -> &ExternTypes<'m> {
        &self.extern_types
    }

    /// Whether there is a closed enum, which needs its error.
    pub fn has_unknown_value(&self) -> bool {
        self.files.iter().any(|file| file.name == "closed_enum")
    }

    /// Whether an enum or a union may be `Unknown`.
    pub fn has_unknown_places(&self) -> bool {
        self.files.iter().any(|file| file.name == "unknown")
    }

    /// Writes `src/support/`.
    pub(super) fn emit(&self, context: &Context<'_>, tree: &mut FileTree) {
        let comment = header(context, DocLines::default()).text();
        let mut files: Vec<(&'static str, Option<&'static str>, String)> = Vec::new();
        for file in &self.files {
            files.push((file.name, file.feature, format!("{comment}{}", file.text)));
        }
        if self.extern_types.has_codecs() {
            let text = self.extern_types.emit_codecs(context);
            files.push(("extern_codec", None, text));
        }
        if !self.extern_types.schemas.is_empty() {
            let text = self.extern_types.emit_schemas(context);
            files.push(("extern_schema", Some("schemars"), text));
        }
        files.sort_by_key(|(name, ..)| *name);
        let allow = quote! {
            #![allow(dead_code, unused_imports, unused_macros, reason = "a crate uses parts of it")]
        };
        let mut mods = Rust::default();
        for (name, feature, text) in files {
            if let Some(feature) = feature {
                mods.push(&Rust::of(&[&"#[cfg(feature = \"", &feature, &"\")]\n"]));
            }
            mods.push(&Rust::of(&[&"pub(crate) mod ", &name, &";\n"]));
            super::put(tree, format!("src/support/{name}.rs"), text);
        }
        let docs = DocLines::of("Code that the types of this crate share.");
        let root = format::file(&header(context, docs), vec![allow.into(), mods.into()]);
        super::put(tree, "src/support/mod.rs".to_owned(), root);
    }
}

/// The names of the files that types need.
struct Needed(BTreeSet<&'static str>);

impl Needed {
    fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    fn add_if(&mut self, is_needed: bool, name: &'static str) {
        if is_needed {
            self.0.insert(name);
        }
    }

    fn visit(&mut self, model: &Model, def: &TypeDef) {
        self.add_if(debug::is_written_out(def), "secret");
        if let TypeKind::Struct(object) = &def.kind {
            self.0.insert("construct");
            self.add_if(defaults::has_defaults(model, object), "defaults");
        }
        match &def.kind {
            TypeKind::Struct(object) if serde::is_written(def) => {
                self.0.extend(serde::needed_support(model, def, object));
            }
            TypeKind::Struct(object) => {
                self.0.insert(serde_module(def, object));
                if object.has_record() {
                    self.0.extend([
                        "record",
                        "recorded_object",
                        "recorded_read",
                        "recorded_write",
                        "unread",
                    ]);
                }
                for field in &object.fields {
                    self.visit_type(model, &field.slot.ty);
                    let has_codec = has_codec(model, &field.slot.ty);
                    if field.presence == Presence::NullOrAbsent && !has_codec {
                        let has_numbers = numbers(&field.slot.ty) != Numbers::None;
                        self.0.insert(if has_numbers {
                            "present_number"
                        } else {
                            "present"
                        });
                    }
                }
                if let UnknownMembers::Kept(_, slot) = &object.unknown {
                    self.visit_type(model, &slot.ty);
                }
            }
            TypeKind::StringEnum(values) => {
                self.visit_enum(values.unlisted);
                self.0.insert("listed");
            }
            TypeKind::ValueEnum(values) => {
                self.visit_enum(values.unlisted);
                match values.repr {
                    ValueRepr::Integer => self.0.extend(["listed", "number"]),
                    ValueRepr::Mixed => self.0.extend(["equality"]),
                }
            }
            TypeKind::Constant(constant) => {
                self.0.insert("constant");
                self.add_if(constant.may_be_absent, "absence");
                if constant.is_closed {
                    self.0.extend(["closed_constant", "closed_enum"]);
                } else {
                    self.0.insert("unknown");
                }
                self.0.extend(match constant.value {
                    ConstantValue::Text(_) => None,
                    ConstantValue::Integer(_) => Some("number"),
                    ConstantValue::Number(_) | ConstantValue::Bool(_) => Some("equality"),
                });
            }
            TypeKind::Union(union) => {
                self.0.extend([
                    "branches",
                    "content",
                    "content_reader",
                    "facts",
                    "path_error",
                    "union",
                    "unread",
                ]);
                self.add_if(matches!(union.rest, Rest::Unknown), "unknown");
                for variant in &union.variants {
                    self.visit_type(model, &variant.slot.ty);
                }
            }
            TypeKind::Newtype(slot) => {
                self.add_if(newtype::has_conversions(slot), "newtype");
                self.visit_type(model, &slot.ty);
            }
            TypeKind::Never => self.add_if(serde::is_written(def), "never"),
            TypeKind::Alias(_) | TypeKind::Extern(_) => {}
        }
    }

    fn visit_enum(&mut self, unlisted: Unlisted) {
        match unlisted {
            Unlisted::Refused => self.0.extend(["closed_enum"]),
            Unlisted::Kept | Unlisted::Allowed => self.0.extend(["open_enum", "unknown"]),
        }
    }

    fn visit_type(&mut self, model: &Model, ty: &Type) {
        let codec_numbers = has_numbers(ty) && has_codec(model, ty);
        self.add_if(codec_numbers, "codec_number");
        self.add_if(mixes_numbers(ty), "codec");
        self.add_if(codec_numbers || numbers(ty) != Numbers::None, "number");
    }
}
