//! The types that schemas without `type` are taken to mean.

use std::collections::HashMap;

use cratify_schema::keyword::JsonType;
use cratify_schema::parse::SchemaId;

/// How a schema is applied to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// It describes the value by itself.
    Alone,
    /// It is a part of the description of the value: in `allOf`, or referred to.
    Part,
    /// It is in an assertion of which no type is made, and is taken at its word.
    Assertion,
}

/// The types that are assumed for schemas without `type`.
///
/// A schema holds wherever a reference leads to it, and so does the type that is assumed for it. But one of
/// them may say another type, as `{type: [object, "null"], $ref: …}` does: the assumption is then that
/// of a value which the schema describes by itself, and nothing that the schema says.
#[derive(Debug, Clone, Default)]
pub struct Assumed {
    everywhere: HashMap<SchemaId, JsonType>,
    alone: HashMap<SchemaId, JsonType>,
}

impl Assumed {
    /// Takes a schema to mean a type wherever it takes part.
    pub fn add(&mut self, id: SchemaId, ty: JsonType) {
        self.everywhere.insert(id, ty);
    }

    /// Takes a schema to mean a type where it describes a value by itself.
    pub fn add_alone(&mut self, id: SchemaId, ty: JsonType) {
        self.alone.insert(id, ty);
    }

    /// The type that a schema is taken to mean where it is applied in this way.
    pub fn of(&self, id: SchemaId, applied: Applied) -> Option<JsonType> {
        let everywhere = self.everywhere.get(&id).copied();
        match applied {
            Applied::Alone => everywhere.or_else(|| self.alone.get(&id).copied()),
            Applied::Part => everywhere,
            Applied::Assertion => None,
        }
    }
}
