//! The graph and the settings of its schemas to those with the request and response forms that the settings ask for.

use crate::model::Null;
use crate::possible_types::PossibleTypes;
use crate::settings::{Forms, Resolved};
use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::graph::Graph;
use cratify_schema::parse::SchemaId;

/// Makes the forms. A form has the settings of the schema that it is made of. With errors there are none: schemas may lead
/// to too many others.
#[must_use]
pub fn split<'s>(
    graph: Graph<'s>,
    settings: Resolved,
    diagnostics: &Diagnostics,
) -> (Graph<'s>, Resolved) {
    let is_split = |id: SchemaId| settings.choices(&[id]).forms == Forms::Split;
    if diagnostics.has_errors() || !graph.schemas.ids().any(is_split) {
        return (graph, settings);
    }
    let mut possible = PossibleTypes::new(&graph, &settings);
    let ids = graph.schemas.ids();
    let nulls: Vec<bool> = ids.map(|id| possible.null(id) == Null::Only).collect();
    let is_opaque = |id: SchemaId| settings.replacement(id).is_some();
    let graph = graph.split_forms(is_split, is_opaque, |id| nulls[id.index()]);
    let settings = settings.with_forms(&graph);
    (graph, settings)
}
