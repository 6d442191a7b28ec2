//! Options for reading documents.

use std::path::PathBuf;

/// How documents are read.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// Further documents of the same API. Their named schemas count like the named schemas of the root document.
    pub further_documents: Vec<PathBuf>,
    /// The files that references may lead to, beside those in the folders of the documents.
    pub references: AllowedFiles,
    /// The overlays of the root document, in the order in which they are applied.
    pub overlays: Vec<PathBuf>,
    /// The dialect of a JSON Schema without `$schema`.
    pub dialect: JsonSchema,
    /// The schemas of operations that count as named schemas.
    pub operations: Operations,
    /// Whether references of operations are followed into other files even if none of their schemas counts as named: the
    /// operations there have tags.
    pub follows_operations: bool,
}

/// The files that references may lead to.
#[derive(Debug, Clone, Default)]
pub struct AllowedFiles {
    /// Folders beside the folder of the root document.
    pub folders: Vec<PathBuf>,
    /// Prefixes of URIs, and the folder for each.
    pub mapped: Vec<(String, PathBuf)>,
}

/// Which schemas of operations become types, beside the named schemas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Operations {
    /// None. If the document names no schemas at all: the schemas of bodies or, if bodies have none, the schemas of
    /// parameters and headers.
    #[default]
    None,
    /// The schemas of the bodies of requests and responses.
    Bodies,
    /// The schemas of bodies, parameters and headers.
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
