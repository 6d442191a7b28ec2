//! `src/lib.rs`: documentation, modules and re-exports. Also `mod.rs` of public modules.

use std::collections::BTreeSet;

use quote::quote;

use super::support::Support;
use super::{Context, EXTERN_TYPES, Types, construct, serde, syntax, use_line};
use crate::format;
use crate::text::{CodeSpan, DocLines, Rust, Sentence, StringLiteral, sentence};
use cratify_model::model::{Docs, TypeKind};
use cratify_model::names::REQUIRED;

/// The document, for the documentation of the crate.
#[derive(Debug, Clone, Copy)]
pub struct DocumentInfo<'a> {
    /// The title of the document.
    pub title: &'a str,
    /// The description of the document: Markdown.
    pub description: Option<&'a str>,
}

/// Writes `src/lib.rs`.
pub(super) fn emit(
    context: &Context<'_>,
    info: &DocumentInfo<'_>,
    support: &Support<'_>,
    files: &[Types<'_>],
) -> String {
    let extern_types = support.extern_types().lines(context);
    let shares = !context.sharing.is_empty();
    let docs = docs(info, context.model.has_closed(), shares, extern_types);
    let mut mods: Vec<(&str, &'static str)> = Vec::new();
    let modules = modules_of(context, files, "");
    mods.extend(modules.iter().map(|(module, _)| (*module, "mod")));
    mods.extend(
        spaces(context, files)
            .into_iter()
            .map(|space| (space, "pub mod")),
    );
    mods.push(("support", "mod"));
    mods.extend(has_required(context, "").then_some((REQUIRED, "pub mod")));
    let written = serde::spaces(context, files);
    mods.extend(written.contains("").then_some((serde::MODULE, "mod")));
    mods.sort_unstable();
    let mods = mods.iter().map(|(name, word)| mod_line(word, name));
    let uses = re_exports(&modules);
    let unknown_value = if support.has_unknown_value() {
        "pub use support::closed_enum::UnknownValue;\n"
    } else {
        ""
    };
    let unknown_places = if support.has_unknown_places() {
        "pub use support::unknown::unknown_places;\n"
    } else {
        ""
    };
    let strict = "#[cfg(feature = \"validate\")]\n\
                  pub use support::strict::{Violation, Violations};\n";
    let deprecated = context.model.iter().any(|(_, def)| mentions_deprecated(&def.docs, &def.kind)).then(|| quote! {
        #![allow(deprecated, reason = "the schema deprecates types and members that are still in use")]
    });
    let scripts = (!context.names.are_ascii()).then(|| {
        quote! {
            #![allow(
                confusable_idents,
                mixed_script_confusables,
                uncommon_codepoints,
                reason = "names are spelled as in the schema"
            )]
        }
    });
    let of_document = quote! {
        #![allow(
            clippy::doc_markdown,
            clippy::fn_params_excessive_bools,
            clippy::large_enum_variant,
            clippy::struct_excessive_bools,
            clippy::type_complexity,
            clippy::unreadable_literal,
            reason = "the schema decides on members, texts and numbers"
        )]
    };
    let shared = shares.then(|| {
        let path = StringLiteral::new(&format!("../{}", crate::publish::SHARED));
        Rust::of(&[
            &"/// The definitions that the schemas of types refer to as `shared-definitions.schema.json`: a JSON\n\
              /// Schema with all of them under `$defs`.\n\
              pub const DEFINITIONS: &str = include_str!(",
            &path,
            &");\n",
        ])
    });
    format::file(
        &super::header(context, docs),
        vec![
            quote! { #![forbid(unsafe_code)] #![warn(missing_docs)] #deprecated #scripts #of_document }.into(),
            Rust::join(mods, "").into(),
            uses.into(),
            Rust::of(&[&unknown_value, &unknown_places, &strict]).into(),
            shared.unwrap_or_default().into(),
        ],
    )
}

