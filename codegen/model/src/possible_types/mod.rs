//! Finds the JSON types that the values of a schema can have.

pub(crate) mod contradicted;

use std::collections::HashMap;

use crate::model::Null;
use crate::settings::{Resolved, Untyped};
use cratify_schema::graph::Graph;
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::{Schema, SchemaId};

/// The possible types of schemas, each found when it is first asked for.
pub struct PossibleTypes<'g> {
    graph: &'g Graph<'g>,
    settings: &'g Resolved,
    known: HashMap<SchemaId, Known>,
    /// The schemas whose assumed type would contradict what is stated beside or around them, each with the branch
    /// that would have no values.
    unassumed: HashMap<SchemaId, SchemaId>,
    /// Whether no type is assumed of any schema.
    is_literal: bool,
}

/// The types that schemas which all hold for one value leave.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    /// The types that keywords state: `type`, `enum`, `const`, unions.
    stated: TypeSet,
    /// The types that keywords without a `type` are assumed to mean.
    assumed: TypeSet,
}

impl Known {
    /// No type is excluded.
    pub(crate) const UNRESTRICTED: Self = Self {
        stated: TypeSet::ALL,
        assumed: TypeSet::ALL,
    };

    /// Adds what another schema states and assumes.
    pub(crate) fn add(&mut self, other: Self) {
        self.stated = self.stated.intersect(other.stated);
        self.assumed = self.assumed.intersect(other.assumed);
    }

    /// The possible types. An assumption counts only where no schema states a type: `properties` beside
    /// `type: [object, "null"]` exclude nothing. Keywords of objects beside keywords of arrays assume
    /// neither.
    pub(crate) fn types(self) -> TypeSet {
        if self.stated == TypeSet::ALL && !self.assumed.is_empty() {
            self.assumed
        } else {
            self.stated
        }
    }
}

impl<'g> PossibleTypes<'g> {
    /// Decides of which schemas a type is assumed.
    pub fn new(graph: &'g Graph<'g>, settings: &'g Resolved) -> Self {
        let mut types = Self {
            is_literal: false,
            ..Self::literal(graph, settings)
        };
        contradicted::find(&mut types);
        types
    }

    /// Assumes nothing, whatever the settings are.
    fn literal(graph: &'g Graph<'g>, settings: &'g Resolved) -> Self {
        Self {
            graph,
            settings,
            known: HashMap::new(),
            unassumed: HashMap::new(),
            is_literal: true,
        }
    }

    /// The types that values of the schema can have. The set may be too large, never too small.
    pub fn of(&mut self, id: SchemaId) -> TypeSet {
        self.known(id).types()
    }

    /// Whether null is a value of a schema.
    pub fn null(&mut self, id: SchemaId) -> Null {
        Null::of(self.of(id))
    }

    /// The types that values of any of the schemas can have.
    fn of_any(&mut self, schemas: &[SchemaId]) -> TypeSet {
        let types = schemas.iter().map(|id| self.of(*id));
        types.fold(TypeSet::NONE, TypeSet::union)
    }

    /// The types that the schema states and assumes, with the types of the schemas that it refers to and
    /// combines.
    pub(crate) fn known(&mut self, id: SchemaId) -> Known {
        if let Some(&known) = self.known.get(&id) {
            return known;
        }
        // A recursive reference excludes nothing.
        self.known.insert(id, Known::UNRESTRICTED);
        let graph = self.graph;
        let schema = &graph.schemas[id];
        let mut known = self.own(id);
        for part in schema.included() {
            known.add(self.known(part));
        }
        for branches in [&schema.any_of, &schema.one_of].into_iter().flatten() {
            known.stated = known.stated.intersect(self.of_any(branches));
        }
        self.known.insert(id, known);
        known
    }

    /// The types that the schema's own keywords state and assume.
    pub(crate) fn own(&self, id: SchemaId) -> Known {
        let schema = &self.graph.schemas[id];
        if schema.boolean == Some(false) {
            return Known {
                stated: TypeSet::NONE,
                ..Known::UNRESTRICTED
            };
        }
        let mut stated = schema.types.unwrap_or(TypeSet::ALL);
        if let Some(values) = &schema.values {
            stated = stated.intersect(values.iter().map(JsonType::of).collect());
        }
        let assumed = self.assumed(id);
        Known {
            stated,
            assumed: assumed.map_or(TypeSet::ALL, |(_, ty)| TypeSet::only(ty)),
        }
    }

    /// The type that is assumed of a schema for itself, and the keyword that is the reason. `None` where a
    /// schema that holds with it states a type.
    pub fn assumption(&mut self, id: SchemaId) -> Option<(&'static str, JsonType)> {
        let assumed = self.assumed(id)?;
        (self.known(id).stated == TypeSet::ALL).then_some(assumed)
    }

    /// The type that is assumed of the values of a schema, by any of the schemas that hold for them.
    pub(crate) fn assumed_of_all(&mut self, id: SchemaId) -> Option<JsonType> {
        let known = self.known(id);
        (known.stated == TypeSet::ALL).then_some(known.types().single())?
    }

    /// Whether the values of a schema have types other than those that one of its parts assumes.
    pub(crate) fn overrules(&mut self, id: SchemaId) -> bool {
        let known = self.known(id);
        known.types().intersect(known.assumed) != known.types()
    }

    /// The type that is assumed of a schema without `type`, and the keyword that is the reason: an API
    /// description with `properties` means an object. `None` if the settings read the schema literally.
    fn assumed(&self, id: SchemaId) -> Option<(&'static str, JsonType)> {
        if self.is_literal || self.unassumed.contains_key(&id) {
            return None;
        }
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

    /// Whether `items` has alternatives and no `type`: some documents write alternatives of the value itself
    /// under `items`, so that no array can be assumed.
    fn lists_alternatives(&self, schema: &Schema) -> bool {
        let items = schema.array.items.map(|items| &self.graph.schemas[items]);
        items.is_some_and(|items| {
            items.types.is_none() && (items.any_of.is_some() || items.one_of.is_some())
        })
    }
}

/// The type that the keywords of a schema without `type` are for, and one of these keywords.
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
