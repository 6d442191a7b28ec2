//! Members beside a union: what several branches have in common is one type, named after the union.

use super::Lowerer;
use super::name::Hint;
use super::view::View;
use crate::names::Step;
use cratify_schema::graph::Conjunction;
use cratify_schema::parse::{Schema, SchemaId};

impl<'g> Lowerer<'g, '_> {
    /// Makes the types of members beside a union that more than one branch takes as they are; else the
    /// first of these branches would name them.
    pub(super) fn common_members(
        &mut self,
        view: &View<'g>,
        branches: &[&Conjunction],
        hint: &Hint,
    ) {
        let graph = self.graph;
        let members: Vec<(&String, SchemaId)> = view
            .schemas()
            .flat_map(|schema| &schema.object.properties)
            .map(|(name, id)| (name, *id))
            .filter(|(_, id)| !self.is_simple(*id) && graph.schemas[*id].references.is_empty())
            .collect();
        if members.is_empty() {
            return;
        }
        let views: Vec<View<'g>> = branches.iter().map(|branch| self.view(branch)).collect();
        for (name, id) in members {
            let as_it_is = |branch: &&View<'g>| {
                let mut others = branch.schemas().filter_map(|schema| member(schema, name));
                others.all(|other| other == id || only_restricts(&graph.schemas[other]))
            };
            if views.iter().filter(as_it_is).nth(1).is_some() {
                self.slot(&Conjunction::whole(id), &hint.join(Step::Named(name)));
            }
        }
    }
}

/// What a schema says of a member.
fn member(schema: &Schema, name: &str) -> Option<SchemaId> {
    let object = &schema.object;
    let listed = object.properties.get(name).copied();
    // A pattern may match the name; then `additionalProperties` does not apply.
    listed.or_else(|| {
        object
            .additional
            .filter(|_| object.pattern_properties.is_empty())
    })
}

/// Whether a schema adds constraints to a type, if anything, and has no part in what the type is.
fn only_restricts(schema: &Schema) -> bool {
    schema.boolean != Some(false)
        && schema.types.is_none()
        && schema.values.is_none()
        && schema.references.is_empty()
        && schema.all_of.is_empty()
        && schema.any_of.is_none()
        && schema.one_of.is_none()
        && !schema.has_object_keywords()
        && !schema.has_array_keywords()
}
