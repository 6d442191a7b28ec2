//! Settings of a document as a whole: which of its schemas become types, how they are spelled, and how
//! they are published.

use crate::config::Config;

/// Which schemas of operations become types, beside those that the document names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Operations {
    /// None, unless the document names no schemas at all: then those of bodies or, where no body has
    /// any, those of parameters and headers.
    #[default]
    None,
    /// Those of the bodies of requests and responses.
    Bodies,
    /// Those of bodies, parameters and headers.
    All,
}

/// How the JSON Schemas of types are published: what the files of the folder `schema` have in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum SchemaFiles {
    /// Complete, unless that comes to more than 16 MiB: then shared.
    #[default]
    Automatic,
    /// Each schema is complete in itself: what it refers to is in it, under `$defs`.
    Complete,
    /// What schemas refer to is in one file, `shared-definitions.schema.json`, and in the constant
    /// `DEFINITIONS` of the crate.
    Shared,
}

/// A dialect of JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum JsonSchema {
    /// Draft-04.
    Draft4,
    /// Draft-06.
    Draft6,
    /// Draft-07.
    Draft7,
    /// Draft 2019-09.
    Draft201909,
    /// Draft 2020-12.
    #[default]
    Draft202012,
}

impl Config {
    /// Makes types for the schemas of operations as well: of `paths`, `webhooks` and callbacks, and
    /// of the `components` that operations share.
    ///
    /// A type is named after its operation, by `operationId` or else by method and path, and what it
    /// is there: `createPet` has a `CreatePetRequest`, a `CreatePetResponse` (that of the first status
    /// that means success), a `CreatePet404Response`, a `CreatePetLimitParam`, a
    /// `CreatePetXRateLimitHeader`. A schema that only refers to another one has no type of its own;
    /// equal schemas of one operation (of several media types, of several statuses) have one.
    ///
    /// ```no_run
    /// cratify::configure().operations(cratify::Operations::Bodies)
    /// # ;
    /// ```
    #[must_use]
    pub fn operations(mut self, operations: Operations) -> Self {
        self.settings.operations = operations;
        self
    }

    /// How the JSON Schemas of types are published.
    ///
    /// Schemas that refer to each other all over a large document would each have most of the others
    /// in them; then it is better that they share their definitions.
    ///
    /// ```no_run
    /// cratify::configure().schema_files(cratify::SchemaFiles::Shared)
    /// # ;
    /// ```
    #[must_use]
    pub fn schema_files(mut self, files: SchemaFiles) -> Self {
        self.settings.schema_files = files;
        self
    }

    /// The dialect of a JSON Schema without `$schema`: 2020-12 unless said otherwise.
    ///
    /// ```no_run
    /// cratify::configure().default_dialect(cratify::JsonSchema::Draft7)
    /// # ;
    /// ```
    #[must_use]
    pub fn default_dialect(mut self, dialect: JsonSchema) -> Self {
        self.settings.dialect = dialect;
        self
    }
}
