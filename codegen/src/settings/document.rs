//! Settings of a document as a whole: which of its schemas become types, and how they are spelled.

use crate::config::Config;

/// Which schemas of operations become types, beside those that the document names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Operations {
    /// None.
    #[default]
    None,
    /// Those of the bodies of requests and responses.
    Bodies,
    /// Those of bodies, parameters and headers.
    All,
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
