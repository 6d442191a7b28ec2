//! Text of `info` and `x-crate` that lacks its quotes is read as it is written.

use std::fs;

/// The manifest of the crate of a document, if there is one.
fn manifest(name: &str, text: &str) -> Result<String, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, text).expect("a file can be written");
    let generated = cratify::configure().schema(&path).generate();
    let generated = generated.map_err(|error| error.to_string())?;
    let manifest = generated.files().find(|(path, _)| *path == "Cargo.toml");
    Ok(manifest.expect("a manifest").1.to_owned())
}

#[test]
fn versions() {
    for (written, version) in [
        ("1.0", "1.0.0"),
        ("1.10", "1.10.0"),
        ("1.00", "1.0.0"),
        ("2", "2.0.0"),
        ("'1.10'", "1.10.0"),
        ("v1", "1.0.0"),
        ("2024-01-01", "2024.1.1"),
        ("20240101", "2024.1.1"),
        ("true", "0.1.0"),
        ("null", "0.1.0"),
        ("", "0.1.0"),
    ] {
        let text = format!(
            "openapi: 3.1.0\ninfo: {{title: R, license: {{name: MIT}}, version: {written}}}\n\
             components: {{schemas: {{A: {{type: string}}}}}}\n"
        );
        let manifest = manifest("r.yaml", &text).unwrap_or_else(|error| panic!("{error}"));
        let line = format!("version = \"{version}\"\n");
        assert!(manifest.contains(&line), "{written}: {manifest}");
    }
}

#[test]
fn numbers_in_json() {
    let text = |version: &str| {
        format!(
            r#"{{"openapi": "3.1.0", "info": {{"title": "R", "version": {version}, "license": {{"name": "MIT"}}}},
            "components": {{"schemas": {{"A": {{"type": "string"}}}}}}}}"#
        )
    };
    let manifest = |version: &str| manifest("r.json", &text(version));
    let found = manifest("1.10").unwrap_or_else(|error| panic!("{error}"));
    assert!(found.contains("version = \"1.10.0\"\n"), "{found}");
    let error = manifest("1e400").expect_err("no number");
    assert!(
        error.contains("r.json:1:56") && error.contains("CR0111"),
        "{error}"
    );
}

#[test]
fn a_schema_names_its_version() {
    let text = "$schema: https://json-schema.org/draft/2020-12/schema\ntitle: A\nversion: 1.10\n\
                x-crate: {license: MIT}\ntype: string\n";
    let found = manifest("a.yaml", text).unwrap_or_else(|error| panic!("{error}"));
    assert!(found.contains("version = \"1.10.0\"\n"), "{found}");
}
