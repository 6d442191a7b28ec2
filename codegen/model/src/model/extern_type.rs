//! Extern types: types of other crates, in the place of formats and of schemas.

use super::{Slot, Type};
use crate::package::Dependency;
use cratify_schema::source::Value;

/// A type of another crate.
#[derive(Debug, Clone)]
pub struct Extern {
    /// Its path, as Rust has it.
    pub path: String,
    /// How it is read and written.
    pub codec: Codec,
    /// The dependencies that the generated crate needs for it.
    pub dependencies: Vec<Dependency>,
    /// A value, in JSON, that comes back as it is.
    pub sample: Option<Value>,
    /// Whether it is known to be `Eq`, `Ord` and `Hash`.
    pub is_key: bool,
}

impl PartialEq for Extern {
    /// Whether they are the same type, read and written in the same way.
    fn eq(&self, other: &Self) -> bool {
        (&self.path, &self.codec) == (&other.path, &other.codec)
    }
}

/// How a type of another crate is read and written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Codec {
    /// By its own `Deserialize` and `Serialize`.
    Own,
    /// By the functions `deserialize` and `serialize` of this module.
    Module(String),
    /// By a module of the support code, which is copied into the generated crate.
    Support {
        /// The path of the module.
        module: &'static str,
        /// A module of the other crate that reads and writes the same JSON, for the checks.
        like: Option<&'static str>,
    },
}

impl Codec {
    /// The module whose functions read and write.
    pub fn module(&self) -> Option<&str> {
        match self {
            Self::Own => None,
            Self::Module(path) => Some(path),
            Self::Support { module, .. } => Some(module),
        }
    }
}

/// A string or a number that has a type of another crate because of its `format`.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapped {
    /// The type.
    pub extern_type: Extern,
    /// The format.
    pub format: String,
    /// Its type in JSON: the one that the schema has without the extern type.
    pub wire: Type,
}

/// A schema that is replaced by a type of another crate.
#[derive(Debug, Clone)]
pub struct Replaced {
    /// The type.
    pub extern_type: Extern,
    /// The arguments of a generic type.
    pub parameters: Vec<Slot>,
    /// Whether the schema says that null is one of the values: where it is used, that is an `Option`.
    pub nullable: bool,
}
