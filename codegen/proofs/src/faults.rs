//! The documents with mistakes and traps, which two suites prove.

use std::path::Path;

use cratify_testing::{Fixture, corpus};
use libtest_mimic::Trial;

use crate::subject::Subject;

/// The documents of the corpus and of this package. Without a corpus, one ignored test stands for its
/// documents.
#[must_use]
pub fn faults() -> (Vec<Subject>, Vec<Trial>) {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("faults")];
    let mut missing = Vec::new();
    match corpus::folder().map(|folder| folder.join("faults")) {
        Some(folder) if folder.exists() => folders.push(folder),
        _ => missing.push(corpus::trial("faults", "faults", |_| Ok(()))),
    }
    let fixtures = folders.iter().flat_map(|folder| Fixture::all(folder));
    let subjects = fixtures.map(|fixture| {
        let mut subject = Subject::from(fixture);
        // The documents of the corpus do not say how many of their examples are wrong.
        if !subject.fixture.path.starts_with(&folders[0]) {
            subject.findings = None;
        }
        // The name becomes the name of a package.
        let name = subject.name.replace('-', "_");
        Subject {
            name: format!("fault_{name}"),
            ..subject
        }
    });
    (subjects.collect(), missing)
}
