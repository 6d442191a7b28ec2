//! Sources to [`Documents`]: the dialect of each file, and the schemas that the root document names.
//!
//! [`read`] starts with the root document. Other files are added when a reference or a `$schema` leads to
//! them; only files that the [options](ReadOptions) allow are opened.

mod builtin;
mod detect;
mod folders;
mod form;
mod identity;
mod load;
mod named;
mod object;
mod operations;
mod vocabulary;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;

pub use builtin::META_SCHEMAS;
pub(crate) use folders::Refusal;
pub use form::Form;
pub(crate) use identity::{anchor_in, comes_later, has_reference, id_keyword, id_of, is_ignored};
pub(crate) use load::Unavailable;
pub(crate) use named::containers;
pub use named::{NamedSchema, is_name, name_of_whole};
pub use object::{Children, ObjectKind, children_of, is_own_schema, visit_children};
pub(crate) use operations::operation_groups;
pub use operations::{OperationGroup, OperationSchema, Usage};
pub use vocabulary::{MetaSchemas, MissingVocabularies, SchemaDialect};

use crate::ReadOptions;
use crate::diagnostic::Diagnostics;
use crate::keyword::Dialect;
use crate::location::SchemaLocation;
use crate::overlay;
use crate::source::{FileId, Source, Sources, Value};
use folders::Folders;

/// A file that was read.
#[derive(Debug)]
pub struct Document {
    /// The URI that it was read from.
    pub uri: String,
    /// The kind of its root.
    pub kind: ObjectKind,
    /// The dialect of its schemas, except for those that name another one.
    pub dialect: SchemaDialect,
    /// The name of a meta-schema that comes with the generator.
    pub built_in: Option<String>,
}

/// The files of a run.
#[derive(Debug)]
pub struct Documents {
    /// The document to make types of.
    pub root: FileId,
    /// Its named schemas, in document order.
    pub named: Vec<NamedSchema>,
    /// The schemas of its operations, named or not: references into them give them names.
    pub operations: Vec<OperationSchema>,
    /// The dialect that each `$schema` names.
    pub meta_schemas: MetaSchemas,
    /// The files that were opened beside the root document, in this order.
    pub opened: Vec<PathBuf>,
    by_file: BTreeMap<FileId, Document>,
    folders: Folders,
    /// The files that were opened, by their paths without symbolic links; `None` if one is unreadable.
    loaded: HashMap<PathBuf, Option<FileId>>,
    /// The meta-schemas of the generator that were read, by URI.
    built_in: HashMap<&'static str, FileId>,
    /// The schemas that may be meta-schemas, by identifier.
    identified: HashMap<String, SchemaLocation>,
    /// The meta-schemas that were looked for.
    sought: HashSet<String>,
}

/// Reads the root document, and the meta-schemas that it names. `None` if it is no document of schemas,
/// which is reported.
pub fn read(
    source: Source,
    options: &ReadOptions,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Documents> {
    let source = overlay::apply(source, &options.overlays, diagnostics)?;
    let root = sources.add(source);
    let mut documents = Documents::new(root, options, sources);
    let uri = load::uri_of_source(&sources.get(root).path);
    let default = Dialect::from(options.dialect).into();
    documents.find_meta_schemas(root, &uri, 0, sources, diagnostics);
    let source = sources.get(root);
    let dialect = match &source.root {
        Value::Object(members) => detect::detect(
            root,
            members,
            options.dialect,
            &documents.meta_schemas,
            diagnostics,
        )?,
        Value::Bool(_) => default,
        other => {
            diagnostics.push(detect::not_a_document(root, other));
            return None;
        }
    };
    let (named, operations) =
        named::find(root, source, dialect.base, options.operations, diagnostics)?;
    documents.named = named;
    documents.operations = operations;
    documents.insert(root, uri, dialect, None, source);
    Some(documents)
}

impl Documents {
    fn new(root: FileId, options: &ReadOptions, sources: &Sources) -> Self {
        let path = &sources.get(root).path;
        let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.clone());
        Self {
            root,
            named: Vec::new(),
            operations: Vec::new(),
            meta_schemas: MetaSchemas::default(),
            opened: Vec::new(),
            by_file: BTreeMap::new(),
            folders: Folders::new(path, &options.references),
            loaded: HashMap::from([(real, Some(root))]),
            built_in: HashMap::new(),
            identified: HashMap::new(),
            sought: HashSet::new(),
        }
    }

    /// The document of a file.
    ///
    /// # Panics
    ///
    /// If the file is that of other documents.
    pub fn get(&self, file: FileId) -> &Document {
        &self.by_file[&file]
    }

    /// All documents, in the order in which they were opened.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Document)> {
        self.by_file
            .iter()
            .map(|(file, document)| (*file, document))
    }

    /// Adds a file that was read.
    fn insert(
        &mut self,
        file: FileId,
        uri: String,
        dialect: SchemaDialect,
        built_in: Option<String>,
        source: &Source,
    ) {
        let document = Document {
            built_in,
            ..Document::new(uri, &source.root, dialect, &self.meta_schemas)
        };
        self.by_file.insert(file, document);
    }
}

impl Document {
    /// A document that states this dialect.
    pub(crate) fn new(
        uri: String,
        root: &Value,
        stated: SchemaDialect,
        meta_schemas: &MetaSchemas,
    ) -> Self {
        let kind = ObjectKind::of_root(root, stated.base);
        // OpenAPI lets a document name a default for `$schema` (3.1.1, section 4.8.24.5).
        let default = root.get("jsonSchemaDialect").and_then(Value::as_str);
        let default = default
            .filter(|_| stated.base == Dialect::OpenApi31 && kind == ObjectKind::OpenApi)
            .and_then(|uri| meta_schemas.dialect_of(uri));
        Self {
            uri,
            kind,
            dialect: default.map_or(stated, |default| default.inside(stated)),
            built_in: None,
        }
    }
}
