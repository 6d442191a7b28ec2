//! Real documents, where `CRATIFY_CORPUS` says that they are: each is generated, compiled with
//! warnings denied, and proven.

mod common;

use std::path::PathBuf;

use common::{Subject, prove};

/// The folder of the corpus; without one, the project's own fixtures carry the tests alone.
fn corpus() -> Option<PathBuf> {
    std::env::var_os("CRATIFY_CORPUS").map(PathBuf::from)
}

#[test]
fn gr4vy_is_proven() {
    let Some(corpus) = corpus() else { return };
    let mut subject = Subject::new("gr4vy", corpus.join("openapi/gr4vy.json"));
    subject.findings = 55;
    prove("gr4vy", &[subject]);
}
