//! Recognizes unions whose branches differ in `required` alone: one struct, with the union as a constraint.

use crate::lower::Lowerer;
use crate::lower::view::{Branches, View};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::Schema;

impl<'g> Lowerer<'g, '_> {
    /// Whether the value is an object with properties, and all branches only say which of these are required.
    pub(in crate::lower) fn is_object_with_requirements(&self, view: &View<'g>) -> bool {
        let graph = self.graph;
        let describes = |name: &String| {
            let mut schemas = view.schemas();
            schemas.any(|schema| schema.object.properties.contains_key(name))
        };
        let lists_described = |schema: &Schema| schema.object.required.iter().all(describes);
        let is_plain = |schema: &Schema| {
            only_requires(schema) && schema.rules.is_empty() && lists_described(schema)
        };
        let is_requirement = |schema: &Schema| {
            let mut excluded = schema.rule_schemas.get("not").into_iter().flatten();
            only_requires(schema)
                && lists_described(schema)
                && excluded.all(|id| is_plain(&graph.schemas[*id]))
        };
        let mut branches = view.unions.iter().flat_map(|union| union.branches);
        view.has_unions()
            && view.values.is_none()
            && view.types == TypeSet::only(JsonType::Object)
            && view.has_members()
            && branches.all(|branch| is_requirement(&graph.schemas[*branch]))
            && view
                .unions
                .iter()
                .all(|union| graph.schemas[union.owner].discriminator.is_none())
    }

    /// Whether a union of requirements has a branch that depends on the presence of a member.
    pub(in crate::lower) fn is_asked_for(&mut self, view: &View<'g>, member: &str) -> bool {
        let mut branches = view.unions.iter().flat_map(|union| union.branches);
        let is_asked_for = branches.any(|branch| {
            let schema = &self.graph.schemas[*branch];
            !schema.rules.is_empty() || schema.object.required.iter().any(|name| name == member)
        });
        if is_asked_for {
            self.usage_log.shape(view, &["anyOf", "oneOf"]);
            for union in &view.unions {
                self.usage_log
                    .shape_all(union.branches, &["required", "not"]);
                for branch in union.branches {
                    let excluded = self.graph.schemas[*branch].rule_schemas.get("not");
                    let excluded = excluded.map_or(&[][..], Vec::as_slice);
                    self.usage_log.shape_all(excluded, &["required"]);
                }
            }
        }
        is_asked_for
    }

    /// The members that all branches of a union require, where there are unions of requirements.
    pub(in crate::lower) fn shared_requirements(&mut self, view: &View<'g>) -> Vec<&'g str> {
        let graph = self.graph;
        let required = |union: &Branches<'g>| -> Vec<&'g str> {
            let schemas = union.branches.iter().map(|branch| &graph.schemas[*branch]);
            let mut lists = schemas.map(|schema| &schema.object.required);
            let first = lists.next().into_iter().flatten();
            let lists: Vec<&Vec<String>> = lists.collect();
            let shared = first.filter(|name| lists.iter().all(|list| list.contains(name)));
            shared.map(String::as_str).collect()
        };
        let mut shared = Vec::new();
        for union in &view.unions {
            let required = required(union);
            if !required.is_empty() {
                self.usage_log.shape(view, &["anyOf", "oneOf"]);
                self.usage_log.shape_all(union.branches, &["required"]);
            }
            shared.extend(required);
        }
        shared
    }
}

/// Whether a schema at most asks for members of an object, beside a `not`.
fn only_requires(schema: &Schema) -> bool {
    let object = &schema.object;
    let is_object = |types: TypeSet| types.has(JsonType::Object);
    schema.boolean.is_none()
        && schema.types.is_none_or(is_object)
        && schema.values.is_none()
        && schema.references.is_empty()
        && schema.all_of.is_empty()
        && schema.any_of.is_none()
        && schema.one_of.is_none()
        && object.properties.is_empty()
        && object.pattern_properties.is_empty()
        && object.additional.is_none()
        && !schema.has_array_keywords()
        && schema.rules.keys().all(|keyword| keyword == "not")
}
