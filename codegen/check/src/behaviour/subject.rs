//! The type that is examined.

use jsonschema::Validator;

use crate::Case;
use crate::schemas::document::Document;

/// A case with its published schema, read and compiled once.
pub(crate) struct Subject<'a> {
    pub(crate) case: &'a Case,
    pub(crate) doc: &'a Document<'a>,
    pub(crate) validator: &'a Validator,
}
