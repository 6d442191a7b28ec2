//! Writes the record of a struct: its private field, and the methods for the members in it.

use quote::quote;
use syn::Visibility;

use super::context::Context;
use super::object::field_ident;
use super::{attributes, schemars, serde};
use crate::format::Code;
use crate::syntax;
use crate::text::{Rust, StringLiteral};
use cratify_model::model::{Struct, TypeDef, TypeId, UnknownMembers};

/// The field. It is the first one: writing has to know the record before it writes members.
pub(super) fn field(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Option<syn::Field> {
    let record = context.names[id].record.as_ref()?;
    let serde = serde::attribute(def, vec![quote! { skip_deserializing }]);
    let attrs = serde.into_iter().chain([schemars::skip()]).collect();
    let ty = syn::parse_quote! { crate::support::record::Record<Self> };
    Some(syn::Field {
        // Code that is written out is in another module.
        vis: if serde::is_written(def) {
            syn::parse_quote! { pub(crate) }
        } else {
            Visibility::Inherited
        },
        ..syntax::field(attrs, syntax::ident(&record.field), ty)
    })
}

/// The record of a new value, in a literal.
pub(super) fn initial(context: &Context<'_>, id: TypeId) -> Option<Rust> {
    let record = context.names[id].record.as_ref()?;
    Some(Rust::of(&[
        &syntax::ident(&record.field),
        &": Default::default()",
    ]))
}

/// The methods, and what the support code knows about the record.
pub(super) fn methods(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    object: &Struct,
) -> Option<Code> {
    let names = &context.names[id];
    let record = names.record.as_ref()?;
    let mut lines = Rust::default();
    let fields = object.fields.iter().zip(&names.members);
    for ((field, member), methods) in fields.zip(&record.methods) {
        if let Some(methods) = methods {
            lines.push(&Rust::of(&[
                &attributes::deprecated_line("    ", &field.docs),
                &"    ",
                &field_ident(member),
                &" = ",
                &StringLiteral::new(&field.wire_name),
                &": ",
                &syntax::ident(&methods.is_null),
                &", ",
                &syntax::ident(&methods.set_null),
                &";\n",
            ]));
        }
    }
    let (kind, except) = match &object.unknown {
        UnknownMembers::Recorded { except } => ("record", except.as_slice()),
        UnknownMembers::Dropped | UnknownMembers::Refused | UnknownMembers::Kept(..) => {
            ("nulls", &[][..])
        }
    };
    let (ident, field) = (syntax::ident(&names.ident), syntax::ident(&record.field));
    let written = if serde::is_written(def) {
        ", written"
    } else {
        ""
    };
    let except = match except {
        [] if lines.as_str().is_empty() => {
            let call = Rust::template(
                "crate::support::record::$macro!($ident.$field$written);\n",
                &[
                    ("macro", &kind),
                    ("ident", &ident),
                    ("field", &field),
                    ("written", &written),
                ],
            );
            return Some(call.into());
        }
        [] => Rust::default(),
        names => {
            let names = names.iter().map(|name| StringLiteral::new(name));
            let names = names.map(|name| Rust::of(&[&name]));
            Rust::of(&[&" except ", &Rust::join(names, ", ")])
        }
    };
    let words = match record.methods.iter().flatten().count().div_ceil(64) {
        0 | 1 => Rust::default(),
        words => Rust::of(&[&" words ", &words]),
    };
    Some(Code::Table(Rust::template(
        "crate::support::record::$macro! {
    $ident.$field$words$except$written;
$lines}
",
        &[
            ("macro", &kind),
            ("words", &words),
            ("except", &except),
            ("written", &written),
            ("ident", &ident),
            ("field", &field),
            ("lines", &lines),
        ],
    )))
}
