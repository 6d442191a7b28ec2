//! Turns references into copies of the schemas that they lead to.

use super::super::spell::{References, Schemas, Speller};
use cratify_model::model::Applied;
use cratify_schema::keyword::{Effect, effect_of};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// How many references deep a schema is copied; one that refers to itself has no end.
const DEPTH: usize = 12;

/// Copies what references lead to, with what that refers to in turn.
pub(super) struct Copies<'g> {
    schemas: Schemas<'g>,
    /// How many references deeper copies may go.
    depth: usize,
    /// How many JSON values they may still take.
    left: usize,
}

impl<'g> Copies<'g> {
    /// Copies that take no more than so many JSON values.
    pub(super) fn new(schemas: Schemas<'g>, most: usize) -> Self {
        Self {
            schemas,
            depth: DEPTH,
            left: most,
        }
    }
}

impl References for Copies<'_> {
    fn refer(&mut self, target: SchemaId) -> Option<Value> {
        self.depth = self.depth.checked_sub(1)?;
        let mut copy = Speller::new(self.schemas, &mut *self).schema(target, Applied::Part)?;
        self.depth += 1;
        undocument(&mut copy);
        Some(copy)
    }

    fn count(&mut self, values: usize) -> Option<()> {
        self.left = self.left.checked_sub(values)?;
        Some(())
    }
}

/// Removes the documentation of a schema: it does not document the place that refers to the schema.
pub(super) fn undocument(schema: &mut Value) {
    if let Value::Object(members) = schema {
        members.retain(|name, _| {
            effect_of(name) != Some(Effect::Documents) && !name.starts_with("x-")
        });
    }
}
