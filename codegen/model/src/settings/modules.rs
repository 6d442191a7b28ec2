//! The modules of a generated crate.

/// Which public modules a crate has. Every named type is in a file of its own in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Modules {
    /// None: all types are in the root of the crate, and no two have the same name. Without a setting, that is so for one
    /// document.
    Flat,
    /// One for each file. The types of a single document are in the root of the crate. Types of different modules may have
    /// the same name. Without a setting, that is so for several documents.
    Files,
}
