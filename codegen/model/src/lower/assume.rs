//! Decides which schemas without `type` are assumed to have one, and where the assumption holds.

use std::collections::{HashMap, HashSet};

use crate::model::{Applied, Assumed};
use crate::possible_types::PossibleTypes;
use cratify_schema::graph::Graph;
use cratify_schema::keyword::TypeSet;
use cratify_schema::parse::SchemaId;

/// Finds the assumed types of the schemas of a graph.
pub(super) fn assume(graph: &Graph<'_>, possible: &mut PossibleTypes<'_>) -> Assumed {
    let overruled = overruled(graph, possible);
    let mut assumed = Assumed::default();
    for id in graph.schemas.ids() {
        if let Some((_, ty)) = possible.assumption(id)
            && possible.of(id) == TypeSet::only(ty)
            && !overruled.contains(&id)
        {
            assumed.add(id, ty);
        }
    }
    if overruled.is_empty() {
        return assumed;
    }
    let mut known = HashMap::new();
    for id in graph.schemas.ids() {
        if let Some(ty) = possible.assumed_of_all(id)
            && !is_typed(id, graph, &assumed, &mut known)
        {
            assumed.add_alone(id, ty);
        }
    }
    assumed
}

/// The schemas that are a part of a schema whose values have types other than the assumed one.
fn overruled(graph: &Graph<'_>, possible: &mut PossibleTypes<'_>) -> HashSet<SchemaId> {
    let mut found = HashSet::new();
    for id in graph.schemas.ids() {
        let mut open = Vec::new();
        if possible.overrules(id) {
            open.push(id);
        }
        while let Some(id) = open.pop() {
            if found.insert(id) {
                let schema = &graph.schemas[id];
                open.extend(schema.included());
            }
        }
    }
    found
}

/// Whether the type of a part of a schema is assumed everywhere.
fn is_typed(
    id: SchemaId,
    graph: &Graph<'_>,
    assumed: &Assumed,
    known: &mut HashMap<SchemaId, bool>,
) -> bool {
    if let Some(known) = known.get(&id) {
        return *known;
    }
    known.insert(id, false);
    let schema = &graph.schemas[id];
    let mut parts = schema.included();
    let is_typed = assumed.of(id, Applied::Part).is_some()
        || parts.any(|part| is_typed(part, graph, assumed, known));
    known.insert(id, is_typed);
    is_typed
}
