//! The builder: paths, and the [settings](cratify_model::settings) of the types.

use std::panic::Location;
use std::path::{Path, PathBuf};

use crate::released::Head;
use cratify_model::settings::{Place, PlaceSettings, Settings};
use cratify_schema::ReadOptions;
use cratify_schema::diagnostic::{Diagnostic, SourceLocation};

mod choices;
mod derives;
mod document;
mod externs;
mod levels;
mod names;

/// Starts with the default settings: the schema in `schema`, the crate in `generated`.
#[must_use]
pub fn configure() -> Config {
    Config {
        schema: PathBuf::from("schema"),
        text: None,
        output: PathBuf::from("generated"),
        records: PathBuf::from("released"),
        release: None,
        module: None,
        read: ReadOptions::default(),
        settings: Settings::default(),
        location: None,
        settings_files: Vec::new(),
        faults: Vec::new(),
    }
}

/// The document, the output folder, and the settings.
#[derive(Debug, Clone)]
pub struct Config {
    pub(crate) schema: PathBuf,
    /// The text of the document, where no file has it.
    pub(crate) text: Option<String>,
    pub(crate) output: PathBuf,
    /// The folder of the records of releases.
    pub(crate) records: PathBuf,
    /// The release whose names hold, in the place of the last one in that folder.
    pub(crate) release: Option<Head>,
    /// The name of the module that a build script makes in the place of a crate.
    pub(crate) module: Option<String>,
    pub(crate) read: ReadOptions,
    pub(crate) settings: Settings,
    /// The location of the requests that follow, where that is not a line of a build script.
    pub(crate) location: Option<SourceLocation>,
    /// The files with settings.
    pub(crate) settings_files: Vec<PathBuf>,
    /// The mistakes in them.
    pub(crate) faults: Vec<Diagnostic>,
}

impl Config {
    /// The document to read: a file, or a folder with one `.yaml`, `.yml` or `.json` file in it.
    #[must_use]
    pub fn schema(mut self, path: impl AsRef<Path>) -> Self {
        path.as_ref().clone_into(&mut self.schema);
        self.read.further_documents.clear();
        self
    }

    /// Several documents of one API to read: each has a public module with the name of its file.
    ///
    /// ```no_run
    /// cratify::configure().schemas(["orders.yaml", "payments.yaml"])
    /// # ;
    /// ```
    ///
    /// A schema that documents refer to is one type: in the module of the document that has it, or of a file `common.yaml`. Equal
    /// copies of a schema are types of their own, because one of them may change. The data of the package, and overlays,
    /// belong to the first document. With [`Modules::Flat`](crate::Modules::Flat), all types are in the root of the crate.
    #[must_use]
    pub fn schemas(self, paths: impl IntoIterator<Item = impl AsRef<Path>>) -> Self {
        let mut paths = paths.into_iter();
        let Some(first) = paths.next() else {
            return self;
        };
        let mut config = self.schema(first);
        let further = paths.map(|path| path.as_ref().to_owned());
        config.read.further_documents.extend(further);
        config
    }

    /// The text of the document, for programs that have it from elsewhere than a file. The path names it in
    /// diagnostics, and references are relative to it.
    #[must_use]
    pub fn schema_text(mut self, path: impl AsRef<Path>, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self.schema(path)
    }

    /// Names the option of a command line that the settings after it come from: diagnostics point to it, in place of a
    /// line of the program.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .requested_by("--only Order")
    ///     .only(["Order"])
    /// # ;
    /// ```
    #[must_use]
    pub fn requested_by(mut self, option: impl Into<String>) -> Self {
        self.location = Some(SourceLocation::Option(option.into()));
        self
    }

    /// The document to read, or the first of several.
    #[must_use]
    pub fn schema_path(&self) -> &Path {
        &self.schema
    }

    /// How documents are read, for the proofs: `cratify_check::Document::read_with` takes the same options.
    #[must_use]
    pub fn read_options(&self) -> &ReadOptions {
        &self.read
    }

    /// The folder of the crate to write.
    #[doc(hidden)]
    #[must_use]
    pub fn output_path(&self) -> &Path {
        &self.output
    }

    /// The folder of the records of releases.
    #[doc(hidden)]
    #[must_use]
    pub fn records_path(&self) -> &Path {
        &self.records
    }

    /// The name of the module to make in the place of a crate.
    #[doc(hidden)]
    #[must_use]
    pub fn module_name(&self) -> Option<&str> {
        self.module.as_deref()
    }

    /// The overlays that are applied.
    #[doc(hidden)]
    #[must_use]
    pub fn overlay_paths(&self) -> &[PathBuf] {
        &self.read.overlays
    }

    /// The configuration for documents that were released: with the overlays of the release in the place of its own, and
    /// types for all schemas. The names come from the release, not from the folder of the records.
    #[doc(hidden)]
    #[must_use]
    pub fn for_released(mut self, overlays: Vec<PathBuf>, release: Head) -> Self {
        self.read.overlays = overlays;
        self.release = Some(release);
        self.settings.only = None;
        self
    }

