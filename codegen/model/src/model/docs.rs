//! The documentation of a type or a member: the annotations of its schema.

use crate::ident::upper_camel_case;
use cratify_schema::parse::Annotations;
use cratify_schema::source::Value;

/// Documentation of a type, a member or a variant, as the document has it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Docs {
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

impl Docs {
    /// The first paragraph: the description, or a title that is more than a name.
    pub fn about(&self) -> Option<&str> {
        let description = self.description.as_deref();
        let title = || {
            self.title
                .as_deref()
                .filter(|title| title.trim().contains(' '))
        };
        description
            .filter(|text| !text.trim().is_empty())
            .or_else(title)
    }
}

impl Docs {
    /// The title beside a description, where it says more than the name of what it is about.
    pub fn heading(&self, name: &str) -> Option<&str> {
        let described = self.description.as_deref()?.trim();
        let title = self.title.as_deref()?.trim();
        let is_name = upper_camel_case(title) == upper_camel_case(name);
        let says_more = !title.is_empty() && !is_name && !described.starts_with(title);
        (says_more && !described.is_empty()).then_some(title)
    }
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
