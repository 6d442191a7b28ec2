//! Turns schemas that all hold for one value into one conjunction without references.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::references::{complete, only_reference, only_referred, referred};
use super::types::Types;

/// A schema object.
pub(crate) type Object = Map<String, Value>;

/// The values of the type null, and of the type boolean.
static NULL: Value = Value::Null;
static TRUE: Value = Value::Bool(true);
static FALSE: Value = Value::Bool(false);

/// The schemas in a list under a keyword.
pub(crate) fn list<'d>(schema: &'d Object, keyword: &str) -> &'d [Value] {
    let list = schema.get(keyword).and_then(Value::as_array);
    list.map(Vec::as_slice).unwrap_or_default()
}

/// Schemas that all hold for one value.
#[derive(Debug, Clone)]
pub(crate) struct Conjunction<'d> {
    definitions: &'d Object,
    /// The schemas, each without what it refers to and without its `allOf`: these are schemas of their own.
    pub(crate) parts: Vec<&'d Object>,
    /// The types of the values.
    pub(crate) types: Types,
    /// The values, if they are listed.
    pub(crate) values: Option<Vec<&'d Value>>,
    /// The name, if a reference alone led here.
    pub(crate) name: Option<&'d str>,
    /// The unions that a branch was taken of.
    taken: Vec<*const Value>,
}

impl<'d> Conjunction<'d> {
    /// Schemas of a language with these definitions.
    pub(crate) fn new(
        definitions: &'d Object,
        schemas: impl IntoIterator<Item = &'d Value>,
    ) -> Self {
        let mut conjunction = Self {
            definitions,
            parts: Vec::new(),
            types: Types::ALL,
            values: None,
            name: None,
            taken: Vec::new(),
        };
        let schemas: Vec<&Value> = schemas.into_iter().collect();
        if let [only] = schemas[..] {
            conjunction.name = only_referred(only);
        }
        for schema in schemas {
            conjunction.add(schema);
        }
        conjunction.settle();
        conjunction
    }

    /// The conjunction with another schema.
    pub(crate) fn with(&self, schema: &'d Value) -> Self {
        let mut conjunction = self.clone();
        conjunction.name = None;
        conjunction.add(schema);
        conjunction.settle();
        conjunction
    }

    /// The values of some types.
    pub(crate) fn of_types(&self, types: Types) -> Self {
        let mut conjunction = self.clone();
        conjunction.types = self.types.and(types);
        conjunction.settle();
        conjunction
    }

    /// Whether there are no such values.
    pub(crate) fn is_empty(&self) -> bool {
        self.types.is_none()
    }

    fn add(&mut self, schema: &'d Value) {
        let mut open = vec![schema];
        let mut seen: HashSet<*const Object> = self
            .parts
            .iter()
            .map(|part| std::ptr::from_ref(*part))
            .collect();
        while let Some(schema) = open.pop() {
            let schema = match schema {
                Value::Object(schema) => schema,
                Value::Bool(false) => {
                    self.types = Types::NONE;
                    continue;
                }
                _ => continue,
            };
            if !seen.insert(std::ptr::from_ref(schema)) {
                continue;
            }
            if only_reference(schema).is_none() {
                self.parts.push(schema);
            }
            if schema.contains_key("$id") {
                // Its references lead elsewhere.
                continue;
            }
            if let Some(target) = referred(schema).and_then(|name| self.definitions.get(name)) {
                open.push(target);
            }
            open.extend(list(schema, "allOf"));
        }
    }

    /// Finds the types and the listed values.
    fn settle(&mut self) {
        for part in &self.parts {
            if let Some(names) = part.get("type") {
                self.types = self.types.and(Types::named(names));
            }
            let listed = part.get("enum").and_then(Value::as_array);
            let only = part.get("const").map(std::slice::from_ref);
            if let Some(listed) = listed.map(Vec::as_slice).or(only) {
                self.values = Some(match self.values.take() {
                    None => listed.iter().collect(),
                    Some(known) => known
                        .into_iter()
                        .filter(|value| listed.contains(value))
                        .collect(),
                });
            }
        }
        if self.values.is_none() {
            if self.types == Types::NULL {
                self.values = Some(vec![&NULL]);
            } else if self.types == Types::BOOLEAN {
                self.values = Some(vec![&TRUE, &FALSE]);
            }
        }
        if let Some(values) = &mut self.values {
            let types = self.types;
            values.retain(|value| types.has(Types::of(value)));
            let found = values.iter().map(|value| Types::of(value));
            self.types = found.fold(Types::NONE, Types::or);
        }
    }

