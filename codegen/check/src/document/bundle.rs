//! Turns a schema of a document into one that is complete in itself, with the targets of its references under `$defs`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use cratify_schema::SchemaLocation;
use cratify_schema::document::Form;
use cratify_schema::text::percent_encoded;

use super::Document;
use super::forms::without;
use super::parts::{REFERENCES, Subschemas, is_silent, subschemas};

/// The limit of definitions in one schema.
const MOST: usize = 50_000;

/// The context that a schema is read in: it comes from the schemas that lead to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Scope {
    /// The dynamic anchors that the resources bind, by name (2020-12, core, section 8.2.3.2).
    anchors: Arc<BTreeMap<String, SchemaLocation>>,
    /// The direction that the schema is read for.
    form: Option<Form>,
    /// The members that the direction does not have.
    pub(super) removed: Arc<BTreeSet<String>>,
}

/// A schema in the scope that it is read in.
pub(crate) type Scoped = (SchemaLocation, Scope);

impl Document {
    /// The schema at a location of the upgraded document, complete in itself. It has the keywords that say something
    /// about values, and plain references. Definitions get the `names` that are wanted for them.
    ///
    /// # Errors
    ///
    /// It has too many definitions.
    pub(crate) fn bundle(
        &self,
        at: &SchemaLocation,
        form: Option<Form>,
        names: &HashMap<Scoped, String>,
    ) -> Result<Value, String> {
        let entry = self.entry(at, form);
        let mut bundler = Bundler::new(self, names);
        let body = bundler.schema(&entry);
        let mut definitions = Map::new();
        while let Some(scoped) = bundler.open.pop() {
            let definition = bundler.schema(&scoped);
            definitions.insert(bundler.names[&scoped].clone(), definition);
            if definitions.len() > MOST {
                return Err(format!("{} refers to too many schemas", at.pointer));
            }
        }
        definitions.sort_keys();
        // A schema that refers to itself does so by its name.
        let mut bundle = match (bundler.names.get(&entry), body) {
            (Some(name), _) => Map::from_iter([("$ref".to_owned(), reference(name).into())]),
            (None, Value::Object(members)) => members,
            (None, Value::Bool(false)) => Map::from_iter([("not".to_owned(), json!({}))]),
            (None, _) => Map::new(),
        };
        if !definitions.is_empty() {
            bundle.insert("$defs".to_owned(), Value::Object(definitions));
        }
        Ok(Value::Object(bundle))
    }

    /// Whether references lead from a schema to one of another file.
    pub(crate) fn leads_elsewhere(&self, at: &SchemaLocation) -> bool {
        let names = HashMap::new();
        let mut bundler = Bundler::new(self, &names);
        bundler.schema(&self.entry(at, None));
        while let Some(scoped) = bundler.open.pop() {
            if scoped.0.file != at.file {
                return true;
            }
            bundler.schema(&scoped);
        }
        false
    }

    /// A schema in the scope that it has by itself.
    pub(super) fn entry(&self, at: &SchemaLocation, form: Option<Form>) -> Scoped {
        let nothing = BTreeSet::new();
        let removed = form.map(|form| self.removed(at, form, &nothing));
        let scope = Scope {
            form,
            removed: Arc::new(removed.unwrap_or_default()),
            ..Scope::default()
        };
        (at.clone(), self.enter(at, &scope))
    }

    /// The target of a reference in a schema; `None` if it has none.
    pub(super) fn target(&self, (at, scope): &Scoped, keyword: &str) -> Option<Scoped> {
        let reference = at.join(keyword);
        if self.unresolved.contains(&reference) {
            return None;
        }
        let target = self.references.target(&reference)?;
        let bound = target.dynamic.as_ref();
        let bound = bound.and_then(|name| scope.anchors.get(name));
        let to = bound.unwrap_or(&target.at);
        let mut scope = self.enter(to, scope);
        if let Some(form) = scope.form {
            scope.removed = Arc::new(self.removed_behind(to, form, &scope.removed));
        }
        Some((to.clone(), scope))
    }

    /// A subschema, which may be a resource of its own.
    pub(super) fn step(&self, (at, scope): &Scoped, tokens: &[&str]) -> Scoped {
        let mut scope = scope.clone();
        let at = tokens.iter().fold(at.clone(), |at, token| at.join(token));
        let mut resources = self.references.dynamic_resources().iter();
        if resources.any(|resource| resource.at == at) {
            scope = self.enter(&at, &scope);
        }
        if let (Some(form), [keyword, ..]) = (scope.form, tokens) {
            let removed = self.removed_below(&at, keyword, form, &scope.removed);
            scope.removed = Arc::new(removed);
        }
        (at, scope)
    }

