//! Schemas as the document has them, with their references led elsewhere.

use std::borrow::Cow;

use serde_json::Map;

use super::Graph;
use crate::keyword::{self, DEFAULT_MAPPING, Effect, JsonType, Keyword, effect_of};
use crate::parse::{Reference, SchemaId, SchemaLocation, ScopeId};
use crate::source::Value;

/// The member of a published schema that says which keyword of it the document does not have.
pub const ASSUMED: &str = "x-cratify-assumed";

/// Writes what is in a document in the document's own words, but for where references lead, and for
/// types that are [assumed](super::Assumed): these are written out and marked.
pub struct Speller<'g, F> {
    graph: &'g Graph<'g>,
    /// What is written for a reference to a schema.
    refer: F,
    /// The schemas that were referred to, in the order of their mention.
    pub references: Vec<SchemaId>,
}

/// What a schema is for where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// It describes a value.
    Alone,
    /// It is a part of the description of a value: in `allOf`, or referred to.
    Part,
    /// It is in an assertion of which no type is made, and is taken at its word.
    Rule,
}

impl Stand {
    /// What a schema is for that is in a keyword of one that is for this.
    fn within(self, keyword: &str) -> Self {
        match (self, effect_of(keyword)) {
            (Self::Rule, _) | (_, Some(Effect::Enforced)) => Self::Rule,
            _ if keyword == "allOf" => Self::Part,
            _ => Self::Alone,
        }
    }
}

impl<'g, F: Fn(SchemaId) -> String> Speller<'g, F> {
    /// Calls the schemas of a graph by what `refer` says of them.
    pub fn new(graph: &'g Graph<'g>, refer: F) -> Self {
        Self {
            graph,
            refer,
            references: Vec::new(),
        }
    }

    /// A schema, as a part of what others describe.
    pub fn schema(&mut self, id: SchemaId) -> Value {
        let schema = &self.graph.schemas[id];
        let written = self.graph.written(id);
        self.spell(written, &schema.at, schema.scope, Stand::Part)
    }

    /// The value of a keyword of a schema.
    pub fn keyword(&mut self, id: SchemaId, keyword: &str, value: &Value) -> Value {
        let schema = &self.graph.schemas[id];
        let stand = Stand::Alone.within(keyword);
        self.inner(value, schema.scope, stand, || schema.at.join(keyword))
    }

    fn spell(&mut self, value: &Value, at: &SchemaLocation, outer: ScopeId, stand: Stand) -> Value {
        match value {
            Value::Array(values) => {
                let values = values.iter().enumerate().map(|(index, value)| {
                    self.inner(value, outer, stand, || at.join(&index.to_string()))
                });
                Value::Array(values.collect())
            }
            Value::Object(members) => {
                if let Some(id) = self.graph.at(at, outer) {
                    self.members(members, id, stand)
                } else {
                    let members = members.iter().map(|(name, value)| {
                        let value = self.inner(value, outer, stand, || at.join(name));
                        (name.clone(), value)
                    });
                    Value::Object(members.collect())
                }
            }
            scalar => scalar.clone(),
        }
    }

    /// What is in a value: most of it is scalars, which need no place.
    fn inner(
        &mut self,
        value: &Value,
        outer: ScopeId,
        stand: Stand,
        at: impl FnOnce() -> SchemaLocation,
    ) -> Value {
        match value {
            Value::Array(_) | Value::Object(_) => self.spell(value, &at(), outer, stand),
            scalar => scalar.clone(),
        }
    }

    /// The members of a schema.
    fn members(&mut self, members: &Map<String, Value>, id: SchemaId, stand: Stand) -> Value {
        let schema = &self.graph.schemas[id];
        let mut written = Map::with_capacity(members.len());
        let assumed = &self.graph.assumed;
        match stand {
            Stand::Alone => add_type(&mut written, assumed.alone(id)),
            Stand::Part => add_type(&mut written, assumed.everywhere(id)),
            Stand::Rule => {}
        }
        let mut further = Vec::new();
        for (name, value) in members {
            match name.as_str() {
                name if effect_of(name) == Some(Effect::Structural) => {}
                "$ref" | "$dynamicRef" => match self.reference(&schema.references, name) {
                    // Only one of the two can be a `$ref`.
                    Some(text) if written.contains_key("$ref") => further.push(text),
                    Some(text) => {
                        written.insert("$ref".to_owned(), Value::String(text));
                    }
                    None => {}
                },
                "discriminator" => {
                    let value = self.discriminator(value, id);
                    written.insert(name.clone(), value);
                }
                "example" if members.contains_key("examples") => {
                    written.insert(name.clone(), value.clone());
                }
                // OpenAPI's older spelling; JSON Schema knows the list alone.
                "example" => {
                    let examples = Value::Array(vec![value.clone()]);
                    written.insert("examples".to_owned(), examples);
                }
                data if keyword::find(data).is_some_and(Keyword::holds_data) => {
                    written.insert(name.clone(), value.clone());
                }
                _ => {
                    let stand = stand.within(name);
                    let value = self.inner(value, schema.scope, stand, || schema.at.join(name));
                    written.insert(name.clone(), value);
                }
            }
        }
        if !further.is_empty() {
            let further = further
                .into_iter()
                .map(|text| Value::Object(Map::from_iter([("$ref".to_owned(), text.into())])));
            match written.get_mut("allOf") {
                Some(Value::Array(all)) => all.extend(further),
                _ => {
                    written.insert("allOf".to_owned(), Value::Array(further.collect()));
                }
            }
        }
        Value::Object(written)
    }

    fn reference(&mut self, references: &[Reference], keyword: &str) -> Option<String> {
        let mut references = references.iter();
        let reference = references.find(|one| one.at.pointer.last() == Some(Cow::from(keyword)))?;
        let target = reference.target?;
        self.references.push(target);
        Some((self.refer)(target))
    }

    fn discriminator(&self, value: &Value, id: SchemaId) -> Value {
        let mut value = value.clone();
        let discriminator = self.graph.schemas[id].discriminator.as_ref();
        let Some(discriminator) = discriminator else {
            return value;
        };
        let mapping = value.get_mut("mapping").and_then(Value::as_object_mut);
        if let Some(mapping) = mapping {
            for (tag, reference) in &discriminator.mapping {
                if let Some(target) = reference.target {
                    mapping.insert(tag.clone(), Value::String((self.refer)(target)));
                }
            }
        }
        let default = discriminator.default.as_ref();
        if let Some(target) = default.and_then(|reference| reference.target) {
            value[DEFAULT_MAPPING] = Value::String((self.refer)(target));
        }
        value
    }
}

/// Writes out a type that is assumed.
pub fn add_type(schema: &mut Map<String, Value>, assumed: Option<JsonType>) {
    if let Some(ty) = assumed {
        schema.insert("type".to_owned(), ty.as_str().into());
        schema.insert(ASSUMED.to_owned(), "type".into());
    }
}
