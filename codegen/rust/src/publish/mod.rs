//! Turns each public type into its published schema: draft 2020-12, complete in itself.
//!
//! A published schema has the keywords of the upgraded document, and the schemas that it refers to under `$defs`.
//! Publication copies keywords; it does not rephrase them. It changes references and `example`, removes null where
//! the type has none, and writes an assumed type, marked with `x-cratify-assumed`.
//!
//! In some large documents, most schemas lead to most others. Then their definitions are published once, in a
//! [file](SHARED) of their own.

mod bundle;
mod constraints;
mod languages;
mod share;
mod spell;

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Map;

pub use bundle::Bundle;
pub use constraints::ConstraintWriter;
pub use languages::{Described, Language, Languages};

use cratify_model::model::{Applied, Model, Null, TypeDef, TypeId, TypeKind};
use cratify_model::names::{Names, name_definitions};
use cratify_model::settings::SchemaFiles;
use cratify_schema::graph::{Conjunction, Graph, Part};
use cratify_schema::keyword::{Effect, JsonType, TypeSet, effect_of};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;
use cratify_schema::text::percent_encoded;
use spell::{References, Schemas, Speller, add_type};

/// Where definitions are that schemas share. No type has a file of this name: those have no `-`.
pub const SHARED: &str = "schema/shared-definitions.schema.json";

/// How a reference to a definition begins.
const LOCAL: &str = "#/$defs/";

/// Where the schema of a type is in the crate.
pub fn path(names: &Names, id: TypeId) -> String {
    format!("schema/{}.schema.json", names[id].file)
}

/// Whether the schema of a type is in a file of its own. The schema of a constant is in the code: the schema of the type with
/// the member says the same. An extern type takes the place of its schema.
pub fn has_file(def: &TypeDef) -> bool {
    !matches!(def.kind, TypeKind::Constant(_) | TypeKind::Extern(_))
}

/// The schema of a type, to be serialized: most of it is shared with other types.
#[derive(Debug)]
pub struct Published<'p> {
    root: Map<String, Value>,
    /// The definitions under `$defs`, by name.
    definitions: Vec<(&'p str, &'p Value)>,
}

impl Published<'_> {
    /// The text of its file.
    pub fn text(&self) -> String {
        let mut text = crate::text::json(self);
        text.push('\n');
        text
    }
}

impl Serialize for Published<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(None)?;
        for (keyword, value) in &self.root {
            members.serialize_entry(keyword, value)?;
        }
        if !self.definitions.is_empty() {
            members.serialize_entry("$defs", &Named(&self.definitions))?;
        }
        members.end()
    }
}

struct Named<'d>(&'d [(&'d str, &'d Value)]);

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// Publishes schemas of one document.
#[derive(Debug)]
pub struct Publisher<'a> {
    graph: &'a Graph<'a>,
    model: &'a Model,
    /// The names under `$defs`, of all schemas that are referred to.
    names: HashMap<SchemaId, String>,
    /// Each schema that is referred to, with its references rewritten, and what it refers to.
    bodies: HashMap<SchemaId, (Value, Vec<SchemaId>)>,
    /// The types whose schemas refer to shared definitions.
    sharing: HashSet<TypeId>,
}

impl<'a> Publisher<'a> {
    /// Prepares the schemas that are referred to.
    pub fn new(graph: &'a Graph<'a>, model: &'a Model, names: &Names, files: SchemaFiles) -> Self {
        let mut publisher = Self {
            graph,
            model,
            names: name_definitions(graph, model, names),
            bodies: HashMap::new(),
            sharing: HashSet::new(),
        };
        let targets: Vec<SchemaId> = publisher.names.keys().copied().collect();
        for id in targets {
            let body = publisher.body(id, LOCAL);
            publisher.bodies.insert(id, body);
        }
        publisher.share(files);
        publisher
    }

    /// The types whose schemas refer to shared definitions.
    pub fn sharing(&self) -> &HashSet<TypeId> {
        &self.sharing
    }

    /// The schemas that have [no file](has_file), as text.
    pub fn texts_without_file(&self) -> HashMap<TypeId, String> {
        let types = self.model.iter();
        let without = types.filter(|(_, def)| !has_file(def));
        let texts = without.map(|(id, _)| {
            let text = serde_json::to_string(&self.schema(id));
            (id, text.unwrap_or_default())
        });
        texts.collect()
    }

    /// The texts by which the schemas of a type stand where they are used.
    pub fn texts(&self, id: TypeId) -> Vec<String> {
        let parts = self.model[id].schema.parts.iter();
        let bodies = parts.map(|part| match self.bodies.get(&part.id()) {
            Some((body, _)) => body.to_string(),
            None => self.body(part.id(), LOCAL).0.to_string(),
        });
        bodies.collect()
    }

