//! Operations in other files: the names of their schemas, and references that lead nowhere.

use std::fs;
use std::path::Path;

use cratify::{Code, FeatureGroups, Generated, Operations};

const HEAD: &str = "openapi: 3.1.0\ninfo: {title: T, version: 1.0.0, license: {identifier: MIT}}\n";

/// Generates from `api.yaml`, which begins with [`HEAD`], beside other files.
fn generate(
    rest: &str,
    files: &[(&str, &str)],
    operations: Operations,
) -> Result<Generated, String> {
    let scratch = tempfile::tempdir().expect("a folder");
    write(scratch.path(), "api.yaml", &format!("{HEAD}{rest}"));
    for (name, text) in files {
        write(scratch.path(), name, text);
    }
    let config = cratify::configure().schema(scratch.path().join("api.yaml"));
    let config = config.feature_groups(FeatureGroups::Operations);
    let generated = config.operations(operations).generate();
    generated.map_err(|error| error.to_string())
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn names(generated: &Generated) -> Vec<&str> {
    generated.types().map(|(path, _)| path).collect()
}

fn manifest(generated: &Generated) -> &str {
    let mut files = generated.files();
    files
        .find(|(path, _)| *path == "Cargo.toml")
        .expect("it has one")
        .1
}

#[test]
fn a_document_may_have_nothing_but_references_to_operations_and_schemas() {
    let paths = "paths: {/pets: {$ref: 'pets.yaml'}}\n";
    let pets = "{tags: [animals], responses: {'200': {content: {a/b: {schema: {$ref: 'models/pet.yaml'}}}}}}";
    let files = [
        ("pets.yaml", &*format!("get: {pets}")),
        (
            "models/pet.yaml",
            "{type: object, properties: {name: {type: string}}}",
        ),
    ];
    let generated = generate(paths, &files, Operations::None).unwrap();
    assert_eq!(names(&generated), ["Pet"]);
    assert!(manifest(&generated).contains("\nanimals = []\n"));
}

#[test]
fn features_know_the_tags_of_operations_that_have_no_types() {
    let rest = "paths: {/pets: {get: {$ref: 'paths.yaml#/pets'}}}\ncomponents: {schemas: {Pet: {$ref: 'pet.yaml'}, Alone: {type: string}}}\n";
    let files = [
        (
            "paths.yaml",
            "pets: {tags: [animals], responses: {'200': {content: {a/b: {schema: {items: {$ref: 'api.yaml#/components/schemas/Pet'}}}}}}}",
        ),
        ("pet.yaml", "{type: object}"),
    ];
    let generated = generate(rest, &files, Operations::None).unwrap();
    assert!(manifest(&generated).contains("full = [\"animals\"]"));
    let root = generated
        .files()
        .find(|(path, _)| *path == "src/lib.rs")
        .expect("a root")
        .1;
    assert!(root.contains("feature = \"animals\""), "{root}");
    assert!(
        !names(&generated)
            .iter()
            .any(|name| name.contains("Response"))
    );
}

#[test]
fn one_part_is_one_type_however_many_operations_have_it() {
    let rest = "paths: {/a: {$ref: 'a.yaml'}, /b: {$ref: 'a.yaml'}, /c: {get: {responses: {default: {$ref: 'errors/broken.yaml'}}}}}\n";
    let files = [
        (
            "a.yaml",
            "{get: {responses: {default: {$ref: 'errors/broken.yaml'}}}, put: {responses: {default: {$ref: 'errors/broken.yaml#'}}}}",
        ),
        (
            "errors/broken.yaml",
            "{content: {a/b: {schema: {type: object}}}}",
        ),
    ];
    let generated = generate(rest, &files, Operations::All).unwrap();
    assert_eq!(names(&generated), ["BrokenResponse"]);
}

#[test]
fn parts_that_cannot_be_read_are_reported_by_their_reason() {
    let rest = "paths:\n  /a: {$ref: 'nowhere.yaml'}\n  /b: {$ref: '../outside.yaml'}\n  /c: {$ref: 'list.yaml'}\n  /d: {$ref: 'list.yaml#/x'}\n\
                \x20 /e: {$ref: 'https://example.com/e.yaml'}\ncomponents: {schemas: {A: {type: string}}}\n";
    let generated = generate(rest, &[("list.yaml", "[1]")], Operations::All).unwrap();
    let warnings = generated.warnings();
    assert!(
        warnings
            .iter()
            .filter(|one| one.code == Code::MissingPart)
            .count()
            == 4,
        "{}",
        generated.rendered_warnings()
    );
    let rendered = generated.rendered_warnings();
    for text in [
        "there is no file",
        "only files in that folder are read",
        "no object is at `list.yaml`",
        "tell the folder: `.map_references(\"https://example.com/\"",
    ] {
        assert!(rendered.contains(text), "{text}: {rendered}");
    }
}

#[test]
fn a_broken_file_of_an_operation_is_an_error() {
    let rest = "paths: {/a: {$ref: 'a.yaml'}}\ncomponents: {schemas: {A: {type: string}}}\n";
    let error = generate(rest, &[("a.yaml", "get: [")], Operations::Bodies).unwrap_err();
    assert!(error.contains("a.yaml:1"), "{error}");
    // Without types of operations, the file is not needed.
    let scratch = tempfile::tempdir().expect("a folder");
    write(scratch.path(), "api.yaml", &format!("{HEAD}{rest}"));
    let config = cratify::configure().schema(scratch.path().join("api.yaml"));
    assert!(config.generate().is_ok());
}

#[test]
fn cycles_of_operations_end() {
    let rest =
        "paths: {/a: {$ref: 'a.yaml'}, /b: {$ref: 'self.yaml'}, /c: {$ref: 'long.yaml#/x0'}}\n";
    let body = "requestBody: {content: {a/b: {schema: {type: object}}}}";
    let item = |n| {
        let next = n + 1;
        format!("x{n}: {{get: {{{body}, callbacks: {{done: {{e: {{$ref: '#/x{next}'}}}}}}}}}}")
    };
    let long = (0..3000).map(item).collect::<Vec<_>>().join("\n");
    let files = [
        (
            "a.yaml",
            "{get: {callbacks: {done: {e: {$ref: 'b.yaml'}}}}}",
        ),
        (
            "b.yaml",
            &*format!("{{put: {{{body}, callbacks: {{done: {{e: {{$ref: 'a.yaml'}}}}}}}}}}"),
        ),
        ("self.yaml", "{$ref: 'self.yaml'}"),
        ("long.yaml", &*long),
    ];
    let generated = generate(rest, &files, Operations::All).unwrap();
    assert_eq!(names(&generated).len(), 3001);
}
