//! Turns objects with described members into structs.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Attribute;

use super::access::Access;
use super::context::Context;
use super::types::emit_type;
use super::{attributes, construct, debug, docs, record, schemars, serde};
use crate::format::{Code, Comments};
use crate::syntax;
use crate::text::{DocLines, Rust};
use cratify_model::ident::is_keyword;
use cratify_model::model::{
    Field, Others, Presence, Secrecy, Slot, Struct, Type, TypeDef, TypeId, UnknownMembers,
};

/// The struct, its construction and the functions that read its fields.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    object: &Struct,
    comments: &mut Comments,
) -> Vec<Code> {
    let ident = &context.names[id].ident;
    let mut helpers = Vec::new();
    let mut fields = Vec::with_capacity(object.fields.len() + 2);
    fields.extend(record::field(context, id, def));
    for (index, field) in object.fields.iter().enumerate() {
        let (field, helper) = emit_field(context, id, def, index, field, comments);
        fields.push(field);
        helpers.extend(helper);
    }
    if let UnknownMembers::Kept(map, slot) = &object.unknown {
        let ty = Type::map(*map, slot.clone());
        let (rest, helper) = emit_rest(context, id, def, (&ty, slot), object.others, comments);
        fields.push(rest);
        helpers.extend(helper);
    }
    let attrs = struct_attributes(context, id, def, object);
    let item = syntax::structure(attrs, ident, fields);
    let mut items = vec![item.into()];
    items.extend(construct::emit(context, id, object));
    items.extend(helpers.into_iter().map(Code::Tokens));
    items.extend(record::methods(context, id, def, object));
    items
}

