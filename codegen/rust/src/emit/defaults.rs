//! Writes the methods that return an optional member, or else the default of its schema.

use super::attributes;
use super::context::Context;
use super::object::field_ident;
use crate::format::Code;
use crate::syntax;
use crate::text::{Rust, StringLiteral};
use cratify_model::model::{DefaultValue, Field, Model, Struct, TypeId};

/// Whether a struct has a member with a default.
pub(super) fn has_defaults(model: &Model, object: &Struct) -> bool {
    let mut fields = object.fields.iter();
    fields.any(|field| DefaultValue::of(model, field).is_some())
}

/// A line of the support macro for each member with a default.
pub(super) fn emit(context: &Context<'_>, id: TypeId, object: &Struct) -> Option<Code> {
    let names = &context.names[id];
    let mut lines = Rust::default();
    for (index, field) in object.fields.iter().enumerate() {
        let Some(default) = DefaultValue::of(context.model, field) else {
            continue;
        };
        let (kind, value) = emit_value(context, field, default);
        lines.push(&Rust::of(&[
            &attributes::deprecated_line("        ", &field.docs),
            &"        ",
            &syntax::ident(&names.methods.defaults[index]),
            &" = ",
            &field_ident(&names.members[index]),
            &": ",
            &kind,
            &value,
            &";\n",
        ]));
    }
    if lines.as_str().is_empty() {
        return None;
    }
    Some(Code::Table(Rust::of(&[
        &"crate::support::defaults::defaults! {\n    impl ",
        &syntax::ident(&names.ident),
        &" {\n",
        &lines,
        &"    }\n}\n",
    ])))
}

/// How the macro reads a member and the type of that; and the default.
fn emit_value(context: &Context<'_>, field: &Field, default: DefaultValue<'_>) -> (Rust, Rust) {
    let copies = |value| {
        let ty = Rust::ty(&super::types::emit_type(context, &field.slot.ty, false));
        (Rust::of(&[&"copies ", &ty, &", "]), value)
    };
    match default {
        DefaultValue::Bool(value) => copies(if value { "true" } else { "false" }.into()),
        DefaultValue::Integer(value) => copies(Rust::integer(value)),
        DefaultValue::Float(value) => copies(Rust::float(value)),
        DefaultValue::Text(text) => ("reads str, ".into(), Rust::of(&[&StringLiteral::new(text)])),
        DefaultValue::Listed(id, index) => {
            let ty = Rust::ty(&super::types::emit_type(context, &field.slot.ty, false));
            let variant = syntax::ident(&context.names[id].members[index]);
            let value = Rust::of(&[&ty, &"::", &variant]);
            if context.analysis.traits(id).is_copy {
                copies(value)
            } else {
                let value = Rust::of(&[&"&", &value]);
                (Rust::of(&[&"borrows ", &ty, &", "]), value)
            }
        }
    }
}
