//! The prefix and the suffix of all type names.

/// What the names of all types start and end with; empty where nothing is requested.
#[derive(Debug, Clone, Default)]
pub struct Affixes {
    /// The prefix.
    pub prefix: String,
    /// The suffix.
    pub suffix: String,
}
