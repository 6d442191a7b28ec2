//! Two sides to the list of structural changes: the kind of each, its place on both sides, the types that it reaches.

use crate::{Location, Side, Verdicts};

/// One change of a schema.
#[derive(Debug, Clone)]
pub struct Change {
    /// The kind of change, which stays the same from version to version: `member-optional-added-open`.
    pub id: &'static str,
    /// The schema whose own text has changed, as the document names it.
    pub schema: String,
    /// The place on the old side; `None` if there is none.
    pub old: Option<Location>,
    /// The place on the new side; `None` if there is none.
    pub new: Option<Location>,
    /// The change, in words.
    pub text: String,
    /// The types that contain values of the schema, by their names on the new side.
    pub reached: Vec<String>,
    /// The verdicts for this change alone.
    pub verdicts: Verdicts,
}

/// All changes, in the order of the new document; what is gone comes last.
pub fn compare(_old: &Side, _new: &Side) -> Vec<Change> {
    Vec::new()
}
