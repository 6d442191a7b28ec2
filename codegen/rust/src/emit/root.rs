//! `src/lib.rs`: the crate's docs, its modules, and everything public in one place.

use std::collections::BTreeSet;

use quote::quote;

use super::support::Support;
use super::{Context, PROMISE, Types, tree, use_line};
use crate::format;
use crate::text::{CodeSpan, DocLines, Rust, Sentence, StringLiteral, sentence};
use cratify_model::model::{Docs, TypeKind};

/// What the crate says of itself.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The title of the document.
    pub title: &'a str,
    /// The description of the document: Markdown.
    pub description: Option<&'a str>,
}

/// Writes `src/lib.rs`.
pub(super) fn emit(
    context: &Context<'_>,
    about: &About<'_>,
    support: &Support<'_>,
    files: &[Types<'_>],
) -> String {
    let extern_types = support.extern_types().lines(context);
    let shares = !context.sharing.is_empty();
    let docs = docs(about, context.model.has_closed(), shares, extern_types);
    let mut mods: Vec<(&str, &'static str)> = Vec::new();
    let modules = modules_of(context, files, "");
    mods.extend(modules.iter().map(|(module, _)| (*module, "mod")));
    mods.extend(
        spaces(context, files)
            .into_iter()
            .map(|space| (space, "pub mod")),
    );
    if support.is_needed() {
        mods.push(("support", "mod"));
    }
    mods.sort_unstable();
    let mods = mods.iter().map(|(name, word)| mod_line(word, name));
    let uses = re_exports(&modules);
    let listed = if support.has_unknown_value() {
        "pub use support::listed::UnknownValue;\n"
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
    let shared = shares.then(|| {
        let path = StringLiteral::new(&format!("../{}", crate::publish::SHARED));
        Rust::of(&[
            &"/// The definitions that the schemas of types refer to, as\n\
              /// `shared-definitions.schema.json`: a JSON Schema, draft 2020-12, with all of them under\n\
              /// `$defs`.\n\
              pub const DEFINITIONS: &str = include_str!(",
            &path,
            &");\n",
        ])
    });
    format::file(
        &super::header(context, docs),
        vec![
            quote! { #![forbid(unsafe_code)] #![warn(missing_docs)] #deprecated #scripts }.into(),
            Rust::join(mods, "").into(),
            uses.into(),
            Rust::of(&[&listed, &strict]).into(),
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
        let mods = modules.iter().map(|(module, _)| mod_line("mod", module));
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
fn mod_line(word: &'static str, name: &str) -> Rust {
    Rust::of(&[&word, &" ", &tree::ident(name), &";\n"])
}

fn re_exports(modules: &[(&str, Vec<&str>)]) -> Rust {
    let uses = modules
        .iter()
        .map(|(module, idents)| use_line("pub use ", &Rust::path(module), idents.iter().copied()));
    Rust::join(uses, "")
}

/// The doc comment of the crate.
fn docs(
    about: &About<'_>,
    has_closed: bool,
    shares: bool,
    extern_types: Vec<Sentence>,
) -> DocLines {
    let mut docs = DocLines::default();
    if !about.description.is_some_and(|text| docs.markdown(text)) {
        docs.sentence(sentence![
            "Data types of ",
            Sentence::plain(about.title),
            "."
        ]);
    }
    let mut tolerance = vec![
        "Reading is tolerant: a value that a newer server adds (a member, an enum value, a branch of a",
        "union) breaks nothing, and what an enum or a union does not know is kept as it came.",
    ];
    if has_closed {
        tolerance.push("Enums that are closed have no variant for it, and reading it is an error.");
    }
    docs.words(&tolerance);
    if !extern_types.is_empty() {
        docs.sentence("# Types of other crates");
        docs.paragraph(PROMISE.map(Sentence::from));
        docs.paragraph(extern_types);
    }
    docs.sentence("# Features");
    docs.words(&[
        "- `schemars`: every type implements `schemars::JsonSchema`.",
        "- `validate`: strict reading. `T::validate_json` and `validate` hold a value against the schema",
        "  of its type and report all violations.",
    ]);
    let mut schemas = vec!["The schema of each type is its constant `SCHEMA`."];
    if shares {
        schemas.push("What schemas refer to is [`DEFINITIONS`].");
    }
    docs.words(&schemas);
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
