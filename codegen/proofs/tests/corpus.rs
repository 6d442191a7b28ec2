//! Proves real documents: the documents of `corpus.yaml`, in the folder that `CRATIFY_CORPUS` names. Without the
//! variable their tests are ignored. If `CRATIFY_LONG` is a number, the tests of documents of more KiB are ignored as well:
//! to compile the crates of the largest takes most of the time.
//!
//! `CRATIFY_DOCUMENTS=/path/a.yaml:/path/b.json cargo test -p cratify-proofs --test corpus document_` proves
//! any others.

use std::path::Path;

use cratify_proofs::{Subject, Suite};
use cratify_testing::{Exception, Fixture, corpus};
use libtest_mimic::Trial;
use serde::Deserialize;
use serde_json::{Map, Value};

/// A document of the corpus.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    path: String,
    #[serde(default)]
    settings: Map<String, Value>,
    #[serde(default)]
    findings: usize,
    #[serde(default)]
    exceptions: Vec<Exceptions>,
}

/// Types for which a check fails for the same reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exceptions {
    check: String,
    reason: String,
    types: Vec<String>,
}

fn main() {
    let entries: Vec<Entry> = serde_yaml::from_str(include_str!("../corpus.yaml"))
        .expect("the list of the corpus is YAML");
    let mut subjects = documents();
    let longest = corpus::longest().unwrap_or(u64::MAX);
    let mut others = Vec::new();
    for entry in entries {
        match corpus::folder()
            .map(|folder| folder.join(&entry.path))
            .filter(|path| path.exists())
        {
            Some(path) if !corpus::is_within(&path, longest) => {
                let left_out = || Err("`CRATIFY_LONG` leaves it out".into());
                others.push(Trial::test(&entry.name, left_out).with_ignored_flag(true));
            }
            Some(path) => subjects.push(subject(entry, &path)),
            // Ignored without a corpus, and a failure in a corpus that lacks it.
            None => others.push(corpus::trial(&entry.name, &entry.path, |_| Ok(()))),
        }
    }
    Suite::new("corpus", env!("CARGO_TARGET_TMPDIR"))
        .without_single_features()
        .run(subjects, others);
}

fn subject(entry: Entry, path: &Path) -> Subject {
    let exceptions = entry.exceptions.into_iter().flat_map(|exceptions| {
        let Exceptions {
            check,
            reason,
            types,
        } = exceptions;
        types.into_iter().map(move |case| Exception {
            case,
            check: check.clone(),
            reason: reason.clone(),
        })
    });
    Subject {
        name: entry.name,
        exceptions: exceptions.collect(),
        findings: Some(entry.findings),
        ..Fixture::plain(path).with(entry.settings).into()
    }
}

/// The documents that the environment names.
fn documents() -> Vec<Subject> {
    let paths = std::env::var_os("CRATIFY_DOCUMENTS").unwrap_or_default();
    let paths = std::env::split_paths(&paths).filter(|path| !path.as_os_str().is_empty());
    let subjects = paths.enumerate().map(|(index, path)| Subject {
        name: format!("document_{index}"),
        findings: None,
        ..Fixture::plain(&path).into()
    });
    subjects.collect()
}
