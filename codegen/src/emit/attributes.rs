//! Derives and attributes: those that the kind of a type has, and those that are asked for.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::debug;
use crate::model::TypeDef;
use crate::settings;

/// What every type has, by a derive or written out.
const EVERYWHERE: [&str; 6] = [
    "Debug",
    "Clone",
    "PartialEq",
    "Serialize",
    "Deserialize",
    "JsonSchema",
];

/// The derive of a type: `Debug` where it is not written out, then `own`, then what is asked for and
/// is not among all that.
pub(super) fn derive(def: &TypeDef, own: &[&str]) -> TokenStream {
    let debug = (!debug::is_written_out(def)).then_some("Debug");
    let own: Vec<Ident> = debug
        .into_iter()
        .chain(own.iter().copied())
        .map(|name| format_ident!("{name}"))
        .collect();
    let mut asked = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for path in def
        .extras
        .derives
        .iter()
        .flat_map(|text| settings::derives(text))
    {
        let name = path.segments.last().map(|last| last.ident.to_string());
        let name = name.unwrap_or_default();
        // A trait is known by its last name, with a path or without.
        if !EVERYWHERE.contains(&&*name)
            && !own.iter().any(|own| *own == name)
            && !names.contains(&name)
        {
            names.push(name);
            asked.push(path);
        }
    }
    quote! { #[derive(#(#own,)* #(#asked),*)] }
}

/// The attributes that are asked for.
pub(super) fn asked(texts: &[String]) -> TokenStream {
    let attributes = texts.iter().flat_map(|text| settings::attributes(text));
    let mut tokens = TokenStream::new();
    attributes.for_each(|attribute| attribute.to_tokens(&mut tokens));
    tokens
}
