//! Turns documents of any dialect into documents in JSON Schema 2020-12, with the additions of OpenAPI 3.1.
//!
//! No later stage knows of dialects. [`walk`] visits the schemas: a member called `nullable`, or a default
//! that looks like a schema, is data and stays. [`rules`] picks the rules of a schema's dialect, which are in
//! the file of its name. References keep their text: their targets were found [before](crate::link), and
//! their locations move along.
//!
//! A value keeps its JSON Pointer where 2020-12 has room for it. A value that a rule does not expect stays as
//! it is: the parser reports it.

mod current;
mod draft;
mod draft4;
mod identity;
mod mend;
mod openapi30;
mod rewrite;
mod rules;
mod swagger20;
mod trace;
mod unresolved;
mod upgraded;
mod walk;
mod warnings;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

pub use trace::{Trace, UpgradeOutcome};
pub use upgraded::Upgraded;

use crate::diagnostic::Diagnostics;
use crate::document::{Document, MetaSchemas};
use crate::keyword::Dialect;
use crate::link::Linked;
use crate::location::{LocationMap, LocationMaps, SchemaLocation};
use crate::source::{FileId, Pointer, Sources, Value};
use unresolved::UnresolvedReferences;
use walk::Walker;

/// Upgrades all documents. Keywords without effect in the dialect of a document are left out with a warning: one
/// for each kind, however often it occurs.
pub fn upgrade<'s>(
    linked: Linked,
    sources: &'s Sources,
    diagnostics: &mut Diagnostics,
) -> Upgraded<'s> {
    let Linked {
        documents,
        references,
        unresolved,
    } = linked;
    let mut targets: HashMap<FileId, Vec<Pointer>> = HashMap::new();
    // Nothing in another file has to state that a schema of an operation is one.
    let operations = documents.operations.iter().map(|schema| &schema.at);
    let operations = operations.filter(|at| !documents.roots.contains(&at.file));
    for at in references.targets().chain(operations) {
        targets.entry(at.file).or_default().push(at.pointer.clone());
    }
    for targets in targets.values_mut() {
        targets.sort();
        targets.dedup();
    }
    let mut without_target: HashMap<FileId, UnresolvedReferences> = HashMap::new();
    for (file, _) in documents.iter() {
        let own = unresolved.iter().filter(|one| one.at.file == file);
        let own = own.map(|one| one.at.pointer.clone()).collect();
        without_target.insert(file, own);
    }
    let mut changed = HashMap::new();
    let mut locations = LocationMaps::default();
    let mut dialects = HashMap::new();
    for (file, document) in documents.iter() {
        let root = &sources.get(file).root;
        let unresolved = &without_target[&file];
        if unresolved.is_empty() && current::is_current(document, root) {
            continue;
        }
        let targets = targets.get(&file).map_or(&[][..], Vec::as_slice);
        let meta_schemas = &documents.meta_schemas;
        let rewritten = rewrite(document, root.clone(), targets, unresolved, meta_schemas);
        rewritten.warnings.report(file, diagnostics);
        changed.insert(file, rewritten.root);
        locations.add(file, rewritten.locations);
        let named = rewritten.dialects.into_iter();
        dialects
            .extend(named.map(|(pointer, dialect)| (SchemaLocation { file, pointer }, dialect)));
    }
    let unresolved = (unresolved, without_target);
    Upgraded::new(
        sources, documents, references, unresolved, changed, locations, dialects, targets,
    )
}

/// A document after its upgrade.
struct Rewritten {
    root: Value,
    locations: LocationMap,
    trace: Trace,
    warnings: warnings::Warnings,
    dialects: Vec<(Pointer, Dialect)>,
}

/// Upgrades one document. `targets` are the locations that references lead to: they hold schemas, whether a
/// keyword marks them or not.
fn rewrite(
    document: &Document,
    mut root: Value,
    targets: &[Pointer],
    unresolved: &UnresolvedReferences,
    meta_schemas: &MetaSchemas,
) -> Rewritten {
    let mut walker = Walker::new(meta_schemas, unresolved);
    walker.document(document, &mut root, targets);
    Rewritten {
        root,
        locations: walker.locations,
        trace: walker.trace,
        warnings: walker.warnings,
        dialects: walker.dialects,
    }
}
