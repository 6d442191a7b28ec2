//! Sets the settings for the document as a whole: its dialect, the schemas that become types, how they are published.

use std::panic::Location;

use cratify_model::settings::{Arbitrary, FeatureGroups, Layout, Only, SchemaFiles};
use cratify_schema::{JsonSchema, Operations};

use super::Config;

impl Config {
    /// Makes types for the schemas of operations as well: of `paths`, `webhooks` and callbacks, and
    /// of the `components` that operations share.
    ///
    /// A type is named after its operation, by `operationId` or else by method and path, and its role
    /// there: `createPet` has a `CreatePetRequest`, a `CreatePetResponse` (of the first status
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
        self.read.operations = operations;
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

    /// Which source files the types are in.
    ///
    /// A large API has hundreds of types. With a file for each, the folder `src` is a list too long to read; packed, it
    /// has the words that the API is about. Nothing that users of the crate can name depends on it.
    ///
    /// ```no_run
    /// cratify::configure().layout(cratify::Layout::Packed)
    /// # ;
    /// ```
    #[must_use]
    pub fn layout(mut self, layout: Layout) -> Self {
        self.settings.layout = layout;
        self
    }

    /// Divides the types into features of the crate, so that its users compile only the types that they need.
    ///
    /// The feature `full` has all types and is on by default. Without it, `features = ["pets"]` compiles the types of
    /// the operations with the tag `Pets`, and what these lead to.
    ///
    /// ```no_run
    /// cratify::configure().feature_groups(cratify::FeatureGroups::Operations)
    /// # ;
    /// ```
    #[must_use]
    pub fn feature_groups(mut self, groups: FeatureGroups) -> Self {
        self.settings.feature_groups = groups;
        self.read.follows_operations = groups == FeatureGroups::Operations;
        self
    }

    /// Whether the crate has the feature `arbitrary`, by which values of its types are made of bytes: valid ones, for
    /// tests with random values and for fuzzing.
    ///
    /// ```no_run
    /// cratify::configure().arbitrary(cratify::Arbitrary::Feature)
    /// # ;
    /// ```
    ///
    /// The manifest then has the optional dependencies `arbitrary` and `regex-syntax`.
    #[must_use]
    pub fn arbitrary(mut self, arbitrary: Arbitrary) -> Self {
        self.settings.arbitrary = arbitrary;
        self
    }

    /// The dialect of a JSON Schema without `$schema`: 2020-12 by default.
    ///
    /// ```no_run
    /// cratify::configure().default_dialect(cratify::JsonSchema::Draft7)
    /// # ;
    /// ```
    #[must_use]
    pub fn default_dialect(mut self, dialect: JsonSchema) -> Self {
        self.read.dialect = dialect;
        self
    }

    /// Makes types for these schemas and for the schemas that they need, and for no others.
    ///
    /// A schema is given by its name, or by a JSON Pointer; a pointer to what has named schemas in it
    /// means all of these. A name that the document does not have is an error. Several calls add up.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .only(["Order", "#/components/schemas/Invoice"])
    /// # ;
    /// ```
    ///
    /// A schema needs the schemas that it refers to, directly or not. The document is checked as a whole
    /// all the same.
    #[must_use]
    #[track_caller]
    pub fn only(mut self, schemas: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let location = self.by(Location::caller());
        let only = self.settings.only.get_or_insert_with(|| Only {
            selectors: Vec::new(),
            location,
        });
        only.selectors.extend(schemas.into_iter().map(Into::into));
        self
    }
}
