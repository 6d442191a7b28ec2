//! Which JSON types a schema can accept at all.

use std::collections::HashMap;

use crate::graph::Graph;
use crate::schema::{JsonType, Schema, SchemaId, TypeSet};

/// The possible types of schemas, worked out when first asked for.
pub(crate) struct Possible<'g> {
    graph: &'g Graph<'g>,
    known: HashMap<SchemaId, TypeSet>,
}

impl<'g> Possible<'g> {
    /// Knows nothing yet.
    pub(crate) fn new(graph: &'g Graph<'g>) -> Self {
        Self {
            graph,
            known: HashMap::new(),
        }
    }

    /// The types that values of the schema can have. A set that is too large is a weaker answer,
    /// not a wrong one.
    pub(crate) fn of(&mut self, id: SchemaId) -> TypeSet {
        if let Some(&types) = self.known.get(&id) {
            return types;
        }
        // A schema that is met again on the way to itself adds nothing.
        self.known.insert(id, TypeSet::ALL);
        let graph = self.graph;
        let schema = &graph.schemas[id];
        let mut types = own_types(schema);
        let target = schema
            .reference
            .as_ref()
            .and_then(|reference| reference.target);
        for part in target.into_iter().chain(schema.all_of.iter().copied()) {
            types = types.intersect(self.of(part));
        }
        for branches in [&schema.any_of, &schema.one_of].into_iter().flatten() {
            let any = branches
                .iter()
                .fold(TypeSet::NONE, |any, branch| any.union(self.of(*branch)));
            types = types.intersect(any);
        }
        self.known.insert(id, types);
        types
    }
}

/// The types that the schema's own keywords leave.
pub(super) fn own_types(schema: &Schema) -> TypeSet {
    if schema.boolean == Some(false) {
        return TypeSet::NONE;
    }
    let mut types = schema.types.unwrap_or_else(|| assumed_types(schema));
    if let Some(values) = &schema.values {
        types = types.intersect(values.iter().map(JsonType::of).collect());
    }
    types
}

/// The types of a schema without `type`: an API description that lists members means an object.
fn assumed_types(schema: &Schema) -> TypeSet {
    if schema.values.is_some() {
        TypeSet::ALL
    } else if !schema.object.properties.is_empty() {
        TypeSet::only(JsonType::Object)
    } else if schema.has_array_keywords() && !schema.has_object_keywords() {
        TypeSet::only(JsonType::Array)
    } else {
        TypeSet::ALL
    }
}
