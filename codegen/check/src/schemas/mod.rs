//! Schemas as the checks read them: documents, dialects, branches, and the places that may grow.

pub(crate) mod branches;
pub(crate) mod dialect;
pub(crate) mod document;
pub(crate) mod growth;
