//! Turns upgraded documents into [`Schemas`]: the value of each keyword is checked.
//!
//! [`parse`] starts with the named schemas. [`reader`] turns each value into a [`Schema`] and queues its
//! subschemas; the targets of its references follow. Schemas to which nothing leads are not parsed.

mod annotation;
mod arena;
mod discriminator;
mod extension;
mod member;
mod reader;
mod schema;
mod types;
mod unknown;
mod values;

use std::collections::{HashMap, HashSet};

pub use arena::{Arena, SchemaId, ScopeId};
pub use schema::{Annotations, ArrayKeywords, Discriminator, ObjectKeywords, Reference, Schema};

use crate::diagnostic::Diagnostics;
use crate::link::References;
use crate::location::SchemaLocation;
use crate::upgrade::Upgraded;
use reader::Reader;

/// A schema as parsed: a reference is the location of its text.
pub type ParsedSchema = Schema<SchemaLocation>;

/// The schemas of a run, by themselves.
#[derive(Debug)]
pub struct Schemas {
    /// The schemas, each location once.
    pub arena: Arena<ParsedSchema>,
    /// The named schemas of the root document, in its order.
    pub named: Vec<SchemaId>,
}

/// Parses the named schemas, and all schemas that they lead to.
pub fn parse(documents: &Upgraded<'_>, diagnostics: &mut Diagnostics) -> Schemas {
    let mut reader = Reader::new(documents);
    let named = documents.named.iter().map(|schema| reader.read(&schema.at));
    let named = named.collect();
    for schema in &documents.operations {
        if schema.is_reference_to_type() {
            reader.read(&schema.at);
        }
    }
    // A dynamic reference may have another target than the one that it names.
    for at in candidates(&documents.references) {
        reader.read(at);
    }
    reader.run(diagnostics);
    Schemas {
        arena: reader.finish(),
        named,
    }
}

/// The dynamic anchors that several schemas have: a `$dynamicRef` to one may mean any of them.
pub(crate) fn ambiguous_anchors(references: &References) -> HashSet<&str> {
    let mut seen: HashMap<&str, &SchemaLocation> = HashMap::new();
    let mut ambiguous = HashSet::new();
    for resource in references.dynamic_resources() {
        for (name, at) in &resource.anchors {
            if seen.insert(name, at).is_some_and(|other| other != at) {
                ambiguous.insert(name.as_str());
            }
        }
    }
    ambiguous
}

/// The schemas with ambiguous anchors.
fn candidates(references: &References) -> impl Iterator<Item = &SchemaLocation> {
    let ambiguous = ambiguous_anchors(references);
    let resources = references.dynamic_resources().iter();
    let anchors = resources.flat_map(|resource| &resource.anchors);
    let anchors = anchors.filter(move |(name, _)| ambiguous.contains(name.as_str()));
    anchors.map(|(_, at)| at)
}
