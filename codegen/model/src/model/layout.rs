//! How the types of a crate are laid out in files.

/// Which source files the types of a crate are in, and which pages. The public items of a crate do not depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Layout {
    /// A file for each named schema, with the types of the inline schemas in it, and a page for each type.
    #[default]
    Separate,
    /// A file and a page for all types whose names begin with the same word, such as `PaymentMethod` and `PaymentStatus`. A new
    /// schema moves no other. Where [feature groups](crate::settings::FeatureGroups) select types, they select files, and each
    /// named schema has its own.
    Packed,
}
