//! Derives and attributes: those that the kind of a type has, and those that are asked for.

use proc_macro2::Ident;
use quote::quote;
use syn::Attribute;

use super::{debug, tree};
use cratify_model::model::TypeDef;
use cratify_model::settings;

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
pub(super) fn derive(def: &TypeDef, own: &[&str]) -> Attribute {
    let debug = (!debug::is_written_out(def)).then_some("Debug");
    let own: Vec<Ident> = debug
        .into_iter()
        .chain(own.iter().copied())
        .map(tree::ident)
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
    let own = own.into_iter().map(|name| quote! { #name });
    let asked = asked.into_iter().map(|path| quote! { #path });
    tree::list("derive", tree::commas(own.chain(asked)))
}

/// The attributes that are asked for.
pub(super) fn asked(texts: &[String]) -> impl Iterator<Item = Attribute> {
    texts.iter().flat_map(|text| settings::attributes(text))
}
