//! The setting `forms` to the request and response forms of schemas.

use super::resolve::Resolved;
use super::{Forms, Overrides};
use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::graph::Graph;
use cratify_schema::parse::SchemaId;

/// The graph with the forms that the settings ask for, and the settings for its schemas. A form has the settings of the
/// schema that it is made of. With errors there are none: schemas may lead to too many others.
#[must_use]
pub fn split_forms<'s>(
    graph: Graph<'s>,
    mut settings: Resolved,
    diagnostics: &Diagnostics,
) -> (Graph<'s>, Resolved) {
    let is_split = |id: SchemaId| settings.choices(&[id]).forms == Forms::Split;
    if diagnostics.has_errors() || !graph.schemas.ids().any(is_split) {
        return (graph, settings);
    }
    let known = graph.schemas.len();
    let graph = graph.split_forms(is_split, |id| settings.replacement(id).is_some());
    for id in graph.schemas.ids().skip(known) {
        let origin = graph.origin(id);
        if let Some(own) = settings.overrides.get(origin.index()) {
            let own: Overrides = *own;
            settings.overrides.push(own);
        }
        if let Some(selected) = settings.selected.as_mut()
            && selected.contains(&origin)
        {
            selected.insert(id);
        }
    }
    (graph, settings)
}
