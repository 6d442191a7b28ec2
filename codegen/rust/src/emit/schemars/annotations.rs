//! Titles, descriptions and other annotations, where the derive does not take them from the doc comment.

use proc_macro2::TokenStream;

use super::{Keywords, extend};
use crate::emit::syntax;
use crate::text::DocLines;
use cratify_model::model::Docs;
use cratify_schema::source::Value;

/// The annotations that the derive makes of a doc comment: its first line is the title if that is a heading,
/// and the rest the description.
#[derive(Debug, Clone, Copy)]
pub(super) struct Comment {
    pub has_title: bool,
    /// Whether it says the description of the schema, and nothing else.
    pub is_description: bool,
}

impl Comment {
    pub(super) fn new(lines: &DocLines, docs: &Docs) -> Self {
        let text = lines.text();
        let has_title = is_heading(&text);
        Self {
            has_title,
            is_description: !has_title && docs.description.as_ref() == Some(&text),
        }
    }
}

pub(super) fn is_heading(text: &str) -> bool {
    text.trim_start().starts_with('#')
}

/// Titles and the like, unless the derive takes them from the doc comment.
pub(super) fn annotations(docs: &Docs, comment: Comment, with_default: bool) -> Vec<TokenStream> {
    let title = docs.title.as_deref().unwrap_or_default();
    let description = docs.description.as_deref().unwrap_or_default();
    let mut attributes = Vec::new();
    if comment.has_title || !title.is_empty() {
        attributes.push(syntax::equals_text("title", title));
    }
    if !comment.is_description {
        attributes.push(syntax::equals_text("description", description));
    }
    for (keyword, text) in [("title", &docs.title), ("description", &docs.description)] {
        if text.as_ref().is_some_and(String::is_empty) {
            // The attribute takes an empty text for none.
            attributes.push(extend(keyword, &Value::String(String::new())));
        }
    }
    if let (Some(default), true) = (&docs.default, with_default) {
        attributes.push(extend("default", default));
    }
    if !docs.examples.is_empty() {
        attributes.push(extend("examples", &Value::Array(docs.examples.clone())));
    }
    if docs.read_only {
        attributes.push(extend("readOnly", &Value::Bool(true)));
    }
    if docs.write_only {
        attributes.push(extend("writeOnly", &Value::Bool(true)));
    }
    attributes
}

pub(super) fn annotate(docs: &Docs, schema: &mut Keywords) {
    let text = [("title", &docs.title), ("description", &docs.description)];
    for (keyword, text) in text {
        if let Some(text) = text {
            schema.insert(keyword.to_owned(), Value::String(text.clone()));
        }
    }
    if let Some(default) = &docs.default {
        schema.insert("default".to_owned(), default.clone());
    }
    if !docs.examples.is_empty() {
        schema.insert("examples".to_owned(), Value::Array(docs.examples.clone()));
    }
    for (keyword, flag) in [
        ("deprecated", docs.deprecated),
        ("readOnly", docs.read_only),
        ("writeOnly", docs.write_only),
    ] {
        if flag {
            schema.insert(keyword.to_owned(), Value::Bool(true));
        }
    }
}
