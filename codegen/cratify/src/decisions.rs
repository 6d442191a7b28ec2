//! The decisions of a run as values, for programs that compare two versions of a document.

use std::collections::HashSet;
use std::sync::Arc;

use cratify_model::analyze::Analysis;
use cratify_model::model::Model;
use cratify_model::names::{Names, Released};
use cratify_model::package::Package;
use cratify_rust::publish::{Bundle, Languages};
use cratify_schema::document::Sent;
use cratify_schema::graph::Graph;
use cratify_schema::parse::SchemaId;
use cratify_schema::source::{FileId, Sources, Value};
use cratify_schema::{LocationMaps, SchemaLocation};

/// The documents that a run has read, and its decisions.
#[derive(Debug)]
pub struct Decisions {
    /// The text of the documents, and their values as written.
    pub sources: Arc<Sources>,
    /// The root document.
    pub root: FileId,
    /// The documents in JSON Schema 2020-12, in the order of their files.
    pub documents: Vec<Value>,
    /// The locations, as written, of what the upgrade has moved.
    pub locations: Arc<LocationMaps>,
    /// The locations of all schemas of which operations send values: of requests, of responses. `None` if it is not known
    /// where a reference leads.
    pub sent: [Option<HashSet<SchemaLocation>>; 2],
    /// The types.
    pub model: Model,
    /// The names of the types and of their parts.
    pub names: Names,
    /// The boxes and the constructors of the types.
    pub analysis: Analysis,
    /// The data of the package.
    pub package: Package,
    /// The published schemas.
    pub published: Bundle,
    /// The values that each type accepts, writes and reads.
    pub languages: Languages,
}

impl Decisions {
    /// The names, the boxes and the constructors, as the record of a release has them.
    #[must_use]
    pub fn released_names(&self) -> Released {
        let analysis = &self.analysis;
        let needs_box = |id, member| analysis.needs_box(id, member);
        Released::of(&self.model, &self.names, needs_box, |id| {
            analysis.constructor(id)
        })
    }
}

/// The locations of the schemas of which something is sent, with all that these contain and all that extends them.
pub(crate) fn sent(sent: &Sent, graph: &Graph<'_>) -> Option<HashSet<SchemaLocation>> {
    let ids = graph.schemas.ids();
    let known = ids.filter(|id| sent.schemas.contains(&graph.schemas[*id].at));
    // A part of a conjunction describes the value. Other schemas that extend the part have other values.
    let mut open: Vec<(SchemaId, bool)> = known.map(|id| (id, false)).collect();
    let mut seen: HashSet<(SchemaId, bool)> = open.iter().copied().collect();
    let mut found = HashSet::new();
    while let Some((id, is_part)) = open.pop() {
        let schema = &graph.schemas[id];
        found.insert(schema.at.clone());
        let targets = schema.targets().map(|target| (target, is_part));
        let parts = schema.all_of.iter().map(|part| (*part, true));
        let others = schema.subschemas().filter(|id| !schema.all_of.contains(id));
        let others = others.map(|other| (other, false));
        let children = graph.inheritance.children(id).iter();
        let children = children.filter(|_| !is_part).map(|child| (*child, false));
        let next = targets.chain(parts).chain(others).chain(children);
        open.extend(next.filter(|one| seen.insert(*one)));
    }
    sent.open
        .iter()
        .all(|at| found.contains(at))
        .then_some(found)
}
