//! The types that schemas without `type` are taken to mean.

use std::collections::HashMap;

use crate::keyword::JsonType;
use crate::parse::SchemaId;

/// What is assumed of schemas, beside what they say.
///
/// What a schema says counts for all who refer to it, and so does what is assumed of it. But one of
/// them may say another type, as `{type: [object, "null"], $ref: …}` does: the assumption is then that
/// of a value which the schema describes by itself, and nothing that the schema says.
#[derive(Debug, Default)]
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

    /// The type that a schema is taken to mean wherever it takes part.
    pub fn everywhere(&self, id: SchemaId) -> Option<JsonType> {
        self.everywhere.get(&id).copied()
    }

    /// The type that a schema is taken to mean where it describes a value by itself.
    pub fn alone(&self, id: SchemaId) -> Option<JsonType> {
        let alone = || self.alone.get(&id).copied();
        self.everywhere(id).or_else(alone)
    }
}
