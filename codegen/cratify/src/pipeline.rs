//! Turns the path of a document into the files of a crate, in memory, by all stages in a row.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::config::Config;
use crate::decisions::{self, Decisions};
use crate::find::find_document;
use crate::generated::{Content, Generated, TypeInfo, references};
use crate::ledger::{self, Decided, Ledger};
use crate::released::{self, Head};
use crate::report::{Error, Report};
use crate::stage::{Clock, Stage};
use cratify_model::analyze::{Analysis, Groups, report_contradictions};
use cratify_model::forms;
use cratify_model::ident::crate_ident;
use cratify_model::lower::{UsageLog, lower};
use cratify_model::model::{Model, TypeId};
use cratify_model::names::{Lock, Names, Released};
use cratify_model::package::Package;
use cratify_model::settings::{FeatureGroups, ReleasedNames, Resolved};
use cratify_rust::emit::{self, Context, ExternTypes};
use cratify_rust::package::{self as crate_package, Features};
use cratify_rust::pages;
use cratify_rust::parallel;
use cratify_rust::publish::{self, ConstraintWriter, Languages, Publisher};
use cratify_rust::tree::FileTree;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics};
use cratify_schema::document;
use cratify_schema::graph::resolve;
use cratify_schema::link::{Linked, link};
use cratify_schema::parse::parse;
use cratify_schema::source::{FileId, Source, Sources};
use cratify_schema::upgrade::upgrade;

impl Config {
    /// Reads the document and makes the crate, in memory.
    ///
    /// # Errors
    ///
    /// Every problem of the document, with its source location. Nothing is written then.
    pub fn generate(&self) -> Result<Generated, Error> {
        parallel::on_deep_stack(|| self.run(Wanted::default()))
    }

    /// The crate for a build, held against the last release.
    pub(crate) fn generate_for_build(&self) -> Result<Generated, Error> {
        let wanted = Wanted {
            is_build: true,
            ..Wanted::default()
        };
        parallel::on_deep_stack(|| self.run(wanted))
    }

    /// The crate as [`generate`](Self::generate) makes it, with the decisions that led to it.
    ///
    /// # Errors
    ///
    /// As for [`generate`](Self::generate).
    pub fn decide(&self) -> Result<(Generated, Decisions), Error> {
        let mut decisions = None;
        let wanted = Wanted {
            decisions: Some(&mut decisions),
            ..Wanted::default()
        };
        let generated = parallel::on_deep_stack(|| self.run(wanted))?;
        let decisions = decisions.unwrap_or_else(|| unreachable!("they were asked for"));
        Ok((generated, decisions))
    }

    /// The outcome of every keyword of the document, as it is written there.
    ///
    /// A document with errors has a ledger as well: keywords with errors are
    /// [refused](crate::Outcome::Refused), and little is decided about the others.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is not a document of schemas.
    pub fn ledger(&self) -> Result<Ledger, Error> {
        let mut ledger = None;
        let wanted = Wanted {
            ledger: Some(&mut ledger),
            ..Wanted::default()
        };
        let generated = parallel::on_deep_stack(|| self.run(wanted));
        match (ledger, generated) {
            (Some(ledger), _) => Ok(ledger),
            (None, Err(error)) => Err(error),
            (None, Ok(_)) => unreachable!("what is generated has a ledger if it was asked for"),
        }
    }

    /// The features that select types. A module has the features of its package.
    fn groups(&self) -> FeatureGroups {
        match self.module {
            Some(_) => FeatureGroups::None,
            None => self.settings.feature_groups,
        }
    }

    fn source(&self, diagnostics: &mut Diagnostics) -> Option<Source> {
        if let Some(text) = &self.text {
            return Source::parse(self.schema.clone(), text.clone(), diagnostics);
        }
        let path = find_document(&self.schema, &self.read.overlays, diagnostics)?;
        Source::read(&path, diagnostics)
    }

    /// The last release, with the file of its record.
    fn last_release(&self, diagnostics: &mut Diagnostics) -> Option<(PathBuf, Head)> {
        if let Some(head) = &self.release {
            return Some((PathBuf::new(), head.clone()));
        }
        match released::last(&self.records) {
            Ok(last) => last,
            Err((path, reason)) => {
                let unreadable = released::unreadable(path, &reason, self.keeps_names());
                diagnostics.push(unreadable);
                None
            }
        }
    }

