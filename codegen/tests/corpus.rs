//! Real documents, where `CRATIFY_CORPUS` says that they are: each is generated, compiled with
//! warnings denied, and proven.

mod common;

use std::path::PathBuf;

use common::{Subject, prove};

/// The folder of the corpus; without one, the project's own fixtures carry the tests alone.
fn corpus() -> Option<PathBuf> {
    std::env::var_os("CRATIFY_CORPUS").map(PathBuf::from)
}

/// What is known to differ: type, check, reason.
type Exceptions = &'static [(&'static str, &'static str, &'static str)];

/// Proves one document of the corpus.
fn prove_document(name: &str, path: &str, findings: usize, exceptions: Exceptions) {
    let Some(corpus) = corpus() else { return };
    let mut subject = Subject::new(name, corpus.join(path));
    subject.findings = findings;
    subject.exceptions = exceptions;
    prove(name, &[subject]);
}


#[test]
fn gr4vy_is_proven() {
    prove_document("gr4vy", "openapi/gr4vy.json", 55, &[]);
}

#[test]
fn discord_is_proven() {
    prove_document("discord", "openapi/discord.json", 0, &[]);
}

#[test]
fn mistral_is_proven() {
    prove_document("mistral", "openapi/mistral.yaml", 0, &[]);
}

#[test]
fn qdrant_is_proven() {
    prove_document("qdrant", "openapi/qdrant.json", 0, &[]);
}

#[test]
fn resend_is_proven() {
    prove_document("resend", "openapi/resend.yaml", 0, &[]);
}
