//! Derives and attributes: those that the kind of a type has, that a schema asks for, and that settings request.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Attribute;
use syn::parse::Parser;

use super::context::Context;
use super::debug;
use crate::syntax;
use crate::text::{Rust, StringLiteral};
use cratify_model::analyze::Traits;
use cratify_model::model::{Docs, Requested, TypeDef};
use cratify_schema::diagnostic::{Code, Diagnostic, visible};

/// The traits that every type implements, by a derive or otherwise.
const EVERYWHERE: [&str; 6] = [
    "Debug",
    "Clone",
    "PartialEq",
    "Serialize",
    "Deserialize",
    "JsonSchema",
];

/// The derive of a type: `Debug` unless it is implemented otherwise, its own traits, `more`, then the requested ones that
/// are not among these, nor among the traits that are implemented otherwise.
pub(super) fn derive(def: &TypeDef, traits: Traits, more: &[&str], written: &[&str]) -> Attribute {
    let mut own: Vec<&str> = Vec::new();
    own.extend(debug::is_derived(def).then_some("Debug"));
    own.push("Clone");
    own.extend(traits.is_copy.then_some("Copy"));
    own.push("PartialEq");
    if traits.is_key {
        own.extend(["Eq", "PartialOrd", "Ord", "Hash"]);
    }
    own.extend(traits.has_default.then_some("Default"));
    own.extend(more);
    let own: Vec<Ident> = own.into_iter().map(syntax::ident).collect();
    let mut requested: Vec<TokenStream> = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for path in &def.extras.derives {
        // A trait is known by its last name, with a path or without.
        let name = path.last();
        if !EVERYWHERE.contains(&name)
            && !written.contains(&name)
            && !own.iter().any(|own| *own == name)
            && !names.contains(&name)
        {
            names.push(name);
            requested.extend(path.as_str().parse::<TokenStream>());
        }
    }
    let own = own.into_iter().map(|name| quote! { #name });
    syntax::list("derive", syntax::commas(own.chain(requested)))
}

/// The attribute of an item that stands for something deprecated: a type, a field, a variant.
pub(super) fn deprecated(docs: &Docs) -> Option<Attribute> {
    docs.deprecated.then(|| syntax::word("deprecated"))
}

/// The same as a line with this indentation, for each further item that stands for it.
pub(super) fn deprecated_line(indent: &'static str, docs: &Docs) -> Rust {
    if docs.deprecated {
        Rust::of(&[&indent, &"#[deprecated]\n"])
    } else {
        Rust::default()
    }
}

/// The attribute of an item with a former name.
pub(super) fn renamed(now: &str) -> Rust {
    let note = StringLiteral::new(&format!("renamed to `{now}`"));
    Rust::of(&[&"#[deprecated(note = ", &note, &")]"])
}

/// The attribute of the crate that lets its own code name what is deprecated.
pub(super) fn allow_deprecated(context: &Context<'_>) -> Option<TokenStream> {
    let mut is_renamed = false;
    for (id, def) in context.model.own_types() {
        if def.has_deprecated() {
            return Some(quote! {
                #![allow(deprecated, reason = "the schema deprecates types and members that are still in use")]
            });
        }
        is_renamed |= !context.names[id].former.is_empty();
    }
    is_renamed.then(|| {
        quote! {
            #![allow(deprecated, reason = "former names are deprecated")]
        }
    })
}

/// The attributes that are requested for a type, a field or a variant.
pub(super) fn requested(texts: &[String]) -> impl Iterator<Item = Attribute> {
    texts.iter().flat_map(|text| read(text))
}

/// The attributes of a text; none where it is not Rust.
fn read(text: &str) -> Vec<Attribute> {
    let attributes = Attribute::parse_outer.parse_str(text);
    attributes.unwrap_or_default()
}

/// Reports a requested attribute that is not Rust, or that is a derive.
pub fn check(attribute: &Requested) -> Option<Diagnostic> {
    let Requested { text, location } = attribute;
    let found = read(text);
    if found.is_empty() {
        return Some(
            Diagnostic::error(
                Code::NotRust,
                location.clone(),
                format!("`{}` is not an attribute", visible(text)),
            )
            .help("write it as it is to stand in the code: `#[serde(alias = \"id\")]`"),
        );
    }
    let is_derive = |attribute: &Attribute| attribute.path().is_ident("derive");
    found.iter().any(is_derive).then(|| {
        Diagnostic::error(
            Code::NotRust,
            location.clone(),
            format!("`{}` is a list of derives", visible(text)),
        )
        .help("request them with `derive`, which leaves out derives that the type has already")
    })
}
