//! Turns names of schemas into the selection of schemas that become types.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Place, PlaceSettings, Settings, selector};
use crate::model::Extern;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation};
use cratify_schema::graph::Graph;
use cratify_schema::parse::SchemaId;

/// The schemas that the builder asks for.
#[derive(Debug, Clone)]
pub struct Only {
    /// The schemas, as the builder names them.
    pub selectors: Vec<String>,
    /// The location of the request for the first of them.
    pub location: SourceLocation,
}

/// The schemas that become types: the requested ones, and all that they lead to. Schemas that extern types replace
/// lead nowhere. `None` where all schemas become types.
pub(super) fn find(
    settings: &Settings,
    replaced: &HashMap<SchemaId, Arc<Extern>>,
    graph: &Graph<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<HashSet<SchemaId>> {
    let only = settings.only.as_ref()?;
    let mut open: Vec<SchemaId> = Vec::new();
    for selector in &only.selectors {
        match named_schemas(selector, graph) {
            Ok(found) => open.extend(found),
            Err(problem) => {
                let place = Place {
                    selector: selector.clone(),
                    location: only.location.clone(),
                    settings: PlaceSettings::default(),
                };
                diagnostics.push(problem.diagnostic(&place));
            }
        }
    }
    if only.selectors.is_empty() {
        diagnostics.push(
            Diagnostic::error(
                Code::IdleSetting,
                only.location.clone(),
                "only some schemas are to become types, and none is named",
            )
            .help("name some, or leave `only` out to have all of them"),
        );
    }
    Some(reach(&open, replaced, graph))
}

/// All schemas that the types of some schemas need: a schema that extends a base needs the members of the base, a
/// schema that refers to it needs all that extend it.
fn reach(
    asked: &[SchemaId],
    replaced: &HashMap<SchemaId, Arc<Extern>>,
    graph: &Graph<'_>,
) -> HashSet<SchemaId> {
    let mut found = HashSet::new();
    let mut extended = HashSet::new();
    let mut open: Vec<(SchemaId, bool)> = asked.iter().map(|id| (*id, false)).collect();
    while let Some((id, is_extended)) = open.pop() {
        let seen = if is_extended {
            &mut extended
        } else {
            &mut found
        };
        if !seen.insert(id) {
            continue;
        }
        let schema = &graph.schemas[id];
        let mut uses: Vec<SchemaId> = Vec::new();
        if replaced.contains_key(&id) {
            // The generated crate does not need what an extern type is made of.
            uses.extend(&schema.rust_parameters);
        } else {
            let targets = schema.targets();
            open.extend(targets.map(|target| (target, graph.inheritance.is_link(id, target))));
            uses.extend(schema.subschemas());
            if !is_extended {
                uses.extend(graph.inheritance.children(id));
            }
        }
        open.extend(uses.into_iter().map(|id| (id, false)));
    }
    found.extend(extended);
    found
}

/// The named schemas at a place, or in it.
fn named_schemas(selector: &str, graph: &Graph<'_>) -> Result<Vec<SchemaId>, selector::Problem> {
    // As in `Order,` on a command line: nobody asks for all schemas in this way.
    if selector.is_empty() && graph.named.iter().all(|named| !named.wire_name.is_empty()) {
        return Err(selector::Problem::new(
            "no schema has an empty name",
            "leave the empty entry out; `#` is the whole document",
        ));
    }
    let place = selector::find(selector, graph)?;
    let is_within = |at: &SchemaLocation| {
        let rest = at.pointer.as_str().strip_prefix(place.pointer.as_str());
        at.file == place.file && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let named = graph.named.iter().map(|named| (named.schema, named.schema));
    let found: Vec<SchemaId> = named
        .chain(graph.merged())
        .filter(|(id, _)| is_within(&graph.schemas[*id].at))
        .map(|(_, target)| target)
        .collect();
    if found.is_empty() {
        return Err(selector::Problem::new(
            "no schema with a name of its own is there",
            "name the schema that has it",
        ));
    }
    Ok(found)
}
