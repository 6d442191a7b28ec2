//! How a type gets the traits of serde.

/// The implementations of serde's traits.
///
/// They read and write the same JSON, with the same errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum SerdeCode {
    /// Structs and newtypes derive both traits, and unions derive `Serialize`, by attributes that a reader of the code
    /// can see. Macros of the support code implement the rest: enums, constants, and the reading of unions.
    #[default]
    Derive,
    /// They are written out, in files of their own, and the crate depends on `serde` without its feature
    /// `derive`: no procedural macro is compiled, and the compiler has less to check. Attributes of serde
    /// cannot be requested.
    Written,
}
