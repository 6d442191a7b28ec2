//! Logs the keywords because of which requests and responses have types of their own.

use std::collections::HashSet;

use super::Lowerer;
use cratify_schema::parse::SchemaId;

impl Lowerer<'_, '_> {
    /// Logs `readOnly` and `writeOnly` of the members that a form does not have.
    pub(super) fn log_forms(&mut self) {
        if !self.usage_log.is_wanted() {
            return;
        }
        let graph = self.graph;
        for id in graph.schemas.ids().filter(|id| graph.form(*id).is_some()) {
            let copies = graph.with_copies(graph.origin(id));
            let removed: HashSet<&String> = copies
                .filter_map(|copy| graph.removed(copy))
                .flatten()
                .collect();
            let members = graph.schemas[id].object.properties.iter();
            let members = members.filter(|(name, _)| removed.contains(name));
            for (_, member) in members {
                let parts = self.parts_of(*member);
                let read_only = |id: &SchemaId| graph.schemas[*id].annotations.read_only;
                let (read_only, others): (Vec<_>, Vec<_>) = parts.into_iter().partition(read_only);
                let write_only = |id: &SchemaId| graph.schemas[*id].annotations.write_only;
                let write_only: Vec<_> = others.into_iter().filter(write_only).collect();
                self.usage_log.shape_all(&read_only, &["readOnly"]);
                self.usage_log.shape_all(&write_only, &["writeOnly"]);
            }
        }
    }

    /// A schema, and the schemas that hold with it.
    fn parts_of(&self, id: SchemaId) -> Vec<SchemaId> {
        let mut parts = Vec::new();
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if !parts.contains(&id) {
                parts.push(id);
                let schema = &self.graph.schemas[id];
                open.extend(schema.targets().chain(schema.all_of.iter().copied()));
            }
        }
        parts
    }
}
