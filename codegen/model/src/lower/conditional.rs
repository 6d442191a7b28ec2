//! Finds members that a schema describes only under a condition (`if`, `then`, `else`, `dependent*`). Strict
//! reading enforces the condition; decoding must not drop the members.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::Lowerer;
use super::view::View;
use crate::model::{Docs, Field, Presence, Slot, Type};
use cratify_schema::parse::{Schema, SchemaId};
use cratify_schema::source::Value;

/// The keywords that apply subschemas to the same value under a condition.
const CONDITIONAL: [&str; 4] = ["if", "then", "else", "dependentSchemas"];
/// How many subschemas and references are followed.
const DEPTH: usize = 64;

/// The members that are found, each with the first schema that describes it.
struct Members<'g> {
    /// The members that are described without a condition.
    known: HashSet<&'g str>,
    found: IndexMap<&'g str, Option<SchemaId>>,
    seen: HashSet<SchemaId>,
}

impl<'g> Members<'g> {
    /// Adds a member. Returns whether only conditions describe it.
    fn add(&mut self, name: &'g str, described: Option<SchemaId>) -> bool {
        if self.known.contains(name) {
            return false;
        }
        let first = self.found.entry(name).or_default();
        *first = first.or(described);
        true
    }
}

impl<'g> Lowerer<'g, '_> {
    /// Fields for the members that only conditions of a view describe. Their type is any value: the
    /// conditions may not hold.
    pub(super) fn conditional_fields(&mut self, view: &View<'g>, known: &[&'g str]) -> Vec<Field> {
        let mut members = Members {
            known: known.iter().copied().collect(),
            found: IndexMap::new(),
            seen: HashSet::new(),
        };
        let mut any = false;
        for leaf in &view.leaves {
            any |= self.look_at_conditions(*leaf, &mut members, DEPTH);
        }
        if any {
            self.usage_log.shape(view, &[]);
        }
        let found = members.found.into_iter();
        found
            .map(|(name, described)| Field {
                wire_name: name.to_owned(),
                under_condition: true,
                rename: None,
                attributes: Vec::new(),
                presence: Presence::NullOrAbsent,
                slot: Slot::of(Type::Any),
                docs: Docs {
                    description: described
                        .and_then(|id| self.graph.schemas[id].annotations.description.clone()),
                    ..Docs::default()
                },
            })
            .collect()
    }

    /// Adds the members in the conditions of a schema. Returns whether one of them is new.
    fn look_at_conditions(
        &mut self,
        id: SchemaId,
        members: &mut Members<'g>,
        depth: usize,
    ) -> bool {
        let graph = self.graph;
        let schema = &graph.schemas[id];
        let mut shaping: Vec<&'static str> = Vec::new();
        for keyword in ["dependentRequired", "dependentSchemas"] {
            for name in dependents(schema, keyword) {
                if members.add(name, None) {
                    shaping.push(keyword);
                }
            }
        }
        for keyword in CONDITIONAL {
            for inner in schema.rule_schemas.get(keyword).into_iter().flatten() {
                if self.look_into(*inner, members, depth) {
                    shaping.push(keyword);
                }
            }
        }
        self.usage_log.shape_all(&[id], &shaping);
        !shaping.is_empty()
    }

    /// Adds the members of a schema that may or may not apply. Returns whether one of them is new.
    fn look_into(&mut self, id: SchemaId, members: &mut Members<'g>, depth: usize) -> bool {
        let Some(depth) = depth.checked_sub(1).filter(|_| members.seen.insert(id)) else {
            return false;
        };
        let graph = self.graph;
        let schema = &graph.schemas[id];
        let mut any = self.look_at_conditions(id, members, depth);
        let object = &schema.object;
        for (name, described) in &object.properties {
            if members.add(name, Some(*described)) {
                self.usage_log.shape_all(&[id], &["properties"]);
                any = true;
            }
        }
        for name in &object.required {
            if members.add(name, None) {
                self.usage_log.shape_all(&[id], &["required"]);
                any = true;
            }
        }
        let targets: Vec<SchemaId> = schema.targets().collect();
        let inner = [
            ("$ref", Some(&targets)),
            ("allOf", Some(&schema.all_of)),
            ("anyOf", schema.any_of.as_ref()),
            ("oneOf", schema.one_of.as_ref()),
        ];
        for (keyword, schemas) in inner {
            for inner in schemas.into_iter().flatten() {
                if self.look_into(*inner, members, depth) {
                    self.usage_log.shape_all(&[id], &[keyword]);
                    any = true;
                }
            }
        }
        any
    }
}

/// The members that `dependentRequired` or `dependentSchemas` names.
fn dependents<'g>(schema: &'g Schema, keyword: &str) -> impl Iterator<Item = &'g str> {
    let members = schema.rules.get(keyword).and_then(Value::as_object);
    members.into_iter().flatten().flat_map(|(name, others)| {
        let others = others.as_array().into_iter().flatten();
        std::iter::once(name.as_str()).chain(others.filter_map(Value::as_str))
    })
}
