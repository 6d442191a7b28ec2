//! What each dialect becomes, and that it means the same.

mod documents;
mod mend;
mod openapi;
mod references;

use serde_json::Value;

use super::{Frame, Moves, upgrade};
use crate::diagnostic::Diagnostics;
use crate::document::Styles;
use crate::keyword::Dialect;
use crate::source::{FileId, Pointer, Source, Sources};

/// The result, and the messages of the warnings.
fn upgraded(dialect: Dialect, root: &Value) -> (Value, Vec<String>) {
    let (result, _, messages) = upgraded_with(dialect, root, &[]);
    (result, messages)
}

/// The same with references that lead to places, and with where they lead now.
fn upgraded_with(dialect: Dialect, root: &Value, targets: &[&str]) -> (Value, Moves, Vec<String>) {
    let mut diagnostics = Diagnostics::new();
    let styles = Styles::default();
    let mut named = root.clone();
    let version = match dialect {
        Dialect::Swagger20 => Some("swagger"),
        Dialect::OpenApi30 | Dialect::OpenApi31 => Some("openapi"),
        _ => None,
    };
    if let (Some(version), Some(members)) = (version, named.as_object_mut()) {
        members.insert(version.to_owned(), "".into());
    }
    let frame = Frame::of(&named, dialect.into(), &styles);
    let targets: Vec<Pointer> = targets.iter().map(|text| pointer(text)).collect();
    let (result, moves) = upgrade(
        frame,
        any_file(),
        root.clone(),
        &targets,
        &styles,
        &mut diagnostics,
    );
    assert!(!diagnostics.has_errors());
    let messages = diagnostics.iter().map(|one| one.message.clone());
    (result, moves, messages.collect())
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
