//! `init` and `sync`. Cargo reads the manifests; nothing is compiled.

use crate::{Folder, PETS};

const APP: &str = "# Ours.\n[package]\nname = \"app\"\nedition = \"2024\"\n";

#[test]
fn a_package_becomes_a_workspace() {
    let folder = Folder::new();
    folder.write("Cargo.toml", APP);
    folder.write("src/main.rs", "fn main() {}\n");
    folder.write("pets.yaml", PETS);
    let run = folder.good("init --from pets.yaml");
    assert_eq!(
        folder.read("Cargo.toml"),
        format!(
            "{APP}\n[workspace]\nmembers = [\"types\", \"types/generated\"]\n\n\
             [dependencies]\npets = {{ package = \"pets-workspace\", path = \"types\" }}\n"
        )
    );
    for part in [
        "added the member `types` to the workspace",
        "added the dependency `pets = ",
        "cargo build -p pets-workspace && cargo test -p pets-workspace",
    ] {
        assert!(run.stderr.contains(part), "{part}:\n{}", run.stderr);
    }
    assert!(!folder.read("types/Cargo.toml").contains("[workspace]"));
    assert!(folder.has("types/generated/src/pet.rs") && folder.has("types/tests/generated.rs"));

    let run = folder.run("init --from pets.yaml");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("types exists already"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_folder_names_a_document_to_start_with() {
    let folder = Folder::new();
    folder.write("Cargo.toml", APP);
    folder.write("src/main.rs", "fn main() {}\n");
    folder.good("init --folder crates/shop");
    assert!(
        folder
            .read("Cargo.toml")
            .contains("shop = { package = \"shop-workspace\", path = \"crates/shop\" }")
    );
}

#[test]
fn a_member_of_a_workspace_gets_the_dependency() {
    let folder = Folder::new();
    folder.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"app\"]\n",
    );
    folder.write("app/Cargo.toml", APP);
    folder.write("app/src/main.rs", "fn main() {}\n");
    folder.write("pets.yaml", PETS);
    folder.good("init --from pets.yaml --manifest-path app/Cargo.toml --folder ../types");
    assert!(
        folder
            .read("Cargo.toml")
            .contains("members = [\"app\", \"types\", \"types/generated\"]")
    );
    assert!(
        folder
            .read("app/Cargo.toml")
            .contains("pets = { package = \"pets-workspace\", path = \"../types\" }")
    );
}

#[test]
fn what_cannot_be_edited_stays_as_it_is() {
    let folder = Folder::new();
    folder.write("src/main.rs", "fn main() {}\n");
    folder.write("pets.yaml", PETS);
    let excluded = format!("{APP}\n[workspace]\nexclude = [\"types\"]\n");
    for (manifest, message) in [
        ("[package\n", "Cargo refuses the manifest"),
        (excluded.as_str(), "`exclude` of the workspace has `types`"),
    ] {
        folder.write("Cargo.toml", manifest);
        let run = folder.run("init --from pets.yaml");
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains(message), "{}", run.stderr);
        assert_eq!(folder.read("Cargo.toml"), manifest);
        assert!(!folder.has("types"));
    }
    let empty = Folder::new();
    let run = empty.run("init");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr
            .contains("there is no Cargo.toml; `cargo cratify new FOLDER`"),
        "{}",
        run.stderr
    );
}

#[test]
fn sync_writes_what_the_generated_crate_needs() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.good("generate pets.yaml --formats uuid");
    folder.write("Cargo.toml", APP);
    let run = folder.good("sync --dry-run");
    assert!(
        run.stderr.contains("added the dependency `uuid = "),
        "{}",
        run.stderr
    );
    assert_eq!(folder.read("Cargo.toml"), APP);
    folder.good("sync");
    let manifest = folder.read("Cargo.toml");
    for line in [
        "# Ours.",
        "uuid = { version = \"1\", features = [\"serde\"] }",
        "validate = [\"dep:jsonschema\"]",
    ] {
        assert!(manifest.contains(line), "{line}:\n{manifest}");
    }
    assert!(folder.good("sync").stderr.contains("nothing to change"));
}
