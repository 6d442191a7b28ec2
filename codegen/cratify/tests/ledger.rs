//! The ledger of a document: nothing is missing from it, and what it says is so.
//!
//! What should be in it comes from a walk over the raw document that knows nothing but where
//! schemas are (`ledger/places.rs`). Whether it is so is tried: a keyword is taken out of the
//! document, and what is then generated differently has to be what the ledger says of it.

#[path = "ledger/places.rs"]
mod places;
#[path = "common/settings.rs"]
mod settings;
#[path = "ledger/skeleton.rs"]
mod skeleton;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use cratify::{Config, Ledger, Outcome};
use serde_json::Value;

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder);
    documents_in(&folder)
}

fn documents_in(folder: &Path) -> Vec<PathBuf> {
    let entries =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml" || extension == "json")
        })
        .collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).expect("the document can be read");
    serde_json::from_str(&text)
        .or_else(|_| serde_yaml::from_str(&text))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The settings that a document has in all tests.
fn configure(path: &Path) -> Config {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    settings::of(&name)(cratify::configure().schema(path))
}

fn ledger(path: &Path) -> Ledger {
    configure(path)
        .ledger()
        .unwrap_or_else(|error| panic!("{error}"))
}

/// Every keyword of every schema, once, and nothing else.
fn assert_complete(path: &Path) {
    let document = read(path);
    let wanted = places::keywords(&document);
    let ledger = ledger(path);
    // Those of other files are theirs.
    let own = ledger.entries().iter().filter(|entry| entry.path == path);
    let found: BTreeSet<String> = own.clone().map(|entry| entry.pointer.clone()).collect();
    let missing: Vec<&String> = wanted.difference(&found).take(5).collect();
    let surplus: Vec<&String> = found.difference(&wanted).take(5).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "{}: missing from the ledger {missing:#?}, not a keyword {surplus:#?}",
        path.display()
    );
    assert_eq!(
        own.count(),
        found.len(),
        "{}: twice in the ledger",
        path.display()
    );
}

#[test]
fn every_keyword_is_in_the_ledger() {
    for path in fixtures("ok").iter().chain(&fixtures("ledger")) {
        assert_complete(path);
    }
}

#[test]
fn every_keyword_of_real_documents_is_in_the_ledger() {
    let Some(corpus) = std::env::var_os("CRATIFY_CORPUS").map(PathBuf::from) else {
        return;
    };
    for folder in ["openapi", "jsonschema"] {
        for path in documents_in(&corpus.join(folder)) {
            assert_complete(&path);
        }
    }
}

#[test]
fn ledgers_are_as_they_were() {
    for path in fixtures("ledger") {
        let text = ledger(&path).to_string();
        let folder = path.parent().expect("a file is in a folder");
        let text = text.replace(&format!("{}/", folder.display()), "");
        let golden = path.with_extension("md");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&golden, text).expect("the golden can be written");
        } else {
            let expected = std::fs::read_to_string(&golden).unwrap_or_default();
            assert_eq!(text, expected, "{}: run with UPDATE=1", golden.display());
        }
    }
}

/// What is generated, without what is said of it.
fn types(path: &Path) -> Option<Vec<(String, String)>> {
    let generated = configure(path).generate().ok()?;
    let rust = generated
        .files()
        .filter(|(path, _)| path.starts_with("src/") && !path.starts_with("src/support/"));
    Some(
        rust.map(|(path, text)| (path.to_owned(), skeleton::of(text)))
            .collect(),
    )
}

/// Takes keywords out of the documents, one at a time, from the `first` on each `step`th.
fn assert_true(documents: &[PathBuf], first: usize, step: usize) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut wrong = Vec::new();
    for path in documents {
        let document = read(path);
        let without = folder
            .path()
            .join(path.file_name().expect("a file has a name"));
        let write = |document: &Value| {
            std::fs::write(&without, document.to_string()).expect("a document can be written");
        };
        write(&document);
        let Some(whole) = types(&without) else {
            continue;
        };
        for entry in ledger(path).entries().iter().skip(first).step_by(step) {
            let (outer, _) = entry
                .pointer
                .rsplit_once('/')
                .expect("a keyword is a member");
            let mut document = document.clone();
            let schema = document.pointer_mut(outer).and_then(Value::as_object_mut);
            schema
                .expect("a keyword is in a schema")
                .shift_remove(&entry.keyword);
            write(&document);
            // Without some keywords it is no document any more, which says nothing of them.
            let is_same = types(&without).is_none_or(|types| types == whole);
            // A body that equals another one shares its type, until it is another body.
            let is_of_operation =
                entry.outcome == Outcome::Unused && entry.pointer.starts_with("/paths/");
            let may_matter =
                is_of_operation || matches!(entry.outcome, Outcome::Shapes | Outcome::Organises);
            if !is_same && !may_matter {
                wrong.push(format!(
                    "{}#{}: {}, but the types are others without it",
                    path.display(),
                    entry.pointer,
                    entry.outcome
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `CRATIFY_LEDGER=all` tries every keyword, which takes minutes.
#[test]
fn keywords_that_shape_are_those_that_matter() {
    assert_true(&fixtures("ledger"), 0, 1);
    if std::env::var_os("CRATIFY_LEDGER").is_some_and(|value| value == "all") {
        assert_true(&fixtures("ok"), 0, 1);
        return;
    }
    for (index, path) in fixtures("ok").into_iter().enumerate() {
        assert_true(&[path], index % SHARE, SHARE);
    }
}

/// One keyword in so many is tried where there are many.
const SHARE: usize = 16;