    /// The branches of the next union that none was taken of, and the conjunction without that union.
    pub(crate) fn next_union(&self) -> Option<(Self, &'d [Value])> {
        for part in &self.parts {
            for keyword in ["anyOf", "oneOf"] {
                let Some(union) = part.get(keyword) else {
                    continue;
                };
                let branches = union.as_array().map(Vec::as_slice).unwrap_or_default();
                if !self.taken.contains(&std::ptr::from_ref(union)) && !branches.is_empty() {
                    let mut rest = self.clone();
                    rest.taken.push(std::ptr::from_ref(union));
                    return Some((rest, branches));
                }
            }
        }
        None
    }

    /// The schemas for the member of a name. `None` for a name that no schema lists.
    pub(crate) fn member(&self, name: Option<&str>) -> Self {
        let schemas = self.parts.iter().filter_map(|part| {
            let properties = part.get("properties").and_then(Value::as_object);
            let listed = name.and_then(|name| properties?.get(name));
            // A pattern may match the name, and then `additionalProperties` says nothing of it.
            let others = || {
                let is_plain = !part.contains_key("patternProperties");
                part.get("additionalProperties").filter(|_| is_plain)
            };
            listed.or_else(others)
        });
        Self::new(self.definitions, schemas)
    }

    /// The schemas for the names of members.
    pub(crate) fn names(&self) -> Self {
        let schemas = self.parts.iter();
        let schemas = schemas.filter_map(|part| part.get("propertyNames"));
        Self::new(self.definitions, schemas).of_types(Types::STRING)
    }

    /// The names of all members that are listed.
    pub(crate) fn member_names(&self) -> Vec<&'d str> {
        let mut names = Vec::new();
        let mut seen = HashSet::new();
        for part in &self.parts {
            let properties = part.get("properties").and_then(Value::as_object);
            for name in properties.into_iter().flat_map(Object::keys) {
                if seen.insert(name) {
                    names.push(name.as_str());
                }
            }
        }
        names
    }

    /// The names of the members that must be there.
    pub(crate) fn required(&self) -> HashSet<&'d str> {
        let lists = self.parts.iter().flat_map(|part| list(part, "required"));
        lists.filter_map(Value::as_str).collect()
    }

    /// The schemas for the element at an index.
    pub(crate) fn element(&self, index: usize) -> Self {
        let schemas = self.parts.iter().filter_map(|part| {
            let prefix = list(part, "prefixItems");
            prefix.get(index).or_else(|| part.get("items"))
        });
        Self::new(self.definitions, schemas)
    }

    /// The length of the longest `prefixItems`.
    pub(crate) fn prefix_length(&self) -> usize {
        let lengths = self
            .parts
            .iter()
            .map(|part| list(part, "prefixItems").len());
        lengths.max().unwrap_or_default()
    }

    /// The greatest number for a keyword.
    pub(crate) fn greatest(&self, keyword: &str) -> Option<u64> {
        self.counts(keyword).max()
    }

    /// The least number for a keyword.
    pub(crate) fn least(&self, keyword: &str) -> Option<u64> {
        self.counts(keyword).min()
    }

    fn counts(&self, keyword: &str) -> impl Iterator<Item = u64> {
        self.parts
            .iter()
            .filter_map(move |part| part.get(keyword)?.as_f64())
            .filter(|count| *count >= 0.0)
            .map(count)
    }

    /// The most elements that there can be.
    pub(crate) fn most_elements(&self) -> Option<u64> {
        let closed = self.parts.iter().filter_map(|part| {
            let closed = part.get("items") == Some(&FALSE);
            closed.then(|| list(part, "prefixItems").len() as u64)
        });
        closed.chain(self.least("maxItems")).min()
    }

    /// The conjunction as a schema with its definitions.
    pub(crate) fn to_schema(&self) -> Value {
        let mut schema = Object::new();
        let parts = self.parts.iter().map(|part| Value::Object((*part).clone()));
        let mut all: Vec<Value> = parts.collect();
        if self.types != Types::ALL && self.values.is_none() {
            let names: Vec<Value> = self.types.each().map(|one| one.name().into()).collect();
            all.push(Value::Object(Object::from_iter([(
                "type".to_owned(),
                names.into(),
            )])));
        }
        if let Some(values) = &self.values {
            let values = values.iter().map(|value| (*value).clone());
            schema.insert("enum".to_owned(), Value::Array(values.collect()));
        }
        schema.insert("allOf".to_owned(), Value::Array(all));
        complete(schema, self.definitions)
    }

    /// The key that tells the conjunction from others.
    pub(crate) fn key(&self) -> (Vec<usize>, Types, Vec<String>) {
        let mut parts: Vec<usize> = self
            .parts
            .iter()
            .map(|part| std::ptr::from_ref(*part).addr())
            .collect();
        parts.sort_unstable();
        parts.extend(self.taken.iter().map(|union| union.addr()));
        let values = self.values.iter().flatten();
        (parts, self.types, values.map(ToString::to_string).collect())
    }
}

/// A count as a validator reads it: `2.0` is 2.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count beyond 64 bits is beyond every value"
)]
fn count(number: f64) -> u64 {
    number.ceil() as u64
}
