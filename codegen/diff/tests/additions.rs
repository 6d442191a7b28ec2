//! Additive edits do not break code: random ones, of random documents, of fixtures and of real documents.
//!
//! Each exception that the README states occurs in a document.
//!
//! `cargo xtask prove` compiles code that uses the old crates against some of the new ones.

use std::path::Path;

use cratify_diff::rust::{self, RustChange};
use cratify_diff::{Bump, Side};
use cratify_testing::corpus;
use cratify_testing::random::{self, Addition, Document, additions};
use libtest_mimic::{Arguments, Failed, Trial};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

/// How many bundles of edits may cause an exception.
const MOST_TRIES: usize = 64;

fn side(name: &str, document: &Value) -> Result<Side, String> {
    let config = cratify::configure().schema_text("document.json", document.to_string());
    Side::from_config(name, &config).map_err(|problem| problem.to_string())
}

/// A break by an additive edit that the README excepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exception {
    /// A setting closes the type: every new value is a break.
    Closed,
    /// A member makes a type contain itself.
    Boxed,
    /// Only its constraints tell a branch from another one, so its name has a fingerprint of them.
    Fingerprint,
}

impl Exception {
    /// The exception that a change is, if it is one.
    fn of(change: &RustChange, document: &Value, edits: &[Addition]) -> Option<Self> {
        match change.id {
            "variant-added-closed" => Some(Self::Closed),
            "field-type-changed" | "variant-type-changed" => {
                let refers = |edit: &Addition| matches!(edit, Addition::Member(_, _, schema) if schema == &json!({}));
                let is_boxed = change.text.contains("Box<") && edits.iter().any(refers);
                is_boxed.then_some(Self::Boxed)
            }
            _ => {
                let adds = |edit: &Addition| {
                    !matches!(
                        edit,
                        Addition::Order(_) | Addition::Description(..) | Addition::Schema(..)
                    )
                };
                let is_numbered = edits.iter().any(adds) && has_fingerprint(&change.path, document);
                is_numbered.then_some(Self::Fingerprint)
            }
        }
    }

    /// The exceptions, with a document for each in which some additive edits cause it.
    fn all() -> [(Self, Value); 3] {
        let schemas = |schemas: Value| {
            json!({
                "openapi": "3.1.0",
                "info": { "title": "Excepted", "version": "1.0.0" },
                "components": { "schemas": schemas },
            })
        };
        let closed = json!({
            "Status": { "enum": ["paid", "open"], "x-cratify": { "unknown-values": "refuse" } },
        });
        let boxed = json!({
            "Order": { "type": "object", "properties": { "line": { "$ref": "#/components/schemas/Line" } } },
            "Line": { "type": "object", "properties": { "text": { "type": "string" } } },
        });
        let branch = |values: Value| json!({ "type": "object", "properties": { "kind": { "enum": values } } });
        let fingerprint = json!({
            "Event": { "oneOf": [branch(json!(["paid", "open"])), branch(json!(["late", "lost"]))] },
        });
        [
            (Self::Closed, schemas(closed)),
            (Self::Boxed, schemas(boxed)),
            (Self::Fingerprint, schemas(fingerprint)),
        ]
    }
}

/// Whether a word of a path ends with four digits, base 16, that no name of the document has.
fn has_fingerprint(path: &str, document: &Value) -> bool {
    let mut names = Vec::new();
    names_in(document, &mut names);
    let signs: Vec<char> = path.chars().collect();
    (0..signs.len().saturating_sub(3)).any(|start| {
        let (digits, behind) = signs[start..].split_at(4);
        let digits: String = digits.iter().collect();
        let is_number = digits.chars().all(|sign| sign.is_ascii_hexdigit())
            && !digits[1..].contains(char::is_uppercase);
        let is_end = behind
            .first()
            .is_none_or(|sign| !sign.is_lowercase() && !sign.is_numeric());
        let digits = digits.to_lowercase();
        is_number && is_end && names.iter().all(|name| !name.contains(&digits))
    })
}

