//! The generated crate says what the document says: for every type of it, whatever they are.

use std::path::Path;

use cratify_check::{self as check, Case, Document};

/// All types of the crate, as the generator lists them.
fn cases() -> Vec<Case> {
    include!(concat!(env!("OUT_DIR"), "/cratify_checks.rs"))
}

/// The document, as the generator reads it.
fn document() -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/create_session.yaml");
    Document::read(path).expect("the schema can be read")
}

#[test]
fn derived_schemas_equal_the_published_ones() {
    check::equality(&cases()).assert(&[]);
}

#[test]
fn annotations_are_the_same() {
    check::annotations(&cases()).assert(&[]);
}

#[test]
fn published_schemas_equal_the_document() {
    check::published(&document(), &cases()).assert(&[]);
}

#[test]
fn instances_are_read_as_the_schema_says() {
    check::instances(&cases()).assert(&[]);
}

#[test]
fn examples_are_valid() {
    let (report, findings) = check::examples(&document(), &cases());
    report.assert(&[]);
    assert!(
        findings.is_empty(),
        "examples that contradict their schema: {findings:#?}"
    );
}

#[test]
fn generated_crate_is_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let generated = cratify::configure()
        .schema(root.join("schema"))
        .output(root.join("generated"))
        .generate()
        .unwrap_or_else(|error| panic!("{error}"));
    let differences = generated.compare().expect("the crate can be read");
    assert!(differences.is_empty(), "run `cargo build`: {differences:?}");
}
