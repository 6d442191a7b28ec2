//! Turns constraints into keywords of JSON Schema, for the docs and the derived schema.
//!
//! A derived schema knows the types of Rust, and not every schema that a constraint refers to is one of them. So
//! no reference is left in what is written: a short target is [copied](copy) to where it is referred to. A
//! target that refers to itself, or would grow out of all proportion, becomes a [resource](resource) of its own.

mod copy;
mod resource;

use std::collections::HashMap;
use std::sync::Mutex;

use serde_json::{Map, json};

use self::copy::Copies;
use self::resource::Resources;
use super::spell::{References, Schemas, Speller, within};
use cratify_model::model::{Applied, Assumed, Constraint, Constraints};
use cratify_schema::graph::Graph;
use cratify_schema::keyword::{JsonType, TypeSet, dependents};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// A constraint that takes more JSON values than this is not copied, and one that takes more as a resource is
/// left to strict reading alone.
const MOST_VALUES: usize = 5_000;

/// Writes constraints.
#[derive(Debug)]
pub struct ConstraintWriter<'g> {
    schemas: Schemas<'g>,
    /// The resources that were made; `None` for resources that are too large.
    resources: Mutex<HashMap<SchemaId, Option<Value>>>,
}

impl<'g> ConstraintWriter<'g> {
    /// Writes constraints about the schemas of a graph, of which types are assumed.
    pub fn new(graph: &'g Graph<'g>, assumed: &'g Assumed) -> Self {
        Self {
            schemas: Schemas { graph, assumed },
            resources: Mutex::default(),
        }
    }

    /// Constraints as a schema.
    pub fn schema(&self, constraints: &Constraints) -> Map<String, Value> {
        let written = self.keywords(constraints).into_iter();
        let keywords = written.map(|(one, value)| (one.keyword().to_owned(), value));
        keywords.collect()
    }

    /// Each constraint with the value of its keyword. A constraint that gets too large is left out, with those
    /// that would mean more without it: strict reading, which has the document's own text, still enforces it.
    pub fn keywords<'c>(&self, constraints: &'c Constraints) -> Vec<(&'c Constraint, Value)> {
        let mut written = Vec::new();
        let mut dropped: Vec<&str> = Vec::new();
        for constraint in constraints.iter() {
            match self.value(constraint) {
                Some(value) => written.push((constraint, value)),
                None => dropped.extend(dependents(constraint.keyword())),
            }
        }
        written.retain(|(constraint, _)| !dropped.contains(&constraint.keyword()));
        written
    }

    /// Whether nothing of the constraints is written.
    pub fn is_empty(&self, constraints: &Constraints) -> bool {
        self.keywords(constraints).is_empty()
    }

    /// The value of a constraint's keyword.
    fn value(&self, constraint: &Constraint) -> Option<Value> {
        let schemas = self.schemas;
        let plain = || value(constraint, schemas, &mut NoReferences);
        let copied = || value(constraint, schemas, &mut Copies::new(schemas, MOST_VALUES));
        let referred = || value(constraint, schemas, &mut Resources::new(self, MOST_VALUES));
        plain().or_else(copied).or_else(referred)
    }
}

/// Abandons whatever refers to a schema.
struct NoReferences;

impl References for NoReferences {
    fn refer(&mut self, _: SchemaId) -> Option<Value> {
        None
    }
}

/// The value of a constraint's keyword, with its references written in some way.
fn value<R: References>(
    constraint: &Constraint,
    schemas: Schemas<'_>,
    references: &mut R,
) -> Option<Value> {
    let applied = within(Applied::Alone, constraint.keyword());
    let mut subschema = |id: SchemaId| Speller::new(schemas, &mut *references).schema(id, applied);
    Some(match constraint {
        Constraint::Bound(_, number) | Constraint::MultipleOf(number) => {
            Value::Number(number.clone())
        }
        Constraint::Count(_, count) => Value::from(*count),
        Constraint::Pattern(text) | Constraint::Format(text) => Value::from(text.as_str()),
        Constraint::UniqueItems => Value::Bool(true),
        Constraint::Required(names) => json!(names),
        Constraint::DependentRequired(names) => {
            let lists = names.iter();
            Value::Object(
                lists
                    .map(|(name, list)| (name.clone(), json!(list)))
                    .collect(),
            )
        }
        Constraint::Values(values) => Value::Array(values.clone()),
        Constraint::Types(types) => type_names(*types),
        Constraint::Subschema(_, id) => subschema(*id)?,
        Constraint::Subschemas(_, ids) => {
            let subschemas = ids.iter().map(|id| subschema(*id));
            Value::Array(subschemas.collect::<Option<_>>()?)
        }
        Constraint::NamedSubschemas(_, ids) => {
            let named = ids.iter();
            let named = named.map(|(name, id)| Some((name.clone(), subschema(*id)?)));
            Value::Object(named.collect::<Option<_>>()?)
        }
        Constraint::Absent(name) => json!({ name: false }),
        Constraint::NotNull => json!({ "type": "null" }),
        Constraint::Dependencies(id) => {
            let schema = &schemas.graph.schemas[*id];
            let written = schema.rules.get(constraint.keyword())?;
            let at = || schema.at.join(constraint.keyword());
            Speller::new(schemas, references).value(written, *id, applied, at)?
        }
        Constraint::All(sets) => {
            let mut all = Vec::with_capacity(sets.len());
            for set in sets {
                let mut keywords = Map::new();
                for one in set.iter() {
                    let value = value(one, schemas, references)?;
                    keywords.insert(one.keyword().to_owned(), value);
                }
                all.push(Value::Object(keywords));
            }
            Value::Array(all)
        }
    })
}

/// The value of `type`.
fn type_names(types: TypeSet) -> Value {
    let names: Vec<&str> = types.iter().map(JsonType::as_str).collect();
    match names[..] {
        [one] => Value::from(one),
        _ => Value::from(names),
    }
}
