//! Writes the attributes by which `schemars` derives, from a Rust type, the schema that it was made from.
//!
//! The derive sees the shape of the type: members, names, null, variants. These attributes add the constraints, which
//! a shape cannot say, and nothing that it can. The annotations come from the published schema
//! (`support/annotations.rs`).

mod elements;
mod native;
mod written_out;

pub(super) use written_out::{in_table, never, same_as, value_enum};

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::quote;
use serde_json::{Map, json};
use syn::Attribute;

use self::elements::{add_within, all_keywords, has_in_place, has_more, slot_schema, within};
use self::native::{UNBOUNDED, bounded_by_width, is_native, native, schema_type};
use super::context::Context;
use super::extern_types;
use super::json::emit_json;
use super::object::is_required_nullable;
use super::types::{emit_schema_type, mixes_numbers};
use crate::syntax;
use crate::text::Rust;
use cratify_model::model::{
    Constraints, Field, Model, Others, Presence, Slot, Struct, Type, TypeDef, TypeId, TypeKind,
    UnknownMembers, Variant,
};
use cratify_schema::source::Value;

/// Keywords with their values, as they stand in a schema.
type Keywords = Map<String, Value>;

/// The derive and its attributes, for a struct.
pub(super) fn object(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    object: &Struct,
) -> [Attribute; 2] {
    let mut more = Vec::new();
    match (object.others, &object.unknown) {
        (Others::Forbidden, _) => more.push(quote! { deny_unknown_fields }),
        // The schema may allow members that reading refuses.
        (Others::Allowed, UnknownMembers::Refused) => more.push(quote! { !deny_unknown_fields }),
        (Others::Described, UnknownMembers::Kept(_, slot)) if has_more(context, slot) => {
            let slot = slot.as_json();
            if has_in_place(context, &slot.ty) {
                add_within(context, &slot, "/additionalProperties", &mut more);
            } else {
                more.push(extend("additionalProperties", &slot_schema(context, &slot)));
            }
        }
        _ => {}
    }
    let more = (!more.is_empty()).then(|| syntax::commas(more));
    container(context, id, def, more)
}

/// The derive and its attributes, for any type.
pub(super) fn container(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    more: Option<TokenStream>,
) -> [Attribute; 2] {
    let keywords = context.constraints.schema(&def.constraints);
    container_with(context, id, def, more, keywords)
}

/// The same, with these keywords in place of the constraints.
fn container_with(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    more: Option<TokenStream>,
    keywords: Keywords,
) -> [Attribute; 2] {
    let mut attributes: Vec<TokenStream> = more.into_iter().collect();
    let names = &context.names[id];
    if names.schema_name != names.ident {
        attributes.push(syntax::equals_text("rename", &names.schema_name));
    }
    if def.in_place {
        attributes.push(quote! { inline });
    }
    attributes.extend(extensions(&beside_variants(def, keywords)));
    attributes.push(quote! { transform = Self::docs });
    [
        with_feature([quote! { derive(schemars::JsonSchema) }]),
        arguments(attributes),
    ]
}

/// The keywords of a type beside the `anyOf` that stands for the variants of an enum or a union.
fn beside_variants(def: &TypeDef, mut keywords: Keywords) -> Keywords {
    let has_variants = matches!(
        def.kind,
        TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) | TypeKind::Union(_)
    );
    if has_variants && let Some(branches) = keywords.shift_remove("anyOf") {
        let set = json!({ "anyOf": branches });
        match keywords.get_mut("allOf") {
            Some(Value::Array(all)) => all.push(set),
            _ => {
                keywords.insert("allOf".to_owned(), json!([set]));
            }
        }
    }
    keywords
}

/// The derive and its attributes, for a newtype.
pub(super) fn newtype(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    slot: &Slot,
) -> [Attribute; 2] {
    let mut slot = slot.as_json();
    slot.constraints = def.all_constraints();
    let keywords = all_keywords(context, &slot);
    let more = within(context, &slot);
    let more = (!more.is_empty()).then(|| syntax::commas(more));
    container_with(context, id, def, more, keywords)
}

