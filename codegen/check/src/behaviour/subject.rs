//! Calls the functions of the type that is examined.

use jsonschema::Validator;

use crate::Case;
use crate::schemas::whole::WholeSchema;

/// A case with its published schema, read and compiled once.
pub(crate) struct Subject<'a> {
    pub(crate) case: &'a Case,
    pub(crate) doc: &'a WholeSchema<'a>,
    pub(crate) validator: &'a Validator,
}
