//! Enums of numbers, booleans, or values of several types.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Context, attributes, debug, docs, json, schemars, tree};
use crate::format::{Code, Comments};
use crate::text::Rust;
use cratify_model::model::{TypeDef, TypeId, Unlisted, ValueEnum, ValueRepr};
use cratify_schema::source::Value;

/// The enum, its values and how it is read.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    values: &ValueEnum,
    comments: &mut Comments,
) -> Vec<Code> {
    let names = &context.names[id];
    let ident = format_ident!("{}", names.ident);
    let idents: Vec<Ident> = names
        .members
        .iter()
        .map(|name| format_ident!("{name}"))
        .collect();
    let constant = values.values.len() == 1;
    let default = constant.then(|| quote! { #[default] });
    let variants = values.values.iter().zip(&idents).map(|(value, ident)| {
        let docs = comments.add(docs::value_docs(&value.value.to_string(), &value.docs));
        let requested = attributes::requested(&value.attributes);
        let deprecated = value.docs.deprecated.then(|| tree::word("deprecated"));
        quote! { #docs #default #deprecated #(#requested)* #ident, }
    });
    let deprecated = def.docs.deprecated.then(|| quote! { #[deprecated] });
    let closed = values.unlisted == Unlisted::Refused;
    let (scalar, unknown) = match values.repr {
        ValueRepr::Integer => (true, quote! { i64 }),
        ValueRepr::Mixed => (closed, quote! { serde_json::Value }),
    };
    let mut derives = vec!["Clone", "PartialEq"];
    if scalar {
        derives = vec![
            "Clone",
            "Copy",
            "PartialEq",
            "Eq",
            "PartialOrd",
            "Ord",
            "Hash",
        ];
    }
    derives.extend(constant.then_some("Default"));
    let derive = attributes::derive(def, &derives);
    let requested = attributes::requested(&def.extras.attributes);
    let exhaustive = (!closed).then(|| quote! { #[non_exhaustive] });
    let unknown = (!closed).then(|| {
        quote! {
            /// A value that the schema did not list when this crate was made. It is written back as
            /// it was read.
            Unknown(#unknown),
        }
    });
    let item = quote! {
        #derive
        #deprecated
        #(#requested)*
        #exhaustive
        pub enum #ident {
            #(#variants)*
            #unknown
        }
    };
    let (access, read) = match values.repr {
        ValueRepr::Integer => (emit_integers(&ident, values, &idents), "integer"),
        ValueRepr::Mixed => (emit_mixed(&ident, values, &idents), "mixed"),
    };
    // An open enum of any values is read without an error of its own.
    let (support, hide) = match (values.unlisted, values.repr) {
        (Unlisted::Refused, _) => ("listed", debug::hidden(def)),
        (_, ValueRepr::Integer) => ("value", debug::hidden(def)),
        (_, ValueRepr::Mixed) => ("value", ""),
    };
    let read = Rust::template(
        "crate::support::$support::$read!($ident$hide);\n",
        &[
            ("support", &support),
            ("read", &read),
            ("ident", &ident),
            ("hide", &hide),
        ],
    );
    let listed: Vec<Value> = values
        .values
        .iter()
        .map(|value| value.value.clone())
        .collect();
    let schema = schemars::value_enum(context, id, def, listed);
    vec![item.into(), access.into(), read.into(), schema.into()]
}

/// What all enums of values have: the constants that list them.
fn emit_constants(values: &ValueEnum, idents: &[Ident]) -> TokenStream {
    let count = Literal::usize_unsuffixed(values.values.len());
    let listed = (values.unlisted == Unlisted::Refused).then(|| {
        let texts = values.values.iter().map(|value| match &value.value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        quote! { const LISTED: &'static [&'static str] = &[#(#texts),*]; }
    });
    quote! {
        /// The values that the schema lists, in its order.
        pub const ALL: [Self; #count] = [#(Self::#idents),*];

        #listed
    }
}

/// How whole numbers are read and written.
fn emit_integers(ident: &Ident, values: &ValueEnum, idents: &[Ident]) -> TokenStream {
    let constants = emit_constants(values, idents);
    let wire: Vec<TokenStream> = wire(values);
    let unknown = match values.unlisted {
        Unlisted::Refused => None,
        Unlisted::Kept | Unlisted::Allowed => Some(quote! { Self::Unknown(number) => number, }),
    };
    quote! {
        impl #ident {
            #constants

            /// The value as JSON has it.
            #[must_use]
            pub const fn as_i64(self) -> i64 {
                match self {
                    #(Self::#idents => #wire,)*
                    #unknown
                }
            }

            const fn known(number: i64) -> Option<Self> {
                Some(match number {
                    #(#wire => Self::#idents,)*
                    _ => return None,
                })
            }
        }
    }
}

/// How values of several types are read and written.
fn emit_mixed(ident: &Ident, values: &ValueEnum, idents: &[Ident]) -> TokenStream {
    let constants = emit_constants(values, idents);
    let wire: Vec<TokenStream> = wire(values);
    let (receiver, unknown) = match values.unlisted {
        Unlisted::Refused => (quote! { self }, None),
        Unlisted::Kept | Unlisted::Allowed => (
            quote! { &self },
            Some(quote! { Self::Unknown(value) => value.clone(), }),
        ),
    };
    quote! {
        impl #ident {
            #constants

            /// The value as JSON has it.
            #[must_use]
            pub fn to_value(#receiver) -> serde_json::Value {
                match self {
                    #(Self::#idents => serde_json::json!(#wire),)*
                    #unknown
                }
            }
        }
    }
}

fn wire(values: &ValueEnum) -> Vec<TokenStream> {
    values
        .values
        .iter()
        .map(|value| json::tokens(&value.value))
        .collect()
}
