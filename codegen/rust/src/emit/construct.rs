//! Writes the construction of structs: `new`, a setter for each optional member, defaults, and `src/required.rs`, which
//! has the structs of required members.
//!
//! The values of a new struct are written here and nowhere else; `support/construct.rs` has the functions.

use super::context::Context;
use super::files::header;
use super::object::{field_ident, field_type};
use super::types::{emit_elsewhere, emit_type};
use super::{attributes, defaults, former, groups, record};
use crate::format::{self, Code, Item};
use crate::syntax;
use crate::text::{DocLines, Rust};
use cratify_model::model::{
    Constructor, Field, Presence, Struct, Type, TypeDef, TypeId, TypeKind, UnknownMembers,
};
use cratify_model::names::REQUIRED;

/// The table of a struct: its constructor and its setters.
pub(super) fn emit(context: &Context<'_>, id: TypeId, object: &Struct) -> Vec<Code> {
    let constructor = context.analysis.constructor(id);
    let arguments: Vec<Rust> = match constructor {
        Constructor::Empty => Vec::new(),
        Constructor::Arguments(required) => {
            let required = required.iter();
            let arguments = required.map(|index| emit_argument(context, id, object, *index));
            arguments.collect()
        }
        Constructor::ByName(_) => vec![Rust::of(&[&"required: ", &required_path(context, id)])],
    };
    let by_name = matches!(constructor, Constructor::ByName(_));
    let kind = if by_name { "by_name" } else { "construct" };
    let ident = syntax::ident(&context.names[id].ident);
    let new = Rust::of(&[&ident, &"::new("]);
    let mut table = format::list(4, &new, &arguments, ") {");
    let values = emit_values(context, id, object, !by_name);
    let block = format::block(4, &table, &values);
    table.push(&block);
    table.push(&"\n");
    table.push(&emit_setters(context, id, object));
    let table = Rust::of(&[
        &"crate::support::construct::",
        &kind,
        &"! {\n",
        &table,
        &"}\n",
    ]);
    let mut items = vec![Code::Table(table)];
    items.extend(emit_rest_setter(context, id, object));
    items.extend(defaults::emit(context, id, object));
    items
}

/// The path of the struct with the required members of a struct.
fn required_path(context: &Context<'_>, id: TypeId) -> Rust {
    let names = &context.names[id];
    let module = match names.space.as_str() {
        "" => Rust::of(&[&"crate::", &REQUIRED]),
        space => Rust::of(&[&"crate::", &syntax::ident(space), &"::", &REQUIRED]),
    };
    Rust::of(&[&module, &"::", &syntax::ident(&names.ident)])
}

/// An argument of `new`. For a `String` it is `impl Into<String>`, so that a literal is enough.
fn emit_argument(context: &Context<'_>, id: TypeId, object: &Struct, index: usize) -> Rust {
    let name = field_ident(&context.names[id].members[index]);
    match &object.fields[index].slot.ty {
        Type::String => Rust::of(&[&name, &": impl Into<String>"]),
        ty => {
            let boxed = context.analysis.is_boxed(id, index) && has_boxes_within(ty);
            Rust::of(&[&name, &": ", &Rust::ty(&emit_type(context, ty, boxed))])
        }
    }
}

/// Whether the boxes of a boxed member are within its type: in a tuple, which the caller makes.
fn has_boxes_within(ty: &Type) -> bool {
    matches!(ty.non_null(), Type::Tuple(_))
}

/// The values that `new` gives to fields; the macro makes fields of optional members `None`. The required members are
/// its arguments, or else in the argument `required`.
fn emit_values(
    context: &Context<'_>,
    id: TypeId,
    object: &Struct,
    are_arguments: bool,
) -> Vec<Rust> {
    let names = &context.names[id];
    let mut values: Vec<Rust> = Vec::with_capacity(object.fields.len() + 2);
    values.extend(record::initial(context, id));
    for (index, field) in object.fields.iter().enumerate() {
        let name = field_ident(&names.members[index]);
        let boxed = context.analysis.is_boxed(id, index) && !has_boxes_within(&field.slot.ty);
        let given = if are_arguments {
            Rust::of(&[&name])
        } else {
            Rust::of(&[&"required.", &name])
        };
        let value = match (field.presence, &field.slot.ty) {
            (Presence::Required, Type::String) if are_arguments => Rust::of(&[&given, &".into()"]),
            (Presence::Required, Type::Option(_)) if boxed => {
                Rust::of(&[&given, &".map(Box::new)"])
            }
            (Presence::Required, _) if boxed => Rust::of(&[&"Box::new(", &given, &")"]),
            (Presence::Required, _) => {
                values.push(Rust::of(&[&name]));
                continue;
            }
            (Presence::Optional | Presence::NullRecorded | Presence::NullOrAbsent, _) => continue,
            (Presence::Fixed | Presence::Defaulted, _) => "Default::default()".into(),
        };
        values.push(Rust::of(&[&name, &": ", &value]));
    }
    if let UnknownMembers::Kept(map, _) = object.unknown {
        let rest = syntax::ident(&names.rest);
        values.push(Rust::of(&[&rest, &": ", &map.ident(), &"::new()"]));
    }
    values
}

/// A line of the support macro for each optional member.
fn emit_setters(context: &Context<'_>, id: TypeId, object: &Struct) -> Rust {
    let names = &context.names[id];
    let mut lines = Rust::default();
    for (index, field) in object.fields.iter().enumerate() {
        if !field.presence.is_optional() {
            continue;
        }
        lines.push(&attributes::deprecated_line("    ", &field.docs));
        let (given, after) = emit_given(context, field, context.analysis.is_boxed(id, index));
        lines.push(&Rust::of(&[
            &"    ",
            &syntax::ident(&names.methods.setters[index]),
            &"(",
            &field_ident(&names.members[index]),
            &": ",
            &given,
            &after,
        ]));
    }
    lines
}

