//! Schemas as written to a [`Graph`]: every `$ref` names the schema it refers to.
//!
//! A reference may lead to a place that no keyword marks as a schema (`#/components/x/0`); that
//! place is read as one then. After this stage nothing follows a URI.

mod conflict;
mod cycles;
mod reference;

pub(crate) use conflict::contradicts_itself;

use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::schema::{Arena, Reader, SchemaId};
use crate::source::{Sources, Value};

/// All schemas of a run, with references resolved.
#[derive(Debug)]
pub(crate) struct Graph<'s> {
    /// The schemas.
    pub schemas: Arena,
    /// The text they were read from.
    pub sources: &'s Sources,
    /// The named ones, in document order.
    pub roots: Vec<Root>,
}

/// A named schema.
#[derive(Debug, Clone)]
pub(crate) struct Root {
    /// The name as the document spells it.
    pub wire_name: String,
    /// The schema.
    pub schema: SchemaId,
}

impl<'s> Graph<'s> {
    /// Reads the schemas of a document and everything they refer to.
    pub(crate) fn read(
        document: &Document,
        sources: &'s Sources,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut reader = Reader::default();
        let mut roots = Vec::with_capacity(document.roots.len());
        for root in &document.roots {
            let value = root.at.pointer.resolve(&sources.get(root.at.file).root);
            // The document listed the place a moment ago.
            let Some(value) = value else { continue };
            roots.push(Root {
                wire_name: root.wire_name.clone(),
                schema: reader.schema(root.at.clone(), value),
            });
        }
        reference::resolve_all(&mut reader, sources, diagnostics);
        let graph = Self {
            schemas: reader.finish(),
            sources,
            roots,
        };
        cycles::report(&graph, diagnostics);
        conflict::report(&graph, diagnostics);
        graph
    }

    /// A schema as the document has it.
    pub(crate) fn written(&self, id: SchemaId) -> &'s Value {
        let at = &self.schemas[id].at;
        let root = &self.sources.get(at.file).root;
        // Every schema was read from the place it names.
        at.pointer.resolve(root).unwrap_or(&Value::Null)
    }
}
