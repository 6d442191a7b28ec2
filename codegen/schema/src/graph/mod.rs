//! Schemas as written to a [`Graph`]: every reference names the schema it refers to.
//!
//! A reference may lead to a place that no keyword marks as a schema (`#/components/x/0`); that
//! place is read as one then. A schema that means different things to those who refer to it, because
//! of a `$dynamicRef`, is read once for each of its meanings; see [`Scopes`](crate::parse::Scopes).

mod assumed;
mod conflict;
mod conjunction;
mod cycles;
mod dynamic;
mod inherit;
mod reference;

use std::collections::HashMap;

pub use assumed::{ASSUMED, Applied, Assumed};
pub use conflict::contradicts_itself;
pub use conjunction::{Conjunction, Part};
pub use inherit::Inheritance;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{self, Document, Usage};
use crate::link::Links;
use crate::parse::{Arena, Reader, SchemaId, SchemaLocation, ScopeId, Scopes};
use crate::source::{FileId, Sources, Value};

/// All schemas of a run, with references resolved.
#[derive(Debug)]
pub struct Graph<'s> {
    /// The schemas.
    pub schemas: Arena,
    /// The text they were read from.
    pub sources: &'s Sources,
    /// The named ones: those of the root document in its order, then those of others.
    pub roots: Vec<Root>,
    /// What the schemas of operations are called, and what they are for.
    pub operations: HashMap<SchemaLocation, (String, Usage)>,
    /// Which schemas extend which.
    pub inheritance: Inheritance,
    /// The types that are assumed, once the settings have been asked.
    pub assumed: Assumed,
    by_place: HashMap<(SchemaLocation, ScopeId), SchemaId>,
    scopes: Scopes,
}

/// A named schema.
#[derive(Debug, Clone)]
pub struct Root {
    /// The name as the document spells it.
    pub wire_name: String,
    /// The schema.
    pub schema: SchemaId,
    /// What it is for, if an operation has it.
    pub usage: Option<Usage>,
}

impl<'s> Graph<'s> {
    /// Reads the named schemas of a document and everything they refer to.
    pub fn read(
        document: &Document,
        links: &Links,
        sources: &'s Sources,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let roots = &document.roots;
        let mut reader = Reader::default();
        let mut graph_roots = read_roots(&mut reader, roots, links, sources);
        // What a dynamic reference may lead to takes part, so that everything is looked at once.
        let candidates = dynamic::candidates(links).into_iter();
        let candidates = candidates.map(|at| document::Root {
            wire_name: String::new(),
            at,
            usage: None,
        });
        read_roots(&mut reader, &candidates.collect::<Vec<_>>(), links, sources);
        reference::resolve_all(&mut reader, links, sources, diagnostics);
        let mut read = reader.finish();
        if let Some(scopes) = dynamic::scopes(&read.0, links) {
            let most = 10_000 + 8 * read.0.len();
            reader = Reader::new(scopes);
            graph_roots = read_roots(&mut reader, roots, links, sources);
            // All was said when it was read the first time.
            let mut said = Diagnostics::new();
            reference::resolve_all(&mut reader, links, sources, &mut said);
            read = reader.finish();
            if read.0.len() > most {
                diagnostics.extend(graph_roots.first().map(|root| too_many(&read.0, root)));
            }
        }
        let (schemas, scopes) = read;
        let by_place = schemas.ids().map(|id| {
            let schema = &schemas[id];
            ((schema.at.clone(), schema.scope), id)
        });
        let operations = document.operations.iter().map(|schema| {
            let named = (schema.wire_name.clone(), schema.usage.clone());
            (schema.at.clone(), named)
        });
        let mut graph = Self {
            by_place: by_place.collect(),
            schemas,
            sources,
            roots: graph_roots,
            operations: operations.collect(),
            inheritance: Inheritance::default(),
            assumed: Assumed::default(),
            scopes,
        };
        graph.name_others(roots, links);
        graph.inheritance = Inheritance::find(&graph.schemas, &graph.roots);
        cycles::report(&graph, diagnostics);
        conflict::report(&graph, diagnostics);
        graph
    }

