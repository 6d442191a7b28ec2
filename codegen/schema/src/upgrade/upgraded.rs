//! Keeps the upgraded documents, with their references and their named schemas.

use std::collections::HashMap;
use std::sync::Arc;

use super::unresolved::UnresolvedReferences;
use super::{Trace, rewrite};
use crate::document::{
    Documents, NamedSchema, OperationDocuments, OperationGroup, OperationSchema, Parts, Sent,
};
use crate::keyword::Dialect;
use crate::link::{References, Unresolved};
use crate::location::{LocationMaps, SchemaLocation};
use crate::source::{FileId, Pointer, Sources, Value};

/// Documents in which all schemas are in JSON Schema 2020-12.
///
/// All locations are in the upgraded documents; [`locations`](Self::locations) knows where the values
/// were written.
#[derive(Debug)]
pub struct Upgraded<'s> {
    /// The text of the documents, and their values as written.
    pub sources: &'s Sources,
    /// The references, by the locations of their texts.
    pub references: References,
    /// The references without a target, which the upgrade has removed.
    pub unresolved: Vec<Unresolved>,
    /// The named schemas of the root document.
    pub named: Vec<NamedSchema>,
    /// The schemas of its operations, named or not.
    pub operations: Vec<OperationSchema>,
    documents: Documents,
    parts: Parts,
    /// The roots that differ from what was written.
    changed: HashMap<FileId, Value>,
    locations: Arc<LocationMaps>,
    /// The schemas that name their own dialect.
    dialects: HashMap<SchemaLocation, Dialect>,
    /// The targets of references, as written.
    targets: HashMap<FileId, Vec<Pointer>>,
    /// The references without a target of each file, as written.
    without_target: HashMap<FileId, UnresolvedReferences>,
}

impl<'s> Upgraded<'s> {
    #[expect(clippy::too_many_arguments, reason = "each is a part of the result")]
    pub(super) fn new(
        sources: &'s Sources,
        mut documents: Documents,
        references: References,
        (unresolved, without_target): (Vec<Unresolved>, HashMap<FileId, UnresolvedReferences>),
        changed: HashMap<FileId, Value>,
        locations: LocationMaps,
        dialects: HashMap<SchemaLocation, Dialect>,
        targets: HashMap<FileId, Vec<Pointer>>,
    ) -> Self {
        let upgraded = |at: SchemaLocation| locations.upgraded(at);
        let named = std::mem::take(&mut documents.named).into_iter();
        let operations = std::mem::take(&mut documents.operations).into_iter();
        let parts = std::mem::take(&mut documents.parts).moved(upgraded);
        Self {
            named: named
                .map(|schema| NamedSchema {
                    at: upgraded(schema.at),
                    ..schema
                })
                .collect(),
            operations: operations
                .map(|schema| OperationSchema {
                    at: upgraded(schema.at),
                    ..schema
                })
                .collect(),
            references: references.moved(upgraded),
            parts,
            unresolved: unresolved
                .into_iter()
                .map(|one| one.moved(&locations))
                .collect(),
            without_target,
            sources,
            documents,
            changed,
            locations: Arc::new(locations),
            dialects,
            targets,
        }
    }

    /// The groups of the operations of each document, with the locations of the schemas that each leads to.
    pub fn operation_groups(&self) -> Vec<OperationGroup> {
        let root = |file| self.root(file);
        let operations =
            OperationDocuments::new(&self.documents, &self.parts, &self.references, root);
        let files = self.root_files().iter();
        let groups = files.map(|file| {
            let kind = self.documents.get(*file).kind;
            operations.operation_groups(*file, kind)
        });
        groups.flatten().collect()
    }

    /// The schemas of the operations of all documents: those of requests, those of responses.
    pub fn sent(&self) -> [Sent; 2] {
        let root = |file| self.root(file);
        let operations =
            OperationDocuments::new(&self.documents, &self.parts, &self.references, root);
        let mut all = [Sent::default(), Sent::default()];
        for file in self.root_files() {
            let sent = operations.sent(*file, self.documents.get(*file).kind);
            for (all, sent) in all.iter_mut().zip(sent) {
                all.schemas.extend(sent.schemas);
                all.open.extend(sent.open);
            }
        }
        all
    }

    /// The root value of a file.
    pub fn root(&self, file: FileId) -> &Value {
        let written = || &self.sources.get(file).root;
        self.changed.get(&file).unwrap_or_else(written)
    }

    /// The root values, in the order of their files.
    pub fn roots(&self) -> impl Iterator<Item = (FileId, &Value)> {
        let files = self.sources.iter();
        files.map(|(file, _)| (file, self.root(file)))
    }

    /// The value at a location.
    pub fn value(&self, at: &SchemaLocation) -> Option<&Value> {
        at.pointer.resolve(self.root(at.file))
    }

    /// The root document.
    pub fn root_file(&self) -> FileId {
        self.documents.root()
    }

    /// The documents to make types of, the root document first.
    pub fn root_files(&self) -> &[FileId] {
        &self.documents.roots
    }

    /// The files that were opened beside the root document, in this order.
    pub fn opened(&self) -> &[std::path::PathBuf] {
        &self.documents.opened
    }

    /// Whether a file was looked for in vain: it is not there, or is not allowed.
    pub fn lacks_files(&self) -> bool {
        self.documents.lacks_files
    }

    /// The dialect in which a schema was written.
    pub fn dialect_of(&self, at: &SchemaLocation) -> Dialect {
        let document = self.documents.get(at.file).dialect.base;
        if self.dialects.is_empty() {
            return document;
        }
        let mut outer = at.clone();
        loop {
            if let Some(dialect) = self.dialects.get(&outer) {
                return *dialect;
            }
            match outer.pointer.parent() {
                Some((pointer, _)) => outer.pointer = pointer,
                None => return document,
            }
        }
    }

    /// The locations, as written, of values that the upgrade has moved.
    pub fn locations(&self) -> Arc<LocationMaps> {
        Arc::clone(&self.locations)
    }

    /// The outcomes of the keywords of each file, except for the meta-schemas of the generator. The upgrade is
    /// done once more for this.
    pub fn traces(&self) -> impl Iterator<Item = (FileId, Trace)> {
        let documents = self.documents.iter();
        let own = documents.filter(|(_, document)| document.built_in.is_none());
        own.map(|(file, document)| {
            let root = self.sources.get(file).root.clone();
            let targets = self.targets.get(&file).map_or(&[][..], Vec::as_slice);
            let unresolved = &self.without_target[&file];
            let meta_schemas = &self.documents.meta_schemas;
            let rewritten = rewrite(document, root, targets, unresolved, meta_schemas);
            (file, rewritten.trace)
        })
    }
}
