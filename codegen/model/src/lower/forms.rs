//! Logs the keywords because of which requests and responses have types of their own.

use std::collections::HashSet;

use super::Lowerer;
use crate::model::Null;
use crate::settings::Forms;
use cratify_schema::parse::{Annotations, SchemaId};

impl Lowerer<'_, '_> {
    /// Logs `readOnly` and `writeOnly` of the members that a form does not have, and of the members that both forms have because
    /// of both.
    pub(super) fn log_forms(&mut self) {
        if !self.usage_log.is_wanted() {
            return;
        }
        let graph = self.graph;
        for id in graph.schemas.ids() {
            let origin = graph.origin(id);
            let removed: HashSet<&String> = graph
                .with_copies(origin)
                .filter_map(|copy| graph.removed(copy))
                .flatten()
                .collect();
            let is_split = self.settings.choices(&[origin]).forms == Forms::Split;
            let schema = &graph.schemas[id];
            let place = schema.at.join("properties");
            let taken_out = removed.iter().filter_map(|name| {
                // A schema of one direction is that form itself, and has the member no longer.
                Some((*name, graph.at(&place.join(name), origin)?))
            });
            let members = schema.object.properties.iter();
            let members = members.map(|(name, member)| (name, *member));
            for (name, member) in members.chain(taken_out) {
                let parts = graph.applied(member);
                let marked = |is: fn(&Annotations) -> bool| {
                    let parts = parts.iter().copied();
                    let marked = parts.filter(|id| is(&graph.schemas[*id].annotations));
                    marked.collect::<Vec<SchemaId>>()
                };
                let read_only = marked(|annotations| annotations.read_only);
                let mut write_only = marked(|annotations| annotations.write_only);
                if removed.contains(name) {
                    write_only.retain(|id| !read_only.contains(id));
                } else if !is_split || read_only.is_empty() || write_only.is_empty() {
                    continue;
                }
                self.usage_log.shape_all(&read_only, &["readOnly"]);
                self.usage_log.shape_all(&write_only, &["writeOnly"]);
                // A branch that is only null does not count: another one would.
                let nulls = parts.iter().copied();
                let nulls: Vec<SchemaId> = nulls
                    .filter(|id| self.model.nulls[id.index()] == Null::Only)
                    .collect();
                self.usage_log.shape_all(&nulls, &["type", "enum", "const"]);
                self.usage_log.compose(&nulls);
            }
        }
    }
}
