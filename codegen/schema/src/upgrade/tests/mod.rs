//! The upgrade of each dialect, which keeps its meaning.

mod documents;
mod mend;
mod openapi;
mod references;
mod unresolved;

use serde_json::Value;

use super::rewrite;
use super::unresolved::UnresolvedReferences;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{Document, MetaSchemas};
use crate::keyword::Dialect;
use crate::location::LocationMap;
use crate::source::{FileId, Pointer, Source, Sources};

/// The result, and the messages of the warnings.
fn upgraded(dialect: Dialect, root: &Value) -> (Value, Vec<String>) {
    let (result, _, messages) = upgraded_with(dialect, root, &[]);
    (result, messages)
}

/// The same with targets of references, and with the locations that have changed.
fn upgraded_with(
    dialect: Dialect,
    root: &Value,
    targets: &[&str],
) -> (Value, LocationMap, Vec<String>) {
    let document = document(dialect, root);
    let targets: Vec<Pointer> = targets.iter().map(|text| pointer(text)).collect();
    let unresolved = UnresolvedReferences::default();
    let meta_schemas = MetaSchemas::default();
    let rewritten = rewrite(
        &document,
        root.clone(),
        &targets,
        &unresolved,
        &meta_schemas,
    );
    let mut diagnostics = Diagnostics::new();
    rewritten.warnings.report(any_file(), &mut diagnostics);
    assert!(!diagnostics.has_errors());
    let message = |one: &Diagnostic| one.message.clone();
    let messages = diagnostics.iter().map(message).collect();
    // The look must not find less than the rules.
    if super::current::is_current(&document, root) {
        assert_eq!(&rewritten.root, root);
    }
    (rewritten.root, rewritten.locations, messages)
}

/// A document with this root, and with the version of the dialect.
fn document(dialect: Dialect, root: &Value) -> Document {
    let mut root = root.clone();
    let version = match dialect {
        Dialect::Swagger20 => Some("swagger"),
        Dialect::OpenApi30 | Dialect::OpenApi31 => Some("openapi"),
        _ => None,
    };
    if let (Some(version), Some(members)) = (version, root.as_object_mut()) {
        members.insert(version.to_owned(), "".into());
    }
    let meta_schemas = MetaSchemas::default();
    Document::new(String::new(), &root, dialect.into(), &meta_schemas)
}

fn pointer(text: &str) -> Pointer {
    Pointer::parse(text).expect("a pointer")
}

fn any_file() -> FileId {
    let source = Source::parse("a.json".into(), "{}".to_owned(), &mut Diagnostics::new());
    Sources::new().add(source.expect("a document"))
}

/// The text, so that the order of members counts.
fn text(value: &Value) -> String {
    serde_json::to_string(value).expect("a value is text")
}
