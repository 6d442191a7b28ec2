//! `explain`, `ledger`, `completions` and `man`.

use crate::{Folder, PETS};

#[test]
fn a_code_has_a_page() {
    let folder = Folder::new();
    let page = folder.good("explain cr0201").stdout;
    assert!(
        page.starts_with("## CR0201: wrong type for a keyword\n") && page.contains("**Mend.**"),
        "{page}"
    );
    assert!(!page.contains("## CR0202"), "{page}");
    let run = folder.run("explain CR9999");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("there is no diagnostic CR9999"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_schema_has_a_type_and_outcomes() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    for subject in ["Pet", "#/components/schemas/Pet"] {
        let text = folder.good(&format!("explain {subject} pets.yaml")).stdout;
        for part in [
            "schema    #/components/schemas/Pet\ntype      Pet\nfile      src/pet.rs\n",
            "pub struct Pet {\n",
            "    pub name: String,\n",
            "  unknown-members: drop, keep, refuse\n",
            "  formats: uuid\n",
            "properties/name/minLength  strictly enforced\n",
        ] {
            assert!(text.contains(part), "{part}:\n{text}");
        }
        for part in ["cfg_attr", "null-members", "map-type", "unresolved"] {
            assert!(!text.contains(part), "{part}:\n{text}");
        }
    }
    let text = folder.good("explain Pet.name pets.yaml").stdout;
    assert!(
        text.contains("type      none of its own") && text.contains("minLength  strictly"),
        "{text}"
    );
    for (wrong, near) in [("Pets", "`Pet`"), ("Pte.name", "`Pet.name`")] {
        let run = folder.run(&format!("explain {wrong} pets.yaml"));
        let mend = format!("did you mean {near}?");
        assert!(run.stderr.contains(&mend), "{}", run.stderr);
    }
    let run = folder.run("explain Dog pets.yaml");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("no schema `Dog`; its types are Pet"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_ledger_has_forms() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    assert!(
        folder
            .good("ledger pets.yaml --as summary")
            .stdout
            .contains("| `minLength` |")
    );
    let json = folder.good("ledger pets.yaml --as json").stdout;
    let rows: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert!(rows.as_array().is_some_and(|rows| rows.len() > 5), "{json}");
}

#[test]
fn shells_and_man_know_the_commands() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            folder
                .good(&format!("completions {shell}"))
                .stdout
                .contains("generate"),
            "{shell}"
        );
    }
    folder.good("man pages");
    assert!(folder.has("pages/cargo-cratify.1") && folder.has("pages/cargo-cratify-new.1"));
}

#[test]
fn a_schema_of_another_file_is_named_by_its_file() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.write("owners.yaml", &PETS.replace("minLength: 1", "maxLength: 9"));
    for subject in [
        "owners.yaml#/components/schemas/Pet",
        "owners::Pet",
        "owners::Pet.name",
    ] {
        let run = folder.good(&format!("explain {subject} pets.yaml owners.yaml"));
        let start = "schema    owners.yaml#/components/schemas/Pet";
        assert!(
            run.stdout.starts_with(start) && run.stdout.contains("maxLength"),
            "{subject}: {}",
            run.stdout
        );
    }
    let run = folder.good("explain owners::Pet pets.yaml owners.yaml");
    assert!(
        run.stdout.contains("file      src/owners/pet.rs\n"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_schema_of_a_further_document_is_explained() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.write("owners.yaml", &PETS.replace("Pet:", "Owner:"));
    let first = folder.good("explain Pet pets.yaml owners.yaml").stdout;
    let second = folder.good("explain Owner pets.yaml owners.yaml").stdout;
    assert!(
        first.contains("\n  unknown-members: drop, keep, refuse\n"),
        "{first}"
    );
    let renamed = first
        .replace("#/components", "owners.yaml#/components")
        .replace("pets::Pet", "owners::Owner")
        .replace("src/pets/pet.rs", "src/owners/owner.rs")
        .replace("Pet", "Owner");
    assert_eq!(second, renamed);

    folder.write("owners.yaml", PETS);
    let run = folder.run("explain Pet pets.yaml owners.yaml");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr
            .contains("name one of the types `pets::Pet`, `owners::Pet`"),
        "{}",
        run.stderr
    );
    let one = folder
        .good("explain owners::Pet pets.yaml owners.yaml")
        .stdout;
    assert!(
        one.starts_with("schema    owners.yaml#/components/schemas/Pet\n"),
        "{one}"
    );
}