    /// The schema of a type.
    pub fn schema(&self, id: TypeId) -> Published<'_> {
        self.write_schema(id, self.sharing.contains(&id))
    }

    /// Whether a part of a conjunction leads to an `anyOf` of which only some branches are in the conjunction.
    fn lacks_branches(&self, conjunction: &Conjunction, id: SchemaId) -> bool {
        let parts = conjunction.expanded(&self.graph.schemas);
        let is_own = |part: &Part| matches!(part, Part::Own(_));
        let has = |id| parts.iter().any(|part| part.id() == id);
        let has_union = |id| parts.iter().any(|part| part.id() == id && !is_own(part));
        self.graph.lacks_branches(id, has_union, has)
    }

    /// The schema of a type, which refers to shared definitions or has its own.
    fn write_schema(&self, id: TypeId, shares: bool) -> Published<'_> {
        let conjunction = &self.model[id].schema;
        let prefix = if shares { share::PREFIX } else { LOCAL };
        let mut needed = Vec::new();
        let mut bodies: Vec<Value> = Vec::new();
        for part in &conjunction.parts {
            let (mut body, references) = match self.bodies.get(&part.id()) {
                Some(known) if !shares => known.clone(),
                _ => self.body(part.id(), prefix),
            };
            if let (Part::Own(id), Value::Object(members)) = (part, &mut body) {
                members.retain(|keyword, _| match keyword.as_str() {
                    "$ref" | "allOf" | "anyOf" | "oneOf" | "discriminator" => false,
                    // Several branches of `anyOf` evaluate together: their union has the keyword.
                    "unevaluatedProperties" | "unevaluatedItems" => {
                        !self.lacks_branches(conjunction, *id)
                    }
                    _ => true,
                });
            }
            needed.extend(references);
            bodies.push(body);
        }
        let mut schema = Map::new();
        schema.insert(
            "$schema".to_owned(),
            Value::from("https://json-schema.org/draft/2020-12/schema"),
        );
        let own = conjunction.parts[0].id();
        // A shared schema has a file of its own.
        let definitions = if shares {
            IndexMap::new()
        } else {
            self.definitions(needed)
        };
        let defined = definitions.contains_key(&own) || shares && self.bodies.contains_key(&own);
        let bodies_len = bodies.len();
        match (bodies_len, bodies.pop()) {
            // A schema that refers to itself does so by its name: a second copy at the root would
            // only invite them to differ.
            (1, Some(body)) if defined => {
                schema.extend(body.as_object().map(documentation).unwrap_or_default());
                let reference = self.reference(own, prefix);
                schema.insert("$ref".to_owned(), Value::String(reference));
                if self.model.assumed.of(own, Applied::Part).is_none() {
                    add_type(&mut schema, self.model.assumed.of(own, Applied::Alone));
                }
            }
            (1, Some(Value::Object(members))) => {
                add_type(&mut schema, self.model.assumed.of(own, Applied::Alone));
                schema.extend(members);
            }
            (1, Some(Value::Bool(false))) => {
                schema.insert("not".to_owned(), Value::Object(Map::new()));
            }
            (_, last) => {
                bodies.extend(last);
                if let (true, Some(Value::Object(body))) =
                    (bodies.len() > 1, bodies.get_mut(conjunction.principal()))
                {
                    // Documentation of the type stands at the top, where readers look for it.
                    schema.extend(documentation(body));
                    body.retain(|name, _| effect_of(name) != Some(Effect::Documents));
                }
                if bodies.len() > 1 {
                    schema.extend(take_unevaluated(&conjunction.parts, &mut bodies));
                    schema.insert("allOf".to_owned(), Value::Array(bodies));
                }
            }
        }
        let done = conjunction.mask == TypeSet::NOT_NULL
            && bodies_len == 1
            && self.remove_null(&mut schema, own);
        if conjunction.mask != TypeSet::ALL && !done {
            restrict(&mut schema, conjunction.mask);
        }
        Published {
            root: schema,
            definitions: self.named(definitions),
        }
    }

    /// Definitions under their names.
    fn named<'p>(
        &'p self,
        definitions: IndexMap<SchemaId, &'p Value>,
    ) -> Vec<(&'p str, &'p Value)> {
        let named = definitions.into_iter();
        named.map(|(id, body)| (&*self.names[&id], body)).collect()
    }

    /// Takes null away from where a schema lists it; says whether null is certainly gone.
    fn remove_null(&self, schema: &mut Map<String, Value>, id: SchemaId) -> bool {
        let mut done = false;
        match schema.get_mut("type") {
            Some(Value::Array(types)) => {
                types.retain(|ty| ty != "null");
                if let [only] = &types[..] {
                    let only = only.clone();
                    schema.insert("type".to_owned(), only);
                }
                done = true;
            }
            Some(Value::String(ty)) => done = ty != "null",
            _ => {}
        }
        if let Some(Value::Array(values)) = schema.get_mut("enum") {
            values.retain(|value| !value.is_null());
            done = true;
        }
        let read = &self.graph.schemas[id];
        for (keyword, branches) in [("anyOf", &read.any_of), ("oneOf", &read.one_of)] {
            if let (Some(Value::Array(written)), Some(branches)) =
                (schema.get_mut(keyword), branches)
            {
                let nulls = branches.iter().map(|id| self.model.nulls[id.index()]);
                let mut null = nulls.clone();
                written.retain(|_| null.next() != Some(Null::Only));
                done |= nulls.into_iter().all(|null| null != Null::Allowed);
            }
        }
        done
    }

    /// Everything that is referred to, directly or not, in the order of first mention.
    fn definitions(&self, mut open: Vec<SchemaId>) -> IndexMap<SchemaId, &Value> {
        let mut found = IndexMap::new();
        open.reverse();
        while let Some(id) = open.pop() {
            if found.contains_key(&id) {
                continue;
            }
            if let Some((body, references)) = self.bodies.get(&id) {
                found.insert(id, body);
                open.extend(references.iter().rev());
            }
        }
        found.sort_by(|a, _, b, _| self.names[a].cmp(&self.names[b]));
        found
    }

    /// A schema as written, with its references rewritten.
    fn body(&self, id: SchemaId, prefix: &str) -> (Value, Vec<SchemaId>) {
        let mut references = Definitions {
            publisher: self,
            prefix,
            mentioned: Vec::new(),
        };
        let schemas = Schemas {
            graph: self.graph,
            assumed: &self.model.assumed,
        };
        let mut speller = Speller::new(schemas, &mut references);
        let body = speller.schema(id, Applied::Part).unwrap_or_default();
        (body, references.mentioned)
    }

    fn reference(&self, id: SchemaId, prefix: &str) -> String {
        format!("{prefix}{}", percent_encoded(&self.names[&id], b"._-"))
    }
}

