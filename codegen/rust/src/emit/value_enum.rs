//! Enums of numbers, booleans, or values of several types.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Context, attributes, debug, docs, json, schemars, syntax};
use crate::format::{Code, Comments};
use crate::text::{DocLines, Rust};
use cratify_model::analyze::default_variant;
use cratify_model::model::{TypeDef, TypeId, Unlisted, ValueEnum, ValueRepr};
use cratify_schema::source::Value;

/// The enum, its values and its conversions.
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
    // With one value, that value is the default.
    let constant = (values.values.len() == 1).then_some(0);
    let default = default_variant(context.model, id).or(constant);
    let variants = values.values.iter().zip(&idents).enumerate();
    let variants: Vec<TokenStream> = variants
        .map(|(index, (value, ident))| {
            let default = (default == Some(index)).then(|| syntax::word("default"));
            let docs = comments.add(docs::value_docs(&value.value.to_string(), &value.docs));
            let requested = attributes::requested(&value.attributes);
            let deprecated = value.docs.deprecated.then(|| syntax::word("deprecated"));
            quote! { #docs #default #deprecated #(#requested)* #ident, }
        })
        .collect();
    let deprecated = def.docs.deprecated.then(|| quote! { #[deprecated] });
    let closed = values.unlisted == Unlisted::Refused;
    let unknown = match values.repr {
        ValueRepr::Integer => quote! { i64 },
        ValueRepr::Mixed => quote! { serde_json::Value },
    };
    let mut derives = vec!["Clone", "PartialEq"];
    if is_copy(values) {
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
    derives.extend(default.map(|_| "Default"));
    let derive = attributes::derive(def, &derives, &["Display", "From", "TryFrom"]);
    let requested = attributes::requested(&def.extras.attributes);
    let exhaustive = (!closed).then(|| quote! { #[non_exhaustive] });
    let unknown = (!closed).then(|| {
        let docs = comments.add(DocLines::of(docs::UNLISTED));
        quote! {
            #docs
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
        ValueRepr::Mixed => (emit_mixed(&ident, values, &idents), "value"),
    };
    // An open enum of other values reads every value.
    let (support, hide) = match (values.unlisted, values.repr) {
        (Unlisted::Refused, _) => ("closed_enum", debug::hidden(def)),
        (_, ValueRepr::Integer) => ("open_enum", debug::hidden(def)),
        (_, ValueRepr::Mixed) => ("open_enum", ""),
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

/// Whether the values of an enum are copied.
pub(super) fn is_copy(values: &ValueEnum) -> bool {
    values.repr == ValueRepr::Integer || values.unlisted == Unlisted::Refused
}

/// The constants that list the values.
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
        /// All listed values, in the order of the schema.
        pub const ALL: [Self; #count] = [#(Self::#idents),*];

        #listed
    }
}

/// The conversions from and to integers.
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

            /// The value in JSON.
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

/// The conversions from and to values of several types.
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

            /// The value in JSON.
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
