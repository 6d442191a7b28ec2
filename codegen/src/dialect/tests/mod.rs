//! What each dialect becomes, and that it means the same.

mod documents;
mod openapi;
mod oracle;
mod references;

use serde_json::Value;

use super::upgrade;
use crate::diagnostic::Diagnostics;
use crate::document::Dialect;
use crate::source::{FileId, Source, Sources};

/// The result, and the messages of the warnings.
fn upgraded(dialect: Dialect, root: &Value) -> (Value, Vec<String>) {
    let mut diagnostics = Diagnostics::new();
    let result = upgrade(dialect, any_file(), root.clone(), &mut diagnostics);
    assert!(!diagnostics.has_errors());
    let messages = diagnostics.iter().map(|one| one.message.clone());
    (result, messages.collect())
}

fn any_file() -> FileId {
    let source = Source::parse("a.json".into(), "{}".to_owned(), &mut Diagnostics::new());
    Sources::new().add(source.expect("a document"))
}

/// The text, so that the order of members counts.
fn text(value: &Value) -> String {
    serde_json::to_string(value).expect("a value is text")
}
