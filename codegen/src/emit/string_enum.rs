//! Enums of strings.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Context, attributes, debug, docs, schemars};
use crate::format::Comments;
use crate::model::{StringEnum, TypeDef, TypeId, Unlisted};

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
    let idents: Vec<_> = names
        .members
        .iter()
        .map(|name| format_ident!("{name}"))
        .collect();
    let wire: Vec<&String> = values.values.iter().map(|value| &value.value).collect();
    // A type with one value has it for a default: that is how a `const` fills itself.
    let constant = values.values.len() == 1 && values.unlisted != Unlisted::Allowed;
    let default = constant.then(|| quote! { #[default] });
    let variants = values.values.iter().zip(&idents).map(|(value, ident)| {
        let docs = comments.add(docs::value_docs(&value.value, &value.docs));
        let wire = &value.value;
        let rename = (ident != wire).then(|| quote! { #[serde(rename = #wire)] });
        let asked = attributes::asked(&value.attributes);
        quote! { #docs #default #rename #asked #ident, }
    });
    let count = Literal::usize_unsuffixed(values.values.len());
    let deprecated = def.docs.deprecated.then(|| quote! { #[deprecated] });
    let closed = values.unlisted == Unlisted::Refused;
    let mut derives = vec!["Clone"];
    derives.extend(closed.then_some("Copy"));
    derives.extend(["PartialEq", "Eq", "PartialOrd", "Ord", "Hash"]);
    derives.extend(constant.then_some("Default"));
    derives.push("Serialize");
    let derive = attributes::derive(def, &derives);
    let asked = attributes::asked(&def.extras.attributes);
    let exhaustive = (!closed).then(|| quote! { #[non_exhaustive] });
    let unknown = emit_unknown(values.unlisted);
    let item = quote! {
        #derive
        #schemars
        #deprecated
        #asked
        #exhaustive
        pub enum #ident {
            #(#variants)*
            #unknown
        }
    };
    let hide = debug::hidden(def);
    let all = quote! {
        /// The values that the schema lists, in its order.
        pub const ALL: [Self; #count] = [#(Self::#idents),*];
    };
    let known = quote! {
        fn known(text: &str) -> Option<Self> {
            Some(match text {
                #(#wire => Self::#idents,)*
                _ => return None,
            })
        }
    };
    if closed {
        let strings = quote! {
            impl #ident {
                #all

                const LISTED: &'static [&'static str] = &[#(#wire),*];

                /// The value as JSON has it.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self {
                        #(Self::#idents => #wire,)*
                    }
                }

                #known
            }
        };
        return vec![
            item,
            strings,
            quote! { crate::support::listed::text!(#ident #hide); },
        ];
    }
    let strings = quote! {
        impl #ident {
            #all

            /// The value as JSON has it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#idents => #wire,)*
                    Self::Unknown(text) => text,
                }
            }

            #known
        }
    };
    vec![
        item,
        strings,
        quote! { crate::support::text::text!(#ident #hide); },
    ]
}

/// The variant that keeps what is not listed, where one does.
fn emit_unknown(unlisted: Unlisted) -> Option<TokenStream> {
    let (docs, skip) = match unlisted {
        Unlisted::Refused => return None,
        Unlisted::Kept => (
            quote! {
                /// A value that the schema did not list when this crate was made. It is written back as
                /// it was read.
            },
            Some(quote! { #[cfg_attr(feature = "schemars", schemars(skip))] }),
        ),
        Unlisted::Allowed => (
            quote! {
                /// A value that the schema does not list. It is written back as it was read.
            },
            None,
        ),
    };
    Some(quote! {
        #docs
        #[serde(untagged)]
        #skip
        Unknown(String),
    })
}
