//! The decisions of a run as values, for programs that compare two versions of a document.

use std::sync::Arc;

use cratify_model::analyze::Analysis;
use cratify_model::model::Model;
use cratify_model::names::{Names, Released};
use cratify_model::package::Package;
use cratify_rust::publish::{Bundle, Languages};
use cratify_schema::LocationMaps;
use cratify_schema::source::{FileId, Sources, Value};

/// The documents that a run has read, and its decisions.
#[derive(Debug)]
pub struct Decisions {
    /// The text of the documents, and their values as written.
    pub sources: Arc<Sources>,
    /// The root document.
    pub root: FileId,
    /// The documents in JSON Schema 2020-12, in the order of their files.
    pub documents: Vec<Value>,
    /// The locations, as written, of what the upgrade has moved.
    pub locations: Arc<LocationMaps>,
    /// The types.
    pub model: Model,
    /// The names of the types and of their parts.
    pub names: Names,
    /// The boxes and the constructors of the types.
    pub analysis: Analysis,
    /// The data of the package.
    pub package: Package,
    /// The published schemas.
    pub published: Bundle,
    /// The values that each type accepts, writes and reads.
    pub languages: Languages,
}

impl Decisions {
    /// The names, the boxes and the constructors, as the record of a release has them.
    #[must_use]
    pub fn released_names(&self) -> Released {
        let analysis = &self.analysis;
        let needs_box = |id, member| analysis.needs_box(id, member);
        Released::of(&self.model, &self.names, needs_box, |id| {
            analysis.constructor(id)
        })
    }
}
