//! Turns `enum` of numbers, booleans, or values of several types into an enum.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::context::Context;
use super::string_enum::{table, table_lines};
use super::{attributes, debug, docs, json, schemars};
use crate::format::{Code, Comments};
use crate::syntax;
use crate::text::{DocLines, Rust};
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
    let traits = context.analysis.traits(id);
    let variants = values.values.iter().zip(&idents).enumerate();
    let variants: Vec<TokenStream> = variants
        .map(|(index, (value, ident))| {
            let default = (traits.default_variant == Some(index)).then(|| syntax::word("default"));
            let docs = comments.add(docs::value_docs(&value.value.to_string(), &value.docs));
            let requested = attributes::requested(&value.attributes);
            let deprecated = attributes::deprecated(&value.docs);
            quote! { #docs #default #deprecated #(#requested)* #ident, }
        })
        .collect();
    let deprecated = attributes::deprecated(&def.docs);
    let closed = values.unlisted == Unlisted::Refused;
    let unknown = match values.repr {
        ValueRepr::Integer => quote! { i64 },
        ValueRepr::Mixed => quote! { serde_json::Value },
    };
    let derive = attributes::derive(def, traits, &[], &["Display", "From", "TryFrom"]);
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
    let mut items = vec![item.into()];
    match values.repr {
        ValueRepr::Integer => {
            let numbers = values.values.iter();
            let numbers = numbers.filter_map(|value| value.value.as_i64());
            let numbers = numbers.map(|number| Rust::integer(number.into()));
            let lines = table_lines(&names.members, numbers);
            items.push(table(context, id, def, "integer", closed, &lines));
        }
        ValueRepr::Mixed => items.extend(emit_mixed(context, id, def, values, &idents)),
    }
    items
}

/// The conversions from and to values of several types, how these are read and written, and the derived schema.
fn emit_mixed(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    values: &ValueEnum,
    idents: &[Ident],
) -> [Code; 3] {
    let ident = format_ident!("{}", context.names[id].ident);
    let count = Literal::usize_unsuffixed(values.values.len());
    let wire = values.values.iter().map(|value| json::tokens(&value.value));
    // An open enum reads every value, so that no error shows a secret.
    let (support, hide, receiver, unknown) = if values.unlisted == Unlisted::Refused {
        ("closed_enum", debug::hidden(def), quote! { self }, None)
    } else {
        let unknown = quote! { Self::Unknown(value) => value.clone(), };
        ("open_enum", "", quote! { &self }, Some(unknown))
    };
    let listed = (values.unlisted == Unlisted::Refused).then(|| {
        let texts = values.values.iter().map(|value| match &value.value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        quote! { const LISTED: &'static [&'static str] = &[#(#texts),*]; }
    });
    let access = quote! {
        impl #ident {
            /// All listed values, in the order of the schema.
            pub const ALL: [Self; #count] = [#(Self::#idents),*];

            #listed

            /// The value in JSON.
            #[must_use]
            pub fn to_value(#receiver) -> serde_json::Value {
                match self {
                    #(Self::#idents => serde_json::json!(#wire),)*
                    #unknown
                }
            }
        }
    };
    let read = Rust::template(
        "crate::support::$support::value!($ident$hide);\n",
        &[("support", &support), ("ident", &ident), ("hide", &hide)],
    );
    let listed = values.values.iter().map(|value| value.value.clone());
    let schema = schemars::value_enum(context, id, def, listed.collect());
    [access.into(), read.into(), schema.into()]
}
