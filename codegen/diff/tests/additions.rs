//! Additive edits do not break code: random ones, of random documents, of fixtures and of real documents.
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

/// How many times a real document is edited.
const BUNDLES: usize = 1;

fn side(name: &str, document: &Value) -> Result<Side, String> {
    let config = cratify::configure().schema_text("document.json", document.to_string());
    Side::from_config(name, &config).map_err(|problem| problem.to_string())
}

/// Whether the README excepts a change.
fn is_excepted(change: &RustChange, edits: &[Addition]) -> bool {
    match change.id {
        // Where a setting closes a type, every new value is a break.
        "variant-added-closed" => true,
        // A member that makes a type contain itself.
        "field-type-changed" | "variant-type-changed" => {
            let refers = |edit: &Addition| matches!(edit, Addition::Member(_, _, schema) if schema == &json!({}));
            change.text.contains("Box<") && edits.iter().any(refers)
        }
        _ => {
            let adds = |edit: &Addition| {
                !matches!(
                    edit,
                    Addition::Order(_) | Addition::Description(..) | Addition::Schema(..)
                )
            };
            has_fingerprint(&change.path) && edits.iter().any(adds)
        }
    }
}

/// Whether a name has the fingerprint of a branch that only its constraints tell from another one.
fn has_fingerprint(path: &str) -> bool {
    let signs: Vec<char> = path.chars().collect();
    let mut fours = signs.windows(4);
    fours.any(|four| {
        let number = four.iter().all(char::is_ascii_hexdigit);
        number && four.iter().any(char::is_ascii_digit)
    })
}

fn hold(document: &Value, edits: &[Addition]) -> Result<(), TestCaseError> {
    let Ok(old) = side("old", document) else {
        return Ok(());
    };
    let mut edited = document.clone();
    for edit in edits {
        edit.apply(&mut edited);
    }
    let new = side("new", &edited).map_err(TestCaseError::fail)?;
    let mut breaks = rust::compare(&old, &new).map_err(TestCaseError::fail)?;
    breaks.retain(|change| change.bump == Bump::Major && !is_excepted(change, edits));
    prop_assert!(breaks.is_empty(), "{breaks:#?}\n{edited:#}");
    Ok(())
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
    let bundles = vec(additions(), 12);
    for _ in 0..BUNDLES {
        let edits = bundles.new_tree(&mut runner)?.current().concat();
        hold(&document, &edits).map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn main() {
    let fixtures = any::<Index>().prop_map(|place| Document(place.get(random::fixtures()).clone()));
    let mut trials = vec![
        Trial::test("random", || random_documents(random::well_formed())),
        Trial::test("fixtures", || random_documents(fixtures)),
    ];
    trials.extend(corpus::long_trials(
        "additions",
        &["openapi"],
        real_document,
    ));
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}
