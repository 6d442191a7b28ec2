//! Logs which keywords the decisions about types used.
//!
//! A keyword *shapes* a type if a decision followed it; the code of the decision logs it. Every other keyword
//! is a constraint or documentation. Several decisions read one schema: a keyword of it shapes a type if one
//! of them used it.

use std::collections::HashSet;

use super::view::View;
use cratify_schema::keyword;
use cratify_schema::parse::SchemaId;

/// The log. It is kept only if somebody asks for it.
#[derive(Debug, Default)]
pub struct UsageLog {
    wanted: bool,
    shaping: HashSet<(SchemaId, &'static str)>,
    documenting: HashSet<(SchemaId, &'static str)>,
}

/// The keywords by which a schema includes others.
const COMPOSING: [&str; 3] = ["$ref", "$dynamicRef", "allOf"];

impl UsageLog {
    /// An empty log, which records only if it is wanted.
    pub fn new(wanted: bool) -> Self {
        Self {
            wanted,
            ..Self::default()
        }
    }

    /// Whether somebody asks for the log.
    pub(super) fn is_wanted(&self) -> bool {
        self.wanted
    }

    /// Logs that these keywords of the schemas of a view, and the references to them, shaped a type. A schema
    /// need not have all of these keywords.
    pub(super) fn shape(&mut self, view: &View<'_>, keywords: &[&'static str]) {
        if self.wanted {
            self.shape_all(&view.leaves, keywords);
            self.shape_all(&view.leaves, &COMPOSING);
        }
    }

    /// Logs that these keywords of the schemas shaped a type.
    pub(super) fn shape_all(&mut self, schemas: &[SchemaId], keywords: &[&'static str]) {
        if self.wanted {
            let pairs = schemas
                .iter()
                .flat_map(|id| keywords.iter().map(|keyword| (*id, *keyword)));
            self.shaping.extend(pairs);
        }
    }

    /// Logs that schemas became an alias of a type.
    pub(super) fn compose(&mut self, schemas: &[SchemaId]) {
        self.shape_all(schemas, &COMPOSING);
    }

    /// Logs that the documentation of a schema is in the crate.
    pub(super) fn document(&mut self, schema: SchemaId) {
        if self.wanted {
            let pairs = keyword::shown().map(|member| (schema, member));
            self.documenting.extend(pairs);
        }
    }

    /// Logs that the documentation in these members is in the crate.
    pub(super) fn document_by(&mut self, schema: SchemaId, members: &[&'static str]) {
        if self.wanted {
            let pairs = members.iter().map(|member| (schema, *member));
            self.documenting.extend(pairs);
        }
    }

    /// Whether a keyword of a schema shaped a type.
    pub fn shapes(&self, schema: SchemaId, keyword: &str) -> bool {
        let shaping: &HashSet<(SchemaId, &str)> = &self.shaping;
        shaping.contains(&(schema, keyword))
    }

    /// Whether the documentation in a keyword is in the crate.
    pub fn documents(&self, schema: SchemaId, keyword: &str) -> bool {
        let documenting: &HashSet<(SchemaId, &str)> = &self.documenting;
        documenting.contains(&(schema, keyword))
    }
}
