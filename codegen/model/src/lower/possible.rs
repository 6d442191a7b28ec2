//! Which JSON types a schema can accept at all.

use std::collections::HashMap;

use crate::settings::{Resolved, Untyped};
use cratify_schema::graph::Graph;
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::{Schema, SchemaId};

/// The possible types of schemas, worked out when first asked for.
pub struct Possible<'g> {
    graph: &'g Graph<'g>,
    settings: &'g Resolved,
    known: HashMap<SchemaId, Known>,
}

/// What schemas that all hold for a value say of its type.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// The types that they leave by what they say.
    said: TypeSet,
    /// The types that their keywords are about.
    assumed: TypeSet,
}

impl Known {
    /// Nothing is said.
    pub(super) const NOTHING: Self = Self {
        said: TypeSet::ALL,
        assumed: TypeSet::ALL,
    };

    /// Adds what another schema says.
    pub(super) fn add(&mut self, other: Self) {
        self.said = self.said.intersect(other.said);
        self.assumed = self.assumed.intersect(other.assumed);
    }

    /// The types that are possible. A type is assumed only where none of the schemas says one: an
    /// object or null with `properties` beside it is an object or null. What is about objects and
    /// about arrays assumes neither.
    pub(super) fn types(self) -> TypeSet {
        if self.said == TypeSet::ALL && !self.assumed.is_empty() {
            self.assumed
        } else {
            self.said
        }
    }
}

impl<'g> Possible<'g> {
    /// Knows nothing yet.
    pub fn new(graph: &'g Graph<'g>, settings: &'g Resolved) -> Self {
        Self {
            graph,
            settings,
            known: HashMap::new(),
        }
    }

    /// The types that values of the schema can have. A set that is too large is a weaker answer,
    /// not a wrong one.
    pub fn of(&mut self, id: SchemaId) -> TypeSet {
        self.known(id).types()
    }

    /// What the schema, and what it refers to and combines, says of types.
    pub(super) fn known(&mut self, id: SchemaId) -> Known {
        if let Some(&known) = self.known.get(&id) {
            return known;
        }
        // A schema that is met again on the way to itself adds nothing.
        self.known.insert(id, Known::NOTHING);
        let graph = self.graph;
        let schema = &graph.schemas[id];
        let mut known = self.own(id);
        for part in schema.targets().chain(schema.all_of.iter().copied()) {
            known.add(self.known(part));
        }
        for branches in [&schema.any_of, &schema.one_of].into_iter().flatten() {
            let any = branches
                .iter()
                .fold(TypeSet::NONE, |any, branch| any.union(self.of(*branch)));
            known.said = known.said.intersect(any);
        }
        self.known.insert(id, known);
        known
    }

    /// What the schema's own keywords say of types.
    pub(super) fn own(&self, id: SchemaId) -> Known {
        let schema = &self.graph.schemas[id];
        if schema.boolean == Some(false) {
            return Known {
                said: TypeSet::NONE,
                ..Known::NOTHING
            };
        }
        let mut said = schema.types.unwrap_or(TypeSet::ALL);
        if let Some(values) = &schema.values {
            said = said.intersect(values.iter().map(JsonType::of).collect());
        }
        let assumed = self.assumed(id);
        Known {
            said,
            assumed: assumed.map_or(TypeSet::ALL, |(_, ty)| TypeSet::only(ty)),
        }
    }

    /// The type that the schema is taken to mean, as nothing that holds with it says one.
    pub fn assumption(&mut self, id: SchemaId) -> Option<(&'static str, JsonType)> {
        let assumed = self.assumed(id)?;
        (self.known(id).said == TypeSet::ALL).then_some(assumed)
    }

    /// The type that the values of a schema are taken to have, as nothing that it says or refers to
    /// says one.
    pub(super) fn assumed_of_all(&mut self, id: SchemaId) -> Option<JsonType> {
        let known = self.known(id);
        (known.said == TypeSet::ALL).then_some(known.types().single())?
    }

    /// Whether the values of a schema have other types than what it refers to and combines is taken
    /// to mean.
    pub(super) fn overrules(&mut self, id: SchemaId) -> bool {
        let known = self.known(id);
        known.types().intersect(known.assumed) != known.types()
    }

    /// The type that a schema without `type` is taken to mean, and the keyword that makes it so: an
    /// API description that lists members means an object. `None` where it is taken at its word.
    fn assumed(&self, id: SchemaId) -> Option<(&'static str, JsonType)> {
        let schema = &self.graph.schemas[id];
        let assumed = assumed(schema)?;
        if assumed.1 == JsonType::Array && self.lists_alternatives(schema) {
            return None;
        }
        match self.settings.choices(&[id]).untyped {
            Untyped::Assume => Some(assumed),
            Untyped::Literal => None,
        }
    }

    /// Whether all that is said of elements is that they are one of several things: descriptions that
    /// listed alternatives under `items`, without `type: array`, mean them of the value itself.
    fn lists_alternatives(&self, schema: &Schema) -> bool {
        let items = schema.array.items.map(|items| &self.graph.schemas[items]);
        items.is_some_and(|items| {
            items.types.is_none() && (items.any_of.is_some() || items.one_of.is_some())
        })
    }
}

/// The type that the keywords of a schema without `type` are about, and one of these keywords.
fn assumed(schema: &Schema) -> Option<(&'static str, JsonType)> {
    if schema.types.is_some() || schema.values.is_some() {
        None
    } else if !schema.object.properties.is_empty() {
        Some(("properties", JsonType::Object))
    } else if schema.has_array_keywords() && !schema.has_object_keywords() {
        let keyword = if schema.array.prefix.is_empty() {
            "items"
        } else {
            "prefixItems"
        };
        Some((keyword, JsonType::Array))
    } else {
        None
    }
}
