//! `generate` and `check`.

use crate::{Folder, PETS};

#[test]
fn a_crate_is_written_and_checked() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    let run = folder.good("generate pets.yaml --output out");
    assert!(
        run.stdout.is_empty() && run.stderr.contains("out: "),
        "{}",
        run.stderr
    );
    assert!(folder.read("out/src/pet.rs").contains("pub struct Pet"));
    let run = folder.good("check pets.yaml --output out");
    assert_eq!(
        (run.stdout.as_str(), run.stderr.as_str()),
        ("", "up to date\n")
    );

    folder.write("pets.yaml", &PETS.replace("minLength: 1", "minLength: 2"));
    let run = folder.run("check pets.yaml --output out");
    assert_eq!(run.status, 1);
    for line in [
        "--- a/out/src/pet.rs\n+++ b/out/src/pet.rs\n",
        "-      \"minLength\": 1\n",
        "+      \"minLength\": 2\n",
    ] {
        assert!(run.stdout.contains(line), "{line}:\n{}", run.stdout);
    }
    assert!(
        folder
            .read("out/src/pet.rs")
            .contains("at least 1 character"),
        "`check` writes nothing"
    );

    folder.write("pets.yaml", &PETS.replace("Pet:", "Animal:"));
    let run = folder.run("check pets.yaml --output out");
    assert!(
        run.stdout.contains("--- a/out/src/pet.rs\n+++ /dev/null\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("--- /dev/null\n+++ b/out/src/animal.rs\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_module_is_one_file() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.good("generate pets.yaml --module src/pets.rs");
    folder.good("check pets.yaml --module src/pets.rs");
    let written = folder.read("src/pets.rs");
    assert!(
        written.contains("pub struct Pet") && written.contains("pub use types::*;"),
        "{written}"
    );
    assert_eq!(folder.good("generate pets.yaml --module -").stdout, written);
    folder.write("src/pets.rs", &written.replace("pub name", "pub title"));
    let run = folder.run("check pets.yaml --module src/pets.rs");
    assert_eq!(run.status, 1);
    assert!(
        run.stdout
            .contains("-    pub title: String,\n+    pub name: String,\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn standard_input_becomes_standard_output() {
    let folder = Folder::new();
    let run = folder.run_with("generate - --quiet", PETS);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.contains("pub struct Pet"), "{}", run.stdout);
    let run = folder.run_with("generate -", &PETS[..100]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("--> stdin:"), "{}", run.stderr);
}

#[test]
fn several_documents_have_a_module_each() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.write("owners.yaml", &PETS.replace("Pet", "Owner"));
    folder.write("cratify.toml", "schema = ['pets.yaml', 'owners.yaml']\n");
    for documents in ["", "pets.yaml owners.yaml"] {
        let module = folder
            .good(&format!("generate {documents} --module -"))
            .stdout;
        for part in ["pub mod pets {", "pub mod owners {", "pub struct Owner"] {
            assert!(module.contains(part), "{documents}: {part}:\n{module}");
        }
    }
    folder.good("generate");
    folder.good("check");
    folder.write("owners.yaml", &PETS.replace("Pet", "Keeper"));
    assert_eq!(folder.run("check").status, 1);
    let run = folder.run("generate - pets.yaml");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("standard input has one document"),
        "{}",
        run.stderr
    );
}

