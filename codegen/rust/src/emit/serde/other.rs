//! Writes out serde's traits of unions, newtypes and enums without variants.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::access::Access;
use crate::emit::context::Context;
use crate::emit::debug;
use crate::format::Code;
use crate::syntax;
use crate::text::Rust;
use cratify_model::model::{Rest, Slot, TypeDef, TypeId, Union};

/// The macro of the support code for an enum without variants.
pub(super) fn emit_never(context: &Context<'_>, id: TypeId) -> Code {
    let ident = syntax::ident(&context.names[id].ident);
    Rust::of(&[&"crate::support::never::never!(", &ident, &");\n"]).into()
}

/// The implementation that writes the value of a branch. All unions share the implementation that reads.
pub(super) fn emit_union(context: &Context<'_>, id: TypeId, union: &Union) -> Code {
    let names = &context.names[id];
    let ident = syntax::ident(&names.ident);
    let arms = union.variants.iter().zip(&names.members);
    let arms = arms.map(|(variant, member)| {
        let member = syntax::ident(member);
        let write = Access::of(context, &variant.slot.ty).writer();
        quote! { Self::#member(value) => #write(value, serializer), }
    });
    let rest = (!matches!(union.rest, Rest::Refused)).then(|| {
        let name = syntax::ident(&names.rest);
        let write = if matches!(union.rest, Rest::Unknown) {
            quote! { crate::support::unknown::write }
        } else {
            quote! { serde::Serialize::serialize }
        };
        quote! { Self::#name(value) => #write(value, serializer), }
    });
    let arms: TokenStream = arms.chain(rest).collect();
    quote! {
        impl serde::Serialize for #ident {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    #arms
                }
            }
        }
    }
    .into()
}

/// The implementations that read and write the value in a newtype.
pub(super) fn emit_newtype(context: &Context<'_>, id: TypeId, def: &TypeDef, slot: &Slot) -> Code {
    let ident = syntax::ident(&context.names[id].ident);
    let access = Access::of(context, &slot.ty);
    let (read, write) = (access.reader(), access.writer());
    let hide =
        debug::is_hidden(def, slot).then(|| quote! { .map_err(crate::support::secret::hide) });
    quote! {
        impl<'de> serde::Deserialize<'de> for #ident {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #read(deserializer) #hide.map(Self)
            }
        }

        impl serde::Serialize for #ident {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #write(&self.0, serializer)
            }
        }
    }
    .into()
}
