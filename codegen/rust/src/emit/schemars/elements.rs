//! Writes the constraints of elements of lists, maps and tuples. The derive of `schemars` sees
//! only their types.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Keywords, bounded_by_width};
use crate::emit::context::Context;
use crate::syntax;
use cratify_model::model::{Bound, Slot, Type};
use cratify_schema::source::Value;

/// The constraints of a slot and of what is in it, as keywords of the slot's own schema; without what is in it
/// where [`within`] has that.
pub(super) fn all_keywords(context: &Context<'_>, slot: &Slot) -> Keywords {
    let mut keywords = context.constraints.schema(&slot.constraints);
    match slot.ty.non_null() {
        _ if has_in_place(context, &slot.ty) => {}
        Type::List(item) if has_more(context, item) && !keywords.contains_key("items") => {
            keywords.insert("items".to_owned(), slot_schema(context, item));
        }
        Type::Map(_, value)
            if has_more(context, value) && !keywords.contains_key("additionalProperties") =>
        {
            keywords.insert(
                "additionalProperties".to_owned(),
                slot_schema(context, value),
            );
        }
        Type::Tuple(slots) if slots.iter().any(|slot| has_more(context, slot)) => {
            let slots = slots.iter().map(|slot| slot_schema(context, slot));
            keywords.insert("prefixItems".to_owned(), Value::Array(slots.collect()));
        }
        _ => {}
    }
    set_apart(context, &slot.ty, &mut keywords);
    keywords
}

/// Whether there is a type in a type whose schema stands in its place: the schema around it cannot be
/// written out, since nothing but the derive has that one.
pub(super) fn has_in_place(context: &Context<'_>, ty: &Type) -> bool {
    let mut found = false;
    ty.visit(&mut |ty| {
        found |= matches!(ty, Type::Named(id) if context.model[context.model.resolve_alias(*id)].in_place);
    });
    found
}

/// The keywords of the values in a slot that the derive does not see, where their schema is not written
/// out as a whole.
pub(super) fn within(context: &Context<'_>, slot: &Slot) -> Vec<TokenStream> {
    let mut added = Vec::new();
    if has_in_place(context, &slot.ty) {
        add_within_type(context, &slot.ty, "", &mut added);
    }
    added
}

/// Adds the keywords of a value whose schema stands at a place, and of the values in it.
pub(super) fn add_within(
    context: &Context<'_>,
    slot: &Slot,
    place: &str,
    added: &mut Vec<TokenStream>,
) {
    if !has_more(context, slot) {
        return;
    }
    let mut schema = context.constraints.schema(&slot.constraints);
    set_apart(context, &slot.ty, &mut schema);
    if bounded_by_width(slot).is_some() {
        for bound in [Bound::Minimum, Bound::Maximum] {
            schema.entry(bound.keyword()).or_insert(Value::Null);
        }
    }
    if !schema.is_empty() {
        let text = Value::Object(schema).to_string();
        let keywords = quote! { crate::support::schema::AddKeywords(#place, #text) };
        added.push(syntax::equals(format_ident!("transform").into(), keywords));
    }
    add_within_type(context, &slot.ty, place, added);
}

fn add_within_type(context: &Context<'_>, ty: &Type, place: &str, added: &mut Vec<TokenStream>) {
    match ty.non_null() {
        Type::List(item) => add_within(context, item, &format!("{place}/items"), added),
        Type::Map(_, value) => {
            add_within(
                context,
                value,
                &format!("{place}/additionalProperties"),
                added,
            );
        }
        Type::Tuple(slots) => {
            for (index, slot) in slots.iter().enumerate() {
                add_within(
                    context,
                    slot,
                    &format!("{place}/prefixItems/{index}"),
                    added,
                );
            }
        }
        _ => {}
    }
}

/// Sets keywords about unevaluated elements or members apart from the `items: true` or `additionalProperties: true` that the
/// derive writes for a list or a map of anything: beside it nothing is unevaluated.
fn set_apart(context: &Context<'_>, ty: &Type, keywords: &mut Keywords) {
    let is_anything = |slot: &Slot| slot.ty == Type::Any && !has_more(context, slot);
    let (keyword, is_of_anything) = match ty.non_null() {
        Type::List(element) => ("unevaluatedItems", is_anything(element)),
        Type::Map(_, value) => ("unevaluatedProperties", is_anything(value)),
        Type::Object => ("unevaluatedProperties", true),
        _ => return,
    };
    if is_of_anything && keywords.contains_key(keyword) {
        let apart = Value::Object(std::mem::take(keywords));
        keywords.insert("allOf".to_owned(), Value::Array(vec![apart]));
    }
}

/// Whether the schema of an element says more than the derive can see.
pub(super) fn has_more(context: &Context<'_>, slot: &Slot) -> bool {
    !context.constraints.is_empty(&slot.constraints) || has_more_within(context, slot)
}

/// Whether something inside of the type has constraints that the derive does not see.
fn has_more_within(context: &Context<'_>, slot: &Slot) -> bool {
    match slot.ty.non_null() {
        Type::List(inner) | Type::Map(_, inner) => has_more(context, inner),
        Type::Tuple(slots) => slots.iter().any(|slot| has_more(context, slot)),
        Type::Integer(_) => bounded_by_width(slot).is_some(),
        _ => false,
    }
}

/// The schema that the derive would make of a slot, with its constraints.
pub(super) fn slot_schema(context: &Context<'_>, slot: &Slot) -> Value {
    let mut schema = serde_json::Map::new();
    let inner = slot.ty.non_null();
    match inner {
        Type::Any => {}
        Type::Named(id) => {
            let id = context.model.resolve_alias(*id);
            let name = &context.names[id].schema_name;
            let mut reference = serde_json::Map::new();
            reference.insert("$ref".to_owned(), Value::String(format!("#/$defs/{name}")));
            if matches!(slot.ty, Type::Option(_)) {
                let null = serde_json::json!({ "type": "null" });
                schema.insert(
                    "anyOf".to_owned(),
                    Value::Array(vec![Value::Object(reference), null]),
                );
            } else {
                schema = reference;
            }
        }
        _ => {
            let name = match inner {
                Type::Null => "null",
                Type::Bool => "boolean",
                Type::Integer(_) => "integer",
                Type::Float | Type::Number => "number",
                Type::String => "string",
                Type::List(_) | Type::Tuple(_) => "array",
                _ => "object",
            };
            let ty = if matches!(slot.ty, Type::Option(_)) {
                serde_json::json!([name, "null"])
            } else {
                Value::String(name.to_owned())
            };
            schema.insert("type".to_owned(), ty);
        }
    }
    match inner {
        Type::List(item) => {
            schema.insert("items".to_owned(), slot_schema(context, item));
        }
        Type::Map(_, value) => {
            schema.insert(
                "additionalProperties".to_owned(),
                slot_schema(context, value),
            );
        }
        Type::Tuple(slots) => {
            let count = Value::from(slots.len());
            let slots = slots
                .iter()
                .map(|slot| slot_schema(context, slot))
                .collect();
            schema.insert("prefixItems".to_owned(), Value::Array(slots));
            schema.insert("minItems".to_owned(), count.clone());
            schema.insert("maxItems".to_owned(), count);
        }
        _ => {}
    }
    let mut keywords = context.constraints.schema(&slot.constraints);
    set_apart(context, &slot.ty, &mut keywords);
    schema.extend(keywords);
    Value::Object(schema)
}