/// The type that a setter takes, and the end of its line. A type with conversions of its own is converted; numbers and lists
/// are taken as they are, so that the compiler can infer literals and what `collect` makes. A `Box` is hidden from
/// the caller: another member may bring it, or take it away.
pub(super) fn emit_given(
    context: &Context<'_>,
    field: &Field,
    boxed: bool,
) -> (Rust, &'static str) {
    let ty = match field_type(field) {
        Type::Option(inner) => *inner,
        other => other,
    };
    let spelled = |boxed| Rust::ty(&emit_type(context, &ty, boxed));
    let converted = |ty: Rust| Rust::of(&[&"impl Into<", &ty, &">"]);
    match ty {
        Type::Named(_) if boxed => (converted(spelled(false)), ") => Box::new;\n"),
        Type::String | Type::Any | Type::Named(_) => (converted(spelled(false)), ");\n"),
        _ => (spelled(boxed), ");\n"),
    }
}

/// The setter of the field that keeps unknown members.
fn emit_rest_setter(context: &Context<'_>, id: TypeId, object: &Struct) -> Option<Code> {
    let UnknownMembers::Kept(map, slot) = &object.unknown else {
        return None;
    };
    let names = &context.names[id];
    let ty = Type::map(*map, slot.clone());
    let field = syntax::ident(&names.rest);
    let argument = Rust::of(&[&field, &": ", &Rust::ty(&emit_type(context, &ty, false))]);
    let start = Rust::of(&[&"pub fn ", &syntax::ident(&names.methods.rest_setter), &"("]);
    let signature = format::list(4, &start, &["mut self".into(), argument], ") -> Self {");
    let setter = Rust::template(
        "impl $ident {
    /// Sets the members without a field of their own.
    #[must_use]
$signature
        self.$field = $field;
        self
    }
}
",
        &[
            ("ident", &syntax::ident(&names.ident)),
            ("signature", &signature),
            ("field", &field),
        ],
    );
    Some(setter.into())
}

/// The types of a public module whose required members are given by name.
pub(super) fn by_name<'c>(
    context: &Context<'c>,
) -> impl Iterator<Item = (TypeId, &'c TypeDef, &'c [usize])> {
    let analysis = context.analysis;
    context.model.own_types().filter_map(|(id, def)| {
        let TypeKind::Struct(_) = &def.kind else {
            return None;
        };
        match analysis.constructor(id) {
            Constructor::ByName(required) => Some((id, def, &required[..])),
            Constructor::Empty | Constructor::Arguments(_) => None,
        }
    })
}

/// Writes `required.rs` of a public module, if a struct in it has its required members given by name.
pub(super) fn emit_required(context: &Context<'_>, space: &str) -> Option<String> {
    let here = |id: &TypeId| context.names[*id].space == space;
    let structs = by_name(context).filter(|(id, ..)| here(id));
    let items = structs.flat_map(|(id, def, required)| {
        let attribute = groups::attribute(context, id);
        let aliases = former::emit_required(context, id, &attribute);
        let definition = emit_struct(context, id, def, required);
        std::iter::once(definition)
            .chain(aliases)
            .collect::<Vec<_>>()
    });
    let items: Vec<Item> = items.map(Item::from).collect();
    if items.is_empty() {
        return None;
    }
    let mut docs = DocLines::of("The required members of structs, by name.");
    docs.words(&[
        "`new` takes such a struct where a type has more than three required members, or two that could be mistaken for",
        "each other. It has the name of the type.",
    ]);
    Some(format::file(&header(context, docs), items))
}

/// The struct of the required members.
fn emit_struct(context: &Context<'_>, id: TypeId, def: &TypeDef, required: &[usize]) -> Rust {
    let names = &context.names[id];
    let TypeKind::Struct(object) = &def.kind else {
        return Rust::default();
    };
    let ident = syntax::ident(&names.ident);
    let owner = Rust::of(&[&"crate::", &Rust::path(&names.path)]);
    let mut fields = Rust::default();
    for index in required {
        let name = field_ident(&names.members[*index]);
        // rustdoc knows no raw identifiers in links.
        let linked = syntax::ident(&names.members[*index]);
        let field = &object.fields[*index];
        let ty = &field.slot.ty;
        let boxed = context.analysis.is_boxed(id, *index) && has_boxes_within(ty);
        let ty = Rust::ty(&emit_elsewhere(context, ty, boxed));
        fields.push(&Rust::template(
            "    /// See [`$ident::$linked`]($owner::$linked).
$deprecated    pub $name: $ty,
",
            &[
                ("ident", &ident),
                ("owner", &owner),
                ("linked", &linked),
                (
                    "deprecated",
                    &attributes::deprecated_line("    ", &field.docs),
                ),
                ("name", &name),
                ("ty", &ty),
            ],
        ));
    }
    let docs = Rust::template(
        "/// The required members that [`$ident::new`]($owner::new) takes.\n",
        &[("ident", &ident), ("owner", &owner)],
    );
    let attribute = groups::attribute(context, id);
    Rust::of(&[
        &docs,
        &attribute,
        &attributes::deprecated_line("", &def.docs),
        &"pub struct ",
        &ident,
        &" {\n",
        &fields,
        &"}\n",
    ])
}
