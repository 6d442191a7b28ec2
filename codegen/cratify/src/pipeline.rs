//! The stages in a row: from the path of a document to the files of a crate, in memory.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::config::Config;
use crate::files::{self, Difference, Summary, WriteError};
use crate::ledger::{self, Decided, Ledger};
use cratify_model::analyze::Analysis;
use cratify_model::lower::{Uses, assume, lower};
use cratify_model::model::{Model, TypeDef, TypeId, TypeKind};
use cratify_model::names::Names;
use cratify_model::package::Package;
use cratify_model::settings::{Overrides, Resolved};
use cratify_rust::emit::{self, Context, ForeignTypes};
use cratify_rust::pages;
use cratify_rust::parallel;
use cratify_rust::publish::{self, ConstraintWriter, Publisher};
use cratify_rust::tree::FileTree;
use cratify_schema::diagnostic::{
    Code, Diagnostic, Diagnostics, Located, Resolver, SourceLocation, Style, locate, render,
};
use cratify_schema::document::Document;
use cratify_schema::graph::Graph;
use cratify_schema::link::{Basis, Linker};
use cratify_schema::source::{FileId, Source, Sources};

impl Config {
    /// Reads the document and makes the crate, in memory.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the document, each with its place. Nothing is written then.
    pub fn generate(&self) -> Result<Generated, Error> {
        parallel::on_deep_stack(|| self.run(None))
    }

    /// What became of every keyword of the document, as it is written there.
    ///
    /// A document that is wrong has a ledger as well, in which the keywords that are wrong are
    /// [refused](crate::Outcome::Refused) and little is decided of the others.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is no document of schemas.
    pub fn ledger(&self) -> Result<Ledger, Error> {
        let mut ledger = None;
        let generated = parallel::on_deep_stack(|| self.run(Some(&mut ledger)));
        match (ledger, generated) {
            (Some(ledger), _) => Ok(ledger),
            (None, Err(error)) => Err(error),
            (None, Ok(_)) => unreachable!("what is generated has a ledger if it was asked for"),
        }
    }

    fn run(&self, ledger: Option<&mut Option<Ledger>>) -> Result<Generated, Error> {
        let mut diagnostics = Diagnostics::new();
        let mut sources = Sources::new();
        let mut clock = Clock::start();
        let source = find_document(&self.schema, &mut diagnostics)
            .and_then(|path| Source::read(&path, &mut diagnostics));
        clock.end_of(Stage::Read);
        let generated = source.map(|source| sources.add(source)).and_then(|file| {
            generate(
                file,
                self,
                &mut sources,
                &mut clock,
                ledger,
                &mut diagnostics,
            )
        });
        match generated {
            Some(Crate {
                tree,
                types,
                ident,
                shares,
                promises,
                foreign,
                paths,
            }) if !diagnostics.has_errors() => Ok(Generated {
                tree,
                types,
                crate_ident: ident,
                shares,
                promises,
                foreign,
                paths,
                timings: clock.timings,
                output: self.output.clone(),
                warnings: Report::new(&diagnostics, &sources),
            }),
            _ => Err(Error(Report::new(&diagnostics, &sources))),
        }
    }
}

