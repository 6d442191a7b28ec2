//! Which keywords the decisions about types were made from.
//!
//! A keyword shapes a type where a decision looked at it and followed it; whoever makes the decision
//! says so here. A keyword that nobody followed is a rule, or documentation, and strict reading and
//! the docs have it. The same schema is looked at many times, in different company: it shapes if it
//! did once.

use std::collections::HashSet;

use super::view::View;
use cratify_schema::parse::SchemaId;

/// What keywords were used for. Kept only for those who ask.
#[derive(Debug, Default)]
pub struct Uses {
    wanted: bool,
    shaping: HashSet<(SchemaId, &'static str)>,
    documenting: HashSet<(SchemaId, &'static str)>,
}

/// The keywords through which a schema says what others say.
const COMPOSING: [&str; 3] = ["$ref", "$dynamicRef", "allOf"];

/// The keywords that [`Docs`](crate::model::Docs) has a place for.
const DOCUMENTING: [&str; 9] = [
    "title",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "externalDocs",
];

impl Uses {
    /// Nothing yet; what is noted is kept if it is wanted.
    pub fn new(wanted: bool) -> Self {
        Self {
            wanted,
            ..Self::default()
        }
    }

    /// Notes that a type was made from these keywords of the schemas of a view, and from what leads
    /// to them. Not every schema has every keyword.
    pub(super) fn shape(&mut self, view: &View<'_>, keywords: &[&'static str]) {
        if self.wanted {
            self.shape_all(&view.leaves, keywords);
            self.shape_all(&view.leaves, &COMPOSING);
        }
    }

    /// Notes that a type was made from these keywords of the schemas.
    pub(super) fn shape_all(&mut self, schemas: &[SchemaId], keywords: &[&'static str]) {
        if self.wanted {
            let pairs = schemas
                .iter()
                .flat_map(|id| keywords.iter().map(|keyword| (*id, *keyword)));
            self.shaping.extend(pairs);
        }
    }

    /// Notes that a schema is another one under a name of its own.
    pub(super) fn compose(&mut self, schemas: &[SchemaId]) {
        self.shape_all(schemas, &COMPOSING);
    }

    /// Notes that what a schema says for people stands in the docs of the crate.
    pub(super) fn document(&mut self, schema: SchemaId) {
        self.document_by(schema, &DOCUMENTING);
    }

    /// Notes that what a schema says in these members stands in the docs of the crate.
    pub(super) fn document_by(&mut self, schema: SchemaId, members: &[&'static str]) {
        if self.wanted {
            let pairs = members.iter().map(|member| (schema, *member));
            self.documenting.extend(pairs);
        }
    }

    /// Whether a keyword of a schema had a part in what a type is.
    pub fn shapes(&self, schema: SchemaId, keyword: &str) -> bool {
        let shaping: &HashSet<(SchemaId, &str)> = &self.shaping;
        shaping.contains(&(schema, keyword))
    }

    /// Whether what a keyword says for people stands in the docs of the crate.
    pub fn documents(&self, schema: SchemaId, keyword: &str) -> bool {
        let documenting: &HashSet<(SchemaId, &str)> = &self.documenting;
        documenting.contains(&(schema, keyword))
    }
}
