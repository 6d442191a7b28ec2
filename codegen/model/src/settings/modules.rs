//! The modules of a generated crate.

/// Which public modules a crate has. Every named type is in a file of its own in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Modules {
    /// None: all types are in the root of the crate, and no two have the same name.
    #[default]
    Flat,
    /// One for each file that references lead to, beside the types of the document itself, which are in
    /// the root of the crate. Types of different modules may have the same name.
    Files,
}