    /// Whether the names of the last release hold.
    fn keeps_names(&self) -> bool {
        self.release.is_some() || self.settings.released_names == ReleasedNames::Keep
    }

    /// The names that hold: the names of the last release of this crate.
    fn names_that_hold(&self, last: Option<&Head>, package: &Package) -> Released {
        let last = last.filter(|last| last.package == package.info.name && self.keeps_names());
        last.map(|last| last.names.clone()).unwrap_or_default()
    }

    fn run(&self, mut wanted: Wanted<'_>) -> Result<Generated, Error> {
        let mut diagnostics = Diagnostics::new();
        diagnostics.extend(self.faults.iter().cloned());
        if diagnostics.has_errors() {
            return Err(Error(Report::new(&diagnostics, &Sources::new())));
        }
        let last = self.last_release(&mut diagnostics);
        let mut sources = Sources::new();
        let mut clock = Clock::start();
        let source = self.source(&mut diagnostics);
        clock.end_of(Stage::Read);
        let linked = source.and_then(|source| {
            let documents = document::read(source, &self.read, &mut sources, &mut diagnostics)?;
            Some(link(documents, &mut sources, &mut diagnostics))
        });
        let sources = Arc::new(sources);
        let content = linked.and_then(|linked| {
            let diagnostics = &mut diagnostics;
            let wanted = &mut wanted;
            let last = last.as_ref().map(|(_, last)| last);
            generate(
                linked,
                self,
                last,
                &sources,
                &mut clock,
                wanted,
                diagnostics,
            )
        });
        // A module is part of another crate, which has releases of its own.
        if wanted.is_build
            && self.module.is_none()
            && let (Some(last), Some(content)) = (&last, &content)
        {
            let (package, tree) = (&content.package, &content.tree);
            diagnostics.extend(released::check(last, package, tree));
        }
        self.settings.levels.apply(&mut diagnostics, &sources);
        let report = Report::new(&diagnostics, &sources);
        match content {
            Some(content) if !diagnostics.has_errors() => Ok(Generated {
                content,
                timings: clock.timings,
                output: self.output.clone(),
                warnings: report,
                levels: self.settings.levels.clone(),
            }),
            _ => Err(Error(report)),
        }
    }
}

/// The results of a run beside the files.
#[derive(Default)]
struct Wanted<'w> {
    ledger: Option<&'w mut Option<Ledger>>,
    decisions: Option<&'w mut Option<Decisions>>,
    /// Whether a warning tells of a version that should be a later one.
    is_build: bool,
}

