//! `new`.

use crate::{Folder, PETS};

#[test]
fn a_document_becomes_a_workspace() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    let run = folder.good("new pets --from pets.yaml --formats uuid --ci github");
    assert_eq!(run.stdout, "");
    assert!(
        run.stderr
            .contains("made pets: a workspace with the crate `pets`"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("cd pets && cargo build && cargo test"),
        "{}",
        run.stderr
    );
    let manifest = folder.read("pets/Cargo.toml");
    for line in [
        "name = \"pets-workspace\"",
        "name = \"pets\"",
        "path = \"generated/src/lib.rs\"",
        "schemars = [\"dep:schemars\"]",
        "uuid = { version = \"1\", features = [\"serde\"] }",
    ] {
        assert!(manifest.contains(line), "{line}:\n{manifest}");
    }
    assert!(
        folder
            .read("pets/build.rs")
            .contains(".formats(cratify::Formats::Uuid)")
    );
    assert!(folder.has("pets/generated/src/pet.rs") && folder.has("pets/.github/workflows/ci.yml"));
    assert!(!folder.has("pets/.cratify-new"));
}

#[test]
fn a_document_in_yaml_begins_with_the_line_for_editors() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.good("new pets --from pets.yaml");
    folder.good("new shop");
    for path in ["pets/schema/pets.yaml", "shop/schema/api.yaml"] {
        let text = folder.read(path);
        let first = text.lines().next().unwrap_or_default();
        let schema = first
            .strip_prefix("# yaml-language-server: $schema=")
            .expect(path);
        let schema = format!("{}/schema/{schema}", &path[..4]);
        let schema: serde_json::Value =
            serde_json::from_str(&folder.read(&schema)).expect("it is JSON");
        let ours = &schema["definitions"]["anything"]["properties"];
        assert_eq!(
            ours["x-cratify"]["properties"]["untyped"]["enum"],
            serde_json::json!(["assume", "literal"])
        );
    }
}

#[test]
fn files_that_the_document_refers_to_come_with_it() {
    let folder = Folder::new();
    folder.write(
        "api/pets.yaml",
        &PETS.replace("{type: string, minLength: 1}", "{$ref: 'common/name.json'}"),
    );
    folder.write("api/common/name.json", r#"{"type": "string"}"#);
    folder.good("new pets --from api/pets.yaml");
    assert_eq!(
        folder.read("pets/schema/common/name.json"),
        r#"{"type": "string"}"#
    );
}

const PAYMENTS: &str = "\
openapi: 3.0.3
info: {title: Payments, version: 1.0.0}
paths: {}
components:
  schemas:
    Payment: {type: object, properties: {pet: {$ref: 'pets.yaml#/components/schemas/Pet'}}}
";

const OVERLAY: &str = "\
overlay: 1.0.0
info: {title: Names, version: 1.0.0}
actions: [{target: $.components.schemas.Pet, update: {x-rust-name: Animal}}]
";

#[test]
fn several_documents_and_overlays_become_a_workspace() {
    let folder = Folder::new();
    folder.write("api/pets.yaml", PETS);
    folder.write("api/payments.yaml", PAYMENTS);
    folder.write("names.yaml", OVERLAY);
    folder.good("new pets --from api/pets.yaml --from api/payments.yaml --overlay names.yaml");
    let script = folder.read("pets/build.rs");
    for line in [
        "        .schemas([\"schema/pets.yaml\", \"schema/payments.yaml\"])\n",
        "        .overlay(\"schema/names.yaml\")\n",
    ] {
        assert!(script.contains(line), "{line}:\n{script}");
    }
    assert_eq!(folder.read("pets/schema/names.yaml"), OVERLAY);
    assert!(
        folder
            .read("pets/generated/src/payments/payment.rs")
            .contains("use crate::pets::Animal;")
    );
    for (arguments, message) in [
        (
            "new other --from api/pets.yaml --from api/none.yaml",
            "error[CR0101]",
        ),
        (
            "new other --from api/pets.yaml --overlay none.yaml",
            "there is no file `none.yaml`",
        ),
        ("new other --overlay names.yaml", "--from <FILE>"),
    ] {
        let run = folder.run(arguments);
        assert_ne!(run.status, 0, "{arguments}");
        assert!(run.stderr.contains(message), "{arguments}: {}", run.stderr);
    }
    // A file outside of the folder, and two files of one name, have no place in `schema/`.
    folder.write(
        "far/payments.yaml",
        &PAYMENTS.replace("{$ref: 'pets.yaml#/components/schemas/Pet'}", "{}"),
    );
    folder.write("far/pets.yaml", OVERLAY);
    for (arguments, message) in [
        (
            "new other --from api/pets.yaml --from far/payments.yaml",
            "far/payments.yaml is not in the folder of the document",
        ),
        (
            "new other --from api/pets.yaml --overlay far/pets.yaml",
            "two files would be schema/pets.yaml",
        ),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.status, 2, "{arguments}");
        assert!(run.stderr.contains(message), "{arguments}: {}", run.stderr);
    }
    assert!(!folder.has("other/Cargo.toml"));
}

