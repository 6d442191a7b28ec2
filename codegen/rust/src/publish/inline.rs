//! Rules that refer to other schemas, with these put in their place.
//!
//! A derived JSON Schema knows the types of Rust, and not every schema that a rule refers to is one
//! of them. What is short is copied to where it is referred to. What refers to itself, or would grow
//! out of all proportion, becomes a schema resource of its own (JSON Schema core, 9.3): an `$id` with
//! `$defs` beside it, so that its references lead to these wherever the derive puts it.

use std::cell::RefCell;
use std::collections::HashMap;

use indexmap::IndexSet;
use serde_json::Map;

use cratify_model::model::{Model, Rest, Rules, Slot, Type, TypeKind, UnknownMembers};
use cratify_schema::graph::{Graph, Speller};
use cratify_schema::keyword::{Effect, dependents, effect_of};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;
use cratify_schema::text::fingerprint;

/// How many references deep a rule is copied; one that refers to itself has no end.
const DEPTH: usize = 12;
/// A rule that gets larger than this is not copied, and one that is larger all the same is left to strict
/// reading alone.
const MOST_NODES: usize = 5_000;

/// Puts the target of each reference in its place, in all rules of a model. A rule that gets too large
/// is dropped: strict reading, which has the document's own text, still enforces it.
pub fn inline_references(model: &mut Model, graph: &Graph<'_>) {
    let mut inliner = Inliner {
        graph,
        resources: HashMap::new(),
    };
    for def in &mut model.types {
        inliner.rules(&mut def.rules);
        match &mut def.kind {
            TypeKind::Struct(object) => {
                for field in &mut object.fields {
                    inliner.slot(&mut field.slot);
                }
                if let UnknownMembers::Kept(_, slot) = &mut object.unknown {
                    inliner.slot(slot);
                }
            }
            TypeKind::Union(union) => {
                for variant in &mut union.variants {
                    inliner.slot(&mut variant.slot);
                }
                if let Rest::Other(rules) = &mut union.rest {
                    inliner.rules(rules);
                }
            }
            TypeKind::Newtype(slot) => inliner.slot(slot),
            TypeKind::StringEnum(_)
            | TypeKind::ValueEnum(_)
            | TypeKind::Alias(_)
            | TypeKind::Foreign(_)
            | TypeKind::Never => {}
        }
    }
}

struct Inliner<'g> {
    graph: &'g Graph<'g>,
    /// The resources that were made: each stands wherever its schema is referred to. Nothing for those
    /// that are too large.
    resources: HashMap<SchemaId, Option<Value>>,
}

