//! `cratify.toml`.

use serde_json::Value;

use crate::support::pages;
use crate::{Folder, PETS};

const SETTINGS: &str = "\
schema = 'api/pets.yaml'
module = 'pets'
unknown-members = 'keep'
formats = ['uuid']
overlay = []
derive-for = { struct = ['Eq', 'Hash'], enum = 'PartialOrd' }
attribute-for.struct = '#[must_use]'

[at.'Pet.name']
rename = 'title'

[extern-type]
Owner = { path = 'owner::Owner' }

[dependencies]
owner = '1.2'
";

#[test]
fn a_settings_file_has_the_words_of_the_builder() {
    let folder = Folder::new();
    let owner = "    Owner: {type: object}\n";
    folder.write(
        "api/pets.yaml",
        &format!("{PETS}        owner: {{$ref: '#/components/schemas/Owner'}}\n{owner}"),
    );
    folder.write("cratify.toml", SETTINGS);
    folder.good("generate");
    let written = folder.read("src/pets.rs");
    for part in [
        "pub title: String",
        "uuid::Uuid",
        "pub additional_properties:",
        "owner::Owner",
        "#[must_use]\n#[non_exhaustive]\npub struct Pet {",
    ] {
        assert!(written.contains(part), "{part}:\n{written}");
    }
    // Of the two kinds, the document has the one.
    assert_eq!(written.matches("Eq, Hash)]").count(), 1, "{written}");
    folder.good("check");
    folder.write("flag.toml", "unstable = true\n");
    let run = folder.good("generate api/pets.yaml --module - --config flag.toml");
    assert!(run.stdout.contains("/// Unstable: "), "{}", run.stdout);
    // An option holds before the file.
    let run = folder.good("generate --module - --set unknown-members=drop");
    assert!(
        !run.stdout.contains("additional_properties"),
        "{}",
        run.stdout
    );
    folder.write("pets.yaml", PETS);
    let run = folder.run("generate pets.yaml --module -");
    assert!(
        run.stderr
            .contains("for `Owner`, and no schema has this name"),
        "{}",
        run.stderr
    );
}

#[test]
fn mistakes_in_a_settings_file_have_a_place() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    for (settings, said) in [
        (
            "unknown-member = 'keep'",
            "cratify.toml:1:1: error[CR0801]: there is no setting `unknown-member`",
        ),
        (
            "# One.\nuntyped = 'litteral'",
            "cratify.toml:2:11: error[CR0801]: the setting `untyped` cannot be `litteral`",
        ),
        (
            "untyped = 5",
            "cratify.toml:1:11: error[CR0801]: the setting `untyped` must be a string",
        ),
        (
            "unstable = 'yes'",
            "cratify.toml:1:12: error[CR0801]: the setting `unstable` cannot be `yes`",
        ),
        (
            "unstable = 1",
            "cratify.toml:1:12: error[CR0801]: the setting `unstable` must be `true` or `false`",
        ),
        (
            "only = 'Dog'",
            "cratify.toml:1:8: error[CR0802]: a setting is for `Dog`, and no schema has this name",
        ),
        (
            "[at.Dog]\nrename = 'Cat'",
            "cratify.toml:1:5: error[CR0802]: a setting is for `Dog`, and no schema has this name",
        ),
        (
            "[at.Pet]\nrename = 'my cat'",
            "cratify.toml:2:10: error[CR0502]: ",
        ),
        (
            "[at.Pet]\nrenam = 'Cat'",
            "cratify.toml:2:1: error[CR0801]: there is no setting `renam`",
        ),
        (
            "allow = 'CR9'",
            "cratify.toml:1:9: error[CR0801]: the setting `allow` cannot be `CR9`",
        ),
        (
            "modules = 'file'",
            "cratify.toml:1:11: error[CR0801]: the setting `modules` cannot be `file`",
        ),
        (
            "[extern-type]\nPet = 'a b'\n",
            "cratify.toml:2:7: error[CR0803]: `a b` is not the path of a Rust type",
        ),
        (
            "[dependencies]\nmoney = 'one'\n",
            "cratify.toml:2:9: error[CR0804]: ",
        ),
        (
            "derive-for = 'Eq'",
            "cratify.toml:1:14: error[CR0801]: `derive-for` must be a table",
        ),
        (
            "derive-for = { strut = 'Eq' }",
            "cratify.toml:1:16: error[CR0801]: there is no kind `strut` of types",
        ),
        (
            "derive-for = { struct = 5 }",
            "cratify.toml:1:25: error[CR0801]: the setting `struct` must be a string or a list of strings",
        ),
        (
            "[attribute-for]\nstruct = 'must_use'\n",
            "cratify.toml:2:10: error[CR0806]: `must_use` is not an attribute",
        ),
        (
            "schema = ",
            "cratify.toml:1:10: error[CR0801]: the settings are not TOML: ",
        ),
        (
            "overlay = 'none.yaml'",
            "none.yaml:1:1: error[CR0101]: there is no file `none.yaml`",
        ),
    ] {
        folder.write("cratify.toml", settings);
        let run = folder.run("generate pets.yaml --module - --format short");
        assert_ne!(run.status, 0, "{settings}");
        assert!(run.stderr.starts_with(said), "{settings}:\n{}", run.stderr);
    }
    let run = folder.run("generate pets.yaml --config none.toml");
    assert_eq!(run.status, 2, "{}", run.stderr);
}

#[test]
fn editors_have_json_schemas() {
    let folder = Folder::new();
    let schema = |subject: &str| -> serde_json::Value {
        let text = folder.good(&format!("schema {subject}")).stdout;
        serde_json::from_str(&text).expect("it is JSON")
    };
    let settings = schema("settings");
    let words = serde_json::json!(["recorded", "drop", "keep", "refuse"]);
    assert_eq!(settings["properties"]["unknown-members"]["enum"], words);
    let place = &settings["properties"]["at"]["additionalProperties"]["properties"];
    assert_eq!(place["rename"]["type"], "string");
    let kinds = &settings["properties"]["derive-for"]["properties"];
    let kinds = kinds.as_object().expect("kinds").keys();
    assert_eq!(
        kinds.collect::<Vec<_>>(),
        ["struct", "enum", "union", "newtype"]
    );
    assert!(schema("extensions")["definitions"].is_object());
}

#[test]
fn the_example_of_the_documentation_is_read() {
    let page = pages::sections()
        .into_iter()
        .find(|section| section.page == "docs/settings.md" && section.heading == "## In a file");
    let page = page.expect("the page has the section");
    let blocks = page.blocks();
    let example = blocks.iter().find(|block| block.language == "toml");
    let example = example.expect("the section has an example").text;
    let folder = Folder::new();
    folder.write("cratify.toml", example);
    folder.write("api.yaml", ORDERS);
    folder.write(
        "overlay.yaml",
        "overlay: 1.0.0\ninfo: {title: None, version: 1.0.0}\nactions: [{target: $.info, update: {description: Orders.}}]\n",
    );
    folder.good("generate");
    let schema = folder.good("schema settings").stdout;
    let schema: Value = serde_json::from_str(&schema).expect("it is JSON");
    let settings: toml_edit::DocumentMut = example.parse().expect("it is TOML");
    for (key, _) in settings.iter() {
        assert!(schema["properties"].get(key).is_some(), "{key}");
    }
}

const ORDERS: &str = "\
openapi: 3.1.1
info: {title: Orders, version: 1.0.0, license: {identifier: MIT}}
components:
  schemas:
    Money: {type: object}
    Order:
      type: object
      properties:
        status: {enum: [open, in-progress]}
        total: {$ref: '#/components/schemas/Money'}
";
