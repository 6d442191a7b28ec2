//! What the reader has to be told beside the document.

use crate::document::Allowed;

/// How documents are read.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The files that references may lead to, beside those in the folder of the document.
    pub references: Allowed,
    /// The dialect of a JSON Schema that names none.
    pub dialect: JsonSchema,
    /// The schemas of operations that count as named schemas.
    pub operations: Operations,
}

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