impl Inliner<'_> {
    fn slot(&mut self, slot: &mut Slot) {
        self.rules(&mut slot.rules);
        match &mut slot.ty {
            Type::List(inner) | Type::Map(_, inner) => self.slot(inner),
            Type::Tuple(slots) => slots.iter_mut().for_each(|slot| self.slot(slot)),
            Type::Option(inner) => {
                // The rules of what is in an `Option` are those of its slot; only deeper ones are left.
                let mut inner_slot = Slot::new((**inner).clone(), Rules::default());
                self.slot(&mut inner_slot);
                **inner = inner_slot.ty;
            }
            _ => {}
        }
    }

    fn rules(&mut self, rules: &mut Rules) {
        let mut dropped: Vec<&str> = Vec::new();
        rules.0.retain(|keyword, value| {
            if !mentions_reference(value) {
                return true;
            }
            let graph = self.graph;
            let mut left = MOST_NODES;
            let copied = replace(value, &mut left, &mut |target, left| {
                copy(target, graph, DEPTH, left)
            });
            let inlined = copied.or_else(|| {
                let mut left = MOST_NODES;
                replace(value, &mut left, &mut |target, left| {
                    self.resource(graph.target_of(target)?, left)
                })
            });
            let is_kept = inlined.is_some();
            match inlined {
                Some(inlined) => *value = inlined,
                None => dropped.extend(dependents(keyword)),
            }
            is_kept
        });
        for keyword in dropped {
            rules.0.shift_remove(keyword);
        }
    }

    /// A schema with all that it refers to, as a resource of its own.
    fn resource(&mut self, id: SchemaId, left: &mut usize) -> Option<Value> {
        let graph = self.graph;
        let known = self.resources.entry(id);
        let known = known.or_insert_with(|| resource(id, graph)).as_ref()?;
        *left = left.checked_sub(nodes(known))?;
        Some(known.clone())
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

/// A value with what takes the place of each reference, or nothing if more values than are `left` come of
/// it.
fn replace(
    value: &Value,
    left: &mut usize,
    target: &mut impl FnMut(&str, &mut usize) -> Option<Value>,
) -> Option<Value> {
    *left = left.checked_sub(1)?;
    Some(match value {
        Value::Array(values) => {
            let values = values.iter().map(|value| replace(value, left, target));
            Value::Array(values.collect::<Option<_>>()?)
        }
        Value::Object(members) => {
            let mut replaced = Map::new();
            for (name, value) in members {
                if name != "$ref" {
                    replaced.insert(name.clone(), replace(value, left, target)?);
                }
            }
            match members.get("$ref").and_then(Value::as_str) {
                Some(reference) => beside(replaced, target(reference, left)?),
                None => Value::Object(replaced),
            }
        }
        scalar => scalar.clone(),
    })
}

/// A schema that holds beside keywords.
fn beside(mut keywords: Map<String, Value>, schema: Value) -> Value {
    if keywords.is_empty() {
        return schema;
    }
    match keywords.get_mut("allOf") {
        Some(Value::Array(all)) => all.push(schema),
        _ => {
            keywords.insert("allOf".to_owned(), Value::Array(vec![schema]));
        }
    }
    Value::Object(keywords)
}

/// The schema that a reference means, with copies of those that it refers to itself.
fn copy(reference: &str, graph: &Graph<'_>, depth: usize, left: &mut usize) -> Option<Value> {
    let depth = depth.checked_sub(1)?;
    let target = graph.numbered(graph.target_of(reference)?);
    let mut copied = replace(&target, left, &mut |target, left| {
        copy(target, graph, depth, left)
    })?;
    undocument(&mut copied);
    Some(copied)
}

/// What documents a schema that is referred to does not document the place that refers to it.
fn undocument(schema: &mut Value) {
    if let Value::Object(members) = schema {
        members.retain(|name, _| {
            effect_of(name) != Some(Effect::Documents) && !name.starts_with("x-")
        });
    }
}

/// A schema and all that it refers to, under names of their own; nothing if that is too much.
fn resource(id: SchemaId, graph: &Graph<'_>) -> Option<Value> {
    let targets = RefCell::new(IndexSet::from([id]));
    let name = |id| {
        let (index, _) = targets.borrow_mut().insert_full(id);
        format!("#/$defs/{}", index + 1)
    };
    let mut speller = Speller::new(graph, name);
    let mut definitions = Map::new();
    let mut left = MOST_NODES;
    while let Some(id) = { targets.borrow().get_index(definitions.len()).copied() } {
        let mut body = speller.schema(id);
        undocument(&mut body);
        left = left.checked_sub(nodes(&body))?;
        definitions.insert((definitions.len() + 1).to_string(), body);
    }
    let definitions = Value::Object(definitions);
    // What says the same has the same name, and nothing else has it.
    let name = format!("urn:cratify:{:016x}", fingerprint(&definitions.to_string()));
    Some(serde_json::json!({ "$id": name, "$ref": "#/$defs/1", "$defs": definitions }))
}

/// How many values there are in one, itself among them.
fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(values) => values.iter().map(nodes).sum(),
        Value::Object(members) => members.values().map(nodes).sum(),
        _ => 0,
    }
}
