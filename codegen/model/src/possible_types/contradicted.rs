//! Finds schemas without `type` whose assumed type contradicts the schemas beside or around them.
//!
//! A branch with `properties` under `type: array` accepts every array by the letter, and none if it is assumed to be
//! an object. No type is assumed of such a branch.

use std::collections::{HashSet, VecDeque};

use super::{Known, PossibleTypes, assumed};
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics};
use cratify_schema::graph::Graph;
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::SchemaId;

/// Adds the schemas whose assumed types are contradicted.
pub(super) fn find(types: &mut PossibleTypes<'_>) {
    let graph = types.graph;
    let mut literal = PossibleTypes::literal(graph, types.settings);
    // Without one assumption, another one may have no contradiction left, or a new one: at most as many rounds as
    // there are assumptions.
    loop {
        let found = contradicted(types, &mut literal);
        let before = types.unassumed.len();
        for (id, branch) in found {
            types.unassumed.entry(id).or_insert(branch);
        }
        if types.unassumed.len() == before {
            return;
        }
        types.known.clear();
    }
}

/// The schemas whose assumed types leave a branch without values that has some without the assumption, each with
/// the branch.
fn contradicted(
    types: &mut PossibleTypes<'_>,
    literal: &mut PossibleTypes<'_>,
) -> Vec<(SchemaId, SchemaId)> {
    let graph = types.graph;
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    // Schemas, each with the types that the schemas beside and around it leave.
    let mut open: VecDeque<(SchemaId, TypeSet)> =
        graph.schemas.ids().map(|id| (id, TypeSet::ALL)).collect();
    while let Some((id, context)) = open.pop_front() {
        if !seen.insert((id, context)) {
            continue;
        }
        let schema = &graph.schemas[id];
        let parts = schema.included();
        let parts: Vec<SchemaId> = parts.collect();
        let unions: Vec<&Vec<SchemaId>> = [&schema.any_of, &schema.one_of]
            .into_iter()
            .flatten()
            .collect();
        let mut stated = vec![types.own(id).stated];
        stated.extend(parts.iter().map(|part| types.known(*part).stated));
        stated.extend(unions.iter().map(|branches| types.of_any(branches)));
        let without = |index: usize| {
            let others = stated.iter().enumerate();
            let others = others.filter(|(other, _)| *other != index);
            others.fold(context, |types, (_, stated)| types.intersect(*stated))
        };
        for (index, part) in parts.iter().enumerate() {
            open.push_back((*part, without(1 + index)));
        }
        for (index, branches) in unions.iter().enumerate() {
            let context = without(1 + parts.len() + index);
            for branch in *branches {
                let is_empty = |types: TypeSet| types.intersect(context).is_empty();
                if !is_empty(types.of(*branch)) {
                    open.push_back((*branch, context));
                } else if !is_empty(literal.of(*branch)) {
                    let assuming = assuming(*branch, types, graph).into_iter();
                    found.extend(assuming.map(|id| (id, *branch)));
                }
            }
        }
    }
    found
}

/// Reports the schemas of which no type is assumed.
pub(crate) fn report(types: &PossibleTypes<'_>, diagnostics: &mut Diagnostics) {
    let schemas = &types.graph.schemas;
    for id in schemas.ids() {
        let Some(branch) = types.unassumed.get(&id) else {
            continue;
        };
        let Some((keyword, ty)) = assumed(&schemas[id]) else {
            continue;
        };
        let kind = ty.as_str();
        let mut diagnostic = Diagnostic::warning(
            Code::AssumedObject,
            schemas[id].at.join(keyword).key(),
            format!(
                "this schema without `type` is not assumed to describe {}",
                a(ty)
            ),
        )
        .label(format!("`type: {kind}` is not added"))
        .help("remove the branch that has no values, or state the `type` of this schema");
        if schemas[*branch].at != schemas[id].at {
            diagnostic = diagnostic.also(
                schemas[*branch].at.value(),
                format!("as {} it would have no values here", a(ty)),
            );
        }
        diagnostics.push(diagnostic);
    }
}

/// A JSON type in a sentence.
fn a(ty: JsonType) -> &'static str {
    match ty {
        JsonType::Array => "an array",
        _ => "an object",
    }
}

/// The schemas with an assumed type, among the schemas that hold for a value of a schema.
fn assuming(id: SchemaId, types: &PossibleTypes<'_>, graph: &Graph<'_>) -> Vec<SchemaId> {
    let mut seen = HashSet::new();
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            let schema = &graph.schemas[id];
            let branches = [&schema.any_of, &schema.one_of].into_iter().flatten();
            open.extend(schema.targets());
            open.extend(schema.all_of.iter().chain(branches.flatten()).copied());
        }
    }
    let mut assuming: Vec<SchemaId> = seen.into_iter().collect();
    assuming.retain(|id| types.own(*id).assumed != Known::UNRESTRICTED.assumed);
    assuming
}