/// The attribute of a field.
pub(super) fn field(context: &Context<'_>, field: &Field, boxed: bool) -> Option<Attribute> {
    if field.under_condition {
        return Some(skip());
    }
    let mut attributes = Vec::new();
    let slot = &field.slot.as_json();
    if is_required_nullable(field) {
        let inner = if bounded_by_width(slot).is_some() {
            UNBOUNDED.to_owned()
        } else {
            let inner = emit_schema_type(context, field.slot.ty.non_null(), boxed);
            Rust::ty(&inner).to_string()
        };
        let with = format!("crate::support::schema::Nullable<{inner}>");
        attributes.push(syntax::equals_text("with", &with));
    } else if let Some(with) = schema_type(slot) {
        attributes.push(syntax::equals_text("with", with));
    } else if field.presence == Presence::NullOrAbsent
        || field.presence.is_optional() && !matches!(field.slot.ty, Type::Option(_))
        || has_stand_in(context.model, &field.slot.ty)
    {
        let inner = emit_schema_type(context, &field.slot.ty, boxed);
        attributes.push(syntax::equals_text("with", Rust::ty(&inner).as_str()));
    }
    attributes.extend(native(slot));
    let mut keywords = all_keywords(context, slot);
    for native in slot.constraints.iter().filter(|one| is_native(slot, one)) {
        keywords.shift_remove(native.keyword());
    }
    attributes.extend(extensions(&keywords));
    attributes.extend(within(context, slot));
    (!attributes.is_empty()).then(|| arguments(attributes))
}

/// The attribute of the field that keeps members without a field of their own: it is not part of a
/// schema that does not describe them.
pub(super) fn rest_of_members(
    context: &Context<'_>,
    others: Others,
    ty: &Type,
) -> Option<Attribute> {
    match others {
        Others::Described => stand_in(context, ty, false),
        Others::Allowed | Others::Forbidden => Some(skip()),
    }
}

/// Whether schemars is told of another type: for a type of another crate, which need not have a schema, for a codec, which
/// it would take for the type, and for names of members, of which it would make members.
fn has_stand_in(model: &Model, ty: &Type) -> bool {
    let mut has_keys = false;
    ty.visit(&mut |ty| has_keys |= matches!(ty, Type::Map(map, _) if map.key.is_some()));
    has_keys || extern_types::is_in(model, ty) || mixes_numbers(ty)
}

/// The attribute that states another type than the type in a newtype.
pub(super) fn of_newtype(context: &Context<'_>, slot: &Slot, boxed: bool) -> Option<Attribute> {
    let unbounded = schema_type(&slot.as_json());
    let unbounded = unbounded.map(|with| arguments([syntax::equals_text("with", with)]));
    unbounded.or_else(|| stand_in(context, &slot.ty, boxed))
}

/// The attribute that tells of another type.
fn stand_in(context: &Context<'_>, ty: &Type, boxed: bool) -> Option<Attribute> {
    has_stand_in(context.model, ty).then(|| {
        let with = Rust::ty(&emit_schema_type(context, ty, boxed));
        arguments([syntax::equals_text("with", with.as_str())])
    })
}

/// The attribute of a field that is not part of the schema.
pub(super) fn skip() -> Attribute {
    arguments([quote! { skip }])
}

/// `#[cfg_attr(feature = "schemars", schemars(…))]`.
pub(super) fn arguments(arguments: impl IntoIterator<Item = TokenStream>) -> Attribute {
    with_feature([syntax::call("schemars", syntax::commas(arguments))])
}

/// Attributes that are there with the feature.
fn with_feature(attributes: impl IntoIterator<Item = TokenStream>) -> Attribute {
    let feature = std::iter::once(syntax::equals_text("feature", "schemars"));
    syntax::list("cfg_attr", syntax::commas(feature.chain(attributes)))
}

/// `extend("keyword" = value)`.
fn extend(keyword: &str, value: &Value) -> TokenStream {
    let keyword = TokenTree::Literal(Literal::string(keyword));
    syntax::call("extend", syntax::equals(keyword, emit_json(value)))
}

/// The attribute of a variant of a union.
pub(super) fn variant(context: &Context<'_>, variant: &Variant, boxed: bool) -> Option<Attribute> {
    let mut attributes = Vec::new();
    let slot = variant.slot.as_json();
    let keywords = all_keywords(context, &slot);
    if let Some(with) = schema_type(&slot) {
        attributes.push(syntax::equals_text("with", with));
    } else if has_stand_in(context.model, &variant.slot.ty) {
        let with = emit_schema_type(context, &variant.slot.ty, boxed);
        attributes.push(syntax::equals_text("with", Rust::ty(&with).as_str()));
    }
    attributes.extend(extensions(&keywords));
    attributes.extend(within(context, &slot));
    (!attributes.is_empty()).then(|| arguments(attributes))
}

/// The attribute of the variant that keeps values of no branch.
pub(super) fn rest(context: &Context<'_>, constraints: &Constraints) -> Option<Attribute> {
    let keywords = context.constraints.schema(constraints);
    (!keywords.is_empty()).then(|| arguments(extensions(&keywords)))
}

fn extensions(keywords: &Keywords) -> Vec<TokenStream> {
    let pairs = keywords.iter();
    pairs
        .map(|(keyword, value)| extend(keyword, value))
        .collect()
}
