//! Each check on hand-written types: once as it should be, and once per planted fault.

use serde_json::Value;

use super::{Document, Report};

mod annotations;
mod behaviour;
mod equality;
mod extern_types;
mod faults;
mod forms;
mod hostile;
mod keywords;
mod objects;
mod probes;
mod report;
mod round_trip;
mod strings;
mod types;

/// The aspects of a case that failed, each once, in order.
fn aspects(report: &Report, case: &str) -> Vec<String> {
    let failures = report
        .failures
        .iter()
        .filter(|failure| failure.case == case);
    let mut aspects: Vec<String> = failures.map(|failure| failure.check.clone()).collect();
    aspects.dedup();
    aspects
}

/// A document with this root value.
fn document(root: &Value) -> Document {
    Document::parse("document.json", &root.to_string()).expect("it is a document")
}
