//! Parsed schemas to a [`Graph`]: each reference has its target.
//!
//! [`resolve`] finds the targets and names the schemas of other documents; [`cycles`] and [`conflict`] report
//! schemas without a meaning. The graph is final: no later stage changes it.

mod conflict;
mod conjunction;
mod cycles;
mod dynamic;
mod inherit;
mod name;
mod resolve;
mod scope;

use std::collections::HashMap;

pub use conflict::contradicts_itself;
pub use conjunction::{Conjunction, Part};
pub use inherit::Inheritance;

use crate::diagnostic::Diagnostics;
use crate::document::Usage;
use crate::location::SchemaLocation;
use crate::parse::{Arena, SchemaId, Schemas, ScopeId};
use crate::source::{Sources, Value};
use crate::upgrade::Upgraded;
use scope::Scopes;

/// All schemas of a run, with the targets of their references.
#[derive(Debug)]
pub struct Graph<'s> {
    /// The schemas.
    pub schemas: Arena,
    /// The text of the documents, and their values as written.
    pub sources: &'s Sources,
    /// The named schemas: those of the root document in its order, then those of other documents.
    pub named: Vec<NamedSchema>,
    /// The names of the schemas of operations, and what they are for.
    pub operations: HashMap<SchemaLocation, (String, Usage)>,
    /// The schemas that extend others.
    pub inheritance: Inheritance,
    documents: &'s Upgraded<'s>,
    by_location: HashMap<(SchemaLocation, ScopeId), SchemaId>,
    scopes: Scopes,
}

/// A named schema.
#[derive(Debug, Clone)]
pub struct NamedSchema {
    /// The name as the document spells it.
    pub wire_name: String,
    /// The schema.
    pub schema: SchemaId,
    /// What it is for, if it is the schema of an operation.
    pub usage: Option<Usage>,
}

/// Gives each reference its target, and reports schemas without a meaning.
pub fn resolve<'s>(
    schemas: Schemas,
    documents: &'s Upgraded<'s>,
    diagnostics: &mut Diagnostics,
) -> Graph<'s> {
    let resolve::Resolved {
        arena: schemas,
        named,
        scopes,
    } = resolve::resolve(schemas, &documents.references, diagnostics);
    let named = documents.named.iter().zip(named);
    let named = named.map(|(named, schema)| NamedSchema {
        wire_name: named.wire_name.clone(),
        schema,
        usage: named.usage.clone(),
    });
    let mut named: Vec<NamedSchema> = named.collect();
    named.extend(name::of_other_documents(&schemas, &scopes, documents));
    let operations = documents.operations.iter().map(|schema| {
        let named = (schema.wire_name.clone(), schema.usage.clone());
        (schema.at.clone(), named)
    });
    let by_location = schemas.ids().map(|id| {
        let schema = &schemas[id];
        ((schema.at.clone(), schema.scope), id)
    });
    let graph = Graph {
        by_location: by_location.collect(),
        sources: documents.sources,
        operations: operations.collect(),
        inheritance: Inheritance::find(&schemas, &named),
        named,
        schemas,
        documents,
        scopes,
    };
    cycles::report(&graph, diagnostics);
    conflict::report(&graph, diagnostics);
    graph
}

impl<'s> Graph<'s> {
    /// The schema at a location in a schema of this scope.
    pub fn at(&self, at: &SchemaLocation, outer: ScopeId) -> Option<SchemaId> {
        let scope = self.scopes.known_inside(outer, at);
        self.by_location.get(&(at.clone(), scope)).copied()
    }

    /// Whether schemas have the same meaning whatever leads to them.
    pub fn stands_alone(&self, conjunction: &Conjunction) -> bool {
        conjunction.parts.iter().all(|part| {
            let id = part.id();
            self.scopes.is_empty(self.schemas[id].scope)
                || self.named.iter().any(|named| named.schema == id)
        })
    }

    /// The value at a location of the upgraded documents.
    pub fn value(&self, at: &SchemaLocation) -> Option<&'s Value> {
        self.documents.value(at)
    }

    /// A schema as the upgraded document has it.
    pub fn written(&self, id: SchemaId) -> &'s Value {
        // Every schema was parsed from a value at its location.
        self.value(&self.schemas[id].at).unwrap_or(&Value::Null)
    }
}
