//! The private module `support` of a generated crate: what the types share.
//!
//! Its files are those of `src/support`, copied as they are; a crate gets those that its types use.

use quote::quote;

use super::extern_types::ExternTypes;
use super::types::{Numbers, has_codec, mixes_numbers, numbers};
use super::{Context, debug, header};
use crate::format;
use crate::text::{DocLines, Rust};
use crate::tree::FileTree;
use cratify_model::model::{
    Model, Presence, Secrecy, Type, TypeKind, UnknownMembers, Unlisted, ValueRepr,
};

/// A file of the module.
struct Part {
    name: &'static str,
    text: &'static str,
    /// The feature of the generated crate that turns it on.
    feature: Option<&'static str>,
}

/// The file of a name, and the feature that turns it on.
macro_rules! part {
    ($name:literal, $feature:expr) => {
        Part {
            name: $name,
            text: include_str!(concat!("../support/", $name, ".rs")),
            feature: $feature,
        }
    };
}

const CODEC: Part = part!("codec", None);
const CODEC_INDEX: Part = part!("codec_index", None);
const CODEC_NUMBER: Part = part!("codec_number", None);
const CONTENT: Part = part!("content", None);
const LISTED: Part = part!("listed", None);
const NUMBER: Part = part!("number", None);
const NUMBER_INDEX: Part = part!("number_index", None);
const OBJECT: Part = part!("object", None);
const SAME: Part = part!("same", None);
const SCHEMA: Part = part!("schema", Some("schemars"));
const SECRET: Part = part!("secret", None);
const SECRET_OBJECT: Part = part!("secret_object", None);
const SHARED: Part = part!("shared", Some("validate"));
const STRICT: Part = part!("strict", Some("validate"));
const TEXT: Part = part!("text", None);
const THERE: Part = part!("there", None);
const THERE_NUMBER: Part = part!("there_number", None);
const UNION: Part = part!("union", None);
const VALUE: Part = part!("value", None);

/// The files that a crate needs.
pub struct Support<'m> {
    parts: Vec<&'static Part>,
    extern_types: ExternTypes<'m>,
}

/// The modules that [`Codec::Support`](cratify_model::model::Codec::Support) names.
const CODECS: [Part; 3] = [
    part!("base64", None),
    part!("decimal", None),
    part!("time_of_day", None),
];

impl<'m> Support<'m> {
    /// Looks through a model; `shares` tells whether schemas share definitions.
    pub fn needed(model: &'m Model, shares: bool) -> Self {
        let extern_types = ExternTypes::of(model);
        let mut needs = Needs::default();
        for (_, def) in model.iter() {
            needs.visit(model, &def.kind);
            needs.secrets |= debug::is_written_out(def);
            if matches!(def.kind, TypeKind::Struct(_)) {
                let is_secret = def.secrecy == Secrecy::Whole;
                needs.objects |= !is_secret;
                needs.secret_objects |= is_secret;
            }
        }
        let index_maps = extern_types.has_index_maps();
        let codecs = extern_types.has_codecs() || needs.mixed_numbers;
        let parts = [
            (codecs, &CODEC),
            (codecs && index_maps, &CODEC_INDEX),
            (needs.codec_numbers, &CODEC_NUMBER),
            (needs.unions, &CONTENT),
            (needs.listed, &LISTED),
            (needs.numbers, &NUMBER),
            (needs.numbers && index_maps, &NUMBER_INDEX),
            (needs.objects, &OBJECT),
            (needs.same, &SAME),
            (true, &SCHEMA),
            (needs.secrets, &SECRET),
            (needs.secret_objects, &SECRET_OBJECT),
            (shares, &SHARED),
            (true, &STRICT),
            (needs.texts, &TEXT),
            (needs.there, &THERE),
            (needs.there_numbers, &THERE_NUMBER),
            (needs.unions, &UNION),
            (needs.values, &VALUE),
        ];
        let parts = parts.into_iter().filter(|(needed, _)| *needed);
        let parts = parts.map(|(_, part)| part);
        let codecs = CODECS
            .iter()
            .filter(|part| extern_types.uses_support(part.name));
        Self {
            parts: parts.chain(codecs).collect(),
            extern_types,
        }
    }