/// The pipeline from the linked documents on. `None` if a stage cannot go on; the reasons are among the diagnostics.
#[expect(clippy::too_many_lines, reason = "all stages in their order")]
fn generate(
    linked: Linked,
    config: &Config,
    last: Option<&Head>,
    sources: &Arc<Sources>,
    clock: &mut Clock,
    wanted: &mut Wanted<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Content> {
    // Read: linked documents to a graph of schemas.
    let documents = upgrade(linked, sources, diagnostics);
    diagnostics.locate_by(documents.locations());
    let schemas = parse(&documents, diagnostics);
    let graph = resolve(schemas, &documents, diagnostics);
    let root = documents.root_file();
    let package = read_package(root, sources.get(root), config, diagnostics);
    let settings = Resolved::new(&config.settings, &graph, diagnostics);
    let attributes = config.settings.attributes();
    diagnostics.extend(attributes.filter_map(emit::check_attribute));
    let (graph, settings) = forms::split(graph, settings, diagnostics);
    clock.end_of(Stage::Graph);
    let account = |ledger: &mut Option<Ledger>, usage_log, diagnostics: &_| {
        let decided = Decided {
            graph: &graph,
            settings: &settings,
            usage_log,
            diagnostics,
        };
        *ledger = Some(ledger::collect(&documents, decided));
    };
    if diagnostics.has_errors() {
        if let Some(ledger) = &mut wanted.ledger {
            account(ledger, None, diagnostics);
        }
        return None;
    }

    // Decide: the graph to a model of the crate.
    let mut usage_log = UsageLog::new(wanted.ledger.is_some());
    let model = lower(&graph, &settings, &mut usage_log, diagnostics);
    clock.end_of(Stage::Lower);
    let attributes = config.settings.attributes();
    diagnostics.extend(emit::check_serde_attributes(&model, attributes));
    let released = config.names_that_hold(last, &package);
    let lock = Lock::of(&model, &released);
    let names = Names::decide(&model, &lock, diagnostics);
    if let Some(ledger) = &mut wanted.ledger {
        account(ledger, Some(&usage_log), diagnostics);
    }
    let analysis = Analysis::of(&model, lock.kept());
    report_contradictions(&model, &graph, diagnostics);
    let operations = || documents.operation_groups();
    let groups = Groups::of(config.groups(), &model, &graph, operations, diagnostics);
    clock.end_of(Stage::Analyze);
    if diagnostics.has_errors() {
        return None;
    }

    // Write: the model to files.
    let files = config.settings.schema_files;
    let publisher = Publisher::new(&graph, &model, &names, files);
    let extern_types = ExternTypes::of(&model);
    let mut dependencies = extern_types.dependencies(&model);
    dependencies.extend(config.settings.dependencies.iter().cloned());
    let files: Vec<String> = sources.iter().map(|(_, source)| source.name()).collect();
    let context = Context {
        model: &model,
        names: &names,
        analysis: &analysis,
        groups: &groups,
        constraints: &ConstraintWriter::new(&graph, &model.assumed),
        sharing: publisher.sharing(),
        crate_ident: &crate_ident(&package.info.name),
        document: &listed(documents.root_files(), &files),
        files: &files,
        locations: &documents.locations(),
        schema_texts: &publisher.texts_without_file(),
        dependencies: &dependencies,
        arbitrary: config.settings.arbitrary,
        by_path: &BTreeSet::new(),
    };
    let mut tree = FileTree::new();
    publish_schemas(&publisher, &model, &names, &mut tree);
    clock.end_of(Stage::Publish);
    emit::emit(&context, &document_info(&package), &mut tree);
    clock.end_of(Stage::Emit);
    pages::emit(&context, &package, &mut tree);
    clock.end_of(Stage::Pages);
    let content = Content {
        tree,
        types: TypeInfo::all(&context, &graph),
        ident: context.crate_ident.to_owned(),
        package: package.clone(),
        shares: !publisher.sharing().is_empty(),
        promises: settings.uniform(),
        extern_types: extern_types.checks(&context, |id| publisher.texts(id)),
        dependencies: crate_package::dependencies(
            Features::of(&model, context.arbitrary),
            &dependencies,
        ),
        features: crate_package::type_features(&groups),
        references: references(&context),
        opened: documents.opened().to_vec(),
        lacks_files: documents.lacks_files(),
    };
    if let Some(decisions) = &mut wanted.decisions {
        **decisions = Some(Decisions {
            published: publisher.bundle(),
            languages: Languages::of(&publisher, context.constraints),
            documents: documents.roots().map(|(_, root)| root.clone()).collect(),
            root,
            locations: documents.locations(),
            sent: documents.sent().map(|sent| decisions::sent(&sent, &graph)),
            sources: Arc::clone(sources),
            package,
            names,
            analysis,
            model,
        });
    }
    Some(content)
}

/// The names of files, in a row.
fn listed(files: &[FileId], names: &[String]) -> String {
    let names = files.iter().map(|file| names[file.index()].as_str());
    names.collect::<Vec<_>>().join(", ")
}

/// The data of the package. A module is not published, so missing data for a manifest is not reported.
fn read_package(
    root: FileId,
    source: &Source,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Package {
    let mut of_package = Diagnostics::new();
    let package = Package::read(root, source, &mut of_package);
    let concerns =
        |one: &Diagnostic| config.module.is_none() || one.code != Code::MissingPackageData;
    diagnostics.extend(of_package.into_iter().filter(concerns));
    package
}

/// The data of the document in the documentation of the crate.
fn document_info(package: &Package) -> emit::DocumentInfo<'_> {
    emit::DocumentInfo {
        title: &package.title,
        description: package.description.as_deref(),
    }
}

/// Adds the JSON Schema of each type.
fn publish_schemas(publisher: &Publisher<'_>, model: &Model, names: &Names, tree: &mut FileTree) {
    let types = model.own_types();
    let types = types.filter(|(_, def)| publish::has_file(def));
    let ids: Vec<TypeId> = types.map(|(id, _)| id).collect();
    let schemas = parallel::map(&ids, |id| publisher.schema(*id).text());
    for (id, text) in ids.iter().zip(schemas) {
        emit::put(tree, publish::path(names, *id), text);
    }
    if let Some(definitions) = publisher.shared_definitions() {
        emit::put(tree, publish::SHARED.to_owned(), definitions.text());
    }
}
