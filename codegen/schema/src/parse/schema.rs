//! One schema object, or one boolean schema.

use indexmap::IndexMap;

use super::{SchemaId, ScopeId};
use crate::keyword::TypeSet;
use crate::location::SchemaLocation;
use crate::source::Value;

/// The keywords of a schema. `R` is what is known of a reference: the [parser](super::parse) knows the location
/// of its text, the [graph](crate::graph) its target.
#[derive(Debug, Clone)]
pub struct Schema<R = Reference> {
    /// The location.
    pub at: SchemaLocation,
    /// The dynamic scope that it is resolved in.
    pub scope: ScopeId,
    /// `Some` for a boolean schema (JSON Schema core, section 4.3.2).
    pub boolean: Option<bool>,
    /// The annotations, which assert nothing.
    pub annotations: Annotations,
    /// `$ref` and `$dynamicRef` (core, section 8.2.3).
    pub references: Vec<R>,
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
    pub discriminator: Option<Discriminator<R>>,
    /// Assertions that restrict what the other keywords accept, and that no Rust type expresses:
    /// bounds, `pattern`, `not`, `if`, `contains`, … as they were written.
    pub rules: IndexMap<String, Value>,
    /// The subschemas of [`rules`](Self::rules), by keyword.
    pub rule_schemas: IndexMap<String, Vec<SchemaId>>,
    /// The schemas of the arguments of a generic extern type (`x-rust-type`).
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

/// A reference with a target.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The location of its text.
    pub at: SchemaLocation,
    /// The schema that it names.
    pub target: SchemaId,
}

/// The keywords that describe the members of an object.
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

/// The keywords that describe the elements of an array.
#[derive(Debug, Clone, Default)]
pub struct ArrayKeywords {
    /// `prefixItems`.
    pub prefix: Vec<SchemaId>,
    /// `items`.
    pub items: Option<SchemaId>,
}

/// OpenAPI's `discriminator`: the member that has the tag of a branch.
#[derive(Debug, Clone)]
pub struct Discriminator<R = Reference> {
    /// `propertyName`.
    pub member: String,
    /// `mapping`: tags, and the schemas that they select.
    pub mapping: Vec<(String, R)>,
    /// `defaultMapping`: the schema of values without a known tag (OpenAPI 3.2.0, section 4.25).
    pub default: Option<R>,
}

impl<R> Discriminator<R> {
    /// The references of the discriminator.
    pub fn references(&self) -> impl Iterator<Item = &R> {
        let mapped = self.mapping.iter().map(|(_, reference)| reference);
        mapped.chain(&self.default)
    }
}

impl<R> Schema<R> {
    /// A schema without keywords.
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

    /// The subschemas.
    pub fn subschemas(&self) -> impl Iterator<Item = SchemaId> + use<'_, R> {
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

    /// The same as [`subschemas`](Self::subschemas), to be changed.
    pub(crate) fn subschemas_mut(&mut self) -> impl Iterator<Item = &mut SchemaId> {
        let (object, array) = (&mut self.object, &mut self.array);
        let lists = [
            &mut self.all_of,
            &mut array.prefix,
            &mut self.rust_parameters,
        ]
        .into_iter()
        .chain(self.rule_schemas.values_mut());
        let unions = [&mut self.any_of, &mut self.one_of].into_iter().flatten();
        let maps = [&mut object.properties, &mut object.pattern_properties].into_iter();
        lists
            .chain(unions)
            .flatten()
            .chain(maps.flat_map(IndexMap::values_mut))
            .chain(
                [&mut object.additional, &mut array.items]
                    .into_iter()
                    .flatten(),
            )
    }

    /// The locations of all references, including the references of the discriminator.
    pub(crate) fn all_references(&self) -> impl Iterator<Item = &R> {
        let mapped = self.discriminator.iter();
        let mapped = mapped.flat_map(Discriminator::references);
        self.references.iter().chain(mapped)
    }

    /// The same as [`all_references`](Self::all_references), to be changed.
    pub(crate) fn all_references_mut(&mut self) -> impl Iterator<Item = &mut R> {
        let mapped = self.discriminator.iter_mut().flat_map(|one| {
            let mapped = one.mapping.iter_mut().map(|(_, reference)| reference);
            mapped.chain(&mut one.default)
        });
        self.references.iter_mut().chain(mapped)
    }

    /// The schema with other references. One for which the function has nothing is left out.
    pub(crate) fn with_references<T>(self, mut reference: impl FnMut(R) -> Option<T>) -> Schema<T> {
        let references = self.references.into_iter();
        let references = references.filter_map(&mut reference).collect();
        let discriminator = self.discriminator.map(|one| {
            let mapping = one.mapping.into_iter();
            Discriminator {
                member: one.member,
                mapping: mapping
                    .filter_map(|(tag, target)| Some((tag, reference(target)?)))
                    .collect(),
                default: one.default.and_then(&mut reference),
            }
        });
        Schema {
            at: self.at,
            scope: self.scope,
            boolean: self.boolean,
            annotations: self.annotations,
            references,
            types: self.types,
            values: self.values,
            is_const: self.is_const,
            object: self.object,
            array: self.array,
            format: self.format,
            all_of: self.all_of,
            any_of: self.any_of,
            one_of: self.one_of,
            discriminator,
            rules: self.rules,
            rule_schemas: self.rule_schemas,
            rust_parameters: self.rust_parameters,
            extensions: self.extensions,
        }
    }

    /// Whether a keyword describes the members of an object.
    pub fn has_object_keywords(&self) -> bool {
        let object = &self.object;
        !object.properties.is_empty()
            || !object.pattern_properties.is_empty()
            || object.additional.is_some()
            || !object.required.is_empty()
    }

    /// Whether a keyword describes the elements of an array.
    pub fn has_array_keywords(&self) -> bool {
        !self.array.prefix.is_empty() || self.array.items.is_some()
    }
}

impl Schema {
    /// The targets of `$ref` and `$dynamicRef`.
    pub fn targets(&self) -> impl Iterator<Item = SchemaId> + use<'_> {
        self.references.iter().map(|reference| reference.target)
    }

    /// The schemas that hold for each value of this one as well: the targets and the parts of `allOf`.
    pub fn included(&self) -> impl Iterator<Item = SchemaId> + use<'_> {
        self.targets().chain(self.all_of.iter().copied())
    }
}
