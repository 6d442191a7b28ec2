//! Rules that refer to other schemas, with these put in their place.
//!
//! A derived JSON Schema knows the types of Rust, and not every schema that a rule refers to is one
//! of them.

use serde_json::Map;

use crate::graph::Graph;
use crate::model::{Model, Rest, Rules, Slot, Type, TypeKind, UnknownMembers};
use crate::schema::{Effect, effect_of};
use crate::source::Value;

/// How many references deep a rule is followed; one that refers to itself has no end.
const DEPTH: usize = 12;
/// A rule that gets larger than this is left to strict reading alone.
const MOST_NODES: usize = 5_000;

/// Puts the target of each reference in its place, in all rules of a model. A rule where that has
/// no end is dropped: strict reading, which has the document's own text, still enforces it.
pub(crate) fn inline_references(model: &mut Model, graph: &Graph<'_>) {
    for def in &mut model.types {
        inline_rules(&mut def.rules, graph);
        match &mut def.kind {
            TypeKind::Struct(object) => {
                for field in &mut object.fields {
                    inline_slot(&mut field.slot, graph);
                }
                if let UnknownMembers::Kept(_, slot) = &mut object.unknown {
                    inline_slot(slot, graph);
                }
            }
            TypeKind::Union(union) => {
                for variant in &mut union.variants {
                    inline_slot(&mut variant.slot, graph);
                }
                if let Rest::Other(rules) = &mut union.rest {
                    inline_rules(rules, graph);
                }
            }
            TypeKind::Newtype(slot) => inline_slot(slot, graph),
            TypeKind::StringEnum(_)
            | TypeKind::ValueEnum(_)
            | TypeKind::Alias(_)
            | TypeKind::Foreign(_)
            | TypeKind::Never => {}
        }
    }
}

fn inline_slot(slot: &mut Slot, graph: &Graph<'_>) {
    inline_rules(&mut slot.rules, graph);
    match &mut slot.ty {
        Type::List(inner) | Type::Map(_, inner) => inline_slot(inner, graph),
        Type::Tuple(slots) => slots.iter_mut().for_each(|slot| inline_slot(slot, graph)),
        Type::Option(inner) => {
            // The rules of what is in an `Option` are those of its slot; only deeper ones are left.
            let mut inner_slot = Slot::new((**inner).clone(), Rules::default());
            inline_slot(&mut inner_slot, graph);
            **inner = inner_slot.ty;
        }
        _ => {}
    }
}

fn inline_rules(rules: &mut Rules, graph: &Graph<'_>) {
    let mut dropped: Vec<&str> = Vec::new();
    rules.0.retain(|keyword, value| {
        if !mentions_reference(value) {
            return true;
        }
        let mut left = MOST_NODES;
        if let Some(inlined) = inline(value, graph, DEPTH, &mut left) {
            *value = inlined;
            true
        } else {
            dropped.extend(dependents(keyword));
            false
        }
    });
    for keyword in dropped {
        rules.0.shift_remove(keyword);
    }
}

/// The keywords that reject more where another one is missing.
fn dependents(keyword: &str) -> &'static [&'static str] {
    match keyword {
        "properties" | "patternProperties" => &["additionalProperties", "unevaluatedProperties"],
        "prefixItems" => &["items", "unevaluatedItems"],
        _ => &["unevaluatedProperties", "unevaluatedItems"],
    }
}

fn mentions_reference(value: &Value) -> bool {
    match value {
        Value::Array(values) => values.iter().any(mentions_reference),
        Value::Object(members) => {
            members.contains_key("$ref") || members.values().any(mentions_reference)
        }
        _ => false,
    }
}

fn inline(value: &Value, graph: &Graph<'_>, depth: usize, left: &mut usize) -> Option<Value> {
    *left = left.checked_sub(1)?;
    Some(match value {
        Value::Array(values) => Value::Array(
            values
                .iter()
                .map(|value| inline(value, graph, depth, left))
                .collect::<Option<_>>()?,
        ),
        Value::Object(members) => {
            let mut inlined = Map::new();
            for (name, value) in members {
                if name != "$ref" {
                    inlined.insert(name.clone(), inline(value, graph, depth, left)?);
                }
            }
            match members.get("$ref").and_then(Value::as_str) {
                None => Value::Object(inlined),
                Some(reference) => {
                    let target = graph.numbered(graph.target_of(reference)?);
                    let mut target = inline(&target, graph, depth.checked_sub(1)?, left)?;
                    if let Value::Object(members) = &mut target {
                        // What documents the target does not document this place.
                        let documents = |name: &str| effect_of(name) == Some(Effect::Documents);
                        members.retain(|name, _| !documents(name) && !name.starts_with("x-"));
                    }
                    if inlined.is_empty() {
                        target
                    } else {
                        let all = match inlined.shift_remove("allOf") {
                            Some(Value::Array(mut all)) => {
                                all.push(target);
                                all
                            }
                            _ => vec![target],
                        };
                        inlined.insert("allOf".to_owned(), Value::Array(all));
                        Value::Object(inlined)
                    }
                }
            }
        }
        scalar => scalar.clone(),
    })
}
