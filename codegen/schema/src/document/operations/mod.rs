//! Turns the operations of a document into named schemas, of bodies, parameters and headers in `paths`, `webhooks`,
//! callbacks and `components`.
//!
//! [`parts`] finds the objects that references of operations lead to, and [`walk`] the schemas; [`name`] names each after
//! its operation or component, [`purpose`] describes it, and [`share`] picks one of equal schemas. [`groups`]
//! divides the operations by tag.

mod groups;
mod name;
mod parts;
mod purpose;
mod share;
mod usual;
mod walk;
mod words;

pub(crate) use groups::OperationDocuments;
pub use groups::{OperationGroup, Sent};
pub(crate) use parts::Parts;
pub(super) use parts::{MissingPart, Why};

use crate::Operations;
use crate::document::{Documents, Form};
use crate::keyword::{self, Dialect, Keyword};
use crate::location::SchemaLocation;
use crate::source::{FileId, Sources, Value};

/// A schema in an operation, or in a component that is not a schema.
#[derive(Debug)]
pub struct OperationSchema {
    /// The location.
    pub at: SchemaLocation,
    /// The name of its operation or component and its role, as words.
    pub wire_name: String,
    /// Its purpose.
    pub usage: Usage,
    /// Whether it describes the body of a request or a response.
    pub is_body: bool,
    /// Its contribution to the schemas of the document.
    pub content: Content,
    /// Whether types of its role are asked for.
    pub is_wanted: bool,
}

/// The contribution of a schema of an operation to the schemas of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// A type of its own.
    Own,
    /// A reference to a schema, with annotations at most.
    Reference,
    /// Nothing: it accepts any value, or another schema of the operation is equal.
    Nothing,
}

impl OperationSchema {
    /// Whether it is a reference to a schema that gets a type.
    pub fn is_reference_to_type(&self) -> bool {
        self.is_wanted && self.content == Content::Reference
    }

    /// The setting that makes types for it and for the fewest others.
    pub fn least(&self) -> Operations {
        if self.is_body {
            Operations::Bodies
        } else {
            Operations::All
        }
    }
}

/// The purpose of a schema of an operation.
#[derive(Debug, Clone)]
pub struct Usage {
    /// The name to use if a named schema has the first one.
    pub alternative: String,
    /// A sentence, with what the document says about the operation: Markdown.
    pub purpose: String,
    /// The document's description of the body, parameter or header: Markdown.
    pub description: Option<String>,
    /// The direction in which its values are sent.
    pub form: Form,
}

impl Usage {
    /// All texts, beginning with the text of the schema: Markdown. Equal texts occur once.
    pub fn texts<'a>(&'a self, schema: Option<&'a str>) -> Vec<&'a str> {
        let texts = [
            schema,
            self.description.as_deref(),
            Some(self.purpose.as_str()),
        ];
        let mut different: Vec<&str> = Vec::new();
        for text in texts.into_iter().flatten() {
            if !different.iter().any(|known| known.trim() == text.trim()) {
                different.push(text);
            }
        }
        different
    }
}

/// Whether a reference leads into an operation or into a component that is not a schema, as far as its text
/// tells.
pub(super) fn are_referred_to(root: &Value) -> bool {
    let mut open = vec![root];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                let reference = members.get("$ref").and_then(Value::as_str);
                if reference.is_some_and(leads_into_operations) {
                    return true;
                }
                open.extend(members.values());
            }
            Value::Array(values) => open.extend(values),
            _ => {}
        }
    }
    false
}

/// Operations refer to whole parameters and responses. A reference to one of their schemas goes deeper.
fn leads_into_operations(reference: &str) -> bool {
    let Some(path) = reference.split_once("#/").map(|(_, path)| path) else {
        return false;
    };
    let mut tokens = path.split('/');
    match tokens.next() {
        Some("paths" | "webhooks") => true,
        Some("components") => tokens.next() != Some("schemas") && tokens.count() > 1,
        Some("parameters" | "responses") => true,
        _ => false,
    }
}

/// The schemas of all operations, in document order. Nothing is known yet about what is wanted.
pub(super) fn schemas(
    file: FileId,
    documents: &Documents,
    sources: &Sources,
    dialect: Dialect,
    parts: &Parts,
) -> Vec<OperationSchema> {
    let walk::Walked {
        schemas: found,
        ids,
    } = walk::find(file, documents, sources, dialect, parts);
    let firsts = share::firsts(&found);
    let schemas = found.iter().zip(firsts).map(|(found, is_first)| {
        let named = name::name(found, &ids);
        OperationSchema {
            at: found.at.clone(),
            content: if is_first {
                content(found.schema)
            } else {
                Content::Nothing
            },
            is_wanted: false,
            is_body: named.is_body,
            wire_name: named.wire_name,
            usage: named.usage,
        }
    });
    schemas.collect()
}

/// The contribution of a schema.
fn content(schema: &Value) -> Content {
    let own_if = |is_own| {
        if is_own {
            Content::Own
        } else {
            Content::Nothing
        }
    };
    let mut open = schema;
    loop {
        let Some(members) = open.as_object() else {
            return own_if(open == &Value::Bool(false));
        };
        if members.get("$ref").is_some_and(Value::is_string) {
            return if asserts_beside(open, "$ref") {
                Content::Own
            } else {
                Content::Reference
            };
        }
        match members.get("allOf").and_then(Value::as_array) {
            // In older dialects a reference gets a description by `allOf: [{ $ref: … }]`.
            Some(parts) if parts.len() == 1 && !asserts_beside(open, "allOf") => open = &parts[0],
            _ => return own_if(asserts_beside(open, "")),
        }
    }
}

fn asserts_beside(schema: &Value, sibling: &str) -> bool {
    let members = schema.as_object().into_iter().flatten();
    members
        .into_iter()
        .any(|(name, _)| name != sibling && keyword::find(name).is_some_and(Keyword::asserts))
}