    /// The scope with the anchors of the resource that a location is in. The outermost resource binds a name.
    fn enter(&self, at: &SchemaLocation, scope: &Scope) -> Scope {
        let resources = self.references.dynamic_resources();
        if resources.is_empty() {
            return scope.clone();
        }
        let own = self.references.resource_of(at);
        let mut bound = BTreeMap::clone(&scope.anchors);
        for resource in resources.iter().filter(|resource| resource.at == own) {
            for (name, at) in &resource.anchors {
                bound.entry(name.clone()).or_insert_with(|| at.clone());
            }
        }
        Scope {
            anchors: Arc::new(bound),
            ..scope.clone()
        }
    }
}

struct Bundler<'d> {
    document: &'d Document,
    /// The names that are wanted for definitions.
    wanted: &'d HashMap<Scoped, String>,
    names: HashMap<Scoped, String>,
    taken: HashSet<String>,
    /// The definitions that are still to write.
    open: Vec<Scoped>,
}

impl<'d> Bundler<'d> {
    fn new(document: &'d Document, wanted: &'d HashMap<Scoped, String>) -> Self {
        Self {
            document,
            wanted,
            names: HashMap::new(),
            taken: HashSet::new(),
            open: Vec::new(),
        }
    }

    fn schema(&mut self, scoped: &Scoped) -> Value {
        let document = self.document;
        match document.value(&scoped.0) {
            Some(Value::Object(members)) => self.members(members, scoped),
            Some(boolean) => boolean.clone(),
            None => Value::Bool(true),
        }
    }

    fn members(&mut self, members: &Map<String, Value>, scoped: &Scoped) -> Value {
        let mut written = Map::new();
        for (keyword, value) in members {
            if REFERENCES.contains(&keyword.as_str()) {
                self.refer(keyword, scoped, &mut written);
                continue;
            }
            if is_silent(keyword) {
                continue;
            }
            let Some(value) = without(keyword, value, &scoped.1.removed) else {
                continue;
            };
            let value = &*value;
            let below = |token: &str| self.document.step(scoped, &[keyword, token]);
            let value = match (subschemas(keyword, value), value) {
                (Subschemas::One, _) => self.schema(&self.document.step(scoped, &[keyword])),
                (Subschemas::List, Value::Array(values)) => {
                    let all: Vec<Scoped> = (0..values.len())
                        .map(|index| below(&index.to_string()))
                        .collect();
                    all.iter().map(|scoped| self.schema(scoped)).collect()
                }
                (Subschemas::Named, Value::Object(values)) => {
                    let all: Vec<(&String, &Value, Scoped)> = values
                        .iter()
                        .map(|(name, value)| (name, value, below(name)))
                        .collect();
                    let all = all.into_iter().map(|(name, value, scoped)| {
                        let names = value.as_array().map(|_| value.clone());
                        (name.clone(), names.unwrap_or_else(|| self.schema(&scoped)))
                    });
                    Value::Object(all.collect())
                }
                _ => value.clone(),
            };
            // `$dynamicRef` beside `$ref` comes into an `allOf`.
            match (written.get_mut(keyword), value) {
                (Some(Value::Array(all)), Value::Array(more)) => all.extend(more),
                (_, value) => drop(written.insert(keyword.clone(), value)),
            }
        }
        Value::Object(written)
    }

    fn refer(&mut self, keyword: &str, scoped: &Scoped, written: &mut Map<String, Value>) {
        let Some(target) = self.document.target(scoped, keyword) else {
            return;
        };
        let text = Value::String(reference(&self.name(&target)));
        if written.contains_key("$ref") {
            let all = written.entry("allOf").or_insert_with(|| json!([]));
            if let Value::Array(all) = all {
                all.push(json!({ "$ref": text }));
            }
        } else {
            written.insert("$ref".to_owned(), text);
        }
    }

    /// The name of a definition, which is written when it gets one.
    fn name(&mut self, scoped: &Scoped) -> String {
        if let Some(name) = self.names.get(scoped) {
            return name.clone();
        }
        let own = || {
            scoped
                .0
                .pointer
                .last()
                .map_or_else(|| "root".to_owned(), std::borrow::Cow::into_owned)
        };
        let wanted = self.wanted.get(scoped).cloned().unwrap_or_else(own);
        let numbered = (2..).map(|number| format!("{wanted}{number}"));
        let mut free = std::iter::once(wanted.clone()).chain(numbered);
        let name = free
            .find(|name| self.taken.insert(name.clone()))
            .unwrap_or(wanted);
        self.names.insert(scoped.clone(), name.clone());
        self.open.push(scoped.clone());
        name
    }
}

/// The text of a reference to a definition (RFC 6901, sections 3 and 6).
fn reference(name: &str) -> String {
    let token = name.replace('~', "~0").replace('/', "~1");
    format!("#/$defs/{}", percent_encoded(&token, b"._-"))
}