    /// The types of other crates.
    pub(super) fn extern_types(&self) -> &ExternTypes<'m> {
        &self.extern_types
    }

    /// Whether there is any.
    pub fn is_needed(&self) -> bool {
        !self.parts.is_empty()
    }

    /// Whether closed enums need the error of a value that they do not list.
    pub fn has_unknown_value(&self) -> bool {
        self.parts.iter().any(|part| part.name == LISTED.name)
    }

    /// Writes `src/support/`.
    pub(super) fn emit(&self, context: &Context<'_>, tree: &mut FileTree) {
        let comment = header(context, DocLines::default()).text();
        let mut files: Vec<(&'static str, Option<&'static str>, String)> = Vec::new();
        for part in &self.parts {
            files.push((part.name, part.feature, format!("{comment}{}", part.text)));
        }
        if self.extern_types.has_codecs() {
            files.push(("foreign", None, self.extern_types.emit_codecs(context)));
        }
        if !self.extern_types.replaced.is_empty() {
            let text = self.extern_types.emit_replaced(context);
            files.push(("replaced", Some("schemars"), text));
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
        let docs = DocLines::of("What the types of this crate share.");
        let root = format::file(&header(context, docs), vec![allow.into(), mods.into()]);
        super::put(tree, "src/support/mod.rs".to_owned(), root);
    }
}

#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each stands for a file, and no two go together"
)]
struct Needs {
    codec_numbers: bool,
    listed: bool,
    mixed_numbers: bool,
    numbers: bool,
    objects: bool,
    secret_objects: bool,
    secrets: bool,
    texts: bool,
    there: bool,
    there_numbers: bool,
    same: bool,
    unions: bool,
    values: bool,
}

impl Needs {
    fn visit(&mut self, model: &Model, kind: &TypeKind) {
        match kind {
            TypeKind::Struct(object) => {
                for field in &object.fields {
                    self.visit_type(model, &field.slot.ty);
                    let has_codec = has_codec(model, &field.slot.ty);
                    if field.presence == Presence::NullOrAbsent && !has_codec {
                        let some = numbers(&field.slot.ty) != Numbers::None;
                        self.there_numbers |= some;
                        self.there |= !some;
                    }
                }
                if let UnknownMembers::Kept(_, slot) = &object.unknown {
                    self.visit_type(model, &slot.ty);
                }
            }
            TypeKind::StringEnum(values) => match values.unlisted {
                Unlisted::Refused => self.listed = true,
                Unlisted::Kept | Unlisted::Allowed => self.texts = true,
            },
            TypeKind::ValueEnum(values) => {
                match values.unlisted {
                    Unlisted::Refused => self.listed = true,
                    Unlisted::Kept | Unlisted::Allowed => self.values = true,
                }
                self.numbers |= values.repr == ValueRepr::Integer;
                self.same |= values.repr == ValueRepr::Mixed;
            }
            TypeKind::Union(union) => {
                self.unions = true;
                for variant in &union.variants {
                    self.visit_type(model, &variant.slot.ty);
                }
            }
            TypeKind::Newtype(slot) => self.visit_type(model, &slot.ty),
            TypeKind::Alias(_) | TypeKind::Extern(_) | TypeKind::Never => {}
        }
    }

    fn visit_type(&mut self, model: &Model, ty: &Type) {
        let mut has_numbers = false;
        ty.visit(&mut |ty| has_numbers |= numbers(ty) != Numbers::None);
        let codec_numbers = has_numbers && has_codec(model, ty);
        self.codec_numbers |= codec_numbers;
        self.mixed_numbers |= mixes_numbers(ty);
        self.numbers |= codec_numbers || numbers(ty) != Numbers::None;
    }
}
