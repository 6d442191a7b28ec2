//! Keeps a crate in memory: its files, its types, and how to write it.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::files::{self, Difference, Summary, WriteError};
use crate::released;
use crate::report::{Error, Report};
use crate::stage::Stage;
use crate::surroundings::Surroundings;
use cratify_model::model::{Type, TypeDef, TypeId, TypeKind};
use cratify_model::package::{Dependency, Package};
use cratify_model::settings::{Levels, Overrides};
use cratify_rust::emit::Context;
use cratify_rust::text::PAGE_COMMENT;
use cratify_rust::tree::FileTree;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation};
use cratify_schema::document::Form;
use cratify_schema::graph::Graph;
use cratify_schema::parse::SchemaId;
use cratify_schema::report::Located;
use cratify_schema::source::Sources;

/// A crate in memory.
#[derive(Debug)]
pub struct Generated {
    pub(crate) content: Content,
    pub(crate) timings: Vec<(Stage, Duration)>,
    pub(crate) output: PathBuf,
    pub(crate) warnings: Report,
    /// The levels of warnings that are still to come.
    pub(crate) levels: Levels,
}

impl Generated {
    /// The files: their paths in the crate, with forward slashes, and their text.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.content.tree.iter()
    }

    /// The fingerprints of the files, by path, by which a later crate is compared with the record of a release.
    #[doc(hidden)]
    #[must_use]
    pub fn texts(&self) -> BTreeMap<String, String> {
        released::texts(&self.content.tree, &self.content.package.info.version)
    }

    /// The types as one file of Rust: a module for any place of another crate, by `include!` or as the file of a
    /// `mod`. That crate needs the dependencies `serde` and `serde_json`, and for strict reading and derived schemas the
    /// features `validate` and `schemars`.
    #[must_use]
    pub fn module(&self) -> String {
        cratify_rust::module::module(&self.content.tree, &self.content.ident)
    }

    /// The name of the crate in Rust.
    #[must_use]
    pub fn crate_ident(&self) -> &str {
        &self.content.ident
    }

    /// The files that references led to, in the order in which they were read.
    pub fn other_documents(&self) -> impl Iterator<Item = &Path> {
        self.content.opened.iter().map(PathBuf::as_path)
    }

    /// The types: their paths in the crate, and the JSON Pointers of their schemas in the document. Behind the name of
    /// its file and `#`, where that is another one.
    pub fn types(&self) -> impl Iterator<Item = (&str, &str)> {
        let types = self.content.types.iter();
        types.map(|info| (info.path.as_str(), info.pointer.as_str()))
    }

    /// Which types have members of which others: pairs of paths, grouped by type.
    pub fn references(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.content.references.iter();
        pairs.map(|(from, to)| (from.as_str(), to.as_str()))
    }

    /// The name of the type that stands for the schema at a place of the document, which a JSON
    /// Pointer (RFC 6901) names; `""` is the document itself. A place of another file has the name of the file and `#` in
    /// front. `None` where there is no schema, or one that needs no type of its own.
    #[must_use]
    pub fn type_at(&self, pointer: &str) -> Option<&str> {
        let mut types = self.content.types.iter();
        let found = types.find(|info| info.stands_for_all && info.pointer == pointer);
        found.map(|info| info.path.as_str())
    }

    /// The warnings about the document.
    #[must_use]
    pub fn warnings(&self) -> &[Located] {
        &self.warnings.located
    }

    /// The warnings as a terminal shows them; empty without warnings.
    #[must_use]
    pub fn rendered_warnings(&self) -> &str {
        &self.warnings.rendered
    }

    /// The warnings with the colours of a terminal.
    #[must_use]
    pub fn coloured_warnings(&self) -> &str {
        &self.warnings.coloured
    }

    /// How long each stage took, in the order in which they ran.
    #[must_use]
    pub fn timings(&self) -> &[(Stage, Duration)] {
        &self.timings
    }

    /// The same crate for another folder.
    #[doc(hidden)]
    #[must_use]
    pub fn with_output(mut self, path: impl AsRef<Path>) -> Self {
        path.as_ref().clone_into(&mut self.output);
        self
    }

    /// Writes the crate: writes the files that differ, and removes the files that it no longer has.
    ///
    /// # Errors
    ///
    /// A file that was written by hand is in the way, or the disk refuses. The crate on disk is
    /// then what it was.
    pub fn write(&self) -> Result<Summary, Error> {
        files::write(&self.content.tree, &self.output)
            .map_err(|error| write_error(&self.output, &error))
    }

    /// Writes the module into a file, and says whether it differed.
    ///
    /// # Errors
    ///
    /// A file that cratify did not write is in the way, or the disk refuses. The file is then what it was.
    #[doc(hidden)]
    pub fn write_module(&self, path: &Path) -> Result<bool, Error> {
        let written = files::write_marked(&[(path.to_owned(), self.module())]);
        let written = written.map_err(|error| write_error(path, &error))?;
        Ok(written > 0)
    }

    /// Writes the pages of the models into a folder, with further pages, and returns how many differed.
    ///
    /// # Errors
    ///
    /// A file that cratify did not write is in the way, or the disk refuses. No page is then changed, unless the
    /// message says otherwise.
    #[doc(hidden)]
    pub fn write_pages(&self, folder: &Path, further: &[(&str, &str)]) -> Result<usize, Error> {
        let own = self.files();
        let own = own.filter_map(|(path, text)| Some((path.strip_prefix("docs/")?, text)));
        let pages = own.chain(further.iter().copied());
        let pages: Vec<(PathBuf, String)> = pages
            .map(|(path, text)| (folder.join(path), format!("{PAGE_COMMENT}\n\n{text}")))
            .collect();
        files::write_marked(&pages).map_err(|error| write_error(folder, &error))
    }

    /// How the crate on disk differs from this one.
    ///
    /// # Errors
    ///
    /// The crate on disk cannot be read.
    pub fn compare(&self) -> Result<Vec<Difference>, Error> {
        files::compare(&self.content.tree, &self.output)
            .map_err(|error| write_error(&self.output, &error))
    }

    /// Holds the package whose build script runs against the crate: if the source of its library is this file, or if it
    /// takes the types in as a module. Returns the manifests that decide about the outcome.
    ///
    /// # Errors
    ///
    /// Its manifest lacks what the crate needs.
    pub(crate) fn look_around(&mut self, library: Option<&Path>) -> Result<Vec<PathBuf>, Error> {
        let mut diagnostics = Diagnostics::new();
        let mut manifests = Vec::new();
        if let Some(surroundings) = Surroundings::of_build_script() {
            let (ident, needs) = (&self.content.ident, &self.content.dependencies);
            let features = &self.content.features;
            surroundings.check(ident, needs, features, library, &mut diagnostics);
            manifests = surroundings.manifests();
        }
        self.add(diagnostics)?;
        Ok(manifests)
    }

    /// Adds warnings about generated files that somebody has edited, and that are generated again.
    ///
    /// # Errors
    ///
    /// A setting denies such warnings.
    pub(crate) fn warn_of_edits(&mut self, edited: Vec<PathBuf>) -> Result<(), Error> {
        let mut diagnostics = Diagnostics::new();
        diagnostics.extend(edited.into_iter().map(|path| {
            let message = "this generated file was edited, and is generated again";
            Diagnostic::warning(Code::EditedFile, SourceLocation::File(path), message)
                .help("change the schema or a setting instead")
        }));
        self.add(diagnostics)
    }

    /// Adds diagnostics that are not about the document.
    fn add(&mut self, mut diagnostics: Diagnostics) -> Result<(), Error> {
        let sources = Sources::new();
        self.levels.apply(&mut diagnostics, &sources);
        let report = Report::new(&diagnostics, &sources);
        if diagnostics.has_errors() {
            return Err(Error(report));
        }
        self.warnings.append(report);
        Ok(())
    }
}

