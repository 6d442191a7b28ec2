//! Writes implementations of `JsonSchema` for types that no derive describes.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::{Map, json};

use super::beside_variants;
use crate::emit::context::Context;
use crate::text::{Rust, StringLiteral};
use cratify_model::model::{TypeDef, TypeId};
use cratify_schema::source::Value;

/// The whole schema of an enum of values, which no derive knows.
pub(in crate::emit) fn value_enum(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    values: Vec<Value>,
) -> TokenStream {
    let mut schema = Map::new();
    schema.insert("enum".to_owned(), Value::Array(values));
    schema.extend(context.constraints.schema(&def.constraints));
    written_out(context, id, def.in_place, &Value::Object(schema))
}

/// The words about the derived schema in the table of an enum, each where it holds: ` as "name" with "keywords" in place`.
pub(in crate::emit) fn in_table(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Rust {
    let names = &context.names[id];
    let mut words = Rust::default();
    if names.schema_name != names.ident {
        let name = StringLiteral::new(&names.schema_name);
        words.push(&Rust::of(&[&" as ", &name]));
    }
    let keywords = beside_variants(def, context.constraints.schema(&def.constraints));
    if !keywords.is_empty() {
        let text = Value::Object(keywords).to_string();
        words.push(&Rust::of(&[&" with ", &StringLiteral::new(&text)]));
    }
    if def.in_place {
        words.push(&" in place");
    }
    words
}

/// The schema that no value satisfies.
pub(in crate::emit) fn never(context: &Context<'_>, id: TypeId) -> TokenStream {
    let def = &context.model[id];
    let mut schema = Map::new();
    schema.insert("not".to_owned(), json!({}));
    written_out(context, id, def.in_place, &Value::Object(schema))
}

fn written_out(context: &Context<'_>, id: TypeId, in_place: bool, schema: &Value) -> TokenStream {
    let text = schema.to_string();
    let schema = quote! {
        fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
            let mut schema = crate::support::schema::schema(#text);
            Self::docs(&mut schema);
            schema
        }
    };
    implement(context, id, in_place, &schema)
}

/// The schema of another type under the name of this one.
pub(in crate::emit) fn same_as(context: &Context<'_>, id: TypeId, other: TypeId) -> TokenStream {
    let ident = format_ident!("{}", context.names[other].ident);
    let schema = quote! {
        fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
            let mut schema = <#ident as schemars::JsonSchema>::json_schema(generator);
            Self::docs(&mut schema);
            schema
        }
    };
    implement(context, id, false, &schema)
}

fn implement(
    context: &Context<'_>,
    id: TypeId,
    in_place: bool,
    schema: &TokenStream,
) -> TokenStream {
    let ident = format_ident!("{}", context.names[id].ident);
    let name = &context.names[id].schema_name;
    let inline = in_place.then(|| quote! { fn inline_schema() -> bool { true } });
    quote! {
        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for #ident {
            #inline

            fn schema_name() -> std::borrow::Cow<'static, str> {
                #name.into()
            }

            #schema
        }
    }
}