/// The pipeline. `None` where a stage cannot go on; the reasons are among the diagnostics.
fn generate(
    file: FileId,
    config: &Config,
    sources: &mut Sources,
    clock: &mut Clock,
    ledger: Option<&mut Option<Ledger>>,
    diagnostics: &mut Diagnostics,
) -> Option<Crate> {
    let mut documents: Option<Vec<Basis>> = ledger.is_some().then(Vec::new);
    let linker = Linker::new(file, sources, &config.read, diagnostics);
    let source = linker.sources().get(file);
    let document = Document::read(file, source, &config.read, linker.styles(), diagnostics)?;
    let links = linker.run(&document.roots, documents.as_mut(), diagnostics);
    let documents = documents.unwrap_or_default();
    let sources = &*sources;
    let source = sources.get(file);
    let package = Package::read(file, source, diagnostics);
    let mut graph = Graph::read(&document, &links, sources, diagnostics);
    let settings = Resolved::new(&config.settings, &graph, diagnostics);
    let attributes = config.settings.attributes();
    diagnostics.extend(attributes.filter_map(emit::check_attribute));
    if !diagnostics.has_errors() {
        graph.assumed = assume(&graph, &settings);
    }
    clock.end_of(Stage::Graph);
    let decided = |uses, diagnostics| Decided {
        graph: &graph,
        settings: &settings,
        uses,
        diagnostics,
    };
    if diagnostics.has_errors() {
        if let Some(ledger) = ledger {
            *ledger = Some(ledger::collect(&documents, decided(None, diagnostics)));
        }
        return None;
    }
    let mut uses = Uses::new(ledger.is_some());
    let model: Model = lower(&graph, &settings, &mut uses, diagnostics);
    clock.end_of(Stage::Lower);
    let names = Names::decide(&model, diagnostics);
    if let Some(ledger) = ledger {
        let decided = decided(Some(&uses), diagnostics);
        *ledger = Some(ledger::collect(&documents, decided));
    }
    let analysis = Analysis::of(&model);
    clock.end_of(Stage::Analyze);
    if diagnostics.has_errors() {
        return None;
    }
    let files: Vec<String> = sources.iter().map(|(_, source)| source.name()).collect();
    let publisher = Publisher::new(
        &graph,
        &settings,
        &model,
        &names,
        config.settings.schema_files,
    );
    let foreign = ForeignTypes::of(&model);
    let mut dependencies = foreign.dependencies(&model);
    dependencies.extend(config.settings.dependencies.iter().cloned());
    let context = Context {
        model: &model,
        names: &names,
        analysis: &analysis,
        constraints: &ConstraintWriter::new(&graph),
        sharing: publisher.sharing(),
        crate_ident: &package.info.name.replace('-', "_"),
        document: &files[file.index()],
        files: &files,
        replaced: &publisher.replaced(),
        dependencies: &dependencies,
        by_path: &BTreeSet::new(),
    };
    let mut tree = FileTree::new();
    let ids: Vec<TypeId> = model.own_types().map(|(id, _)| id).collect();
    let schemas = parallel::map(&ids, |id| publisher.schema(*id).text());
    for (id, text) in ids.iter().zip(schemas) {
        emit::put(&mut tree, publish::path(&names, *id), text);
    }
    if let Some(definitions) = publisher.shared_definitions() {
        emit::put(&mut tree, publish::SHARED.to_owned(), definitions.text());
    }
    clock.end_of(Stage::Publish);
    let about = emit::About {
        title: &package.title,
        description: package.description.as_deref(),
    };
    emit::emit(&context, &about, &mut tree);
    clock.end_of(Stage::Emit);
    pages::emit(&context, &package, &mut tree);
    clock.end_of(Stage::Pages);
    let types = model.own_types();
    let types = types.map(|(id, def)| TypeInfo::new(&context, &graph, file, id, def));
    Some(Crate {
        tree,
        types: types.collect(),
        ident: context.crate_ident.to_owned(),
        shares: !publisher.sharing().is_empty(),
        promises: settings.uniform(),
        foreign: foreign.checks(&context, |id| publisher.texts(id)),
        paths: links.paths,
    })
}

/// What the pipeline makes.
struct Crate {
    tree: FileTree,
    types: Vec<TypeInfo>,
    ident: String,
    /// Whether schemas share definitions.
    shares: bool,
    /// The choices that are the same for all types.
    promises: Overrides,
    /// The types of other crates, as expressions for the checks.
    foreign: Vec<String>,
    paths: Vec<PathBuf>,
}

/// A part of the work, as [`Generated::timings`] counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// The text of the document to values.
    Read,
    /// Values to schemas, references resolved.
    Graph,
    /// Schemas to the types of the model.
    Lower,
    /// Names, boxes, samples.
    Analyze,
    /// The JSON Schema of each type.
    Publish,
    /// The Rust of each type.
    Emit,
    /// The README, the manifest and the pages of documentation.
    Pages,
}

/// Measures stages from one end to the next.
struct Clock {
    last: Instant,
    timings: Vec<(Stage, Duration)>,
}

impl Clock {
    fn start() -> Self {
        Self {
            last: Instant::now(),
            timings: Vec::new(),
        }
    }

    fn end_of(&mut self, stage: Stage) {
        let now = Instant::now();
        self.timings.push((stage, now - self.last));
        self.last = now;
    }
}

/// The document that a path means.
fn find_document(path: &Path, diagnostics: &mut Diagnostics) -> Option<PathBuf> {
    if !path.is_dir() {
        return Some(path.to_owned());
    }
    let mut found: Vec<PathBuf> = std::fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.is_file()
                && path.extension().is_some_and(|extension| {
                    ["yaml", "yml", "json"]
                        .iter()
                        .any(|known| extension.eq_ignore_ascii_case(known))
                })
        })
        .collect();
    found.sort();
    match found.len() {
        1 => found.pop(),
        0 => {
            diagnostics.push(
                Diagnostic::error(
                    Code::NoSingleDocument,
                    SourceLocation::File(path.to_owned()),
                    "the folder has no document in it",
                )
                .help("put a `.yaml`, `.yml` or `.json` file into it, or name the file itself"),
            );
            None
        }
        _ => {
            let names: Vec<String> = found
                .iter()
                .map(|path| format!("`{}`", path.display()))
                .collect();
            diagnostics.push(
                Diagnostic::error(
                    Code::NoSingleDocument,
                    SourceLocation::File(path.to_owned()),
                    "the folder has several documents in it",
                )
                .note(format!("found {}", names.join(", ")))
                .help("name the one that is meant"),
            );
            None
        }
    }
}

