//! Writes the support code for extern types: their codecs and their schemas.

use std::collections::BTreeSet;

use quote::{ToTokens, format_ident, quote};

use super::{ExternTypes, of_schema, tokens};
use crate::emit::context::Context;
use crate::emit::files::header;
use crate::emit::types::emit_elsewhere;
use crate::format::{self, Item};
use crate::syntax;
use crate::text::{CodeSpan, DocLines, RawStringLiteral, sentence};

impl ExternTypes<'_> {
    /// `support/extern_codec.rs`: the codecs of extern types that other types contain.
    pub(in crate::emit) fn emit_codecs(&self, context: &Context<'_>) -> String {
        let imports = quote! {
            use serde::{Deserializer, Serializer};

            use super::codec::Codec;
        };
        let mut items = vec![Item::from(imports)];
        for (module, types) in &self.codecs {
            let (ident, module_path) = (syntax::ident(context.names.codec(module)), tokens(module));
            let docs = sentence!["The codec of ", CodeSpan::new(module), "."];
            items.push(Item {
                docs: DocLines::of(docs),
                ..Item::from(quote! { pub struct #ident; })
            });
            let mut written = BTreeSet::new();
            for ty in types {
                let ty = emit_elsewhere(context, ty, false);
                // Two formats may have the same type.
                if !written.insert(ty.to_token_stream().to_string()) {
                    continue;
                }
                items.push(Item::from(quote! {
                    impl Codec<#ty> for #ident {
                        fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<#ty, D::Error> {
                            #module_path::deserialize(deserializer)
                        }

                        fn write<S: Serializer>(value: &#ty, serializer: S) -> Result<S::Ok, S::Error> {
                            #module_path::serialize(value, serializer)
                        }
                    }
                }));
            }
        }
        let docs = DocLines::of("Codecs of types of other crates.");
        format::file(&header(context, docs), items)
    }

    /// `support/extern_schema.rs`: a type for each schema with an extern type, which has that schema.
    pub(in crate::emit) fn emit_schemas(&self, context: &Context<'_>) -> String {
        let imports = quote! {
            use std::borrow::Cow;

            use schemars::{JsonSchema, Schema, SchemaGenerator};
        };
        let mut items = vec![Item::from(imports)];
        for id in &self.schemas {
            let (names, def) = (&context.names[*id], &context.model[*id]);
            let (ident, name) = (format_ident!("{}", names.ident), &names.schema_name);
            let Some(extern_type) = of_schema(context.model, *id) else {
                continue;
            };
            let docs = sentence!["The schema of ", CodeSpan::new(&extern_type.path), "."];
            let text = context.schema_texts.get(id).map_or("{}", String::as_str);
            let text = tokens(&RawStringLiteral::json(text).to_string());
            let inline = def.in_place.then(|| {
                quote! {
                    fn inline_schema() -> bool {
                        true
                    }
                }
            });
            items.push(Item {
                docs: DocLines::of(docs),
                ..Item::from(quote! { pub struct #ident; })
            });
            items.push(Item::from(quote! {
                impl JsonSchema for #ident {
                    #inline

                    fn schema_name() -> Cow<'static, str> {
                        #name.into()
                    }

                    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                        super::schema::extern_type(generator, #text)
                    }
                }
            }));
        }
        let docs = DocLines::of("Schemas of types of other crates.");
        format::file(&header(context, docs), items)
    }
}
