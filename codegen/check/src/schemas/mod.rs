//! Schemas as the checks read them: dialects, branches, and the places that may grow.

pub(crate) mod branches;
pub(crate) mod dialect;
pub(crate) mod growth;
pub(crate) mod whole;