#[test]
fn settings_have_the_words_of_documents() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    let run =
        folder.good("generate pets.yaml --module - --set unknown-members=keep --formats uuid");
    assert!(
        run.stdout.contains("pub additional_properties: BTreeMap<"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("uuid::Uuid"), "{}", run.stdout);
    for (setting, message) in [
        (
            "unknown-members=kept",
            "it can be `recorded`, `drop`, `keep`, `refuse`",
        ),
        (
            "unknown-member=keep",
            "there are `unknown-members`, `unknown-values`",
        ),
        ("keep", "write KEY=WORD"),
    ] {
        let run = folder.run(&format!("generate pets.yaml --set {setting}"));
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
    let run = folder.run("generate pets.yaml --only Dog");
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("CR0802") && run.stderr.contains("--> --only Dog\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn what_cannot_run_has_the_status_2_and_changes_nothing() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.write("out/src/pet.rs", "// By hand.\nfn by_hand() {}\n");
    for (arguments, message) in [
        ("generate none.yaml", "error[CR0101]"),
        (
            "generate",
            "name the document: here is neither `cratify.toml` nor the folder `schema`",
        ),
        ("generate pets.yaml --output out", "error[CR0701]"),
        (
            "generate pets.yaml --module pets.yaml/x.rs",
            "cannot create the folder pets.yaml",
        ),
        (
            "generate pets.yaml --output a --module b",
            "cannot be used with",
        ),
        ("check pets.yaml --module -", "name the file of the module"),
        ("watch -", "`watch` needs a file"),
        ("sync", "cannot read the manifest of the generated crate"),
        ("frobnicate", "unrecognized subcommand"),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.status, 2, "{arguments}: {}", run.stderr);
        assert!(run.stdout.is_empty(), "{arguments}: {}", run.stdout);
        assert!(run.stderr.contains(message), "{arguments}: {}", run.stderr);
    }
    assert_eq!(
        folder.read("out/src/pet.rs"),
        "// By hand.\nfn by_hand() {}\n"
    );
    assert!(!folder.has("out/Cargo.toml"));
}

const OVERLAY: &str = "\
overlay: 1.1.0
info: {title: Names, version: 1.0.0}
actions:
  - target: $.components.schemas.Pet
    update: {x-rust-name: Animal, maxPropertis: 5}
  - target: $..[?@.format == 'uuid']
    remove: true
  - target: $.paths
    remove: true
";

#[test]
fn an_overlay_changes_the_document_and_has_locations() {
    let folder = Folder::new();
    folder.write("api/pets.yaml", PETS);
    folder.write("api/overlay.yaml", OVERLAY);
    // The overlay may be in the folder of the document.
    let run = folder.good("generate api --overlay api/overlay.yaml --module - --format short");
    assert!(run.stdout.contains("pub struct Animal"), "{}", run.stdout);
    assert!(!run.stdout.contains("pub id:"), "{}", run.stdout);
    let warnings: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(
        warnings,
        [
            "api/overlay.yaml:8:13: warning[CR0121]: `target` selects nothing; help: compare it with the document, or remove the \
             action",
            "api/overlay.yaml:5:35: warning[CR0204]: `maxPropertis` is not a keyword of JSON Schema or OpenAPI: this is ignored; \
             help: did you mean `maxProperties`?",
        ]
    );
    let ledger = folder.good("ledger api --overlay api/overlay.yaml").stdout;
    let row = "`api/overlay.yaml:5#/components/schemas/Pet` | `maxPropertis` | ignored";
    assert!(ledger.contains(row), "{row}:\n{ledger}");
    assert_eq!(folder.run("generate api --module -").status, 2);
    let run = folder.run("generate api/pets.yaml --overlay api/pets.yaml --module -");
    assert_eq!(run.status, 1);
    assert!(run.stderr.starts_with("error[CR0120]"), "{}", run.stderr);
}

#[test]
fn models_have_a_diagram_and_pages() {
    let folder = Folder::new();
    let document = format!(
        "{PETS}        tags: {{type: array, items: {{$ref: '#/components/schemas/Tag'}}}}\n    Tag: {{type: string}}\n"
    );
    folder.write("pets.yaml", &document);
    let diagram = folder.good("docs pets.yaml").stdout;
    let lines = [
        "flowchart LR",
        "    t_Pet[\"Pet\"]",
        "    t_Tag[\"Tag\"]",
        "    t_Pet --> t_Tag",
    ];
    assert_eq!(diagram.lines().collect::<Vec<_>>(), lines);
    folder.good("docs pets.yaml --output pages");
    assert!(folder.has("pages/pet.md") && folder.read("pages/models.md").contains("```mermaid\n"));
}

#[test]
fn files_of_others_are_not_overwritten() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    let own = "fn by_hand() {}\n";
    for (arguments, path) in [
        ("generate pets.yaml --module src/pets.rs", "src/pets.rs"),
        ("docs pets.yaml --output pages", "pages/pet.md"),
        ("docs pets.yaml --output pages", "pages/models.md"),
    ] {
        let _ = std::fs::remove_dir_all(folder.path().join("pages"));
        folder.write(path, own);
        let run = folder.run(arguments);
        assert_eq!(run.status, 2, "{arguments}: {}", run.stderr);
        for part in [
            "error[CR0701]: cratify does not overwrite files of others:",
            &format!("{path} is a file that cratify did not write"),
            "begin with `@generated by cratify`",
        ] {
            assert!(run.stderr.contains(part), "{part}:\n{}", run.stderr);
        }
        assert_eq!(folder.read(path), own);
        assert!(!folder.has("pages/README.md"), "{arguments}");

        // What cratify has written, it replaces. An interrupted run may have left a part.
        std::fs::remove_file(folder.path().join(path)).expect("it is there");
        folder.good(arguments);
        let written = folder.read(path);
        folder.write(path, &format!("{written}edited"));
        let (parent, name) = path.split_once('/').expect("it is in a folder");
        folder.write(&format!("{parent}/.{name}.cratify-stage"), "half");
        folder.good(arguments);
        assert_eq!(folder.read(path), written);
        assert!(!folder.has(&format!("{parent}/.{name}.cratify-stage")));
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_module_stays() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.good("generate pets.yaml --module elsewhere.rs");
    let link = folder.path().join("pets.rs");
    std::os::unix::fs::symlink("elsewhere.rs", &link).expect("a link can be made");
    folder.write("pets.yaml", &PETS.replace("Pet:", "Animal:"));
    let run = folder.run("generate pets.yaml --module pets.rs");
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(
        run.stderr.contains("pets.rs is a symbolic link"),
        "{}",
        run.stderr
    );
    assert!(link.is_symlink());
}

#[test]
fn what_an_interrupted_run_has_left_is_no_difference() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.good("generate pets.yaml --output out");
    let half = "out/.cratify-stage/files/src/pet.rs";
    folder.write(half, "half");
    folder.good("check pets.yaml --output out");
    assert!(folder.has(half), "`check` writes nothing");
    folder.good("generate pets.yaml --output out");
    assert!(!folder.has("out/.cratify-stage"));
}

#[test]
fn an_empty_name_selects_nothing() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    for only in ["--only=", "--only=Pet,", "--only=,Pet"] {
        let run = folder.run(&format!("generate pets.yaml --module - {only}"));
        assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{only}");
        for part in ["CR0802", "no schema has an empty name"] {
            assert!(run.stderr.contains(part), "{only}: {}", run.stderr);
        }
    }
    let all = folder.good("generate pets.yaml --module - --only=#");
    assert!(all.stdout.contains("pub struct Pet"));
}

#[test]
fn a_model_of_any_name_has_its_page() {
    let folder = Folder::new();
    folder.write("pets.yaml", &PETS.replace("Pet:", "Models:"));
    folder.good("docs pets.yaml --output pages");
    assert!(
        folder
            .read("pages/models.md")
            .contains("# Models\n\n## Fields")
    );
    assert!(folder.read("pages/diagram.md").contains("```mermaid\n"));
}
