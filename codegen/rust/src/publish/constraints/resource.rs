//! Turns references into schema resources (JSON Schema core, section 9.3): an `$id` with `$defs` beside it, so that the
//! references in the resource lead to these wherever the derived schema has it.

use std::sync::PoisonError;

use indexmap::IndexSet;
use serde_json::{Map, json};

use super::super::spell::{self, References, Schemas, Speller, nodes};
use super::copy::undocument;
use super::{ConstraintWriter, MOST_VALUES};
use cratify_model::model::Applied;
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;
use cratify_schema::text::fingerprint;

/// Puts a resource wherever a reference is.
pub(super) struct Resources<'w> {
    writer: &'w ConstraintWriter<'w>,
    /// How many JSON values they may still take.
    left: usize,
}

impl<'w> Resources<'w> {
    /// Resources that take no more than so many JSON values.
    pub(super) fn new(writer: &'w ConstraintWriter<'w>, most: usize) -> Self {
        Self { writer, left: most }
    }
}

impl References for Resources<'_> {
    fn refer(&mut self, target: SchemaId) -> Option<Value> {
        let resource = self.writer.resource(target)?;
        self.count(nodes(&resource))?;
        Some(resource)
    }

    fn count(&mut self, values: usize) -> Option<()> {
        self.left = self.left.checked_sub(values)?;
        Some(())
    }
}

impl ConstraintWriter<'_> {
    /// A schema and all that it refers to, as a resource; `None` if that is too much.
    fn resource(&self, id: SchemaId) -> Option<Value> {
        // A thread that panicked has left the map as it was.
        let lock = || {
            self.resources
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(known) = lock().get(&id) {
            return known.clone();
        }
        let resource = resource(id, self.schemas);
        lock().insert(id, resource.clone());
        resource
    }
}

/// References to the definitions of one resource, which are numbered.
struct Numbered<'t> {
    targets: &'t mut IndexSet<SchemaId>,
}

impl References for Numbered<'_> {
    fn refer(&mut self, target: SchemaId) -> Option<Value> {
        self.name(target).map(spell::reference)
    }

    fn name(&mut self, target: SchemaId) -> Option<String> {
        let (index, _) = self.targets.insert_full(target);
        Some(format!("#/$defs/{}", index + 1))
    }
}

fn resource(id: SchemaId, schemas: Schemas<'_>) -> Option<Value> {
    let mut targets = IndexSet::from([id]);
    let mut definitions = Map::new();
    let mut left = MOST_VALUES;
    while let Some(id) = targets.get_index(definitions.len()).copied() {
        let references = Numbered {
            targets: &mut targets,
        };
        let mut body = Speller::new(schemas, references).schema(id, Applied::Part)?;
        undocument(&mut body);
        left = left.checked_sub(nodes(&body))?;
        definitions.insert((definitions.len() + 1).to_string(), body);
    }
    let definitions = Value::Object(definitions);
    // Equal schemas get the same name, and no other schema gets it.
    let name = format!("urn:cratify:{:016x}", fingerprint(&definitions.to_string()));
    Some(json!({ "$id": name, "$ref": "#/$defs/1", "$defs": definitions }))
}