/// The error for what a write to a path ended with.
fn write_error(path: &Path, error: &WriteError) -> Error {
    let mut diagnostics = Diagnostics::new();
    let code = match error {
        WriteError::Blocked(_) | WriteError::BlockedMarked(_) => Code::ForeignFile,
        _ => Code::WriteFailed,
    };
    let location = SourceLocation::File(path.to_owned());
    diagnostics.push(Diagnostic::error(code, location, error.to_string()));
    Error(Report::new(&diagnostics, &Sources::new()))
}

/// The result of the pipeline.
#[derive(Debug)]
pub(crate) struct Content {
    pub tree: FileTree,
    pub types: Vec<TypeInfo>,
    /// The name of the crate in Rust.
    pub ident: String,
    /// The data of the package.
    pub package: Package,
    /// Whether schemas share definitions.
    pub shares: bool,
    /// The choices that are the same for all types.
    pub promises: Overrides,
    /// The types of other crates, as expressions for the checks.
    pub extern_types: Vec<String>,
    /// The dependencies of the crate.
    pub dependencies: Vec<Dependency>,
    /// The features of the crate that select types, each with the features that it switches on.
    pub features: Vec<(String, Vec<String>)>,
    /// Which types have members of which others, by their paths.
    pub references: Vec<(String, String)>,
    /// The files that references led to.
    pub opened: Vec<PathBuf>,
    /// Whether references led to files that are not there, or not allowed.
    pub lacks_files: bool,
}

