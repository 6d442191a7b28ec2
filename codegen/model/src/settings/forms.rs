//! The setting `forms` to the request and response forms of schemas.

use super::resolve::Resolved;
use super::{Forms, Overrides};
use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::graph::Graph;
use cratify_schema::parse::SchemaId;

impl Resolved {
    /// Makes the forms that the settings ask for. A form has the settings of the schema that it is made of. With
    /// errors there are none: schemas may lead to too many others.
    pub fn split_forms(&mut self, graph: &mut Graph<'_>, diagnostics: &Diagnostics) {
        let is_split = |id: SchemaId| self.choices(&[id]).forms == Forms::Split;
        if diagnostics.has_errors() || !graph.schemas.ids().any(is_split) {
            return;
        }
        let known = graph.schemas.len();
        graph.split_forms(is_split, |id| self.replacement(id).is_some());
        for id in graph.schemas.ids().skip(known) {
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
    }
}