/// Writes `mod.rs` of each public module.
pub(super) fn emit_spaces(context: &Context<'_>, files: &[Types<'_>]) -> Vec<(String, String)> {
    let text = |space: &str| {
        let of_space = |types: &&Types<'_>| context.names[types[0].0].space == space;
        let file = files.iter().find(of_space);
        let file = file.map_or(context.document, |types| context.file(types[0].1.at.file));
        let modules = modules_of(context, files, space);
        let written = serde::spaces(context, files).contains(space);
        let written = written.then_some(serde::MODULE);
        let mods = modules.iter().map(|(module, _)| *module).chain(written);
        let mods = mods.map(|module| mod_line("mod", module));
        let required = has_required(context, space).then(|| mod_line("pub mod", REQUIRED));
        let mods = mods.chain(required);
        let docs = DocLines::of(sentence!["Types of ", CodeSpan::new(file), "."]);
        format::file(
            &super::header(context, docs),
            vec![Rust::join(mods, "").into(), re_exports(&modules).into()],
        )
    };
    let spaces = spaces(context, files).into_iter();
    spaces
        .map(|space| (space.to_owned(), text(space)))
        .collect()
}

/// Whether a public module has structs of required members.
fn has_required(context: &Context<'_>, space: &str) -> bool {
    let mut structs = construct::by_name(context.model);
    structs.any(|(id, ..)| context.names[id].space == space)
}

/// The public modules.
fn spaces<'a>(context: &Context<'a>, files: &[Types<'_>]) -> BTreeSet<&'a str> {
    let spaces = files
        .iter()
        .map(|types| context.names[types[0].0].space.as_str());
    spaces.filter(|space| !space.is_empty()).collect()
}

/// The private modules of a public one, each with the types in it.
fn modules_of<'a>(
    context: &Context<'a>,
    files: &[Types<'_>],
    space: &str,
) -> Vec<(&'a str, Vec<&'a str>)> {
    let mut modules: Vec<(&str, Vec<&str>)> = Vec::with_capacity(files.len());
    for types in files {
        let names = &context.names[types[0].0];
        if names.space != space {
            continue;
        }
        let idents = types
            .iter()
            .map(|(id, _)| context.names[*id].ident.as_str());
        let mut idents: Vec<&str> = idents.collect();
        idents.sort_unstable();
        modules.push((&names.module, idents));
    }
    modules.sort_unstable();
    modules
}

/// The declaration of a module.
pub(super) fn mod_line(word: &'static str, name: &str) -> Rust {
    Rust::of(&[&word, &" ", &syntax::ident(name), &";\n"])
}

fn re_exports(modules: &[(&str, Vec<&str>)]) -> Rust {
    let uses = modules
        .iter()
        .map(|(module, idents)| use_line("pub use ", &Rust::path(module), idents.iter().copied()));
    Rust::join(uses, "")
}

/// The doc comment of the crate.
fn docs(
    info: &DocumentInfo<'_>,
    has_closed: bool,
    shares: bool,
    extern_types: Vec<Sentence>,
) -> DocLines {
    let mut docs = DocLines::default();
    if !info.description.is_some_and(|text| docs.markdown(text)) {
        docs.sentence(sentence![
            "Data types of ",
            Sentence::plain(info.title),
            "."
        ]);
    }
    docs.words(&[
        "Reading is tolerant: a member, an enum value or a branch of a union that a newer server adds is no",
        "error. Enums and unions keep unknown values, and write them back unchanged.",
    ]);
    if has_closed {
        docs.sentence("Closed enums have no variant for unknown values: to read one is an error.");
    }
    if !extern_types.is_empty() {
        docs.sentence("# Types of other crates");
        docs.paragraph(EXTERN_TYPES.map(Sentence::from));
        docs.paragraph(extern_types);
    }
    docs.sentence("# Features");
    docs.words(&[
        "- `schemars`: implements `schemars::JsonSchema` for every type.",
        "- `validate`: strict reading. `T::validate_json` and `validate` report all violations of a schema.",
    ]);
    docs.sentence("`T::schema()` is the JSON Schema of a type.");
    if shares {
        docs.sentence("Schemas refer to [`DEFINITIONS`].");
    }
    docs
}

/// Whether a type, a member or a variant of it, is deprecated.
fn mentions_deprecated(docs: &Docs, kind: &TypeKind) -> bool {
    docs.deprecated
        || match kind {
            TypeKind::Struct(object) => object.fields.iter().any(|field| field.docs.deprecated),
            TypeKind::StringEnum(values) => values.values.iter().any(|one| one.docs.deprecated),
            TypeKind::ValueEnum(values) => values.values.iter().any(|one| one.docs.deprecated),
            TypeKind::Union(union) => union.variants.iter().any(|one| one.docs.deprecated),
            TypeKind::Newtype(_) | TypeKind::Alias(_) | TypeKind::Extern(_) | TypeKind::Never => {
                false
            }
        }
}