/// Which types have members of which others.
pub(crate) fn references(context: &Context<'_>) -> Vec<(String, String)> {
    let mut references = Vec::new();
    for (id, def) in context.model.own_types() {
        let path = |id: TypeId| context.names[id].path.clone();
        let mut add = |to: TypeId| {
            // An extern type has no name in the crate.
            if !matches!(context.model[to].kind, TypeKind::Extern(_)) {
                references.push((path(id), path(to)));
            }
        };
        if let TypeKind::Alias(target) = def.kind {
            add(target);
        }
        def.kind.visit_types(&mut |ty| {
            if let Type::Named(to) = ty {
                add(*to);
            }
        });
    }
    references
}

/// A type of the generated crate, for the checks.
#[derive(Debug, Clone)]
pub(crate) struct TypeInfo {
    /// Its path in the crate: its name, behind the name of its module.
    pub path: String,
    /// The JSON Pointer of its schema in the document. Behind the name of its file and `#`, where that is another one than
    /// the first document.
    pub pointer: String,
    /// Whether it stands for all values of that schema.
    pub whole: bool,
    /// Whether it stands for all values of the schema at that location, whatever leads to it.
    pub stands_for_all: bool,
    /// The direction that it is for, if requests and responses differ.
    pub form: Option<Form>,
    /// Whether it is another name of a type.
    pub alias: bool,
}

impl TypeInfo {
    /// All types of a crate, with other names for them.
    pub(crate) fn all(context: &Context<'_>, graph: &Graph<'_>) -> Vec<Self> {
        let merged: HashSet<SchemaId> = graph.merged().map(|(_, target)| target).collect();
        let types = context.model.own_types();
        let types = types.map(|(id, def)| Self::new(context, graph, &merged, id, def));
        types.chain(Self::merged(context, graph)).collect()
    }

    fn new(
        context: &Context<'_>,
        graph: &Graph<'_>,
        merged: &HashSet<SchemaId>,
        id: TypeId,
        def: &TypeDef,
    ) -> Self {
        let stands_for_all = def.schema.is_whole();
        Self {
            path: context.names[id].path.clone(),
            pointer: pointer(context, graph, &def.at),
            // A schema that depends on its dynamic scope is not in the document as it is. One that is merged with an alias has
            // the annotations of the alias.
            whole: stands_for_all
                && graph.stands_alone(&def.schema)
                && !merged.contains(&def.schema.parts[0].id()),
            stands_for_all,
            form: graph.form(def.schema.parts[0].id()),
            alias: matches!(def.kind, TypeKind::Alias(_)),
        }
    }

    /// The aliases that are one with their targets.
    fn merged(context: &Context<'_>, graph: &Graph<'_>) -> impl Iterator<Item = Self> {
        graph.merged().filter_map(move |(alias, target)| {
            let id = context.model.type_of(target)?;
            let at = &graph.schemas[alias].at;
            graph.root_files().contains(&at.file).then(|| Self {
                path: context.names[id].path.clone(),
                pointer: pointer(context, graph, at),
                whole: true,
                stands_for_all: true,
                form: None,
                alias: true,
            })
        })
    }
}

/// The JSON Pointer of a schema as the document is written, with its file where that is not the first document. A schema that
/// only the upgraded document has is called as it is there.
fn pointer(context: &Context<'_>, graph: &Graph<'_>, at: &SchemaLocation) -> String {
    let written = context.locations.written_schema(at.clone());
    let is_there = context.locations.upgraded(written.clone()) == *at;
    let pointer = if is_there { &written } else { at }.pointer.to_string();
    if at.file == graph.root_file() {
        pointer
    } else {
        format!("{}#{pointer}", context.file(at.file))
    }
}
