//! Finds the schemas that get types. A schema that only extern types lead to gets none.

use std::collections::HashSet;

use crate::settings::Resolved;
use cratify_schema::graph::Graph;
use cratify_schema::parse::SchemaId;

/// The schemas that types may be made of; `None` for all.
///
/// A schema that only replaced schemas lead to is left out. A named schema that leads to a replaced one is
/// used on its own, and stays.
pub(super) fn reachable(graph: &Graph<'_>, settings: &Resolved) -> Option<HashSet<SchemaId>> {
    let is_replaced = |id: SchemaId| settings.replacement(id).is_some();
    let replaced: Vec<SchemaId> = graph.schemas.ids().filter(|id| is_replaced(*id)).collect();
    if replaced.is_empty() {
        return None;
    }
    let all = |id: SchemaId| -> Vec<SchemaId> {
        let schema = &graph.schemas[id];
        schema.targets().chain(schema.subschemas()).collect()
    };
    let inside = replaced.iter().flat_map(|id| {
        let parameters = &graph.schemas[*id].rust_parameters;
        let mut within = all(*id);
        // The arguments of a generic type are used as any other type is.
        within.retain(|inner| !parameters.contains(inner));
        within
    });
    let inside = reach(inside, all);
    let leading = leading_to(&replaced, graph, all);
    let roots = graph.named.iter().map(|root| root.schema);
    let kept = roots.filter(|id| !inside.contains(id) || leading.contains(id));
    Some(reach(kept, |id| {
        if is_replaced(id) {
            graph.schemas[id].rust_parameters.clone()
        } else {
            let mut all = all(id);
            all.extend(graph.inheritance.children(id));
            all
        }
    }))
}

/// The schemas from which some of the targets can be reached.
fn leading_to(
    targets: &[SchemaId],
    graph: &Graph<'_>,
    next: impl Fn(SchemaId) -> Vec<SchemaId>,
) -> HashSet<SchemaId> {
    let mut users: Vec<Vec<SchemaId>> = vec![Vec::new(); graph.schemas.len()];
    for id in graph.schemas.ids() {
        for inner in next(id) {
            users[inner.index()].push(id);
        }
    }
    reach(targets.iter().copied(), |id| users[id.index()].clone())
}

/// The schemas that can be reached from some schemas, with these.
fn reach(
    from: impl Iterator<Item = SchemaId>,
    next: impl Fn(SchemaId) -> Vec<SchemaId>,
) -> HashSet<SchemaId> {
    let mut found = HashSet::new();
    let mut open: Vec<SchemaId> = from.collect();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(next(id));
        }
    }
    found
}
