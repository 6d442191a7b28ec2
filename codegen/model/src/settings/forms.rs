//! The settings of schemas to those of the forms that are made of them.

use super::Overrides;
use super::resolve::Resolved;
use cratify_schema::graph::Graph;

impl Resolved {
    /// The same settings for a graph with forms: each copy has those of the schema that it is made of.
    #[must_use]
    pub(crate) fn with_forms(mut self, graph: &Graph<'_>) -> Self {
        let copies = graph.schemas.ids().filter(|id| graph.origin(*id) != *id);
        for id in copies {
            let origin = graph.origin(id);
            if let Some(own) = self.overrides.get(origin.index()) {
                let own: Overrides = *own;
                self.overrides.push(own);
            }
            if let Some(selected) = self.selected.as_mut()
                && selected.contains(&origin)
            {
                selected.insert(id);
            }
        }
        self
    }
}
