//! Enums of values: `enum` and `const`.

use super::{Docs, Requested};
use cratify_schema::source::Value;

/// A string `enum` or `const`.
#[derive(Debug, Clone)]
pub struct StringEnum {
    /// The values, in document order.
    pub values: Vec<EnumValue<String>>,
    /// What becomes of other strings.
    pub unlisted: Unlisted,
}

/// An `enum` or `const` with other values than strings.
#[derive(Debug, Clone)]
pub struct ValueEnum {
    /// The values, in document order.
    pub values: Vec<EnumValue<Value>>,
    /// What all values are.
    pub repr: ValueRepr,
    /// What becomes of other values.
    pub unlisted: Unlisted,
}

/// What becomes of a value that an enum does not list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unlisted {
    /// The schema itself accepts it, and the variant `Unknown` keeps it.
    Allowed,
    /// The schema does not know it: the variant `Unknown` keeps it, which is none of the schema's.
    Kept,
    /// Reading fails.
    Refused,
}

/// What the values of a [`ValueEnum`] have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueRepr {
    /// They are integers that `i64` holds.
    Integer,
    /// Nothing.
    Mixed,
}

/// One value of an enum.
#[derive(Debug, Clone)]
pub struct EnumValue<T> {
    /// The value in JSON.
    pub value: T,
    /// The name that the document gives it (`x-enum-varnames`, or the `title` of a branch).
    pub name: Option<String>,
    /// The Rust name that is asked for.
    pub rename: Option<Requested>,
    /// Attributes that are asked for.
    pub attributes: Vec<String>,
    /// What the document says of it.
    pub docs: Docs,
}
