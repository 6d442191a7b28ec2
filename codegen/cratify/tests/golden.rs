//! The Rust that is written for each document of `fixtures/ok`, as a reviewer sees it change.
//!
//! `UPDATE=1 cargo test --test golden` accepts what is written now.

#[path = "common/settings.rs"]
mod settings;

use std::fs;
use std::path::Path;

use cratify::Config;

/// A fixture with its settings.
fn configured(schema: &Path) -> Config {
    let name = schema.file_stem().expect("a file has a name");
    settings::of(&name.to_string_lossy())(cratify::configure().schema(schema))
}

/// The types of a crate, without what all crates share.
fn types_of(schema: &Path) -> String {
    let generated = configured(schema)
        .generate()
        .unwrap_or_else(|error| panic!("{error}"));
    let mut text = String::new();
    for (path, contents) in generated.files() {
        let is_type = path.starts_with("src/") && !path.starts_with("src/support/");
        if is_type {
            text.push_str(&format!("// ---- {path}\n{contents}\n"));
        }
    }
    text
}

#[test]
fn output_is_as_reviewed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ok");
    let update = std::env::var_os("UPDATE").is_some();
    let mut schemas: Vec<_> = fs::read_dir(&folder)
        .expect("the fixtures can be listed")
        .map(|entry| entry.expect("the fixtures can be listed").path())
        .collect();
    schemas.sort();
    for schema in schemas.iter().filter(|path| {
        path.extension()
            .is_some_and(|extension| extension == "yaml" || extension == "json")
    }) {
        let golden = schema.with_extension("rs.golden");
        let written = types_of(schema);
        if update {
            fs::write(&golden, written).expect("the golden file can be written");
            continue;
        }
        let reviewed = fs::read_to_string(&golden).unwrap_or_default();
        if let Some((line, (old, new))) = reviewed
            .lines()
            .zip(written.lines())
            .enumerate()
            .find(|(_, (old, new))| old != new)
        {
            panic!(
                "{} differs in line {}:\n  reviewed: {old}\n  written:  {new}",
                golden.display(),
                line + 1
            );
        }
        assert!(
            reviewed.lines().count() == written.lines().count(),
            "{} has another length",
            golden.display()
        );
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ok");
    for entry in fs::read_dir(folder).expect("the fixtures can be listed") {
        let path = entry.expect("the fixtures can be listed").path();
        if path
            .extension()
            .is_some_and(|extension| extension == "yaml" || extension == "json")
        {
            let files = || -> Vec<(String, String)> {
                let generated = configured(&path).generate().expect("the fixture is right");
                generated
                    .files()
                    .map(|(path, text)| (path.to_owned(), text.to_owned()))
                    .collect()
            };
            assert_eq!(files(), files(), "{}", path.display());
        }
    }
}

/// Schemas that have nothing to do with each other may change places: every type keeps its name.
#[test]
fn names_do_not_depend_on_the_order_of_schemas() {
    let text = |names: &[&str]| {
        let mut text = String::from(
            "openapi: 3.1.0\ninfo: { title: T, version: 1.0.0 }\ncomponents:\n  schemas:\n",
        );
        for name in names {
            text.push_str(&format!("    {name}: {{ type: object, properties: {{ a: {{ enum: [x, y] }}, b: {{ const: z }} }} }}\n"));
        }
        text
    };
    let types = |names: &[&str]| {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("schema.yaml");
        fs::write(&path, text(names)).expect("the schema can be written");
        let generated = cratify::configure()
            .schema(&path)
            .generate()
            .unwrap_or_else(|error| panic!("{error}"));
        let mut lines: Vec<String> = generated.checks().lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    let names = ["Order", "order", "OrderA", "order_a", "ORDER", "Other"];
    let reversed: Vec<&str> = names.iter().rev().copied().collect();
    assert_eq!(types(&names), types(&reversed));
}

/// A document with names of each length, so that each line is once as long as a line may be.
fn lengths() -> String {
    let mut text = String::from("openapi: 3.1.0\ninfo: { title: Lengths, version: 1.0.0 }\n");
    text.push_str("components:\n  schemas:\n");
    for length in 1..100 {
        let name = "n".repeat(length);
        let others: Vec<String> = (0..length / 9).map(|index| format!("v{index}")).collect();
        text.push_str(&format!(
            "    S{name}:
      type: object
      required: [{name}]
      properties:
        {name}: {{ type: [string, 'null'] }}
        a: {{ type: integer, maximum: 3 }}
    F{name}:
      type: object
      required: [a, ref]
      properties:
        a: {{ $ref: '#/components/schemas/S{name}' }}
        ref: {{ type: string }}
    T{name}: {{ type: array, items: {{ $ref: '#/components/schemas/F{name}' }} }}
    E{name}: {{ enum: [{name}, {}] }}
    I{name}: {{ enum: [1, 2, 3] }}
    U{name}:
      oneOf: [{{ $ref: '#/components/schemas/S{name}' }}, {{ $ref: '#/components/schemas/T{name}' }}]
",
            others.join(", ")
        ));
    }
    text
}

/// The code of a file without the lines that formatting drops or adds.
fn squeezed(text: &str) -> String {
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[test]
fn what_is_written_as_text_is_formatted() {
    let folder = tempfile::tempdir().expect("there is room for a document");
    let long = folder.path().join("lengths.yaml");
    fs::write(&long, lengths()).expect("there is room for a document");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ok");
    let paths = fs::read_dir(fixtures)
        .expect("the fixtures can be listed")
        .map(|entry| entry.expect("the fixtures can be listed").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        });
    for path in paths.chain([long]) {
        let generated = configured(&path)
            .generate()
            .unwrap_or_else(|error| panic!("{error}"));
        for (file, text) in generated.files() {
            if !file.starts_with("src/") || file.starts_with("src/support") {
                continue;
            }
            let mut tree = syn::parse_file(text).expect("what is written is Rust");
            // Those of the file are formatted one at a time.
            tree.attrs.clear();
            let formatted = squeezed(&prettyplease::unparse(&tree));
            let written = squeezed(text);
            if !written.ends_with(&formatted) {
                let mut lines = written.lines().rev().zip(formatted.lines().rev());
                let (written, formatted) = lines
                    .find(|(written, formatted)| written != formatted)
                    .expect("one of them is different");
                panic!(
                    "{file} of {}:\n  {written}\nis formatted\n  {formatted}",
                    path.display()
                );
            }
        }
    }
}
