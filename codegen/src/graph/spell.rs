//! Schemas as the document has them, with their references led elsewhere.

use std::borrow::Cow;

use serde_json::Map;

use super::Graph;
use crate::schema::{At, Reference, SchemaId, ScopeId};
use crate::source::Value;

/// Writes what is in a document in the document's own words, but for where references lead.
pub(crate) struct Speller<'g, F> {
    graph: &'g Graph<'g>,
    /// What is written for a reference to a schema.
    refer: F,
    /// The schemas that were referred to, in the order of their mention.
    pub references: Vec<SchemaId>,
}

impl<'g, F: Fn(SchemaId) -> String> Speller<'g, F> {
    pub(crate) fn new(graph: &'g Graph<'g>, refer: F) -> Self {
        Self {
            graph,
            refer,
            references: Vec::new(),
        }
    }

    /// A schema.
    pub(crate) fn schema(&mut self, id: SchemaId) -> Value {
        let schema = &self.graph.schemas[id];
        self.spell(self.graph.written(id), &schema.at, schema.scope)
    }

    /// The value of a keyword of a schema.
    pub(crate) fn keyword(&mut self, id: SchemaId, keyword: &str, value: &Value) -> Value {
        let schema = &self.graph.schemas[id];
        self.inner(value, schema.scope, || schema.at.join(keyword))
    }

    fn spell(&mut self, value: &Value, at: &At, outer: ScopeId) -> Value {
        match value {
            Value::Array(values) => {
                let values = values.iter().enumerate();
                let values = values
                    .map(|(index, value)| self.inner(value, outer, || at.join(&index.to_string())));
                Value::Array(values.collect())
            }
            Value::Object(members) => {
                if let Some(id) = self.graph.at(at, outer) {
                    self.members(members, id)
                } else {
                    let members = members.iter().map(|(name, value)| {
                        (name.clone(), self.inner(value, outer, || at.join(name)))
                    });
                    Value::Object(members.collect())
                }
            }
            scalar => scalar.clone(),
        }
    }

    /// What is in a value: most of it is scalars, which need no place.
    fn inner(&mut self, value: &Value, outer: ScopeId, at: impl FnOnce() -> At) -> Value {
        match value {
            Value::Array(_) | Value::Object(_) => self.spell(value, &at(), outer),
            scalar => scalar.clone(),
        }
    }

    /// The members of a schema.
    fn members(&mut self, members: &Map<String, Value>, id: SchemaId) -> Value {
        let schema = &self.graph.schemas[id];
        let mut written = Map::with_capacity(members.len());
        let mut further = Vec::new();
        for (name, value) in members {
            match name.as_str() {
                "$defs" | "definitions" | "$id" | "$schema" | "$anchor" | "$dynamicAnchor"
                | "$vocabulary" => {}
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
                "enum" | "const" | "default" | "examples" => {
                    written.insert(name.clone(), value.clone());
                }
                "example" if members.contains_key("examples") => {
                    written.insert(name.clone(), value.clone());
                }
                // OpenAPI's older spelling; JSON Schema knows the list alone.
                "example" => {
                    let examples = Value::Array(vec![value.clone()]);
                    written.insert("examples".to_owned(), examples);
                }
                _ => {
                    let value = self.inner(value, schema.scope, || schema.at.join(name));
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
        let mapping = value.get_mut("mapping").and_then(Value::as_object_mut);
        if let (Some(discriminator), Some(mapping)) = (discriminator, mapping) {
            for (tag, reference) in &discriminator.mapping {
                if let Some(target) = reference.target {
                    mapping.insert(tag.clone(), Value::String((self.refer)(target)));
                }
            }
        }
        value
    }
}
