//! Copies schemas of the document, with their references led elsewhere.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde_json::Map;

use cratify_model::model::{Applied, Assumed};
use cratify_schema::SchemaLocation;
use cratify_schema::graph::Graph;
use cratify_schema::keyword::{
    self, ASSUMED, DEFAULT_MAPPING, Effect, JsonType, Keyword, effect_of,
};
use cratify_schema::parse::{Reference, SchemaId};
use cratify_schema::source::Value;

/// The text in the place of references.
///
/// To return `None` from any of these abandons the schema that is being written.
pub(super) trait References {
    /// The schema in the place of a reference: `{"$ref": …}` with this or that text, or a copy of the target.
    fn refer(&mut self, target: SchemaId) -> Option<Value>;

    /// The text by which the `mapping` of a discriminator refers to a schema. Without one, the discriminator
    /// is left out: it asserts nothing.
    fn name(&mut self, _target: SchemaId) -> Option<String> {
        None
    }

    /// Counts JSON values that are written.
    fn count(&mut self, _values: usize) -> Option<()> {
        Some(())
    }
}

impl<R: References> References for &mut R {
    fn refer(&mut self, target: SchemaId) -> Option<Value> {
        (**self).refer(target)
    }

    fn name(&mut self, target: SchemaId) -> Option<String> {
        (**self).name(target)
    }

    fn count(&mut self, values: usize) -> Option<()> {
        (**self).count(values)
    }
}

/// The schemas of a graph, and the types that are assumed of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schemas<'g> {
    pub graph: &'g Graph<'g>,
    pub assumed: &'g Assumed,
}

/// Writes schemas in the document's own words, but for references, and for types that are
/// [assumed](Assumed): these are written out and marked.
pub(super) struct Speller<'g, R> {
    schemas: Schemas<'g>,
    references: R,
}

impl<'g, R: References> Speller<'g, R> {
    pub(super) fn new(schemas: Schemas<'g>, references: R) -> Self {
        Self {
            schemas,
            references,
        }
    }

    /// A schema that is applied in some way.
    pub(super) fn schema(&mut self, id: SchemaId, applied: Applied) -> Option<Value> {
        self.references.count(1)?;
        match self.schemas.graph.written(id) {
            Value::Object(members) => self.members(members, id, applied),
            boolean => Some(boolean.clone()),
        }
    }

    /// A value of the document, which may be a schema or have schemas in it. Most values are scalars, which
    /// need no location.
    pub(super) fn value(
        &mut self,
        value: &Value,
        outer: SchemaId,
        applied: Applied,
        at: impl FnOnce() -> SchemaLocation,
    ) -> Option<Value> {
        self.references.count(1)?;
        match value {
            Value::Array(_) | Value::Object(_) => self.compound(value, outer, applied, &at()),
            scalar => Some(scalar.clone()),
        }
    }

    fn compound(
        &mut self,
        value: &Value,
        outer: SchemaId,
        applied: Applied,
        at: &SchemaLocation,
    ) -> Option<Value> {
        match value {
            Value::Array(values) => {
                let values = values.iter().enumerate().map(|(index, value)| {
                    self.value(value, outer, applied, || at.join(&index.to_string()))
                });
                Some(Value::Array(values.collect::<Option<_>>()?))
            }
            Value::Object(members) => {
                if let Some(id) = self.schemas.graph.at(at, outer) {
                    return self.members(members, id, applied);
                }
                let members = members.iter().map(|(name, value)| {
                    let value = self.value(value, outer, applied, || at.join(name))?;
                    Some((name.clone(), value))
                });
                Some(Value::Object(members.collect::<Option<_>>()?))
            }
            scalar => Some(scalar.clone()),
        }
    }

    /// The members of a schema.
    fn members(
        &mut self,
        members: &Map<String, Value>,
        id: SchemaId,
        applied: Applied,
    ) -> Option<Value> {
        let schema = &self.schemas.graph.schemas[id];
        let mut written = Map::with_capacity(members.len());
        add_type(&mut written, self.schemas.assumed.of(id, applied));
        let mut further = Vec::new();
        let removed = self.schemas.graph.removed(id);
        for (name, value) in members {
            let value = self.schemas.graph.stated(id, name).unwrap_or(value);
            let kept = removed.and_then(|removed| without(name, value, removed));
            let value = match &kept {
                Some(Kept::Nothing) => continue,
                Some(Kept::Part(value)) => value,
                None => value,
            };
            match name.as_str() {
                name if effect_of(name) == Some(Effect::Organises) => {}
                "$ref" | "$dynamicRef" => {
                    if let Some(target) = target(&schema.references, name) {
                        let referred = self.references.refer(target)?;
                        match only_reference(&referred) {
                            // Only one of the two can be a `$ref`.
                            Some(text) if !written.contains_key("$ref") => {
                                written.insert("$ref".to_owned(), text.clone());
                            }
                            _ => further.push(referred),
                        }
                    }
                }
                "discriminator" => {
                    if let Some(value) = self.discriminator(value, id) {
                        written.insert(name.clone(), value);
                    }
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
                    self.references.count(nodes(value))?;
                    written.insert(name.clone(), value.clone());
                }
                _ => {
                    let applied = within(applied, name);
                    let value = self.value(value, id, applied, || schema.at.join(name))?;
                    written.insert(name.clone(), value);
                }
            }
        }
        Some(beside(written, further))
    }

