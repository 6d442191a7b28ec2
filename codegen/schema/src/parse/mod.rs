//! A JSON Schema as written: the keywords of JSON Schema 2020-12, with their types checked.
//!
//! One [`Schema`] stands for one schema object (or boolean) of the document, at the place [`SchemaLocation`].
//! Its sub-schemas are [`SchemaId`]s into the [`Arena`] that owns all of them, so nothing here is
//! nested and nothing recurses on the depth of the input. References are text until the
//! [graph](crate::graph) resolves them.
//!
//! Older dialects never get here: [`dialect`](crate::dialect) has already spelled the document in
//! 2020-12.

mod keyword;
mod pattern;
mod read;
mod scope;
mod words;

use indexmap::IndexMap;

pub use crate::keyword::{Effect, JsonType, MARKS, RUST_TYPE, TypeSet, effect_of};
pub use pattern::examine_pattern;
pub use read::Reader;
pub use scope::{Bindings, ScopeId, Scopes};
pub use words::{closest, describe, list, wrong_type};

use crate::source::{FileId, Part, Pointer, Value};

/// Index of a [`Schema`] in its [`Arena`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(u32);

impl SchemaId {
    /// The position in the order of reading, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The place of a schema: a file and a JSON Pointer (RFC 6901) into it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SchemaLocation {
    /// The file.
    pub file: FileId,
    /// Where in the file.
    pub pointer: Pointer,
}

impl SchemaLocation {
    /// The place of the member `token` of this value.
    #[must_use]
    pub fn join(&self, token: &str) -> Self {
        Self {
            file: self.file,
            pointer: self.pointer.join(token),
        }
    }

    /// The place as a diagnostic points to it: the value itself.
    pub fn value(&self) -> crate::diagnostic::SourceLocation {
        self.place(Part::Value)
    }

    /// The place as a diagnostic points to it: the key of the value.
    pub fn key(&self) -> crate::diagnostic::SourceLocation {
        self.place(Part::Key)
    }

    fn place(&self, part: Part) -> crate::diagnostic::SourceLocation {
        crate::diagnostic::SourceLocation::Pointer {
            file: self.file,
            pointer: self.pointer.clone(),
            part,
        }
    }
}

/// One schema object, or one boolean schema.
#[derive(Debug, Clone)]
pub struct Schema {
    /// Where it stands.
    pub at: SchemaLocation,
    /// What led to it, as far as that matters.
    pub scope: ScopeId,
    /// `Some` for a boolean schema (JSON Schema core, section 4.3.2).
    pub boolean: Option<bool>,
    /// What documents the schema and asserts nothing.
    pub annotations: Annotations,
    /// `$ref` and `$dynamicRef` (core, section 8.2.3).
    pub references: Vec<Reference>,
    /// `type`.
    pub types: Option<TypeSet>,
    /// `enum`, or the one value of `const`.
    pub values: Option<Vec<Value>>,
    /// Whether [`values`](Self::values) was written as `const`.
    pub is_const: bool,
    /// The keywords of objects.
    pub object: ObjectKeywords,
    /// The keywords of arrays.
    pub array: ArrayKeywords,
    /// `format`.
    pub format: Option<String>,
    /// `allOf`.
    pub all_of: Vec<SchemaId>,
    /// `anyOf`.
    pub any_of: Option<Vec<SchemaId>>,
    /// `oneOf`.
    pub one_of: Option<Vec<SchemaId>>,
    /// `discriminator` (OpenAPI 3.1.1, section 4.8.25).
    pub discriminator: Option<Discriminator>,
    /// Assertions that restrict what the other keywords accept, and that no Rust type expresses:
    /// bounds, `pattern`, `not`, `if`, `contains`, … as they were written.
    pub rules: IndexMap<String, Value>,
    /// The sub-schemas of [`rules`](Self::rules), by keyword.
    pub rule_schemas: IndexMap<String, Vec<SchemaId>>,
    /// The schemas of the arguments of the generic type that takes its place (`x-rust-type`).
    pub rust_parameters: Vec<SchemaId>,
    /// The `x-…` members.
    pub extensions: IndexMap<String, Value>,
}

/// Keywords that document a schema (JSON Schema validation, section 9).
#[derive(Debug, Clone, Default)]
pub struct Annotations {
    /// `title`.
    pub title: Option<String>,
    /// `description`: Markdown (`CommonMark`).
    pub description: Option<String>,
    /// `default`.
    pub default: Option<Value>,
    /// `examples`, and OpenAPI's `example`.
    pub examples: Vec<Value>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// `contentEncoding` (JSON Schema validation, section 8.3).
    pub content_encoding: Option<String>,
    /// `externalDocs`: the URL and its description (OpenAPI).
    pub external_docs: Option<(String, Option<String>)>,
}