/// The attributes of the struct.
fn struct_attributes(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    object: &Struct,
) -> Vec<Attribute> {
    let refuse =
        matches!(object.unknown, UnknownMembers::Refused).then(|| quote! { , deny_unknown_fields });
    let support = format!("crate::support::{}", serde_module(def, object));
    let traits = context.analysis.traits(id);
    let mut attrs = vec![attributes::derive(def, traits, serde::derives(def), &[])];
    attrs.extend(serde::attribute(
        def,
        vec![quote! { crate = #support #refuse }],
    ));
    attrs.extend(schemars::object(context, id, def, object));
    attrs.extend(attributes::deprecated(&def.docs));
    attrs.extend(attributes::requested(&def.extras.attributes));
    attrs.push(syntax::word("non_exhaustive"));
    attrs
}

/// The module of the support code that the derives of serde use.
pub(super) fn serde_module(def: &TypeDef, object: &Struct) -> &'static str {
    match (def.secrecy, object.has_record()) {
        (Secrecy::Whole, false) => "secret_object",
        (Secrecy::Whole, true) => "secret_recorded_object",
        (Secrecy::Open | Secrecy::Part, false) => "object",
        (Secrecy::Open | Secrecy::Part, true) => "recorded_object",
    }
}

/// The field for other members, a map, and the function that reads it if it needs one.
fn emit_rest(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    (ty, slot): (&Type, &Slot),
    others: Others,
    comments: &mut Comments,
) -> (syn::Field, Option<TokenStream>) {
    let names = &context.names[id];
    let map = emit_type(context, ty, false);
    let mut access = Access::of(context, ty);
    if debug::is_hidden_alone(def, slot) && !serde::is_written(def) {
        access = access.hiding(&names.ident, &format!("read_{}", names.rest), &map);
    }
    let docs = DocLines::of("Members without a field of their own.");
    let mut attrs = vec![comments.add(docs)];
    let flatten = std::iter::once(quote! { flatten });
    let arguments = flatten.chain(access.attributes()).collect();
    attrs.extend(serde::attribute(def, arguments));
    attrs.extend(schemars::rest_of_members(context, others, ty));
    let field = syntax::field(attrs, syntax::ident(&names.rest), map);
    (field, access.helper)
}

/// The identifier of a field, raw where it is a keyword.
pub fn field_ident(name: &str) -> syn::Ident {
    if is_keyword(name) {
        format_ident!("r#{name}")
    } else {
        syntax::ident(name)
    }
}

/// A field, and the function that reads it if it needs one.
fn emit_field(
    context: &Context<'_>,
    owner: TypeId,
    def: &TypeDef,
    index: usize,
    field: &Field,
    comments: &mut Comments,
) -> (syn::Field, Option<TokenStream>) {
    let member = &context.names[owner].members[index];
    let ident = field_ident(member);
    let boxed = context.analysis.is_boxed(owner, index);
    let ty = emit_type(context, &field_type(field), boxed);
    let mut access = if field.presence == Presence::NullOrAbsent {
        Access::telling_null(context, &field.slot.ty)
    } else {
        Access::of(context, &field_type(field))
    };
    if serde::is_written(def) {
        // The code that reads the field is in another file.
    } else if debug::is_hidden_alone(def, &field.slot) {
        let function = if member.starts_with('_') {
            format!("read_field{index}")
        } else {
            format!("read_{member}")
        };
        access = access.hiding(&context.names[owner].ident, &function, &ty);
    } else if is_required_nullable(field) {
        access = access.requiring("Option::deserialize");
    } else if is_never_absent(field) && context.model.is_option(&field.slot.ty) {
        access = access.requiring("serde::Deserialize::deserialize");
    }
    let mut attrs = vec![comments.add(docs::field_docs(context, field))];
    attrs.extend(serde_attribute(context, def, field, member, &access));
    attrs.extend(schemars::field(context, field, boxed));
    attrs.extend(attributes::deprecated(&field.docs));
    attrs.extend(attributes::requested(&field.attributes));
    (syntax::field(attrs, ident, ty), access.helper)
}

/// The type of a field: the type of its slot, in an `Option` if the member is optional.
pub fn field_type(field: &Field) -> Type {
    match field.presence {
        // Null may be a value, told apart from absent.
        Presence::Optional | Presence::NullRecorded => match &field.slot.ty {
            Type::Option(_) => field.slot.ty.clone(),
            other => Type::Option(Box::new(other.clone())),
        },
        Presence::NullOrAbsent => Type::Option(Box::new(field.slot.ty.clone())),
        Presence::Required | Presence::Fixed | Presence::Defaulted => field.slot.ty.clone(),
    }
}

fn serde_attribute(
    context: &Context<'_>,
    def: &TypeDef,
    field: &Field,
    ident: &str,
    access: &Access,
) -> Option<Attribute> {
    let mut arguments = Vec::new();
    if field.wire_name != ident {
        arguments.push(syntax::equals_text("rename", &field.wire_name));
    }
    match field.presence {
        Presence::Optional | Presence::NullRecorded | Presence::NullOrAbsent => {
            arguments.push(quote! { default });
            arguments.push(syntax::equals_text(
                "skip_serializing_if",
                "Option::is_none",
            ));
        }
        Presence::Defaulted if context.model.is_optional_constant(field) => {
            let constant = Rust::ty(&emit_type(context, &field.slot.ty, false));
            let [absent, is_absent] =
                ["absent", "is_absent"].map(|method| format!("{}::{method}", constant.as_str()));
            arguments.push(syntax::equals_text("default", &absent));
            arguments.push(syntax::equals_text("skip_serializing_if", &is_absent));
        }
        Presence::Defaulted => arguments.push(quote! { default }),
        Presence::Required | Presence::Fixed => {}
    }
    arguments.extend(access.attributes());
    serde::attribute(def, arguments)
}

/// Whether a member is required and may be null.
pub(super) fn is_required_nullable(field: &Field) -> bool {
    is_never_absent(field) && matches!(field.slot.ty, Type::Option(_))
}

fn is_never_absent(field: &Field) -> bool {
    matches!(field.presence, Presence::Required | Presence::Fixed)
}
