//! Turns references as written into the locations that they name, in as many files as it takes.
//!
//! This stage comes before the [upgrade](crate::upgrade), since a reference is about the text as it was
//! written. A work list starts with the named schemas of the root document; [`written`] finds the
//! references of each schema, [`find`] the locations that they name, [`resolve`] whether these are schemas;
//! the targets join the list. Only documents
//! that a reference leads to are loaded. No later stage follows a URI. A reference without a target is kept as
//! [`Unresolved`]: a setting decides whether that is an error.

mod cycles;
mod find;
mod problem;
mod references;
mod registry;
mod resolve;
mod role;
mod scan;
mod unresolved;
mod written;

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use indexmap::IndexSet;

pub use references::{DynamicResource, References, Target};
pub use unresolved::Unresolved;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{Documents, containers, name_of_whole};
use crate::keyword::Dialect;
use crate::location::SchemaLocation;
use crate::source::Sources;
use registry::{Context, Registry};
use role::{Role, role_of};
use written::Reference;

/// All documents that take part, and their references.
#[derive(Debug)]
pub struct Linked {
    /// The documents.
    pub documents: Documents,
    /// The references, by the locations of their texts.
    pub references: References,
    /// The references without a target, in the order of their discovery.
    pub unresolved: Vec<Unresolved>,
}

/// Follows the references of the named schemas, and of all schemas that they lead to.
pub fn link(documents: Documents, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Linked {
    let named = documents.named.iter().map(|schema| &schema.at);
    let operations = documents.operations.iter();
    let references = operations.filter(|schema| schema.is_reference_to_type());
    let open = named.chain(references.map(|schema| &schema.at)).cloned();
    let mut linker = Linker {
        open: open.collect(),
        documents,
        sources,
        registry: Registry::default(),
        targets: HashMap::new(),
        seen: IndexSet::new(),
        unmarked: HashSet::new(),
        unresolved: Vec::new(),
        of_file: Vec::new(),
    };
    linker.register_documents();
    linker.register_operations();
    while let Some(at) = linker.open.pop_front() {
        for (reference, context) in linker.references_at(&at) {
            linker.resolve(at.file, &reference, context, diagnostics);
        }
    }
    linker.registry.report(diagnostics);
    linker.cut_cycles();
    linker.finish()
}

/// The state of the stage.
struct Linker<'s> {
    documents: Documents,
    sources: &'s mut Sources,
    registry: Registry,
    targets: HashMap<SchemaLocation, Target>,
    /// The schemas whose references were looked at, in this order.
    seen: IndexSet<SchemaLocation>,
    /// Schemas at locations that no keyword marks as such.
    unmarked: HashSet<SchemaLocation>,
    /// The schemas to look at.
    open: VecDeque<SchemaLocation>,
    /// The references without a target.
    unresolved: Vec<Unresolved>,
    /// The problems of the file that the current reference leads to.
    of_file: Vec<Diagnostic>,
}

impl Linker<'_> {
    /// Registers the identifiers of documents that were loaded.
    fn register_documents(&mut self) {
        for (file, document) in self.documents.iter() {
            if !self.registry.has_file(file) {
                let root = &self.sources.get(file).root;
                let meta_schemas = &self.documents.meta_schemas;
                self.registry
                    .add_document(file, root, document, meta_schemas);
            }
        }
    }

    /// Registers the schemas of operations in files of which nothing states what they hold.
    fn register_operations(&mut self) {
        let operations = self.documents.operations.iter();
        let operations: Vec<SchemaLocation> = operations.map(|schema| schema.at.clone()).collect();
        for at in operations {
            let kind = self.documents.get(at.file).kind;
            if role_of(&at, kind, &self.unmarked) == Role::Unknown
                && let Some(outer) = self.registry.outer_context(&at)
            {
                self.mark(&at, outer);
            }
        }
    }

    /// The references in the schema at a location and in its subschemas, each with its context.
    fn references_at(&mut self, at: &SchemaLocation) -> Vec<(Reference, Context)> {
        let registry = &self.registry;
        let mut found = Vec::new();
        let (Some(value), Some(outer)) = (
            at.pointer.resolve(&self.sources.get(at.file).root),
            registry.context_of(at),
        ) else {
            return found;
        };
        let mut open = vec![(value, at.pointer.clone(), outer)];
        while let Some((value, pointer, outer)) = open.pop() {
            let at = SchemaLocation {
                file: at.file,
                pointer,
            };
            let Some(members) = value.as_object() else {
                continue;
            };
            if !self.seen.insert(at.clone()) {
                continue;
            }
            let context = registry.own_context(&at).unwrap_or(outer);
            let before = open.len();
            written::visit(
                members,
                &at.pointer,
                context.dialect,
                |reference| found.push((reference, context)),
                |value, pointer| open.push((value, pointer, context)),
            );
            // In the order of the document, which decides the order of diagnostics.
            open[before..].reverse();
        }
        found
    }

    fn finish(self) -> Linked {
        let names = self.names();
        let resources = || self.registry.resources();
        let dynamic = resources().filter_map(|resource| {
            let anchors = resource.anchors.iter().filter(|(_, one)| one.is_dynamic);
            let anchors: BTreeMap<String, SchemaLocation> = anchors
                .map(|(name, anchor)| (name.clone(), anchor.at.clone()))
                .collect();
            (!anchors.is_empty()).then(|| DynamicResource {
                at: resource.at.clone(),
                anchors,
            })
        });
        let references = References {
            dynamic: dynamic.collect(),
            resources: resources().map(|resource| resource.at.clone()).collect(),
            targets: self.targets,
            names,
        };
        Linked {
            documents: self.documents,
            references,
            unresolved: self.unresolved,
        }
    }

    /// The names of schemas of other documents that references lead to: those in containers, whole documents,
    /// and schemas at locations that only a reference marks.
    fn names(&self) -> HashMap<SchemaLocation, String> {
        let targets = self.targets.values().map(|target| &target.at);
        let operations = self.documents.operations.iter();
        let of_operations: HashSet<&SchemaLocation> = operations.map(|schema| &schema.at).collect();
        let others = targets
            .filter(|at| !self.documents.roots.contains(&at.file) && !of_operations.contains(at));
        let named = others.filter_map(|at| {
            let document = self.documents.get(at.file);
            let name = match (at.pointer.parent(), &document.built_in) {
                (None, Some(whole)) => whole.clone(),
                (None, None) => name_of_whole(self.sources.get(at.file)),
                (Some((outer, name)), whole) => {
                    // A shared file is often a JSON Schema that states no dialect, and then has the dialect of
                    // an API description.
                    let mut dialects =
                        [document.dialect.base, Dialect::JsonSchema202012].into_iter();
                    let has_name = self.unmarked.contains(at)
                        || dialects.any(|dialect| containers(dialect).contains(&outer));
                    match whole {
                        _ if !has_name => return None,
                        Some(whole) => format!("{whole} {name}"),
                        None => name,
                    }
                }
            };
            Some((at.clone(), name))
        });
        named.collect()
    }
}
