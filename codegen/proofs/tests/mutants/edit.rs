//! Edits of a generated file: their kinds, and all that a file offers.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{File, Item};

use crate::tokens::tokens_of;
use crate::{attributes, code, slots};

/// One decision of the generator, made otherwise.
#[derive(Debug, Clone)]
pub(crate) struct Edit {
    /// The decision, and its wrong version.
    pub kind: String,
    /// The type, and the field or variant.
    pub place: String,
    /// The whole file.
    pub text: String,
}

/// Takes an edit: its kind, its place, and the tokens of what was edited.
pub(crate) type Found<'a> = &'a mut dyn FnMut(&str, &str, TokenStream);

/// All edits of a file of types.
pub(crate) fn edits(text: &str) -> Vec<Edit> {
    let file = syn::parse_file(text).expect("what is generated is Rust");
    let mut edits = Vec::new();
    let mut whole = |kind: &str, place: &str, tokens: TokenStream| {
        edits.push(Edit {
            kind: kind.to_owned(),
            place: place.to_owned(),
            text: tokens.to_string(),
        });
    };
    for (index, item) in file.items.iter().enumerate() {
        let mut one = |kind: &str, place: &str, tokens: TokenStream| {
            whole(kind, place, with_item(&file, index, &tokens));
        };
        let rebuild = |tokens: Vec<_>| tokens.into_iter().collect();
        match item {
            Item::Struct(item) => {
                attributes::edits(
                    &tokens_of(item),
                    &item.ident.to_string(),
                    &rebuild,
                    &mut one,
                );
            }
            Item::Enum(item) => {
                attributes::edits(
                    &tokens_of(item),
                    &item.ident.to_string(),
                    &rebuild,
                    &mut one,
                );
            }
            Item::Impl(item) => code::edits(item, &mut one),
            Item::Macro(item) => code::macro_edits(item, &mut one),
            _ => {}
        }
    }
    slots::edits(&file, &mut whole);
    edits
}

/// The file with other tokens in the place of an item.
pub(crate) fn with_item(file: &File, at: usize, tokens: &TokenStream) -> TokenStream {
    let before = &file.items[..at];
    let after = &file.items[at + 1..];
    quote!(#(#before)* #tokens #(#after)*)
}

/// The file without the items that `drop` says.
pub(crate) fn without(file: &File, drop: impl Fn(&Item) -> bool) -> File {
    let mut file = file.clone();
    file.items.retain(|item| !drop(item));
    file
}

/// The name of the type that an item is an implementation for, and of the trait.
pub(crate) fn implemented(item: &Item) -> Option<(String, Option<String>)> {
    let Item::Impl(item) = item else {
        return None;
    };
    let name = item.self_ty.to_token_stream().to_string();
    let of = item.trait_.as_ref().map(|(path, ..)| path);
    let of = of.and_then(|path| path.segments.last());
    Some((name, of.map(|segment| segment.ident.to_string())))
}