/// A reference, before and after the graph has resolved it.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The place of its text.
    pub at: SchemaLocation,
    /// The schema it names; `None` until it is resolved.
    pub target: Option<SchemaId>,
}

/// The keywords that say which members an object has.
#[derive(Debug, Clone, Default)]
pub struct ObjectKeywords {
    /// `properties`, in document order.
    pub properties: IndexMap<String, SchemaId>,
    /// `patternProperties`, in document order.
    pub pattern_properties: IndexMap<String, SchemaId>,
    /// `additionalProperties`.
    pub additional: Option<SchemaId>,
    /// `required`, in document order.
    pub required: Vec<String>,
}

/// The keywords that say which elements an array has.
#[derive(Debug, Clone, Default)]
pub struct ArrayKeywords {
    /// `prefixItems`.
    pub prefix: Vec<SchemaId>,
    /// `items`.
    pub items: Option<SchemaId>,
}

/// OpenAPI's `discriminator`: the member that names the branch of a union.
#[derive(Debug, Clone)]
pub struct Discriminator {
    /// `propertyName`.
    pub member: String,
    /// `mapping`: tag value to the schema it names, as written.
    pub mapping: Vec<(String, Reference)>,
    /// `defaultMapping`: the schema of values that have no tag, or one that names none (OpenAPI 3.2.0,
    /// section 4.25).
    pub default: Option<Reference>,
}

impl Discriminator {
    /// What it refers to.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        let mapped = self.mapping.iter().map(|(_, reference)| reference);
        mapped.chain(&self.default)
    }

    /// The same, to be resolved.
    pub fn references_mut(&mut self) -> impl Iterator<Item = &mut Reference> {
        let mapped = self.mapping.iter_mut().map(|(_, reference)| reference);
        mapped.chain(&mut self.default)
    }
}

impl Schema {
    /// A schema at `at` that says nothing.
    pub fn empty(at: SchemaLocation, scope: ScopeId) -> Self {
        Self {
            at,
            scope,
            boolean: None,
            annotations: Annotations::default(),
            references: Vec::new(),
            types: None,
            values: None,
            is_const: false,
            object: ObjectKeywords::default(),
            array: ArrayKeywords::default(),
            format: None,
            all_of: Vec::new(),
            any_of: None,
            one_of: None,
            discriminator: None,
            rules: IndexMap::new(),
            rule_schemas: IndexMap::new(),
            rust_parameters: Vec::new(),
            extensions: IndexMap::new(),
        }
    }

    /// The schemas that it refers to.
    pub fn targets(&self) -> impl Iterator<Item = SchemaId> + use<'_> {
        let targets = self.references.iter();
        targets.filter_map(|reference| reference.target)
    }

    /// The schemas directly inside of it.
    pub fn inner(&self) -> impl Iterator<Item = SchemaId> + use<'_> {
        let (object, array) = (&self.object, &self.array);
        let lists = [&self.all_of, &array.prefix, &self.rust_parameters]
            .into_iter()
            .chain(self.rule_schemas.values());
        let unions = [&self.any_of, &self.one_of].into_iter().flatten();
        let maps = [&object.properties, &object.pattern_properties].into_iter();
        lists
            .chain(unions)
            .flatten()
            .chain(maps.flat_map(IndexMap::values))
            .chain([&object.additional, &array.items].into_iter().flatten())
            .copied()
    }

    /// Whether a keyword says which members an object has.
    pub fn has_object_keywords(&self) -> bool {
        let object = &self.object;
        !object.properties.is_empty()
            || !object.pattern_properties.is_empty()
            || object.additional.is_some()
            || !object.required.is_empty()
    }

    /// Whether a keyword says which elements an array has.
    pub fn has_array_keywords(&self) -> bool {
        !self.array.prefix.is_empty() || self.array.items.is_some()
    }
}

/// Owner of all schemas of a run.
#[derive(Debug, Default)]
pub struct Arena {
    nodes: Vec<Schema>,
}

impl Arena {
    /// Adds a schema and returns its id.
    ///
    /// # Panics
    ///
    /// With 2^32 schemas, which no document has room for.
    pub fn push(&mut self, schema: Schema) -> SchemaId {
        let id = SchemaId(u32::try_from(self.nodes.len()).expect("fewer than 2^32 schemas"));
        self.nodes.push(schema);
        id
    }

    /// How many schemas there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// All ids, in the order in which the schemas were read.
    pub fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..).take(self.nodes.len()).map(SchemaId)
    }
}

impl std::ops::Index<SchemaId> for Arena {
    type Output = Schema;

    fn index(&self, id: SchemaId) -> &Schema {
        &self.nodes[id.0 as usize]
    }
}

impl std::ops::IndexMut<SchemaId> for Arena {
    fn index_mut(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.nodes[id.0 as usize]
    }
}
