//! Enums of strings.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Context, debug, docs, schemars};
use crate::format::Comments;
use crate::model::{StringEnum, TypeDef, TypeId};

/// The enum, its strings and how it is read.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    values: &StringEnum,
    comments: &mut Comments,
) -> Vec<TokenStream> {
    let names = &context.names[id];
    let ident = format_ident!("{}", names.ident);
    let schemars = schemars::container(context, id, def, None);
    let skip = (!values.open).then(|| quote! { #[cfg_attr(feature = "schemars", schemars(skip))] });
    let idents: Vec<_> = names
        .members
        .iter()
        .map(|name| format_ident!("{name}"))
        .collect();
    let wire: Vec<&String> = values.values.iter().map(|value| &value.value).collect();
    // A type with one value has it for a default: that is how a `const` fills itself.
    let constant = values.values.len() == 1 && !values.open;
    let derive_default = constant.then(|| quote! { Default, });
    let default = constant.then(|| quote! { #[default] });
    let variants = values.values.iter().zip(&idents).map(|(value, ident)| {
        let docs = comments.add(docs::value_docs(&value.value, &value.docs));
        let wire = &value.value;
        let rename = (ident != wire).then(|| quote! { #[serde(rename = #wire)] });
        quote! { #docs #default #rename #ident, }
    });
    let count = Literal::usize_unsuffixed(values.values.len());
    let deprecated = def.docs.deprecated.then(|| quote! { #[deprecated] });
    let debug = debug::derive(def);
    let item = quote! {
        #[derive(#debug Clone, PartialEq, Eq, PartialOrd, Ord, Hash, #derive_default Serialize)]
        #schemars
        #deprecated
        #[non_exhaustive]
        pub enum #ident {
            #(#variants)*
            /// A value that the schema did not list when this crate was made. It is written back as
            /// it was read.
            #[serde(untagged)]
            #skip
            Unknown(String),
        }
    };
    let strings = quote! {
        impl #ident {
            /// The values that the schema lists, in its order.
            pub const ALL: [Self; #count] = [#(Self::#idents),*];

            /// The value as JSON has it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#idents => #wire,)*
                    Self::Unknown(text) => text,
                }
            }

            fn known(text: &str) -> Option<Self> {
                Some(match text {
                    #(#wire => Self::#idents,)*
                    _ => return None,
                })
            }
        }
    };
    let hide = debug::hidden(def);
    vec![
        item,
        strings,
        quote! { crate::support::text::text!(#ident #hide); },
    ]
}
