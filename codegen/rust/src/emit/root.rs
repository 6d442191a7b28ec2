//! Writes `src/lib.rs` (documentation, modules and re-exports), and `mod.rs` of public modules.

use std::collections::BTreeSet;

use quote::quote;

use super::context::Context;
use super::extern_types::EXTERN_TYPES;
use super::files::Types;
use super::imports::use_line;
use super::support::Support;
use super::{arbitrary, attributes, construct, groups, serde};
use crate::format;
use crate::syntax;
use crate::text::{CodeSpan, DocLines, Rust, Sentence, StringLiteral, sentence};
use cratify_model::names::REQUIRED;
use cratify_model::settings::Arbitrary;

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
    let docs = docs(context, info, shares, extern_types);
    let mut mods: Vec<(&str, Rust)> = Vec::new();
    let modules = modules_of(context, files, "");
    mods.extend(
        modules
            .iter()
            .map(|module| (module.name, module.line("mod"))),
    );
    mods.extend(
        spaces(context, files)
            .into_iter()
            .map(|space| (space, mod_line("pub mod", space))),
    );
    mods.push(("support", mod_line("mod", "support")));
    let required = has_required(context, "").then(|| (REQUIRED, mod_line("pub mod", REQUIRED)));
    mods.extend(required);
    let written = serde::spaces(context, files).contains("");
    mods.extend(written.then(|| (serde::MODULE, mod_line("mod", serde::MODULE))));
    if context.arbitrary == Arbitrary::Feature {
        let line = mod_line("mod", arbitrary::MODULE);
        let line = Rust::of(&[&"#[cfg(feature = \"arbitrary\")]\n", &line]);
        mods.push((arbitrary::MODULE, line));
    }
    mods.sort_by_key(|(name, _)| *name);
    let mods = mods.into_iter().map(|(_, line)| line);
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
    let deprecated = attributes::allow_deprecated(context);
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
            clippy::disallowed_names,
            clippy::doc_markdown,
            clippy::fn_params_excessive_bools,
            clippy::large_enum_variant,
            clippy::module_inception,
            clippy::struct_excessive_bools,
            clippy::type_complexity,
            clippy::unicode_not_nfc,
            clippy::unreadable_literal,
            reason = "the schema decides on names, members, texts and numbers"
        )]
    };
    let groups = groups::crate_attribute(context);
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
            quote! { #![forbid(unsafe_code)] #![warn(missing_docs)] #deprecated #groups #scripts #of_document }.into(),
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
        let file = files
            .iter()
            .find(of_space)
            .zip(context.model.modules.as_ref());
        let file = file.map_or(context.document, |(types, by_file)| {
            context.file(by_file.file_of(&types[0].1.at))
        });
        let modules = modules_of(context, files, space);
        let written = serde::spaces(context, files).contains(space);
        let written = written.then_some(serde::MODULE);
        let mods = modules.iter().map(|module| module.line("mod"));
        let mods = mods.chain(written.map(|module| mod_line("mod", module)));
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
    let mut structs = construct::by_name(context);
    structs.any(|(id, ..)| context.names[id].space == space)
}

/// The public modules.
fn spaces<'a>(context: &Context<'a>, files: &[Types<'_>]) -> BTreeSet<&'a str> {
    let spaces = files
        .iter()
        .map(|types| context.names[types[0].0].space.as_str());
    spaces.filter(|space| !space.is_empty()).collect()
}

/// A private module.
struct Module<'a> {
    name: &'a str,
    /// Its types, and their former names.
    idents: Vec<&'a str>,
    /// The attribute that selects it by features.
    attribute: Rust,
}

impl Module<'_> {
    /// Its declaration.
    fn line(&self, word: &'static str) -> Rust {
        Rust::of(&[&self.attribute, &mod_line(word, self.name)])
    }
}

/// The private modules of a public one, ordered by name.
fn modules_of<'a>(context: &Context<'a>, files: &[Types<'_>], space: &str) -> Vec<Module<'a>> {
    let mut modules: Vec<Module<'_>> = Vec::with_capacity(files.len());
    for types in files {
        let names = &context.names[types[0].0];
        if names.space != space {
            continue;
        }
        let idents = types.iter().flat_map(|(id, _)| {
            let names = &context.names[*id];
            let former = names.former.iter();
            std::iter::once(&names.ident).chain(former)
        });
        let mut idents: Vec<&str> = idents.map(String::as_str).collect();
        idents.sort_unstable();
        modules.push(Module {
            name: &names.module,
            idents,
            attribute: groups::attribute(context, types[0].0),
        });
    }
    modules.sort_by_key(|module| module.name);
    modules
}

/// The declaration of a module.
pub(super) fn mod_line(word: &'static str, name: &str) -> Rust {
    Rust::of(&[&word, &" ", &syntax::ident(name), &";\n"])
}

fn re_exports(modules: &[Module<'_>]) -> Rust {
    let uses = modules.iter().map(|module| {
        let idents = module.idents.iter().copied();
        let line = use_line("pub use ", &Rust::path(module.name), idents);
        Rust::of(&[&module.attribute, &line])
    });
    Rust::join(uses, "")
}

/// The doc comment of the crate.
fn docs(
    context: &Context<'_>,
    info: &DocumentInfo<'_>,
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
        "Reading is tolerant: a member, an enum value or a branch of a union that a newer server adds",
        "is not an error. Enums and unions keep unknown values, and write them back unchanged.",
    ]);
    if context.model.has_closed() {
        docs.sentence("Closed enums have no variant for unknown values: to read one is an error.");
    }
    if !extern_types.is_empty() {
        docs.sentence("# Types of other crates");
        docs.words(&EXTERN_TYPES);
        docs.paragraph(extern_types);
    }
    docs.sentence("# Features");
    let mut features = vec![
        "- `schemars`: implements `schemars::JsonSchema` for every type.",
        "- `validate`: strict reading. `T::validate_json` and `validate` report all violations of a schema.",
    ];
    if context.arbitrary == Arbitrary::Feature {
        features.insert(
            0,
            "- `arbitrary`: implements `arbitrary::Arbitrary` for every type; the values are valid for its schema.",
        );
    }
    docs.paragraph(features.into_iter().map(Sentence::from));
    let features = groups::list(context);
    if !features.is_empty() {
        docs.paragraph(features);
    }
    docs.sentence("`T::schema()` is the JSON Schema of a type.");
    if shares {
        docs.sentence("Schemas refer to [`DEFINITIONS`].");
    }
    docs
}
