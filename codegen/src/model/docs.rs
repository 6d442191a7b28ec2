//! What a schema says for people.

use crate::schema::Annotations;
use crate::source::Value;

/// Documentation of a type, a member or a variant, as the document has it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Docs {
    /// `title`.
    pub title: Option<String>,
    /// `description`: Markdown.
    pub description: Option<String>,
    /// `default`.
    pub default: Option<Value>,
    /// `examples` and `example`.
    pub examples: Vec<Value>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// `externalDocs`: a URL and what is there.
    pub external_docs: Option<(String, Option<String>)>,
}

impl From<&Annotations> for Docs {
    fn from(annotations: &Annotations) -> Self {
        Self {
            title: annotations.title.clone(),
            description: annotations.description.clone(),
            default: annotations.default.clone(),
            examples: annotations.examples.clone(),
            deprecated: annotations.deprecated,
            read_only: annotations.read_only,
            write_only: annotations.write_only,
            external_docs: annotations.external_docs.clone(),
        }
    }
}
