//! The prefix and the suffix of all type names.

/// The prefix and the suffix of all type names; empty by default.
#[derive(Debug, Clone, Default)]
pub struct Affixes {
    /// The prefix.
    pub prefix: String,
    /// The suffix.
    pub suffix: String,
}