/// All texts of a document of which names are made, in lower case and without signs.
fn names_in(value: &Value, names: &mut Vec<String>) {
    let squeezed = |text: &str| {
        let signs = text.chars().filter(|sign| sign.is_alphanumeric());
        signs.collect::<String>().to_lowercase()
    };
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                names.push(squeezed(name));
                if ["title", "const", "x-rust-name"].contains(&name.as_str()) {
                    names.extend(value.as_str().map(squeezed));
                }
                if name == "enum" {
                    let values = value.as_array().into_iter().flatten();
                    names.extend(values.filter_map(Value::as_str).map(squeezed));
                }
                names_in(value, names);
            }
        }
        Value::Array(elements) => elements.iter().for_each(|value| names_in(value, names)),
        _ => {}
    }
}

/// The major changes by edits of a document.
fn breaks(document: &Value, edits: &[Addition]) -> Result<(Vec<RustChange>, Value), TestCaseError> {
    // Another document is tried in the place of one that is refused. No real one is.
    let old = side("old", document).map_err(TestCaseError::reject)?;
    let mut edited = document.clone();
    for edit in edits {
        edit.apply(&mut edited);
    }
    let new = side("new", &edited).map_err(TestCaseError::fail)?;
    let mut changes = rust::compare(&old, &new).map_err(TestCaseError::fail)?;
    changes.retain(|change| change.bump == Bump::Major);
    Ok((changes, edited))
}

fn hold(document: &Value, edits: &[Addition]) -> Result<(), TestCaseError> {
    let (mut breaks, edited) = breaks(document, edits)?;
    breaks.retain(|change| Exception::of(change, document, edits).is_none());
    prop_assert!(breaks.is_empty(), "{breaks:#?}\n{edited:#}");
    Ok(())
}

/// Some edits of a document cause an exception.
fn occurs(exception: Exception, document: &Value) -> Result<(), Failed> {
    let mut runner = TestRunner::deterministic();
    for _ in 0..MOST_TRIES {
        let edits = additions().new_tree(&mut runner)?.current();
        let (breaks, _) = breaks(document, &edits).map_err(|error| error.to_string())?;
        let mut found = breaks
            .iter()
            .filter_map(|change| Exception::of(change, document, &edits));
        if found.any(|found| found == exception) {
            return Ok(());
        }
    }
    Err("no edits cause it: remove the exception".into())
}

/// Tries random documents and edits.
fn random_documents<S>(documents: S) -> Result<(), Failed>
where
    S: Strategy<Value = Document>,
{
    let mut runner = TestRunner::new(random::few(16, "tests/additions-regressions.txt"));
    let cases = (documents, additions());
    let tried = runner.run(&cases, |(Document(document), edits)| {
        hold(&document, &edits)
    });
    tried.map_err(|error| error.to_string().into())
}

/// Tries many edits of a real document, all at once.
fn real_document(path: &Path) -> Result<(), Failed> {
    let document = serde_yaml::from_str(&std::fs::read_to_string(path)?)?;
    let mut runner = TestRunner::deterministic();
    let edits = vec(additions(), 12).new_tree(&mut runner)?.current();
    hold(&document, &edits.concat()).map_err(|error| error.to_string())?;
    Ok(())
}

fn main() {
    let fixtures = any::<Index>().prop_map(|place| Document(place.get(random::fixtures()).clone()));
    let mut trials = vec![
        Trial::test("random", || random_documents(random::well_formed())),
        Trial::test("fixtures", || random_documents(fixtures)),
    ];
    for (exception, document) in Exception::all() {
        trials.push(Trial::test(format!("exception/{exception:?}"), move || {
            occurs(exception, &document)
        }));
    }
    trials.extend(corpus::long_trials(
        "additions",
        &["openapi"],
        real_document,
    ));
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}
