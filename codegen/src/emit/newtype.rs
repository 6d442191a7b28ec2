//! Newtypes: names for values that are nothing but another type.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::types::{Numbers, emit_type, numbers};
use super::{Context, docs, schemars};
use crate::model::{Slot, Type, TypeDef, TypeId};

/// The newtype and its conversion.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    slot: &Slot,
) -> Vec<TokenStream> {
    let ident = format_ident!("{}", context.names[id].ident);
    let docs = docs::type_docs(context, id, def);
    let inner = emit_type(context, &slot.ty, context.analysis.is_boxed(id, 0));
    let schemars = schemars::newtype(context, id, def, slot);
    let read = match numbers(&slot.ty) {
        Numbers::None => None,
        Numbers::Whole => {
            Some(quote! { #[serde(deserialize_with = "crate::support::number::read")] })
        }
        Numbers::Any => Some(quote! {
            #[serde(
                deserialize_with = "crate::support::number::read",
                serialize_with = "crate::support::number::write"
            )]
        }),
    };
    // A string stays one, whatever is said of it: its order and its hash are promises that hold.
    let more = (slot.ty == Type::String).then(|| quote! { Eq, PartialOrd, Ord, Hash, });
    let deprecated = def.docs.deprecated.then(|| quote! { #[deprecated] });
    let item = quote! {
        #docs
        #[derive(Debug, Clone, PartialEq, #more Serialize, Deserialize)]
        #[serde(transparent)]
        #schemars
        #deprecated
        pub struct #ident(#read pub #inner);
    };
    let conversion = quote! {
        impl From<#inner> for #ident {
            fn from(value: #inner) -> Self {
                Self(value)
            }
        }
    };
    vec![item, conversion]
}

/// An enum without variants: what no value satisfies.
pub(super) fn emit_never(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Vec<TokenStream> {
    let ident = format_ident!("{}", context.names[id].ident);
    let docs = docs::type_docs(context, id, def);
    vec![
        quote! {
            #docs
            #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
            pub enum #ident {}
        },
        schemars::never(context, id),
    ]
}
