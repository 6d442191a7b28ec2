//! Turns parsed schemas into a [`Graph`]: each reference has its target.
//!
//! [`resolve`] finds the targets and names the schemas of other documents; [`alias`] merges aliases with targets of
//! the same name; [`cycles`] cuts schemas that are defined by themselves; [`conflict`] reports keywords that contradict
//! each other. Where requests and responses differ, [`Graph::split_forms`] makes a graph with schemas for each, when the
//! settings are known.

mod alias;
mod conflict;
mod conjunction;
mod cycles;
mod dynamic;
mod forms;
mod inherit;
mod name;
mod older_yaml;
mod resolve;
mod scope;

use std::collections::HashMap;

pub use conflict::contradicts_itself;
pub use conjunction::{Conjunction, Part};
pub use inherit::Inheritance;

use crate::diagnostic::Diagnostics;
use crate::document::{Form, Usage};
use crate::link::Unresolved;
use crate::location::SchemaLocation;
use crate::parse::{Arena, SchemaId, Schemas, ScopeId};
use crate::source::{FileId, Sources, Value};
use crate::upgrade::Upgraded;
use forms::Forms;
use scope::Scopes;

/// All schemas of a run, with the targets of their references.
#[derive(Debug)]
pub struct Graph<'s> {
    /// The schemas.
    pub schemas: Arena,
    /// The text of the documents, and their values as written.
    pub sources: &'s Sources,
    /// The named schemas: of the root document in its order, then of other documents.
    pub named: Vec<NamedSchema>,
    /// The names of the schemas of operations, and their purpose.
    pub operations: HashMap<SchemaLocation, (String, Usage)>,
    /// The schemas that extend others.
    pub inheritance: Inheritance,
    /// The references that are read as any value: references without a target, and references that lead back to their
    /// schema.
    pub unresolved: Vec<Unresolved>,
    documents: &'s Upgraded<'s>,
    by_location: HashMap<(SchemaLocation, ScopeId), SchemaId>,
    scopes: Scopes,
    merged: alias::Merged,
    forms: Forms,
}

/// A named schema.
#[derive(Debug, Clone)]
pub struct NamedSchema {
    /// The name as the document spells it.
    pub wire_name: String,
    /// The schema.
    pub schema: SchemaId,
    /// Its purpose, if it is the schema of an operation.
    pub usage: Option<Usage>,
    /// The form, if it is not the schema that the document gives this name.
    pub form: Option<Form>,
}

/// Gives each reference its target, and reports schemas without a meaning.
pub fn resolve<'s>(
    schemas: Schemas,
    documents: &'s Upgraded<'s>,
    diagnostics: &mut Diagnostics,
) -> Graph<'s> {
    let resolve::Resolved {
        arena: mut schemas,
        named,
        scopes,
    } = resolve::resolve(schemas, &documents.references, diagnostics);
    let named = documents.named.iter().zip(named);
    let named = named.map(|(named, schema)| NamedSchema {
        wire_name: named.wire_name.clone(),
        schema,
        usage: named.usage.clone(),
        form: None,
    });
    let mut named: Vec<NamedSchema> = named.collect();
    named.extend(name::of_other_documents(&schemas, &scopes, documents));
    let merged = alias::merge(&mut schemas, &mut named, |schema| {
        documents.value(&schema.at)
    });
    let mut unresolved = documents.unresolved.clone();
    let locations = documents.locations();
    for (at, mut problem) in cycles::cut(&mut schemas, diagnostics) {
        problem.relocate(&locations);
        unresolved.push(Unresolved::new(at, problem, Vec::new()));
    }
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
        unresolved,
        documents,
        scopes,
        merged,
        forms: Forms::default(),
    };
    conflict::report(&graph, diagnostics);
    inherit::report(&graph, diagnostics);
    older_yaml::report(&graph, &locations, diagnostics);
    graph
}

impl<'s> Graph<'s> {
    /// The schema at a location in another schema, or around it.
    pub fn at(&self, at: &SchemaLocation, outer: SchemaId) -> Option<SchemaId> {
        let scope = self.scopes.known_inside(self.schemas[outer].scope, at);
        let found = self.by_location.get(&(at.clone(), scope)).copied()?;
        Some(self.forms.inside(outer, found))
    }

    /// Whether schemas have the same meaning whatever leads to them.
    pub fn stands_alone(&self, conjunction: &Conjunction) -> bool {
        conjunction.parts.iter().all(|part| {
            let id = part.id();
            self.named.iter().any(|named| named.schema == id)
                || self.scopes.is_empty(self.schemas[id].scope)
                    && !self.forms.depends_on_context(id)
        })
    }

    /// The file of the root document.
    pub fn root_file(&self) -> FileId {
        self.documents.root_file()
    }

    /// The documents to make types of, the root document first.
    pub fn root_files(&self) -> &[FileId] {
        self.documents.root_files()
    }

    /// The value at a location of the upgraded documents.
    pub fn value(&self, at: &SchemaLocation) -> Option<&'s Value> {
        self.documents.value(at)
    }

    /// A schema as the upgraded document has it, with the annotations of aliases that were merged with it. A
    /// [form](Form) is written with the members that it does not have.
    pub fn written(&self, id: SchemaId) -> &Value {
        let written = self.merged.values.get(&self.origin(id));
        // Every schema was parsed from a value at its location.
        written.unwrap_or_else(|| self.value(&self.schemas[id].at).unwrap_or(&Value::Null))
    }

    /// The aliases that are one with their targets, since these have the same name: pairs of an alias and its
    /// target, in the order of parsing.
    pub fn merged(&self) -> impl Iterator<Item = (SchemaId, SchemaId)> {
        let ids = self.schemas.ids();
        ids.filter_map(|id| Some((id, self.merged_with(id)?)))
    }

    /// The target that an alias is one with.
    pub fn merged_with(&self, alias: SchemaId) -> Option<SchemaId> {
        self.merged.aliases.get(&alias).copied()
    }

    /// Whether a schema is the reference of a merged alias, or is the alias.
    pub fn is_merged(&self, id: SchemaId) -> bool {
        self.merged.aliases.contains_key(&id) || self.merged.parts.contains(&id)
    }

    /// The merged alias whose annotation takes the place of the schema's own.
    pub fn annotated_by(&self, id: SchemaId, annotation: &str) -> Option<SchemaId> {
        let key = (id, annotation.to_owned());
        self.merged.stated.get(&key).copied()
    }
}
