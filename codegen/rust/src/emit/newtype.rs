//! Turns named scalars and arrays into newtypes.

use proc_macro2::Ident;
use quote::quote;

use super::access::Access;
use super::context::Context;
use super::types::emit_type;
use super::{attributes, debug, schemars, serde};
use crate::format::Code;
use crate::syntax;
use crate::text::Rust;
use cratify_model::model::{Slot, Type, TypeDef, TypeId};

/// The newtype and its conversion.
pub(super) fn emit(context: &Context<'_>, id: TypeId, def: &TypeDef, slot: &Slot) -> Vec<Code> {
    let ident = syntax::ident(&context.names[id].ident);
    let inner = emit_type(context, &slot.ty, context.analysis.is_boxed(id, 0));
    let [derive_schema, schemars] = schemars::newtype(context, id, def, slot);
    let mut access = Access::of(context, &slot.ty);
    if debug::is_hidden(def, slot) && !serde::is_written(def) {
        access = access.hiding(&context.names[id].ident, "read", &inner);
    }
    let read = serde::attribute(def, access.attributes().collect());
    let [before, after] = serde::around_derive(def, quote! { transparent });
    let traits = context.analysis.traits(id);
    let derive = attributes::derive(def, traits, serde::derives(def), &WRITTEN);
    let requested = attributes::requested(&def.extras.attributes);
    let boxed = context.analysis.is_boxed(id, 0);
    let stand_in = schemars::of_newtype(context, slot, boxed);
    let deprecated = attributes::deprecated(&def.docs);
    let item = quote! {
        #derive
        #before
        #derive_schema
        #after
        #schemars
        #deprecated
        #(#requested)*
        pub struct #ident(#read #stand_in pub #inner);
    };
    let inner = Rust::ty(&inner);
    let conversion = Rust::template(
        "impl From<$inner> for $ident {
    fn from(value: $inner) -> Self {
        Self(value)
    }
}
",
        &[("inner", &inner), ("ident", &ident)],
    );
    let mut items = vec![item.into(), conversion.into()];
    items.extend(emit_conversions(&ident, def, slot, &inner));
    items.extend(access.helper.map(Code::Tokens));
    items
}

/// The traits that a newtype has because the value in it has them.
const WRITTEN: [&str; 5] = ["AsRef", "Deref", "Display", "From", "FromStr"];

/// Whether a newtype has conversions beside that from the value in it.
pub(super) fn has_conversions(slot: &Slot) -> bool {
    matches!(
        slot.ty,
        Type::String
            | Type::Bool
            | Type::Integer(_)
            | Type::Float
            | Type::List(_)
            | Type::Map(..)
            | Type::Object
    )
}

/// The lines of support macros for what the value in it has. A secret is not shown.
fn emit_conversions(ident: &Ident, def: &TypeDef, slot: &Slot, inner: &Rust) -> Vec<Code> {
    let line = |name: &'static str| {
        let start = Rust::of(&[&"crate::support::newtype::", &name, &"!("]);
        Code::Text(Rust::of(&[&start, ident, &");\n"]))
    };
    let display = (!debug::is_hidden(def, slot)).then(|| line("display"));
    match slot.ty {
        Type::String => std::iter::once(line("text")).chain(display).collect(),
        Type::Bool | Type::Integer(_) | Type::Float => {
            let parse = Rust::of(&[
                &"crate::support::newtype::parse!(",
                ident,
                &", ",
                inner,
                &");\n",
            ]);
            display.into_iter().chain([Code::Text(parse)]).collect()
        }
        Type::List(_) | Type::Map(..) | Type::Object => vec![Code::Table(Rust::of(&[
            &"crate::support::newtype::deref! {\n    impl ",
            ident,
            &": ",
            inner,
            &"\n}\n",
        ]))],
        _ => Vec::new(),
    }
}

/// An enum without variants, for a schema without valid values.
pub(super) fn emit_never(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Vec<Code> {
    let traits = context.analysis.traits(id);
    let more = [&["Eq"], serde::derives(def)].concat();
    let derive = std::iter::once(attributes::derive(def, traits, &more, &[]));
    let deprecated = attributes::deprecated(&def.docs);
    let requested = attributes::requested(&def.extras.attributes);
    let attrs = derive.chain(deprecated).chain(requested);
    let item = syntax::enumeration(attrs.collect(), &context.names[id].ident, Vec::new());
    vec![item.into(), schemars::never(context, id).into()]
}
