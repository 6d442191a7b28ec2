//! Enums of values: `enum` and `const`.

use super::{Docs, Requested};
use cratify_schema::source::Value;
use serde_json::Number;

/// A string `enum` or `const`.
#[derive(Debug, Clone)]
pub struct StringEnum {
    /// The values, in document order.
    pub values: Vec<EnumValue<String>>,
    /// The treatment of other strings.
    pub unlisted: Unlisted,
}

/// An `enum` or `const` with other values than strings.
#[derive(Debug, Clone)]
pub struct ValueEnum {
    /// The values, in document order.
    pub values: Vec<EnumValue<Value>>,
    /// The common type of all values.
    pub repr: ValueRepr,
    /// The treatment of other values.
    pub unlisted: Unlisted,
}

/// The `const` of a member that always has it.
#[derive(Debug, Clone)]
pub struct Constant {
    /// The value.
    pub value: ConstantValue,
    /// The documentation of the value.
    pub docs: Docs,
    /// Whether reading another value fails. Otherwise it is kept.
    pub is_closed: bool,
    /// Whether a member of the type may be absent: then the value knows whether it was.
    pub may_be_absent: bool,
}

/// The value of a [`Constant`].
#[derive(Debug, Clone)]
pub enum ConstantValue {
    /// A string.
    Text(String),
    /// An integer that `i64` holds.
    Integer(i64),
    /// Another number.
    Number(Number),
    /// A boolean.
    Bool(bool),
}

impl ConstantValue {
    /// The value in JSON.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Text(text) => Value::from(text.as_str()),
            Self::Integer(number) => Value::from(*number),
            Self::Number(number) => Value::Number(number.clone()),
            Self::Bool(value) => Value::Bool(*value),
        }
    }
}

/// The treatment of a value that an enum does not list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unlisted {
    /// The schema itself accepts it, and the variant `Unknown` keeps it.
    Allowed,
    /// The schema does not know it: the variant `Unknown` keeps it.
    Kept,
    /// Reading fails.
    Refused,
}

/// The common type of the values of a [`ValueEnum`].
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
    /// Its documentation.
    pub docs: Docs,
}
