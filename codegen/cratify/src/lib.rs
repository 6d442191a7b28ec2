//! Turns a description of data models (OpenAPI 3.x or JSON Schema, in YAML or JSON) into a Rust
//! crate that can be published.
//!
//! It is made for a build script:
//!
//! ```no_run
//! use std::process::ExitCode;
//!
//! fn main() -> ExitCode {
//!     cratify::configure()
//!         .schema("schema")
//!         .output("generated")
//!         .build()
//! }
//! ```
//!
//! [`Config::build`] reports to Cargo; [`Config::generate`] is the same work as a function, for other
//! programs. Both read the document, decide on the types, and make the crate in memory. They write only the
//! files that differ. An error in the document changes none of them.
//!
//! # Stages
//!
//! The work is a row of stages, each a function from finished values to new ones. `cratify_schema` reads,
//! `cratify_model` decides, `cratify_rust` writes. This is what [`Config::generate`] does with them, without
//! settings, files and timings:
//!
//! ```
//! use std::collections::BTreeSet;
//!
//! use cratify_model::{analyze::{Analysis, Groups}, forms, lower, names::{Lock, Names}, package::Package, settings};
//! use cratify_rust::{emit, pages, publish, tree::FileTree};
//! use cratify_schema::diagnostic::Diagnostics;
//! use cratify_schema::source::{Source, Sources};
//! use cratify_schema::{ReadOptions, document, graph, link, parse, upgrade};
//!
//! let text = r#"
//! openapi: 3.0.3
//! info: { title: Shop, version: 1.0.0, license: { name: MIT } }
//! components:
//!   schemas:
//!     Item: { type: object, required: [price], properties: { price: { type: integer } } }
//!     Order: { type: array, items: { $ref: '#/components/schemas/Item' } }
//! "#;
//! let mut diagnostics = Diagnostics::new();
//! let mut sources = Sources::new();
//!
//! // Read: text to a graph of schemas.
//! let source = Source::parse("shop.yaml".into(), text.to_owned(), &mut diagnostics).unwrap();
//! let options = ReadOptions::default();
//! let documents = document::read(source, &options, &mut sources, &mut diagnostics).unwrap();
//! let linked = link::link(documents, &mut sources, &mut diagnostics);
//! let documents = upgrade::upgrade(linked, &sources, &mut diagnostics);
//! diagnostics.locate_by(documents.locations());
//! let schemas = parse::parse(&documents, &mut diagnostics);
//! let graph = graph::resolve(schemas, &documents, &mut diagnostics);
//!
//! // Decide: the graph to a model of the crate.
//! let root = documents.root_file();
//! let package = Package::read(root, sources.get(root), &mut diagnostics);
//! let settings = settings::Settings::default();
//! let settings = settings::Resolved::new(&settings, &graph, &mut diagnostics);
//! let (graph, settings) = forms::split(graph, settings, &diagnostics);
//! let mut usage_log = lower::UsageLog::new(false);
//! let model = lower::lower(&graph, &settings, &mut usage_log, &mut diagnostics);
//! let lock = Lock::default();
//! let names = Names::decide(&model, &lock, &mut diagnostics);
//! let analysis = Analysis::of(&model, lock.kept());
//! assert!(!diagnostics.has_errors());
//!
//! // Write: the model to files.
//! let schema_files = settings::SchemaFiles::default();
//! let publisher = publish::Publisher::new(&graph, &model, &names, schema_files);
//! let context = emit::Context {
//!     model: &model,
//!     names: &names,
//!     analysis: &analysis,
//!     groups: &Groups::default(),
//!     constraints: &publish::ConstraintWriter::new(&graph, &model.assumed),
//!     sharing: publisher.sharing(),
//!     crate_ident: "shop",
//!     document: "shop.yaml",
//!     files: &["shop.yaml".to_owned()],
//!     locations: &documents.locations(),
//!     schema_texts: &publisher.texts_without_file(),
//!     dependencies: &[],
//!     arbitrary: settings::Arbitrary::default(),
//!     by_path: &BTreeSet::new(),
//! };
//! let mut tree = FileTree::new();
//! for (id, _) in model.own_types().filter(|(_, def)| publish::has_file(def)) {
//!     let schema = publisher.schema(id).text();
//!     emit::put(&mut tree, publish::path(&names, id), schema);
//! }
//! let info = emit::DocumentInfo { title: "Shop", description: None };
//! emit::emit(&context, &info, &mut tree);
//! pages::emit(&context, &package, &mut tree);
//!
//! let (_, order) = tree.iter().find(|(path, _)| *path == "src/order.rs").unwrap();
//! assert!(order.contains("pub struct Order(pub Vec<Item>);"));
//! ```

mod build;
mod checks;
mod config;
mod decisions;
mod files;
mod find;
mod generated;
mod last_run;
mod ledger;
mod pipeline;
#[doc(hidden)]
pub mod released;
mod report;
#[cfg(feature = "toml")]
mod settings_file;
mod stage;
mod surroundings;
mod watch;

pub use config::{Config, configure};
pub use cratify_model::package::Dependency;
pub use cratify_model::package::X_CRATE_MEMBERS;
pub use cratify_model::settings::{
    Arbitrary, BoxedBranches, DocumentSetting, ExternType, FeatureGroups, Formats, Forms,
    Inheritance, InlineTypes, Kind, Layout, MapKeys, MapType, Modules, NullMembers, PlaceSettings,
    ReleasedNames, SchemaFiles, SerdeCode, UnknownBranches, UnknownMembers, UnknownValues,
    Unresolved, Unstable, Untyped, document_settings,
};
#[doc(hidden)]
pub use cratify_schema::diagnostic::closest;
pub use cratify_schema::diagnostic::{Code, Severity};
pub use cratify_schema::report::Located;
#[doc(hidden)]
pub use cratify_schema::report::forms;
pub use cratify_schema::{JsonSchema, Operations};
pub use decisions::Decisions;
pub use files::{Difference, Summary};
pub use generated::Generated;
pub use ledger::{Entry, Ledger, Outcome};
pub use report::Error;
#[cfg(feature = "toml")]
pub use settings_file::settings_schema;
pub use stage::Stage;
pub use surroundings::requirements_agree;
