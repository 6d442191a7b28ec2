//! Enums of numbers, booleans, or values of several types.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Context, debug, docs, json, schemars};
use crate::format::Comments;
use crate::model::{TypeDef, TypeId, ValueEnum, ValueRepr};
use crate::source::Value;

/// The enum, its values and how it is read.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    values: &ValueEnum,
    comments: &mut Comments,
) -> Vec<TokenStream> {
    let names = &context.names[id];
    let ident = format_ident!("{}", names.ident);
    let idents: Vec<_> = names
        .members
        .iter()
        .map(|name| format_ident!("{name}"))
        .collect();
    let constant = values.values.len() == 1;
    let derive_default = constant.then(|| quote! { Default, });
    let default = constant.then(|| quote! { #[default] });
    let variants = values.values.iter().zip(&idents).map(|(value, ident)| {
        let docs = comments.add(docs::value_docs(&value.value.to_string(), &value.docs));
        quote! { #docs #default #ident, }
    });
    let deprecated = def.docs.deprecated.then(|| quote! { #[deprecated] });
    let (derives, unknown) = match values.repr {
        ValueRepr::Integer => (
            quote! { Copy, PartialEq, Eq, PartialOrd, Ord, Hash },
            quote! { i64 },
        ),
        ValueRepr::Mixed => (quote! { PartialEq }, quote! { serde_json::Value }),
    };
    let debug = debug::derive(def);
    let item = quote! {
        #[derive(#debug Clone, #derives, #derive_default)]
        #deprecated
        #[non_exhaustive]
        pub enum #ident {
            #(#variants)*
            /// A value that the schema did not list when this crate was made. It is written back as
            /// it was read.
            Unknown(#unknown),
        }
    };
    let count = Literal::usize_unsuffixed(values.values.len());
    let all = quote! {
        /// The values that the schema lists, in its order.
        pub const ALL: [Self; #count] = [#(Self::#idents),*];
    };
    let wire: Vec<TokenStream> = values
        .values
        .iter()
        .map(|value| json::tokens(&value.value))
        .collect();
    let hide = debug::hidden(def);
    let access = match values.repr {
        ValueRepr::Integer => quote! {
            impl #ident {
                #all

                /// The value as JSON has it.
                #[must_use]
                pub const fn as_i64(self) -> i64 {
                    match self {
                        #(Self::#idents => #wire,)*
                        Self::Unknown(number) => number,
                    }
                }

                const fn known(number: i64) -> Option<Self> {
                    Some(match number {
                        #(#wire => Self::#idents,)*
                        _ => return None,
                    })
                }
            }
            crate::support::value::integer!(#ident #hide);
        },
        ValueRepr::Mixed => quote! {
            impl #ident {
                #all

                /// The value as JSON has it.
                #[must_use]
                pub fn to_value(&self) -> serde_json::Value {
                    match self {
                        #(Self::#idents => serde_json::json!(#wire),)*
                        Self::Unknown(value) => value.clone(),
                    }
                }
            }
            crate::support::value::mixed!(#ident);
        },
    };
    let listed: Vec<Value> = values
        .values
        .iter()
        .map(|value| value.value.clone())
        .collect();
    vec![item, access, schemars::value_enum(context, id, def, listed)]
}
