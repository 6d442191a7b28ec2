//! Collects the keywords of a conjunction in one place: `$ref` and `allOf` are followed.

use super::enums::EXTENSIBLE;
use super::push_unique;
use crate::possible_types::{Known, PossibleTypes};
use cratify_schema::graph::Graph;
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::{Schema, SchemaId};
use cratify_schema::source::Value;

/// The keywords of all schemas that hold for one value.
pub(super) struct View<'g> {
    pub graph: &'g Graph<'g>,
    /// The schemas whose own keywords hold: a schema comes before the schemas that it refers to.
    pub leaves: Vec<SchemaId>,
    /// The unions that hold.
    pub unions: Vec<Branches<'g>>,
    /// The JSON types that a value may have.
    pub types: TypeSet,
    /// The listed values that all schemas accept; `None` if no schema lists values.
    pub values: Option<Vec<Value>>,
}

/// An `anyOf` or `oneOf`.
#[derive(Clone, Copy)]
pub(super) struct Branches<'g> {
    /// The schema that has the keyword.
    pub owner: SchemaId,
    /// Its branches.
    pub branches: &'g [SchemaId],
    /// Whether it is `oneOf`.
    pub exclusive: bool,
}

impl<'g> View<'g> {
    pub(super) fn new(
        graph: &'g Graph<'g>,
        conjunction: &Conjunction,
        possible: &mut PossibleTypes<'g>,
    ) -> Self {
        let mut view = Self {
            graph,
            leaves: Vec::new(),
            unions: Vec::new(),
            types: TypeSet::ALL,
            values: None,
        };
        let mut known = Known::UNRESTRICTED;
        for part in conjunction.expanded(&graph.schemas) {
            let schema = &graph.schemas[part.id()];
            view.leaves.push(part.id());
            known.add(possible.own(part.id()));
            if let Part::Whole(id) | Part::Base(id) = part {
                known.add(possible.known(id));
                let unions = [(&schema.any_of, false), (&schema.one_of, true)];
                view.unions
                    .extend(unions.into_iter().filter_map(|(branches, exclusive)| {
                        Some(Branches {
                            owner: id,
                            branches: branches.as_deref()?,
                            exclusive,
                        })
                    }));
            }
        }
        view.types = conjunction.mask.intersect(known.types());
        view.intersect_values();
        view
    }

    fn intersect_values(&mut self) {
        for leaf in &self.leaves {
            let Some(values) = &self.graph.schemas[*leaf].values else {
                continue;
            };
            self.values = Some(match self.values.take() {
                Some(old) => old
                    .into_iter()
                    .filter(|value| values.contains(value))
                    .collect(),
                None => values.clone(),
            });
        }
        if let Some(values) = &mut self.values {
            values.retain(|value| self.types.has(JsonType::of(value)));
        }
    }

    /// The schemas whose own keywords hold.
    pub(super) fn schemas(&self) -> impl Iterator<Item = &'g Schema> + use<'g, '_> {
        self.leaves.iter().map(|id| &self.graph.schemas[*id])
    }

    /// Whether `unevaluatedProperties` refuses some members.
    pub(super) fn restricts_unevaluated(&self) -> bool {
        let subschemas = self
            .schemas()
            .filter_map(|schema| schema.rule_schemas.get("unevaluatedProperties"));
        let mut subschemas = subschemas.flatten();
        subschemas.any(|id| self.graph.schemas[*id].boolean != Some(true))
    }

    /// Whether no keyword but constraints restricts the value.
    pub(super) fn is_unrestricted(&self) -> bool {
        self.types == TypeSet::ALL
            && self.values.is_none()
            && self.unions.is_empty()
            && !self
                .schemas()
                .any(|schema| schema.has_object_keywords() || schema.has_array_keywords())
    }

    /// Whether an `anyOf` or `oneOf` holds.
    pub(super) fn has_unions(&self) -> bool {
        !self.unions.is_empty()
    }

    /// Whether the values are scalars, arrays or free-form objects: types without a definition.
    pub(super) fn is_plain(&self) -> bool {
        self.values.is_none()
            && self.unions.is_empty()
            && self.extensible().is_none()
            && (self.is_unrestricted()
                || self
                    .types
                    .single()
                    .is_some_and(|ty| ty != JsonType::Object || !self.has_members()))
    }

    /// The strings that `x-extensible-enum` lists, while the schema accepts all other strings as well.
    pub(super) fn extensible(&self) -> Option<Vec<Value>> {
        let is_string = self.types.without(JsonType::Null) == TypeSet::only(JsonType::String);
        if !is_string || self.values.is_some() || !self.unions.is_empty() {
            return None;
        }
        self.schemas().find_map(extensible)
    }

    /// Whether the values are objects that become a struct.
    pub(super) fn is_struct(&self) -> bool {
        self.values.is_none()
            && self.unions.is_empty()
            && self.types == TypeSet::only(JsonType::Object)
            && self.has_members()
    }

    /// Whether there are properties, or unknown members are forbidden.
    pub(super) fn has_members(&self) -> bool {
        self.schemas()
            .any(|schema| !schema.object.properties.is_empty())
            || self.schemas().any(|schema| {
                schema.object.pattern_properties.is_empty()
                    && schema
                        .object
                        .additional
                        .is_some_and(|id| self.graph.schemas[id].boolean == Some(false))
            })
    }

    /// Whether `integer` is listed beside `number`, as in `type: [integer, number]`.
    pub(super) fn lists_integers(&self) -> bool {
        self.leaves.iter().any(|leaf| {
            let types = self.graph.written(*leaf).get("type");
            let lists = |word: &str| {
                let words = types.and_then(Value::as_array);
                words.is_some_and(|words| words.iter().any(|listed| listed.as_str() == Some(word)))
            };
            lists("integer") && lists("number")
        })
    }

    /// The first `format`.
    pub(super) fn format(&self) -> Option<&'g str> {
        self.schemas().find_map(|schema| schema.format.as_deref())
    }

    /// The keywords that may give a string or a number an extern type, with their values.
    pub(super) fn formats(&self) -> impl Iterator<Item = (&'static str, &'g str)> {
        let mut schemas = self.schemas();
        let encoding = schemas.find_map(|schema| schema.annotations.content_encoding.as_deref());
        let format = self.format().map(|name| ("format", name));
        let encoding = encoding.map(|name| ("contentEncoding", name));
        format.into_iter().chain(encoding)
    }
}

/// The strings that `x-extensible-enum` of a schema lists.
pub(super) fn extensible(schema: &Schema) -> Option<Vec<Value>> {
    let listed = schema.extensions.get(EXTENSIBLE)?.as_array()?;
    let strings: Vec<Value> = listed
        .iter()
        .filter(|value| value.is_string())
        .cloned()
        .fold(Vec::new(), |mut strings, value| {
            push_unique(&mut strings, value);
            strings
        });
    (!strings.is_empty() && schema.values.is_none()).then_some(strings)
}