    /// The files that are read beside the document and what it refers to: further documents, overlays, settings.
    #[doc(hidden)]
    pub fn other_inputs(&self) -> impl Iterator<Item = &Path> {
        let documents = self.read.further_documents.iter();
        let others = documents.chain(&self.read.overlays);
        others.chain(&self.settings_files).map(PathBuf::as_path)
    }

    /// The location of a request of a line of the build script.
    fn by(&self, caller: &'static Location<'static>) -> SourceLocation {
        self.location.clone().unwrap_or_else(|| caller.into())
    }

    /// The folder of the crate to write. Files in it that were written by hand are never touched.
    #[must_use]
    pub fn output(mut self, path: impl AsRef<Path>) -> Self {
        path.as_ref().clone_into(&mut self.output);
        self
    }

    /// The folder with the records of releases, which `cargo cratify release` writes: `released` by default. The names of the
    /// last of them [stay](Self::released_names). If the crate differs from it, and its version was not raised, a build
    /// warns.
    #[must_use]
    pub fn records(mut self, path: impl AsRef<Path>) -> Self {
        path.as_ref().clone_into(&mut self.records);
        self
    }

    /// Has a build script make a module of its own package in the place of a crate: the file `NAME.rs` in `OUT_DIR`.
    ///
    /// ```no_run
    /// cratify::configure().schema("api.yaml").module("shop")
    /// # ;
    /// ```
    ///
    /// The package takes it in where it likes:
    ///
    /// ```ignore
    /// pub mod shop {
    ///     include!(concat!(env!("OUT_DIR"), "/shop.rs"));
    /// }
    /// ```
    ///
    /// It needs the dependencies `serde` and `serde_json`. Strict reading and derived schemas are there if the package
    /// has the features `validate` and `schemars`, with the dependencies that a generated crate has for them.
    #[must_use]
    pub fn module(mut self, name: impl Into<String>) -> Self {
        self.module = Some(name.into());
        self
    }

    /// Applies an overlay to the document before anything else (OpenAPI Overlay 1.0 and 1.1), and further ones in the
    /// order of the calls.
    ///
    /// It is for a document that you do not edit, since somebody else sends it: the overlay adds `x-rust-name`, mends a
    /// schema, removes what you do not use. Diagnostics point to the overlay where a value comes from it. The proofs
    /// need the same overlays: `cratify_check::Document::read_with`.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .schema("schema/api.yaml")
    ///     .overlay("schema/overlay.yaml")
    /// # ;
    /// ```
    #[must_use]
    pub fn overlay(mut self, path: impl AsRef<Path>) -> Self {
        self.read.overlays.push(path.as_ref().to_owned());
        self
    }

    /// Lets references lead to files of this folder, and of the folders in it.
    ///
    /// A `$ref` to another file, such as `models/pet.yaml` or `common.yaml#/components/schemas/Id`,
    /// is relative to the file that it is in. Without this, only files in the folder of the document
    /// itself are read, whatever a `$ref` says. The network is never used.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .schema("api/orders.yaml")
    ///     .allow_references_to("common")
    /// # ;
    /// ```
    #[must_use]
    pub fn allow_references_to(mut self, folder: impl AsRef<Path>) -> Self {
        self.read
            .references
            .folders
            .push(folder.as_ref().to_owned());
        self
    }

    /// Reads URIs that start with the prefix as files of this folder.
    ///
    /// With the line below, `$ref: https://example.com/schemas/v1/pet.json` is the file
    /// `vendor/v1/pet.json`. The same goes for meta-schemas that `$schema` names.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .map_references("https://example.com/schemas/", "vendor")
    /// # ;
    /// ```
    #[must_use]
    pub fn map_references(mut self, prefix: impl Into<String>, folder: impl AsRef<Path>) -> Self {
        let mapped = (prefix.into(), folder.as_ref().to_owned());
        self.read.references.mapped.push(mapped);
        self
    }

    /// Settings for one place of the document and all that is in it.
    ///
    /// The place is given by the name of a schema (`Order`), by a member of one (`Order.status`,
    /// `Order.address.street`), or by a JSON Pointer (`#/components/schemas/Order/items`), which may
    /// lead to anything that has schemas in it. It has to be in the document: a place that is not is
    /// an error.
    ///
    /// These settings hold before the document's settings for the place, and both hold before the settings for
    /// everything. Of two places, one in the other, the inner one holds.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .at("Order.address", |place| place.untyped(cratify::Untyped::Literal))
    /// # ;
    /// ```
    #[must_use]
    #[track_caller]
    pub fn at(
        mut self,
        place: impl Into<String>,
        settings: impl FnOnce(PlaceSettings) -> PlaceSettings,
    ) -> Self {
        self.settings.places.push(Place {
            selector: place.into(),
            location: self.by(Location::caller()),
            settings: settings(PlaceSettings::default()),
        });
        self
    }
}
