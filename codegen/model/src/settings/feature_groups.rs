//! The features of a generated crate that select types.

/// Whether the types of a crate are divided into features, so that its users compile only the types that they need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum FeatureGroups {
    /// No: every build has all types.
    #[default]
    None,
    /// A feature for each tag of the document's operations, with all types that these operations lead to.
    /// Operations without a tag are grouped by the first word of their path.
    Operations,
    /// A feature for each named schema, with all types that it leads to.
    Schemas,
}