    /// The schema at a place within one of this scope.
    pub fn at(&self, at: &SchemaLocation, outer: ScopeId) -> Option<SchemaId> {
        let scope = self.scopes.known_inside(outer, at);
        self.by_place.get(&(at.clone(), scope)).copied()
    }

    /// Whether schemas mean what they mean by themselves, whatever leads to them.
    pub fn stands_alone(&self, conjunction: &Conjunction) -> bool {
        conjunction.parts.iter().all(|part| {
            let id = part.id();
            self.scopes.is_empty(self.schemas[id].scope)
                || self.roots.iter().any(|root| root.schema == id)
        })
    }

    /// A schema as the document has it.
    pub fn written(&self, id: SchemaId) -> &'s Value {
        let at = &self.schemas[id].at;
        let root = &self.sources.get(at.file).root;
        // Every schema was read from the place it names.
        at.pointer.resolve(root).unwrap_or(&Value::Null)
    }

    /// Names the schemas of other documents that references have led to.
    fn name_others(&mut self, roots: &[document::Root], links: &Links) {
        let own: Vec<FileId> = roots.iter().map(|root| root.at.file).collect();
        let mut names: HashMap<&SchemaLocation, Vec<SchemaId>> = HashMap::new();
        let mut others = Vec::new();
        for id in self.schemas.ids() {
            let at = &self.schemas[id].at;
            if own.contains(&at.file) {
                continue;
            }
            if let Some(name) = links.name_of(at) {
                names.entry(at).or_default().push(id);
                others.push((name, id));
            }
        }
        others.sort_by_key(|(name, id)| (self.schemas[*id].at.file, *name, *id));
        let named = others.into_iter().map(|(name, id)| {
            let at = &self.schemas[id].at;
            let wire_name = match names[at].first() {
                Some(first) if *first != id => self.specialized(name, id, links),
                _ => name.to_owned(),
            };
            Root {
                wire_name,
                schema: id,
                usage: None,
            }
        });
        let named: Vec<Root> = named.collect();
        self.roots.extend(named);
    }

    /// A name for a schema in a scope of its own: that of what its dynamic references lead to.
    fn specialized(&self, name: &str, id: SchemaId, links: &Links) -> String {
        let bound = self.scopes.bindings(self.schemas[id].scope);
        let words = bound.map(|at| {
            let resource = links.resource_of(at);
            let named = links.name_of(&resource).map(str::to_owned);
            let last = || resource.pointer.last().map(std::borrow::Cow::into_owned);
            named.or_else(last).unwrap_or_default()
        });
        let words: Vec<String> = words.chain([name.to_owned()]).collect();
        words.join(" ")
    }
}

fn read_roots<'s>(
    reader: &mut Reader<'s>,
    roots: &[document::Root],
    links: &Links,
    sources: &'s Sources,
) -> Vec<Root> {
    let read = roots.iter().filter_map(|root| {
        // The document listed the place a moment ago.
        let value = root.at.pointer.resolve(&sources.get(root.at.file).root)?;
        let resource = links.resource_of(&root.at);
        let schema = reader.referred(root.at.clone(), value, ScopeId::default(), &resource);
        Some(Root {
            wire_name: root.wire_name.clone(),
            schema,
            usage: root.usage.clone(),
        })
    });
    read.collect()
}

fn too_many(schemas: &Arena, root: &Root) -> Diagnostic {
    Diagnostic::error(
        Code::TooComplex,
        schemas[root.schema].at.key(),
        "dynamic references give these schemas too many meanings",
    )
    .label(format!("more than {} are met from here", schemas.len()))
    .help("refer with `$ref` where it is known what is meant")
}
