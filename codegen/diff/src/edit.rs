//! Turns both versions of a place into fingerprints, which tell one edit from another.

use cratify_schema::text::fingerprint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The fingerprints of what stands at a place in both versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// In the old version; [`NONE`] if there is nothing.
    pub old: String,
    /// In the new version; [`NONE`] if there is nothing.
    pub new: String,
}

/// The word for the fingerprint of nothing.
pub const NONE: &str = "none";

impl Default for Edit {
    /// Nothing on either side.
    fn default() -> Self {
        Self::of([None, None])
    }
}

impl Edit {
    /// The fingerprints of two values.
    pub(crate) fn of(values: [Option<Value>; 2]) -> Self {
        let [old, new] = values.map(|value| match value {
            Some(value) => format!("{:016x}", fingerprint(&value.to_string())),
            None => NONE.to_owned(),
        });
        Self { old, new }
    }
}
