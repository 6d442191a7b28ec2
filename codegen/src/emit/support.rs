//! The private module `support` of a generated crate: what the types share.
//!
//! Its files are Rust as it stands in `support/`, written out unchanged; a crate gets those that its
//! types use.

#[cfg(test)]
#[allow(
    clippy::pedantic,
    dead_code,
    reason = "it is the code of generated crates"
)]
#[path = "support/content.rs"]
mod content;
#[cfg(test)]
#[path = "support/tests.rs"]
mod tests;

use super::foreign::ForeignTypes;
use super::types::{Numbers, has_codec, mixes_numbers, numbers};
use super::{Context, debug};
use crate::files::FileTree;
use crate::model::{Codec, Model, Presence, Type, TypeKind, UnknownMembers, Unlisted, ValueRepr};

/// A file of the module.
struct Part {
    name: &'static str,
    text: &'static str,
    /// The feature of the generated crate that turns it on.
    feature: Option<&'static str>,
}

const CODEC: Part = Part {
    name: "codec",
    text: include_str!("support/codec.rs"),
    feature: None,
};
const CODEC_INDEX: Part = Part {
    name: "codec_index",
    text: include_str!("support/codec_index.rs"),
    feature: None,
};
const CODEC_NUMBER: Part = Part {
    name: "codec_number",
    text: include_str!("support/codec_number.rs"),
    feature: None,
};
const CONTENT: Part = Part {
    name: "content",
    text: include_str!("support/content.rs"),
    feature: None,
};
const DECIMAL: Part = Part {
    name: "decimal",
    text: include_str!("support/decimal.rs"),
    feature: None,
};
const LISTED: Part = Part {
    name: "listed",
    text: include_str!("support/listed.rs"),
    feature: None,
};
const NUMBER: Part = Part {
    name: "number",
    text: include_str!("support/number.rs"),
    feature: None,
};
const NUMBER_INDEX: Part = Part {
    name: "number_index",
    text: include_str!("support/number_index.rs"),
    feature: None,
};
const OBJECT: Part = Part {
    name: "object",
    text: include_str!("support/object.rs"),
    feature: None,
};
const SCHEMA: Part = Part {
    name: "schema",
    text: include_str!("support/schema.rs"),
    feature: Some("schemars"),
};
const SECRET: Part = Part {
    name: "secret",
    text: include_str!("support/secret.rs"),
    feature: None,
};
const SHARED: Part = Part {
    name: "shared",
    text: include_str!("support/shared.rs"),
    feature: Some("validate"),
};
const STRICT: Part = Part {
    name: "strict",
    text: include_str!("support/strict.rs"),
    feature: Some("validate"),
};
const TEXT: Part = Part {
    name: "text",
    text: include_str!("support/text.rs"),
    feature: None,
};
const THERE: Part = Part {
    name: "there",
    text: include_str!("support/there.rs"),
    feature: None,
};
const THERE_NUMBER: Part = Part {
    name: "there_number",
    text: include_str!("support/there_number.rs"),
    feature: None,
};
const TIME_OF_DAY: Part = Part {
    name: "time_of_day",
    text: include_str!("support/time_of_day.rs"),
    feature: None,
};
const UNION: Part = Part {
    name: "union",
    text: include_str!("support/union.rs"),
    feature: None,
};
const VALUE: Part = Part {
    name: "value",
    text: include_str!("support/value.rs"),
    feature: None,
};

/// The files that a crate needs.
pub(crate) struct Support<'m> {
    parts: Vec<&'static Part>,
    foreign: ForeignTypes<'m>,
}

impl<'m> Support<'m> {
    /// Looks through a model; `shares` tells whether schemas share definitions.
    pub(crate) fn needed(model: &'m Model, shares: bool) -> Self {
        let foreign = ForeignTypes::of(model);
        let mut needs = Needs::default();
        for (_, def) in model.iter() {
            needs.visit(model, &def.kind);
            needs.secrets |= debug::is_written_out(def);
        }
        let index_maps = foreign.has_index_maps();
        let codecs = foreign.has_codecs() || needs.mixed_numbers;
        let parts = [
            (codecs, &CODEC),
            (codecs && index_maps, &CODEC_INDEX),
            (needs.codec_numbers, &CODEC_NUMBER),
            (needs.unions, &CONTENT),
            (foreign.uses(&Codec::Decimal), &DECIMAL),
            (needs.listed, &LISTED),
            (needs.numbers, &NUMBER),
            (needs.numbers && index_maps, &NUMBER_INDEX),
            (needs.objects, &OBJECT),
            (true, &SCHEMA),
            (needs.secrets, &SECRET),
            (shares, &SHARED),
            (true, &STRICT),
            (needs.texts, &TEXT),
            (needs.there, &THERE),
            (needs.there_numbers, &THERE_NUMBER),
            (foreign.uses(&Codec::TimeOfDay), &TIME_OF_DAY),
            (needs.unions, &UNION),
            (needs.values, &VALUE),
        ];
        let parts = parts.into_iter().filter(|(needed, _)| *needed);
        Self {
            parts: parts.map(|(_, part)| part).collect(),
            foreign,
        }
    }

    /// The types of other crates.
    pub(super) fn foreign(&self) -> &ForeignTypes<'m> {
        &self.foreign
    }

    /// Whether there is any.
    pub(crate) fn is_needed(&self) -> bool {
        !self.parts.is_empty()
    }

    /// Whether closed enums need the error of a value that they do not list.
    pub(crate) fn has_unknown_value(&self) -> bool {
        self.parts.iter().any(|part| part.name == LISTED.name)
    }

    /// Writes `src/support/`.
    pub(super) fn emit(&self, context: &Context<'_>, tree: &mut FileTree) {
        let header = format!(
            "// @generated by cratify from {}. Do not edit: change the schema instead.\n\n",
            context.document
        );
        let mut files: Vec<(&str, Option<&str>, String)> = Vec::new();
        for part in &self.parts {
            files.push((part.name, part.feature, format!("{header}{}", part.text)));
        }
        if self.foreign.has_codecs() {
            let header = format!("{header}//! What reads and writes types of other crates.\n");
            let text = self.foreign.emit_codecs(context, &header);
            files.push(("foreign", None, text));
        }
        if !self.foreign.replaced.is_empty() {
            let header = format!("{header}//! What has the schemas of types of other crates.\n");
            let text = self.foreign.emit_replaced(context, &header);
            files.push(("replaced", Some("schemars"), text));
        }
        files.sort_by_key(|(name, ..)| *name);
        let mut root = format!("{header}//! What the types of this crate share.\n\n");
        for (name, feature, text) in files {
            if let Some(feature) = feature {
                root.push_str(&format!("#[cfg(feature = \"{feature}\")]\n"));
            }
            root.push_str(&format!("pub(crate) mod {name};\n"));
            super::put(tree, format!("src/support/{name}.rs"), text);
        }
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
    secrets: bool,
    texts: bool,
    there: bool,
    there_numbers: bool,
    unions: bool,
    values: bool,
}

impl Needs {
    fn visit(&mut self, model: &Model, kind: &TypeKind) {
        match kind {
            TypeKind::Struct(object) => {
                self.objects = true;
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
            }
            TypeKind::Union(union) => {
                self.unions = true;
                for variant in &union.variants {
                    self.visit_type(model, &variant.slot.ty);
                }
            }
            TypeKind::Newtype(slot) => self.visit_type(model, &slot.ty),
            TypeKind::Alias(_) | TypeKind::Foreign(_) | TypeKind::Never => {}
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