#[test]
fn an_overlay_names_the_crate() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.write(
        "name.yaml",
        "overlay: 1.0.0\ninfo: {title: Name, version: 1.0.0}\nactions: [{target: $, update: {x-crate: {name: zoo}}}]\n",
    );
    let run = folder.good("new shop --from pets.yaml --overlay name.yaml");
    assert!(
        run.stderr
            .contains("made shop: a workspace with the crate `zoo`"),
        "{}",
        run.stderr
    );
}

#[test]
fn faults_leave_nothing_behind() {
    let folder = Folder::new();
    folder.write("wrong.yaml", &PETS.replace("string", "strnig"));
    folder.write("full/README.md", "# Ours\n");
    folder.write("full/schema/old.yaml", "");
    folder.write("package/Cargo.toml", "[package]\n");
    let names = [
        (
            "new pets --from wrong.yaml",
            1,
            "error[CR0201]: `strnig` is not a JSON type",
        ),
        ("new pets --from none.yaml", 2, "error[CR0101]"),
        (
            "new full",
            2,
            "`full/README.md`, `full/schema` would be replaced",
        ),
        (
            "new package",
            2,
            "package has a package already; `cargo cratify init` adds to it",
        ),
        ("new pets --formats uid", 2, "did you mean `uuid`?"),
        ("new", 2, "<FOLDER>"),
    ];
    for (arguments, status, message) in names {
        let run = folder.run(arguments);
        assert_eq!(run.status, status, "{arguments}: {}", run.stderr);
        assert!(run.stderr.contains(message), "{arguments}: {}", run.stderr);
    }
    assert!(!folder.has("pets") && !folder.has("full/Cargo.toml"));
    assert!(!folder.has("full/.cratify-new") && !folder.has("full/schema/api.yaml"));
    assert_eq!(folder.read("full/README.md"), "# Ours\n");
}

#[test]
fn a_repository_without_a_package_becomes_a_workspace() {
    let folder = Folder::new();
    folder.write(".git/HEAD", "");
    folder.write("pets.yaml", PETS);
    folder.good("new . --from pets.yaml");
    assert!(folder.has("generated/src/pet.rs") && folder.has("schema/pets.yaml"));
    assert!(folder.has(".git/HEAD") && folder.has("pets.yaml"));
}

#[test]
fn the_name_of_a_folder_is_text() {
    let folder = Folder::new();
    folder.good("new it's\"#:{quoted}");
    assert!(
        folder
            .read("it's\"#:{quoted}/generated/Cargo.toml")
            .contains("name = \"its-quoted\"")
    );
}

#[test]
fn a_crate_does_not_have_the_name_of_a_dependency() {
    let folder = Folder::new();
    folder.write("pets.yaml", &PETS.replace("title: Pets", "title: Cratify"));
    let run = folder.run("new pets --from pets.yaml");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("x-crate: { name: my-crate }"),
        "{}",
        run.stderr
    );
}

/// A workspace in a repository and beside the members of another workspace.
#[test]
fn what_is_around_the_folder_stays_whole() {
    let folder = Folder::new();
    let outer = "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n";
    folder.write("Cargo.toml", outer);
    folder.write(
        "crates/app/Cargo.toml",
        "[package]\nname = \"app\"\nversion = \"0.0.0\"\nedition = \"2024\"\n",
    );
    folder.write("crates/app/src/main.rs", "fn main() {}\n");
    folder.write("pets.yaml", PETS);
    std::fs::create_dir(folder.path().join(".git")).expect("a folder can be made");
    folder.write("crates/.keep", "");
    for path in ["crates/shop", "crates/empty"] {
        if path == "crates/empty" {
            std::fs::create_dir(folder.path().join(path)).expect("a folder can be made");
        }
        let run = folder.run(&format!("new {path} --from pets.yaml"));
        assert_eq!(run.status, 2, "{path}: {}", run.stderr);
        assert!(
            run.stderr.contains("would be a member of the workspace")
                && run.stderr.contains("cargo cratify init --folder"),
            "{}",
            run.stderr
        );
        assert!(!folder.has(&format!("{path}/Cargo.toml")));
        assert!(!folder.has(&format!("{path}/.cratify-new")));
    }
    assert!(!folder.has("crates/shop"));
    folder.good("new shop --from pets.yaml");
    assert!(!folder.has("shop/.git"));
    assert_eq!(folder.read("Cargo.toml"), outer);

    folder.write("other/.cratify-new/half", "");
    let run = folder.run("new other --from pets.yaml");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("one was interrupted: then delete it"),
        "{}",
        run.stderr
    );
}
