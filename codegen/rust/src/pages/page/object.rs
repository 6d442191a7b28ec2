//! Writes the table of fields of a struct, and the treatment of other members.

use super::super::{links, notes, table};
use super::Page;
use crate::emit::{Context, field_type};
use cratify_model::markdown;
use cratify_model::model::{Field, Others, Presence, Struct, Type, TypeId, UnknownMembers};
use cratify_schema::text::in_code;

/// Adds the table of fields.
pub(super) fn add(context: &Context<'_>, id: TypeId, object: &Struct, page: &mut Page) {
    page.heading("Fields");
    if !object.fields.is_empty() {
        table::head(
            &mut page.out,
            &["Field", "Type", "Required", "Description", "Example"],
        );
    }
    for (index, field) in object.fields.iter().enumerate() {
        let boxed = context.analysis.is_boxed(id, index);
        table::row(
            &mut page.out,
            &[
                name(&context.names[id].members[index], field),
                links::type_markdown(context, &field_type(field), boxed),
                required(field.presence).to_owned(),
                about(context, field),
                notes::example(&field.docs),
            ],
        );
    }
    page.paragraph(&unknown(context, id, object));
}

/// The description of a field, or of its type.
fn about(context: &Context<'_>, field: &Field) -> String {
    let own = notes::of_field(context, field);
    match field.slot.ty.non_null() {
        Type::Named(id) if own.is_empty() => context.model[*id]
            .docs
            .about()
            .map(markdown::sentence)
            .unwrap_or_default(),
        _ => own,
    }
}

/// The name in Rust, and in JSON where it is another one.
fn name(member: &str, field: &Field) -> String {
    let ident = links::field(member);
    if ident == field.wire_name {
        format!("`{ident}`")
    } else {
        format!("`{ident}` ({} in JSON)", in_code(&field.wire_name))
    }
}

fn required(presence: Presence) -> &'static str {
    match presence {
        Presence::Required | Presence::Fixed => ":heavy_check_mark:",
        Presence::Defaulted
        | Presence::Optional
        | Presence::NullRecorded
        | Presence::NullOrAbsent => ":heavy_minus_sign:",
    }
}

fn unknown(context: &Context<'_>, id: TypeId, object: &Struct) -> String {
    let others = if object.fields.is_empty() {
        "The schema describes no members. Members"
    } else {
        "Other members"
    };
    match &object.unknown {
        UnknownMembers::Recorded { .. } if object.others == Others::Forbidden => format!(
            "{others} are not allowed. Reading records them, and they are written back; strict reading (feature \
             `validate`) reports them."
        ),
        UnknownMembers::Recorded { .. } => format!(
            "{others} are allowed. Reading records them, and they are written back: `unknown_members` has them."
        ),
        UnknownMembers::Dropped if object.others == Others::Forbidden => format!(
            "{others} are not allowed. Reading ignores them; strict reading (feature `validate`) reports them."
        ),
        UnknownMembers::Dropped => format!("{others} are allowed. Reading ignores them."),
        UnknownMembers::Refused if object.others == Others::Forbidden => {
            format!("{others} are not allowed: to read one is an error.")
        }
        UnknownMembers::Refused => {
            format!("{others} are allowed by the schema, but to read one is an error.")
        }
        UnknownMembers::Kept(..) if object.others == Others::Forbidden => format!(
            "{others} are not allowed. Reading keeps them in the field `{}`; strict reading (feature `validate`) \
             reports them.",
            context.names[id].rest
        ),
        UnknownMembers::Kept(map, slot) => {
            let map = Type::map(*map, slot.clone());
            let map = links::type_markdown(context, &map, false);
            let rest = &context.names[id].rest;
            let constraints = notes::constraints_note(context, " Each value", &slot.constraints);
            let constraints = constraints.unwrap_or_default();
            format!("{others} are kept in the field `{rest}`: {map}.{constraints}")
        }
    }
}