    fn discriminator(&mut self, value: &Value, id: SchemaId) -> Option<Value> {
        let mut value = value.clone();
        let discriminator = self.schemas.graph.schemas[id].discriminator.as_ref();
        let Some(discriminator) = discriminator else {
            return Some(value);
        };
        for (tag, reference) in &discriminator.mapping {
            let name = self.references.name(reference.target)?;
            value["mapping"][tag] = Value::String(name);
        }
        if let Some(default) = &discriminator.default {
            value[DEFAULT_MAPPING] = Value::String(self.references.name(default.target)?);
        }
        Some(value)
    }
}

/// How a subschema in a keyword is applied, in a schema that is applied in some way.
pub(super) fn within(applied: Applied, keyword: &str) -> Applied {
    match (applied, effect_of(keyword)) {
        (Applied::Assertion, _) | (_, Some(Effect::Enforced)) => Applied::Assertion,
        _ if keyword == "allOf" => Applied::Part,
        _ => Applied::Alone,
    }
}

/// A reference with this text.
pub(super) fn reference(text: String) -> Value {
    Value::Object(Map::from_iter([("$ref".to_owned(), Value::String(text))]))
}

/// The text of a schema that is a reference and nothing else.
fn only_reference(schema: &Value) -> Option<&Value> {
    let members = schema.as_object().filter(|members| members.len() == 1)?;
    members.get("$ref")
}

/// The schema that a keyword refers to.
fn target(references: &[Reference], keyword: &str) -> Option<SchemaId> {
    let mut references = references.iter();
    let reference = references.find(|one| one.at.pointer.last() == Some(Cow::from(keyword)))?;
    Some(reference.target)
}

/// Keywords and schemas that hold beside them.
fn beside(mut keywords: Map<String, Value>, mut schemas: Vec<Value>) -> Value {
    if keywords.is_empty() && schemas.len() == 1 {
        return schemas.remove(0);
    }
    match keywords.get_mut("allOf") {
        _ if schemas.is_empty() => {}
        Some(Value::Array(all)) => all.extend(schemas),
        _ => {
            keywords.insert("allOf".to_owned(), Value::Array(schemas));
        }
    }
    Value::Object(keywords)
}

/// Writes out a type that is assumed.
pub(super) fn add_type(schema: &mut Map<String, Value>, assumed: Option<JsonType>) {
    if let Some(ty) = assumed {
        schema.insert("type".to_owned(), ty.as_str().into());
        schema.insert(ASSUMED.to_owned(), "type".into());
    }
}

/// How many values there are in one, itself among them.
pub(super) fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(values) => values.iter().map(nodes).sum(),
        Value::Object(members) => members.values().map(nodes).sum(),
        _ => 0,
    }
}

/// A keyword without the members that a form does not have.
enum Kept {
    Nothing,
    Part(Value),
}

/// The value of a keyword that describes or requires members, without these; `None` for other keywords.
fn without(keyword: &str, value: &Value, names: &BTreeSet<String>) -> Option<Kept> {
    if !["properties", "required", "dependentRequired"].contains(&keyword) {
        return None;
    }
    let is_kept = |name: &Value| !name.as_str().is_some_and(|name| names.contains(name));
    let mut value = value.clone();
    match (keyword, &mut value) {
        ("properties", Value::Object(members)) => {
            members.retain(|name, _| !names.contains(name));
        }
        ("required", Value::Array(required)) => {
            required.retain(is_kept);
            if required.is_empty() {
                return Some(Kept::Nothing);
            }
        }
        ("dependentRequired", Value::Object(lists)) => {
            for list in lists.values_mut().filter_map(Value::as_array_mut) {
                list.retain(is_kept);
            }
        }
        _ => {}
    }
    Some(Kept::Part(value))
}