/// A type of the generated crate.
#[derive(Debug, Clone)]
pub(crate) struct TypeInfo {
    /// Its path in the crate: its name, behind that of its module.
    pub path: String,
    /// Where its schema is in the document: a JSON Pointer.
    pub pointer: String,
    /// Whether it stands for all values of that schema.
    pub whole: bool,
    /// Whether it stands for all values of the schema at that place, whatever leads to it.
    pub stands_for_all: bool,
    /// Whether it is another name of a type.
    pub alias: bool,
}

impl TypeInfo {
    fn new(
        context: &Context<'_>,
        graph: &Graph<'_>,
        file: FileId,
        id: TypeId,
        def: &TypeDef,
    ) -> Self {
        let is_here = def.at.file == file;
        let stands_for_all = def.schema.is_whole() && is_here;
        Self {
            path: context.names[id].path.clone(),
            pointer: if is_here {
                def.at.pointer.to_string()
            } else {
                format!("{}#{}", context.file(def.at.file), def.at.pointer)
            },
            // What stands in another file, or depends on what leads to it, is no schema of the document.
            whole: stands_for_all && graph.stands_alone(&def.schema),
            stands_for_all,
            alias: matches!(def.kind, TypeKind::Alias(_)),
        }
    }
}

/// A crate in memory.
#[derive(Debug)]
pub struct Generated {
    pub(crate) tree: FileTree,
    pub(crate) types: Vec<TypeInfo>,
    pub(crate) crate_ident: String,
    pub(crate) shares: bool,
    pub(crate) promises: Overrides,
    pub(crate) foreign: Vec<String>,
    paths: Vec<PathBuf>,
    timings: Vec<(Stage, Duration)>,
    output: PathBuf,
    warnings: Report,
}

impl Generated {
    /// The files: their paths in the crate, with forward slashes, and their text.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.tree.iter()
    }

    /// The files that references led to, in the order in which they were read.
    pub fn other_documents(&self) -> impl Iterator<Item = &Path> {
        self.paths.iter().map(PathBuf::as_path)
    }

    /// The name of the type that stands for the schema at a place of the document, which a JSON
    /// Pointer (RFC 6901) names; `""` is the document itself. `None` where there is no schema, or
    /// one that needs no type of its own.
    #[must_use]
    pub fn type_at(&self, pointer: &str) -> Option<&str> {
        let mut types = self.types.iter();
        let found = types.find(|info| info.stands_for_all && info.pointer == pointer);
        found.map(|info| info.path.as_str())
    }

    /// What is worth knowing about the document, though it can be generated from.
    #[must_use]
    pub fn warnings(&self) -> &[Located] {
        &self.warnings.located
    }

    /// The warnings as a terminal shows them; empty if there are none.
    #[must_use]
    pub fn rendered_warnings(&self) -> &str {
        &self.warnings.rendered
    }

    /// How long each stage took, in the order in which they ran.
    #[must_use]
    pub fn timings(&self) -> &[(Stage, Duration)] {
        &self.timings
    }

    /// Writes the crate: the files that differ, and away with those that it no longer has.
    ///
    /// # Errors
    ///
    /// A file that was written by hand is in the way, or the disk refuses. The crate on disk is
    /// then what it was.
    pub fn write(&self) -> Result<Summary, Error> {
        files::write(&self.tree, &self.output).map_err(|error| self.write_error(&error))
    }

    /// How the crate on disk differs from this one.
    ///
    /// # Errors
    ///
    /// The crate on disk cannot be read.
    pub fn compare(&self) -> Result<Vec<Difference>, Error> {
        files::compare(&self.tree, &self.output).map_err(|error| self.write_error(&error))
    }

    fn write_error(&self, error: &WriteError) -> Error {
        let mut diagnostics = Diagnostics::new();
        let code = match error {
            WriteError::Blocked(_) => Code::ForeignFile,
            _ => Code::WriteFailed,
        };
        diagnostics.push(Diagnostic::error(
            code,
            SourceLocation::File(self.output.clone()),
            error.to_string(),
        ));
        Error(Report::new(&diagnostics, &Sources::new()))
    }
}

/// Diagnostics as data and as text.
#[derive(Debug, Clone)]
struct Report {
    located: Vec<Located>,
    rendered: String,
    coloured: String,
}

impl Report {
    fn new(diagnostics: &Diagnostics, sources: &Sources) -> Self {
        let resolver = Resolver::new(sources, diagnostics);
        Self {
            located: locate(diagnostics, &resolver),
            rendered: render(diagnostics, &resolver, Style::Plain),
            coloured: render(diagnostics, &resolver, Style::Coloured),
        }
    }
}

/// Why no crate was made or written. Its text is what a terminal shows: every problem with its
/// place in the document and what to do about it.
#[derive(Debug, Clone)]
pub struct Error(Report);

impl Error {
    /// The text with the colours of a terminal.
    #[must_use]
    pub fn coloured(&self) -> &str {
        &self.0.coloured
    }

    /// The problems, warnings included, in the order of their places.
    #[must_use]
    pub fn diagnostics(&self) -> &[Located] {
        &self.0.located
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.rendered)
    }
}

impl std::error::Error for Error {}
