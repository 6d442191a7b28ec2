//! Turns text into the document that a crate was generated from, by the generator's reader: the same syntax, the same mends,
//! the same targets of references.
//!
//! The checks share the reader, and neither the decisions about types nor what is written. So a document that the
//! generator reads is one that the checks read.

mod alignment;
mod bundle;
mod forms;
mod parts;
mod several;

pub(crate) use alignment::Reading;

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use cratify_schema::diagnostic::{Diagnostics, SourceLocation};
use cratify_schema::graph::resolve;
use cratify_schema::link::{References, link};
use cratify_schema::parse::parse;
use cratify_schema::source::{FileId, Pointer, Source, Sources};
use cratify_schema::upgrade::upgrade;
use cratify_schema::{LocationMaps, Operations, ReadOptions, SchemaLocation, document};

/// A document, with the files that its references lead to.
#[derive(Debug, Clone)]
pub struct Document {
    /// The root value as it was written.
    pub(crate) written: Value,
    /// The root value of each file, spelled as JSON Schema 2020-12.
    upgraded: Arc<[Value]>,
    root: FileId,
    references: Arc<References>,
    /// The references that lead nowhere, or back to their own schema: any value is accepted in their place.
    unresolved: Arc<HashSet<SchemaLocation>>,
    locations: Arc<LocationMaps>,
    files: Vec<FileId>,
    tags: forms::Tags,
    /// Whether the reader left something out, or read it as something else, because it was wrong.
    pub(crate) is_mended: bool,
    /// The other files with schemas, which share everything with this one, by their names, without files that
    /// share a name.
    further: Vec<(String, Self)>,
}

impl Document {
    /// Reads a document, with the default options of the generator. The schemas of operations count as named.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is not a document of schemas.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, String> {
        Self::read_with(path, ReadOptions::default())
    }

    /// Reads a document with the options of the builder: further documents, overlays, the folders that references may lead
    /// to, and the dialect of a JSON Schema without `$schema`.
    ///
    /// # Errors
    ///
    /// As for [`read`](Self::read).
    pub fn read_with(path: impl AsRef<Path>, options: ReadOptions) -> Result<Self, String> {
        let mut diagnostics = Diagnostics::new();
        let source = Source::read(path.as_ref(), &mut diagnostics);
        Self::of(source, options, diagnostics)
    }

    /// Reads text as if it were the content of a file of this name.
    ///
    /// # Errors
    ///
    /// The text is not a document of schemas.
    pub fn parse(name: &str, text: &str) -> Result<Self, String> {
        let mut diagnostics = Diagnostics::new();
        let source = Source::parse(name.into(), text.to_owned(), &mut diagnostics);
        Self::of(source, ReadOptions::default(), diagnostics)
    }

    fn of(
        source: Option<Source>,
        options: ReadOptions,
        mut diagnostics: Diagnostics,
    ) -> Result<Self, String> {
        let options = ReadOptions {
            operations: Operations::All,
            ..options
        };
        let mut sources = Sources::new();
        let documents = source
            .and_then(|source| document::read(source, &options, &mut sources, &mut diagnostics));
        let Some(documents) = documents else {
            let messages = diagnostics.iter().map(|problem| problem.message.as_str());
            return Err(messages.collect::<Vec<_>>().join("; "));
        };
        let linked = link(documents, &mut sources, &mut diagnostics);
        let before = diagnostics.len();
        let upgraded = upgrade(linked, &sources, &mut diagnostics);
        let is_mended = diagnostics.len() > before;
        let schemas = parse(&upgraded, &mut diagnostics);
        let graph = resolve(schemas, &upgraded, &mut diagnostics);
        let unresolved = graph
            .unresolved
            .iter()
            .map(|reference| reference.at.clone());
        let unresolved = unresolved.collect();
        let root = upgraded.root_file();
        let others = several::others(&upgraded, &sources);
        let values = sources.iter().map(|(file, _)| upgraded.root(file).clone());
        let first = Self {
            written: sources.get(root).root.clone(),
            upgraded: values.collect(),
            root,
            locations: upgraded.locations(),
            references: Arc::new(upgraded.references),
            unresolved: Arc::new(unresolved),
            files: sources.iter().map(|(file, _)| file).collect(),
            tags: forms::Tags::default(),
            is_mended,
            further: Vec::new(),
        };
        let further = others.into_iter().map(|(name, file)| {
            let document = Self {
                written: sources.get(file).root.clone(),
                root: file,
                ..first.clone()
            };
            (name, document)
        });
        let further = further.collect();
        Ok(Self { further, ..first })
    }

    /// The root value, spelled as JSON Schema 2020-12.
    pub(crate) fn upgraded(&self) -> &Value {
        &self.upgraded[self.root.index()]
    }

    /// The location of a value that a JSON Pointer names in the upgraded document.
    pub(crate) fn location(&self, upgraded: &str) -> Option<SchemaLocation> {
        let pointer = Pointer::parse(upgraded)?;
        Some(SchemaLocation {
            pointer,
            ..SchemaLocation::root(self.root)
        })
    }

    /// The location in the upgraded document of a value that a JSON Pointer names in the document as written.
    /// `None` if there is no such value.
    pub(crate) fn find(&self, written: &str) -> Option<SchemaLocation> {
        let at = self.locations.upgraded(self.location(written)?);
        self.value(&at).is_some().then_some(at)
    }

    /// The JSON Pointer in the document as written of a value in the upgraded document.
    pub(crate) fn written_pointer(&self, at: &SchemaLocation) -> String {
        match self.locations.written(at.value()) {
            SourceLocation::Pointer { pointer, .. } => pointer.to_string(),
            _ => at.pointer.to_string(),
        }
    }

    /// The value at a location of an upgraded document.
    pub(crate) fn value(&self, at: &SchemaLocation) -> Option<&Value> {
        at.pointer.resolve(self.upgraded.get(at.file.index())?)
    }
}
