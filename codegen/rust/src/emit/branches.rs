//! Writes the conversions of unions: from the type of a branch, and back.

use super::attributes;
use super::context::Context;
use super::types::emit_type;
use crate::format::Code;
use crate::syntax;
use crate::text::Rust;
use cratify_model::analyze::convertible_branches;
use cratify_model::model::{Rest, Type, TypeId, Union};

/// A line of a support macro for each branch that is read, and for each branch that a value can become.
pub(super) fn emit(context: &Context<'_>, id: TypeId, union: &Union) -> Vec<Code> {
    let names = &context.names[id];
    let ident = syntax::ident(&names.ident);
    let mut accessors = Rust::default();
    let mut conversions = Rust::default();
    let convertible = convertible_branches(context.model, id, union);
    for (index, variant) in union.variants.iter().enumerate() {
        let name = syntax::ident(&names.members[index]);
        let boxed = context.analysis.is_boxed(id, index);
        let method = syntax::ident(&names.methods.accessors[index]);
        let read = emit_read(context, &variant.slot.ty, boxed);
        accessors.push(&Rust::of(&[
            &attributes::deprecated_line("        ", &variant.docs),
            &"        ",
            &method,
            &" = ",
            &name,
            &": ",
            &read,
            &";\n",
        ]));
        if convertible[index] {
            conversions.push(&emit_conversion(context, &variant.slot.ty, boxed, &name));
        }
    }
    if matches!(union.rest, Rest::Unknown) {
        let rest = syntax::ident(&names.rest);
        accessors.push(&Rust::of(&[
            &"        is_unknown = ",
            &rest,
            &": finds bool;\n",
        ]));
    }
    let table = |name: &'static str, lines: Rust| {
        let is_empty = lines.as_str().is_empty();
        let start = Rust::of(&[&"crate::support::branches::", &name, &"! {\n    impl "]);
        let table = Rust::of(&[&start, &ident, &" {\n", &lines, &"    }\n}\n"]);
        (!is_empty).then_some(Code::Table(table))
    };
    let accessors = table("accessors", accessors);
    accessors
        .into_iter()
        .chain(table("from", conversions))
        .collect()
}

/// How the macro reads a branch, and the type of that. The caller does not see a `Box`.
fn emit_read(context: &Context<'_>, ty: &Type, boxed: bool) -> Rust {
    let spelled = |boxed| Rust::ty(&emit_type(context, ty, boxed));
    match ty {
        Type::Null | Type::Bool | Type::Integer(_) | Type::Float => {
            Rust::of(&[&"copies ", &spelled(false)])
        }
        Type::String => "borrows str".into(),
        Type::List(item) => {
            let item = Rust::ty(&emit_type(context, &item.ty, false));
            Rust::of(&[&"borrows [", &item, &"]"])
        }
        Type::Named(_) => Rust::of(&[&"borrows ", &spelled(false)]),
        _ => Rust::of(&[&"borrows ", &spelled(boxed)]),
    }
}

/// The lines for the types that become a branch.
fn emit_conversion(
    context: &Context<'_>,
    ty: &Type,
    boxed: bool,
    variant: &proc_macro2::Ident,
) -> Rust {
    let line = |given: Rust, by: &'static str| {
        Rust::of(&[&"        ", variant, &" = ", &given, &by, &";\n"])
    };
    let spelled = |boxed| Rust::ty(&emit_type(context, ty, boxed));
    match ty {
        Type::Named(_) if boxed => line(spelled(false), " => Box::new"),
        Type::String => Rust::of(&[
            &line(spelled(false), ""),
            &line("&str".into(), " => String::from"),
        ]),
        _ => line(spelled(boxed), ""),
    }
}
