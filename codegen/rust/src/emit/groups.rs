//! Writes the features that select types: the attribute of each module and item, the documentation of the crate.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use crate::text::{CodeSpan, Rust, Sentence, StringLiteral, sentence};
use cratify_model::analyze::FULL;
use cratify_model::model::TypeId;

/// The attribute of an item that builds with the types of a file have, with its line break. Empty if all builds have it.
pub(super) fn attribute(context: &Context<'_>, id: TypeId) -> Rust {
    let Some(names) = context.groups.selecting(context.model, id) else {
        return Rust::default();
    };
    let features = names
        .iter()
        .map(|name| Rust::of(&[&"feature = ", &StringLiteral::new(name)]));
    let features: Vec<Rust> = features.collect();
    match features.as_slice() {
        [feature] => Rust::of(&[&"#[cfg(", feature, &")]\n"]),
        _ => Rust::of(&[&"#[cfg(any(", &Rust::join(features, ", "), &"))]\n"]),
    }
}

/// The attribute of the crate. Where some types are left out, links to them have no target.
pub(super) fn crate_attribute(context: &Context<'_>) -> Option<TokenStream> {
    let is_divided = !context.groups.features().is_empty();
    is_divided.then(|| {
        quote! {
            #![cfg_attr(
                not(feature = #FULL),
                allow(rustdoc::broken_intra_doc_links, reason = "some types are left out")
            )]
        }
    })
}

/// The features as items of a list, for the documentation of the crate and its README.
pub(crate) fn list(context: &Context<'_>) -> Vec<Sentence> {
    let features = context.groups.features();
    if features.is_empty() {
        return Vec::new();
    }
    let mut items = vec![sentence![
        "- `",
        FULL,
        "`, on by default: all types. Without it, a feature selects some, with the types that they lead to:"
    ]];
    for feature in features {
        let origins = feature
            .origins
            .iter()
            .map(String::as_str)
            .map(CodeSpan::new);
        let origins = Sentence::join(origins, ", ");
        let name = CodeSpan::new(&feature.name);
        items.push(sentence!["- ", name, ": the types of ", origins, "."]);
    }
    items
}