/// References to what is under `$defs`.
struct Definitions<'p> {
    publisher: &'p Publisher<'p>,
    /// How they begin.
    prefix: &'p str,
    /// The schemas that were referred to, in the order of their mention.
    mentioned: Vec<SchemaId>,
}

impl References for Definitions<'_> {
    fn refer(&mut self, target: SchemaId) -> Option<Value> {
        self.mentioned.push(target);
        self.name(target).map(spell::reference)
    }

    fn name(&mut self, target: SchemaId) -> Option<String> {
        Some(self.publisher.reference(target, self.prefix))
    }
}

/// The keywords of a schema that document it.
fn documentation(schema: &Map<String, Value>) -> Map<String, Value> {
    let documents = schema
        .iter()
        .filter(|(name, _)| effect_of(name) == Some(Effect::Documents));
    documents
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

/// Takes what a schema with a union says of values that neither it nor its branches evaluate. Here a branch
/// stands next to the schema in `allOf`, and not in it: only around the two is it known what both evaluate.
fn take_unevaluated(parts: &[Part], bodies: &mut [Value]) -> Map<String, Value> {
    let mut taken = Map::new();
    for keyword in ["unevaluatedProperties", "unevaluatedItems"] {
        let own = parts.iter().zip(&mut *bodies);
        let mut own = own.filter(|(part, _)| matches!(part, Part::Own(_)));
        let found = own.find_map(|(_, body)| body.as_object_mut()?.shift_remove(keyword));
        taken.extend(found.map(|value| (keyword.to_owned(), value)));
    }
    taken
}

/// Leaves only some types to a schema.
fn restrict(schema: &mut Map<String, Value>, mask: TypeSet) {
    let names: Vec<Value> = mask
        .iter()
        .map(|ty| Value::from(JsonType::as_str(ty)))
        .collect();
    let mask_value = match &names[..] {
        [one] => one.clone(),
        _ => Value::Array(names),
    };
    if schema.contains_key("type") || schema.contains_key("allOf") {
        // Documentation of the type stands at the top, where readers look for it.
        let stays = |name: &str| name == "$schema" || effect_of(name) == Some(Effect::Documents);
        let own: Map<String, Value> = schema
            .iter()
            .filter(|(name, _)| !stays(name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        schema.retain(|name, _| stays(name));
        schema.insert("allOf".to_owned(), Value::Array(vec![Value::Object(own)]));
    }
    schema.insert("type".to_owned(), mask_value);
}
