//! Turns sources into [`Documents`]: the dialect of each file, and the schemas that the documents name.
//!
//! [`read`] starts with the root document, and with further documents of the same API. Other files are added when a
//! reference or a `$schema` leads to them; only files that the [options](ReadOptions) allow are opened.

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
use std::path::{Path, PathBuf};

pub use builtin::META_SCHEMAS;
pub(crate) use folders::{Explanation, Refusal};
pub use form::Form;
pub(crate) use identity::{anchor_in, comes_later, has_reference, id_keyword, id_of, is_ignored};
pub(crate) use load::Unavailable;
pub(crate) use named::containers;
pub use named::{NamedSchema, is_name, name_of_whole};
pub use object::{Children, ObjectKind, children_of, is_own_schema, visit_children};
pub use operations::{Content, OperationGroup, OperationSchema, Sent, Usage};
pub(crate) use operations::{OperationDocuments, Parts};
pub use vocabulary::{MetaSchemas, MissingVocabularies, SchemaDialect};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation, visible};
use crate::keyword::Dialect;
use crate::location::SchemaLocation;
use crate::overlay;
use crate::source::{FileId, Source, Sources, Value};
use crate::{Operations, ReadOptions};
use folders::Folders;

/// A file that was read.
#[derive(Debug)]
pub struct Document {
    /// The URI that it was read from.
    pub uri: String,
    /// The kind of its root.
    pub kind: ObjectKind,
    /// The dialect of its schemas, except for schemas that name another one.
    pub dialect: SchemaDialect,
    /// The name of a meta-schema that comes with the generator.
    pub built_in: Option<String>,
}

/// The files of a run.
#[derive(Debug)]
pub struct Documents {
    /// The documents to make types of. The first one is the root document, which is always there.
    pub roots: Vec<FileId>,
    /// Their named schemas, in document order.
    pub named: Vec<NamedSchema>,
    /// The schemas of their operations, named or not: references into them give them names.
    pub operations: Vec<OperationSchema>,
    /// The dialect that each `$schema` names.
    pub meta_schemas: MetaSchemas,
    /// The objects of operations that references lead to, most of them in other files, if somebody asked for them.
    pub(crate) parts: Parts,
    /// The files that were opened beside the root document, in this order.
    pub opened: Vec<PathBuf>,
    /// Whether a file was looked for in vain: it is not there, or is not allowed.
    pub lacks_files: bool,
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

/// Reads the root document, further documents of the same API, and the meta-schemas that they name. `None` if one of them
/// is not a document of schemas, which is reported.
pub fn read(
    source: Source,
    options: &ReadOptions,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Documents> {
    let source = overlay::apply(source, &options.overlays, diagnostics)?;
    let root = sources.add(source);
    let mut documents = Documents::new(root, options, sources);
    let mut dialects = vec![documents.add_root(root, options, sources, diagnostics)];
    for path in &options.further_documents {
        let file = documents.open_further(path, sources, diagnostics);
        dialects
            .push(file.and_then(|file| documents.add_root(file, options, sources, diagnostics)));
    }
    // All roots come first, since operations of one may refer to another.
    let mut is_read = true;
    for (file, dialect) in documents.roots.clone().into_iter().zip(dialects) {
        let read = dialect
            .and_then(|dialect| documents.read_root(file, dialect, options, sources, diagnostics));
        is_read &= read.is_some();
    }
    is_read.then_some(documents)
}

impl Documents {
    fn new(root: FileId, options: &ReadOptions, sources: &Sources) -> Self {
        let path = &sources.get(root).path;
        let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.clone());
        let further = options.further_documents.iter().map(PathBuf::as_path);
        let paths = std::iter::once(&**path).chain(further);
        Self {
            roots: vec![root],
            named: Vec::new(),
            operations: Vec::new(),
            meta_schemas: MetaSchemas::default(),
            parts: Parts::default(),
            opened: Vec::new(),
            lacks_files: false,
            by_file: BTreeMap::new(),
            folders: Folders::new(paths, &options.references),
            loaded: HashMap::from([(real, Some(root))]),
            built_in: HashMap::new(),
            identified: HashMap::new(),
            sought: HashSet::new(),
        }
    }

    /// The root document.
    pub fn root(&self) -> FileId {
        self.roots[0]
    }

    /// Opens a further document. Two documents of one name could not be told apart where a schema is named by its file.
    fn open_further(
        &mut self,
        path: &Path,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Option<FileId> {
        let source = Source::read(path, diagnostics)?;
        let name = source.name();
        let mut roots = self.roots.iter();
        if let Some(other) = roots.find(|file| sources.get(**file).name() == name) {
            let location = SourceLocation::File(path.to_owned());
            let message = format!("two documents are called `{}`", visible(&name));
            let other = sources.get(*other).path.display().to_string();
            diagnostics.push(
                Diagnostic::error(Code::NoSingleDocument, location, message)
                    .note(format!("the other one is `{}`", visible(&other)))
                    .help("rename one of the files: each document has a module of that name"),
            );
            return None;
        }
        let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let file = sources.add(source);
        self.loaded.insert(real, Some(file));
        self.roots.push(file);
        Some(file)
    }

    /// Adds a root document, and returns its dialect. `None` if it is not a document of schemas, which is reported.
    fn add_root(
        &mut self,
        file: FileId,
        options: &ReadOptions,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Option<Dialect> {
        let uri = load::uri_of_source(&sources.get(file).path);
        self.find_meta_schemas(file, &uri, 0, sources, diagnostics);
        let source = sources.get(file);
        let dialect = match &source.root {
            Value::Object(members) => detect::detect(
                file,
                members,
                options.dialect,
                &self.meta_schemas,
                diagnostics,
            )?,
            Value::Bool(_) => Dialect::from(options.dialect).into(),
            other => {
                diagnostics.push(detect::not_a_document(file, other));
                return None;
            }
        };
        self.insert(file, uri, dialect, None, source);
        Some(dialect.base)
    }

    /// Reads the named schemas of a root document. `None` if it has no schemas, which is reported.
    fn read_root(
        &mut self,
        file: FileId,
        dialect: Dialect,
        options: &ReadOptions,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Option<()> {
        let wanted = options.operations;
        let root = &sources.get(file).root;
        let containers = named::in_containers(file, root, dialect, diagnostics);
        let is_asked = wanted > Operations::None || options.follows_operations;
        let (parts, missing) = if is_asked || containers.named.is_empty() {
            Parts::find(file, self, sources, diagnostics)
        } else {
            (Parts::default(), Vec::new())
        };
        diagnostics.extend(named::missing_parts(&missing));
        let (named, operations) =
            containers.with_operations(self, sources, &parts, wanted, diagnostics)?;
        self.named.extend(named);
        self.operations.extend(operations);
        self.parts.extend(parts);
        Some(())
    }

    /// The document of a file.
    ///
    /// # Panics
    ///
    /// If the file belongs to other documents.
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
