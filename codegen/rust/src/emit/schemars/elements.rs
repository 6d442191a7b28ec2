//! What is said of the values in a list, a map or a tuple beside their types: the derive sees the types
//! alone.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{annotate, bounded_by_width};
use crate::emit::{Context, tree};
use cratify_model::analyze::resolve_alias;
use cratify_model::model::{Docs, Rules, Slot, Type};
use cratify_schema::source::Value;

/// The rules of a slot and of what is in it, as keywords of the slot's own schema; without what is in it
/// where [`within`] has that.
pub(super) fn all_rules(context: &Context<'_>, slot: &Slot) -> Rules {
    let mut rules = slot.rules.clone();
    match slot.ty.non_null() {
        _ if has_in_place(context, &slot.ty) => {}
        Type::List(item) if has_more(item) && rules.get("items").is_none() => {
            rules.add("items", slot_schema(context, item));
        }
        Type::Map(_, value) if has_more(value) && rules.get("additionalProperties").is_none() => {
            rules.add("additionalProperties", slot_schema(context, value));
        }
        Type::Tuple(slots) if slots.iter().any(has_more) => {
            let slots = slots.iter().map(|slot| slot_schema(context, slot));
            rules.add("prefixItems", Value::Array(slots.collect()));
        }
        _ => {}
    }
    set_apart(&slot.ty, &mut rules);
    rules
}

/// Whether there is a type in a type whose schema stands in its place: the schema around it cannot be
/// written out, since nothing but the derive has that one.
pub(super) fn has_in_place(context: &Context<'_>, ty: &Type) -> bool {
    let mut found = false;
    ty.visit(&mut |ty| {
        found |= matches!(ty, Type::Named(id) if context.model[resolve_alias(context.model, *id)].in_place);
    });
    found
}

/// What is said of the values in a slot beside what the derive sees, where their schema is not written
/// out as a whole.
pub(super) fn within(context: &Context<'_>, slot: &Slot) -> Vec<TokenStream> {
    let mut added = Vec::new();
    if has_in_place(context, &slot.ty) {
        add_within_type(context, &slot.ty, "", &mut added);
    }
    added
}

/// Adds what is said of a value whose schema stands at a place, and of the values in it.
pub(super) fn add_within(
    context: &Context<'_>,
    slot: &Slot,
    place: &str,
    added: &mut Vec<TokenStream>,
) {
    if !has_more(slot) {
        return;
    }
    let mut rules = slot.rules.clone();
    set_apart(&slot.ty, &mut rules);
    let mut schema: serde_json::Map<String, Value> = rules.0.into_iter().collect();
    annotate(&slot.docs, &mut schema);
    if bounded_by_width(slot).is_some() {
        for bound in ["minimum", "maximum"] {
            schema.entry(bound).or_insert(Value::Null);
        }
    }
    if !schema.is_empty() {
        let text = Value::Object(schema).to_string();
        let within = quote! { crate::support::schema::Within(#place, #text) };
        added.push(tree::equals(format_ident!("transform").into(), within));
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

/// Sets rules about unevaluated elements apart from the `items: true` that the derive writes for a
/// list of anything: beside it no element is unevaluated.
pub(super) fn set_apart(ty: &Type, rules: &mut Rules) {
    let is_of_anything = matches!(ty.non_null(), Type::List(element) if element.ty == Type::Any && !has_more(element));
    if is_of_anything && rules.get("unevaluatedItems").is_some() {
        let apart = Value::Object(std::mem::take(&mut rules.0).into_iter().collect());
        rules.add("allOf", Value::Array(vec![apart]));
    }
}

/// Whether the schema of an element says more than the derive can see.
pub(super) fn has_more(slot: &Slot) -> bool {
    !slot.rules.is_empty() || slot.docs != Docs::default() || has_hidden_rules(slot)
}

/// Whether something inside of the type has rules that the derive does not see.
fn has_hidden_rules(slot: &Slot) -> bool {
    match slot.ty.non_null() {
        Type::List(inner) | Type::Map(_, inner) => has_more(inner),
        Type::Tuple(slots) => slots.iter().any(has_more),
        Type::Integer(_) => bounded_by_width(slot).is_some(),
        _ => false,
    }
}

/// The schema that the derive would make of a slot, with its rules.
pub(super) fn slot_schema(context: &Context<'_>, slot: &Slot) -> Value {
    let mut schema = serde_json::Map::new();
    let inner = slot.ty.non_null();
    match inner {
        Type::Any => {}
        Type::Named(id) => {
            let id = resolve_alias(context.model, *id);
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
    let mut rules = slot.rules.clone();
    set_apart(&slot.ty, &mut rules);
    schema.extend(rules.0);
    annotate(&slot.docs, &mut schema);
    Value::Object(schema)
}
