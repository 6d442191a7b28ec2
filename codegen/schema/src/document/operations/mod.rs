//! The operations of an API description to schemas with names: bodies of requests and responses,
//! parameters, headers, wherever they are (`paths`, `webhooks`, callbacks, `components`).
//!
//! [`walk`] finds the schemas, [`name`] calls each after its operation or component, and
//! [`share`] picks one of those that are equal within an operation.

mod media;
mod name;
mod share;
mod walk;

use crate::Operations;
use crate::keyword::{self, Dialect, Keyword};
use crate::location::SchemaLocation;
use crate::source::{FileId, Value};

/// A schema that stands in an operation, or in a component that is no schema.
#[derive(Debug)]
pub struct OperationSchema {
    /// Its place.
    pub at: SchemaLocation,
    /// The name of its operation or component, and what it is there, as words.
    pub wire_name: String,
    /// What it is for.
    pub usage: Usage,
    /// Whether it describes the body of a request or a response.
    pub is_body: bool,
    /// Whether a type of its own says something that no other type says: it is more than a
    /// reference, and not equal to one that comes first.
    pub is_own: bool,
}

impl OperationSchema {
    /// The setting that makes a type for it, and for the fewest others.
    pub fn least(&self) -> Operations {
        if self.is_body {
            Operations::Bodies
        } else {
            Operations::All
        }
    }
}

/// What a schema is for: who sends it, and when.
#[derive(Debug, Clone)]
pub struct Usage {
    /// The name to take where the first one belongs to a schema that the document names.
    pub alternative: String,
    /// A sentence, and what the document says of the operation: Markdown.
    pub purpose: String,
    /// What the document says of the body, parameter or header: Markdown.
    pub description: Option<String>,
}

impl Usage {
    /// All there is to say, what the schema itself says first: Markdown. Nothing is said twice.
    pub fn texts<'a>(&'a self, schema: Option<&'a str>) -> Vec<&'a str> {
        let texts = [
            schema,
            self.description.as_deref(),
            Some(self.purpose.as_str()),
        ];
        let mut said: Vec<&str> = Vec::new();
        for text in texts.into_iter().flatten() {
            if !said.iter().any(|known| known.trim() == text.trim()) {
                said.push(text);
            }
        }
        said
    }
}

/// Whether a reference leads to what is in an operation or in a component that is no schema: as far
/// as its text tells.
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

/// Whole parameters, responses and the like are referred to by those who use them; schemas are
/// further in.
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

/// The schemas of all operations, in document order.
pub(super) fn schemas(file: FileId, root: &Value, dialect: Dialect) -> Vec<OperationSchema> {
    let (found, ids) = walk::find(root, dialect);
    let own = share::firsts(&found);
    let schemas = found.iter().zip(own).map(|(found, is_first)| {
        let named = name::name(found, &ids);
        OperationSchema {
            at: SchemaLocation {
                file,
                pointer: found.pointer.clone(),
            },
            is_own: is_first && says_something(found.schema),
            is_body: named.is_body,
            wire_name: named.wire_name,
            usage: named.usage,
        }
    });
    schemas.collect()
}

/// Whether a schema says more than where another one is, and what people should know of it.
fn says_something(schema: &Value) -> bool {
    let mut open = schema;
    loop {
        let Some(members) = open.as_object() else {
            return open == &Value::Bool(false);
        };
        if members.get("$ref").is_some_and(Value::is_string) {
            return asserts_beside(open, "$ref");
        }
        match members.get("allOf").and_then(Value::as_array) {
            // `allOf: [{ $ref: … }]` is how a reference gets a description in older dialects.
            Some(parts) if parts.len() == 1 && !asserts_beside(open, "allOf") => open = &parts[0],
            _ => return asserts_beside(open, ""),
        }
    }
}

fn asserts_beside(schema: &Value, sibling: &str) -> bool {
    let members = schema.as_object().into_iter().flatten();
    members
        .into_iter()
        .any(|(name, _)| name != sibling && keyword::find(name).is_some_and(Keyword::asserts))
}
