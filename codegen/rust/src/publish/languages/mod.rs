//! Turns types into their languages: JSON Schemas of the values that each accepts, writes and reads.
//!
//! All of them are made from the model, so two spellings of one meaning give the same schemas. Annotations are left
//! out. A reference leads to the definition of a type of the same language.

mod definitions;
mod keywords;
mod places;
mod types;
mod unions;

use std::collections::{HashMap, HashSet, VecDeque};

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::{ConstraintWriter, Publisher};
use cratify_model::model::{Model, Origin, TypeId, TypeKind};
use cratify_schema::SchemaLocation;
use cratify_schema::graph::Graph;

/// A language of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// The values that the schema accepts.
    Accepted,
    /// The values that the schema accepts and means: a `format` that chooses a Rust type is asserted.
    Meant,
    /// The values that a program writes if it makes a valid value of the members, the listed values and the branches that the
    /// type knows. Wider where it writes a value of one branch of `oneOf` that the schema also takes for one of another,
    /// and members of one branch of a condition with those of the other.
    Written,
    /// The values that tolerant reading takes.
    Read,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 4] = [Self::Accepted, Self::Meant, Self::Written, Self::Read];

    /// Its name, by which it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Meant => "meant",
            Self::Written => "written",
            Self::Read => "read",
        }
    }
}

/// The languages of all types of a crate.
#[derive(Debug, Default)]
pub struct Languages {
    /// The types that have a definition, by the names of their definitions: of the named schemas, in the order of the
    /// document, then of inline schemas to which a reference leads.
    pub types: IndexMap<String, Described>,
    definitions: HashMap<Language, Map<String, Value>>,
}

/// A type that has a definition in each language.
#[derive(Debug, Clone)]
pub struct Described {
    /// The type; none of a stored one that the model lacks.
    pub id: Option<TypeId>,
    /// The name of the schema, as the document spells it.
    pub wire_name: String,
    /// Whether the document names it.
    pub is_named: bool,
    /// Whether it may change in any release.
    pub is_unstable: bool,
    /// Whether a constraint is left out of its languages, because it is too large: they are wider than they should be.
    pub is_partial: bool,
    /// The locations of the schemas in its definition, by JSON Pointers into the language of what is accepted.
    pub places: HashMap<String, SchemaLocation>,
}

impl Languages {
    /// Languages that were stored: the types, and the definitions in each language, by the same names.
    pub fn stored(
        types: IndexMap<String, Described>,
        definitions: impl IntoIterator<Item = (Language, Map<String, Value>)>,
    ) -> Self {
        Self {
            types,
            definitions: definitions.into_iter().collect(),
        }
    }

    /// The languages of the types of a model.
    pub fn of(publisher: &Publisher<'_>, constraints: &ConstraintWriter<'_>) -> Self {
        let model = publisher.model;
        let mut languages = Self::default();
        let keys = keys(model);
        for language in Language::ALL {
            let mut writer = Writer {
                publisher,
                model,
                graph: publisher.graph,
                constraints,
                keys: &keys,
                language,
                within: Vec::new(),
                at: Vec::new(),
                places: HashMap::new(),
                is_partial: false,
                mentioned: Vec::new(),
            };
            let mut definitions = Map::new();
            let named = model
                .iter()
                .filter(|(_, def)| def.origin == Origin::Named)
                .map(|(id, _)| id);
            let mut open: VecDeque<TypeId> = named.collect();
            let mut seen: HashSet<TypeId> = open.iter().copied().collect();
            while let Some(id) = open.pop_front() {
                let key = &keys[&id];
                definitions.insert(key.clone(), writer.root(id));
                let found = std::mem::take(&mut writer.mentioned).into_iter();
                open.extend(found.filter(|id| seen.insert(*id)));
                let places = std::mem::take(&mut writer.places);
                let is_partial = std::mem::take(&mut writer.is_partial);
                let def = &model[id];
                let described = languages.types.entry(key.clone());
                let described = described.or_insert_with(|| Described {
                    id: Some(id),
                    wire_name: def.words().into_owned(),
                    is_named: def.origin == Origin::Named,
                    is_unstable: def.is_unstable,
                    is_partial: false,
                    places: HashMap::new(),
                });
                described.is_partial |= is_partial;
                if language == Language::Accepted {
                    described.places = places;
                }
            }
            languages.definitions.insert(language, definitions);
        }
        languages
    }

    /// The definitions in a language, by name.
    pub fn definitions(&self, language: Language) -> &Map<String, Value> {
        static NONE: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);
        self.definitions.get(&language).unwrap_or(&NONE)
    }
}

/// The names of the definitions of all types. They come from the document: a new Rust name changes no language.
fn keys(model: &Model) -> HashMap<TypeId, String> {
    let mut taken = HashSet::new();
    let mut keys = HashMap::new();
    for named in [true, false] {
        let types = model.iter();
        for (id, def) in types.filter(|(_, def)| (def.origin == Origin::Named) == named) {
            let plain = plain(&def.words());
            let mut key = plain.clone();
            let mut count = 1;
            while !taken.insert(key.clone()) {
                count += 1;
                key = format!("{plain}~{count}").replace('~', "-");
            }
            keys.insert(id, key);
        }
    }
    keys
}

/// A name that needs no escapes in a reference.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"._-".contains(&byte) {
            plain.push(char::from(byte));
        } else {
            plain.push_str(&format!("_{byte:02X}"));
        }
    }
    plain
}

/// Writes definitions in one language.
struct Writer<'w> {
    publisher: &'w Publisher<'w>,
    model: &'w Model,
    graph: &'w Graph<'w>,
    constraints: &'w ConstraintWriter<'w>,
    keys: &'w HashMap<TypeId, String>,
    language: Language,
    /// The inline types that are being written: one that is in itself is referred to.
    within: Vec<TypeId>,
    /// The tokens that lead to the schema that is being written.
    at: Vec<String>,
    places: HashMap<String, SchemaLocation>,
    is_partial: bool,
    /// The types that were referred to.
    mentioned: Vec<TypeId>,
}

impl Writer<'_> {
    /// The definition of a type.
    fn root(&mut self, id: TypeId) -> Value {
        self.within = vec![id];
        self.definition(id)
    }

    /// A type where it is used.
    fn named(&mut self, id: TypeId) -> Value {
        let def = &self.model[id];
        let is_inline = def.in_place && def.origin != Origin::Named;
        let is_short = !matches!(def.kind, TypeKind::Extern(_));
        if is_inline && is_short && !self.within.contains(&id) {
            self.within.push(id);
            let written = self.definition(id);
            self.within.pop();
            return written;
        }
        self.mentioned.push(id);
        let reference = format!("#/$defs/{}", self.keys[&id]);
        Value::Object(Map::from_iter([("$ref".to_owned(), reference.into())]))
    }

    /// Writes a subschema, of which the tokens say where it is.
    fn inside<R>(&mut self, tokens: &[&str], write: impl FnOnce(&mut Self) -> R) -> R {
        let depth = self.at.len();
        self.at
            .extend(tokens.iter().map(|token| (*token).to_owned()));
        let written = write(self);
        self.at.truncate(depth);
        written
    }
}
