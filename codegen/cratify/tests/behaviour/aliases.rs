//! Aliases that have the name of their target, in several files.

use std::fs;

use cratify::{Config, Generated, Outcome};
use tempfile::TempDir;

/// A document and the files that it refers to, in a folder.
fn config(folder: &TempDir, schemas: &str, files: &[(&str, &str)]) -> Config {
    let root = format!(
        "openapi: 3.1.0\ninfo: {{title: R, version: 1.0.0, license: {{name: MIT}}}}\ncomponents: {{schemas: {{{schemas}}}}}\n"
    );
    let path = folder.path().join("root.yaml");
    fs::write(&path, root).expect("a file can be written");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file can be written");
    }
    cratify::configure().schema(path)
}

fn generate(config: &Config) -> Generated {
    config.generate().unwrap_or_else(|error| panic!("{error}"))
}

/// The files with types, by their names.
fn types(generated: &Generated) -> Vec<&str> {
    let files = generated.files().filter_map(|(path, _)| {
        let name = path.strip_prefix("schema/")?;
        name.strip_suffix(".schema.json")
    });
    files.collect()
}

#[test]
fn a_chain_of_aliases_is_one_type() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [
        (
            "b.yaml",
            "A: {$ref: 'c.yaml#/A'}\nB: {$ref: 'root.yaml#/components/schemas/A'}\n",
        ),
        (
            "c.yaml",
            "A: {type: object, properties: {a: {$ref: '#/A'}, b: {$ref: 'b.yaml#/B'}}}\n",
        ),
    ];
    let config = config(&folder, "A: {$ref: 'b.yaml#/A'}", &files);
    let generated = generate(&config);
    assert_eq!(types(&generated), ["a", "b"]);
    assert_eq!(generated.type_at("/components/schemas/A"), Some("A"));
}

#[test]
fn a_shared_file_may_be_a_json_schema() {
    for container in ["$defs", "definitions"] {
        let folder = tempfile::tempdir().expect("a folder");
        let common = format!("{container}: {{Money: {{type: object}}}}\n");
        let alias = format!("Money: {{$ref: 'common.yaml#/{container}/Money'}}");
        let config = config(&folder, &alias, &[("common.yaml", &common)]);
        let generated = generate(&config);
        assert_eq!(types(&generated), ["money"], "{container}");
        assert_eq!(generated.rendered_warnings(), "", "{container}");
    }
}

#[test]
fn a_file_may_spell_the_name_in_another_case() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [(
        "line-item.yaml",
        "type: object\nproperties: {next: {$ref: '#'}}\n",
    )];
    let config = config(&folder, "LineItem: {$ref: line-item.yaml}", &files);
    assert_eq!(types(&generate(&config)), ["line_item"]);
}

#[test]
fn a_setting_for_the_alias_is_for_the_type() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [(
        "b.yaml",
        "A: {type: object, properties: {a: {type: string}}}\n",
    )];
    let config = config(&folder, "A: {$ref: 'b.yaml#/A'}", &files);
    for place in ["A", "#/components/schemas/A", "b.yaml#/A"] {
        let renamed = config.clone().at(place, |at| at.rename("Other"));
        assert_eq!(types(&generate(&renamed)), ["other"], "{place}");
    }
    let only = config.only(["#/components/schemas"]);
    assert_eq!(types(&generate(&only)), ["a"]);
}

#[test]
fn with_a_module_for_each_file_the_alias_decides_the_module() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [(
        "b.yaml",
        "A: {type: object, properties: {b: {$ref: '#/B'}, c: {type: object, properties: {d: {type: string}}}}}\n\
         B: {type: object, properties: {a: {$ref: '#/A'}}}\n",
    )];
    let config = config(&folder, "A: {$ref: 'b.yaml#/A'}", &files);
    let generated = generate(&config.modules(cratify::Modules::Files));
    assert_eq!(generated.type_at("/components/schemas/A"), Some("A"));
    let found = generated.files().map(|(path, _)| path);
    let found: Vec<&str> = found.filter(|path| path.starts_with("src/")).collect();
    assert!(found.contains(&"src/a.rs"), "{found:?}");
    assert!(
        found.contains(&"src/b/b.rs") || found.contains(&"src/b.rs"),
        "{found:?}"
    );
}

#[test]
fn an_extension_beside_the_reference_keeps_two_types() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [(
        "b.yaml",
        "A: {type: object, properties: {a: {type: string}}}\n",
    )];
    let schemas = "A: {$ref: 'b.yaml#/A', x-rust-name: Other}";
    assert_eq!(
        types(&generate(&config(&folder, schemas, &files))),
        ["a", "other"]
    );
}

#[test]
fn the_ledger_has_an_outcome_for_each_annotation() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [(
        "b.yaml",
        "A: {type: object, title: T, description: theirs, properties: {a: {type: string}}}\n",
    )];
    let schemas = "A: {$ref: 'b.yaml#/A', description: ours}";
    let ledger = config(&folder, schemas, &files).ledger();
    let ledger = ledger.unwrap_or_else(|error| panic!("{error}"));
    let outcome = |file: &str, pointer: &str| {
        let mut entries = ledger.entries().iter();
        let entry = entries.find(|entry| entry.path.ends_with(file) && entry.pointer == pointer);
        entry.map(|entry| entry.outcome)
    };
    let alias = |keyword| outcome("root.yaml", &format!("/components/schemas/A/{keyword}"));
    assert_eq!(alias("$ref"), Some(Outcome::Shapes));
    assert_eq!(alias("description"), Some(Outcome::Documents));
    assert_eq!(outcome("b.yaml", "/A/title"), Some(Outcome::Documents));
    assert_eq!(outcome("b.yaml", "/A/description"), Some(Outcome::Ignored));
}

#[test]
fn a_cycle_of_aliases_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [("b.yaml", "A: {$ref: 'root.yaml#/components/schemas/A'}\n")];
    let config = config(&folder, "A: {$ref: 'b.yaml#/A'}", &files);
    let error = config.generate().expect_err("a cycle");
    let codes: Vec<&str> = error
        .diagnostics()
        .iter()
        .map(|one| one.code.as_str())
        .collect();
    assert_eq!(codes, ["CR0302"], "{error}");
}
