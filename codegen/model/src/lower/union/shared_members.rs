//! Gives properties beside a union one type if several branches have them unchanged, named after the union.

use crate::lower::Lowerer;
use crate::lower::inline_name::{Hint, Step};
use crate::lower::view::View;
use cratify_schema::graph::Conjunction;
use cratify_schema::parse::{Schema, SchemaId};

impl<'g> Lowerer<'g, '_> {
    /// Makes the types of the sibling properties of a union that several branches have unchanged. Otherwise
    /// the first of these branches would name them.
    pub(super) fn shared_members(
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

/// The schema that applies to a member, as a property or as an additional one.
fn member(schema: &Schema, name: &str) -> Option<SchemaId> {
    let object = &schema.object;
    let listed = object.properties.get(name).copied();
    // `additionalProperties` does not apply if a pattern matches the name, which may be the case.
    listed.or_else(|| {
        object
            .additional
            .filter(|_| object.pattern_properties.is_empty())
    })
}

/// Whether a schema at most adds constraints, and does not shape the type.
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
