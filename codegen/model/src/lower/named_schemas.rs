//! Declares a type for each named schema and for the target of each reference, before anything refers to it.

use super::Lowerer;
use super::definitions::Body;
use super::view::extensible;
use crate::model::{Origin, TypeId};
use cratify_schema::document::Form;
use cratify_schema::graph::Conjunction;
use cratify_schema::parse::SchemaId;

impl Lowerer<'_, '_> {
    /// Declares a type for each named schema.
    pub(super) fn declare_named_schemas(&mut self) {
        for root in &self.graph.named {
            let conjunction = Conjunction::whole(root.schema);
            if self.named.contains_key(&conjunction) || !self.is_reachable(root.schema) {
                continue;
            }
            if !self.settings.is_selected(root.schema) {
                let at = self.graph.schemas[root.schema].at.clone();
                self.unselected.insert(at, root.wire_name.clone());
                continue;
            }
            let schema = &self.graph.schemas[root.schema];
            if schema.annotations.title.as_ref() == Some(&root.wire_name)
                && schema.at.pointer.is_root()
            {
                self.usage_log.shape_all(&[root.schema], &["title"]);
            }
            let id = self.declare(conjunction, Origin::Named, root.wire_name.clone());
            let def = &mut self.model.types[id.0 as usize];
            def.usage.clone_from(&root.usage);
            def.form = root.form;
            self.define_later(id, root.schema);
        }
    }

    /// Declares a type for the target of every other reference, unless the target is too simple to need one.
    /// So every cycle of the graph goes through a declared type.
    pub(super) fn declare_targets(&mut self) {
        for id in self.graph.schemas.ids() {
            if !self.settings.is_selected(id) || !self.is_reachable(id) || self.is_replaced(id) {
                continue;
            }
            let graph = self.graph;
            for target in graph.schemas[id].targets() {
                let conjunction = Conjunction::whole(target);
                if self.named.contains_key(&conjunction) || self.is_simple(target) {
                    continue;
                }
                let (owner, wire_name) = self.name_of_place(target);
                let origin = owner.map_or(Origin::Named, Origin::Inline);
                let id = self.declare(conjunction, origin, wire_name);
                let operation = graph.operations.get(&graph.schemas[target].at);
                let def = &mut self.model.types[id.0 as usize];
                def.usage = operation.map(|(_, usage)| usage.clone());
                if def.usage.is_none() {
                    def.form = graph.form(target).filter(|form| *form == Form::Request);
                }
                self.define_later(id, target);
            }
        }
    }

    /// Whether types may be made of a schema: schemas that only extern types lead to have none.
    pub(super) fn is_reachable(&self, id: SchemaId) -> bool {
        let needed = self.reachable.as_ref();
        needed.is_none_or(|needed| needed.contains(&id))
    }

    /// Queues the body of a declared type, or puts an extern type in its place.
    pub(super) fn define_later(&mut self, id: TypeId, schema: SchemaId) {
        if self.is_replaced(schema) {
            self.replace(id, schema);
        } else {
            self.queue.push_back((id, Body::Any));
        }
    }

    /// Whether a schema has no subschemas that could lead back to it, and no listed values that need names.
    pub(super) fn is_simple(&self, id: SchemaId) -> bool {
        let schema = &self.graph.schemas[id];
        !self.is_replaced(id)
            && schema.references.is_empty()
            && schema.all_of.is_empty()
            && schema.any_of.is_none()
            && schema.one_of.is_none()
            && schema.values.is_none()
            && extensible(schema).is_none()
            && !schema.has_object_keywords()
            && !schema.has_array_keywords()
    }
}
