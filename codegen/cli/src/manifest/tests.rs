//! Edits of manifests.

use super::{Manifest, merge};
use crate::workspace::Needs;

const GENERATED: &str = r#"
[package]
name = "shop"

[features]
default = []
schemars = ["dep:schemars"]

[dependencies]
money = { version = "1.2", path = "../money" }
schemars = { version = "1", default-features = false, features = ["derive"], optional = true }
serde = { version = "1.0.200", features = ["derive"] }
serde_json = "1"
"#;

/// The manifest after the merge, and what was said.
fn merged(text: &str) -> (String, String) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("Cargo.toml");
    std::fs::write(&path, text).expect("a file can be written");
    let mut manifest = Manifest::read(&path).expect("it is TOML");
    let needs = Needs::read(GENERATED)
        .expect("it is TOML")
        .seen_from("generated");
    merge(&mut manifest, &needs).expect("it can be edited");
    manifest.save().expect("it can be written");
    let text = std::fs::read_to_string(&path).expect("it can be read");
    // A second merge changes nothing.
    let mut again = Manifest::read(&path).expect("it is TOML");
    merge(&mut again, &needs).expect("it can be edited");
    assert_eq!(again.changes, Vec::<String>::new());
    (text, manifest.changes.join("\n"))
}

#[test]
fn missing_lines_are_added_and_comments_stay() {
    let (text, changes) = merged(
        "# Ours.\n[package]\nname = \"a\" # the name\n\n[dependencies] # of the crate\nserde = \"1\"\nserde_json = \"0.9\"\n",
    );
    assert_eq!(
        text,
        r#"# Ours.
[package]
name = "a" # the name

[dependencies] # of the crate
serde = { version = "1", features = ["derive"] }
serde_json = "1"
money = { version = "1.2", path = "generated/../money" }
schemars = { version = "1", default-features = false, features = ["derive"], optional = true }

[features]
default = []
schemars = ["dep:schemars"]
"#
    );
    for change in [
        "added the feature `derive` to `serde`",
        "changed the version of `serde_json` from `0.9` to `1`",
        "added the dependency `schemars = { version",
        "added the feature `schemars`",
    ] {
        assert!(changes.contains(change), "{change}:\n{changes}");
    }
}

#[test]
fn what_the_package_has_beyond_stays() {
    let (text, _) = merged(
        "[features]\ndefault = [\"schemars\"]\n\n[dependencies]\nserde = { version = \"1.0.210\", default-features = false, features = [\n    \"rc\",\n] }\nserde_json = { workspace = true }\nschemars = \"1\"\nmoney = \"1.2\"\n",
    );
    assert_eq!(
        text,
        "[features]\ndefault = [\"schemars\"]\nschemars = []\n\n[dependencies]\nserde = { version = \"1.0.210\", features = [\n    \"rc\",\n    \"derive\",\n] }\nserde_json = { workspace = true }\nschemars = { version = \"1\", features = [\"derive\"] }\nmoney = \"1.2\"\n"
    );
}

#[test]
fn members_are_added_in_the_layout_of_the_list() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("Cargo.toml");
    let members = ["types".to_owned(), "types/generated".to_owned()];
    let edited = |text: &str| {
        std::fs::write(&path, text).expect("a file can be written");
        let mut manifest = Manifest::read(&path)?;
        manifest.add_members(&members)?;
        manifest.save()?;
        Ok::<_, String>(std::fs::read_to_string(&path).expect("it can be read"))
    };
    assert_eq!(
        edited("[workspace]\nmembers = [\n    \"a\", # first\n    \"types\",\n]\n"),
        Ok("[workspace]\nmembers = [\n    \"a\", # first\n    \"types\",\n    \"types/generated\",\n]\n".to_owned())
    );
    assert_eq!(
        edited("[package]\nname = \"a\"\n"),
        Ok(
            "[package]\nname = \"a\"\n\n[workspace]\nmembers = [\"types\", \"types/generated\"]\n"
                .to_owned()
        )
    );
    for (text, reason) in [
        (
            "[workspace]\nexclude = [\"types\"]\n",
            "`exclude` of the workspace has `types`",
        ),
        (
            "[workspace]\nmembers = 1\n",
            "`members` of the workspace is not a list",
        ),
        ("workspace = 1\n", "`workspace` is not a table"),
        ("[workspace\n", "TOML parse error at line 1"),
    ] {
        let error = edited(text).expect_err(text);
        assert!(
            error.contains("cannot be edited") && error.contains(reason),
            "{error}"
        );
        assert_eq!(
            std::fs::read_to_string(&path).expect("it can be read"),
            text
        );
    }
}

/// Everything but the added lines stays, byte for byte.
#[test]
fn bytes_stay_as_they_are() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("Cargo.toml");
    let edited = |text: &str| {
        std::fs::write(&path, text).expect("a file can be written");
        let mut manifest = Manifest::read(&path).expect("it is TOML");
        manifest
            .add_members(&["types".to_owned()])
            .expect("it can be edited");
        manifest
            .add_dependency("pets", "1".into())
            .expect("it can be edited");
        manifest.save().expect("it can be written");
        std::fs::read_to_string(&path).expect("it can be read")
    };
    for text in [
        "\n# Ours.\n[package]\nname = \"a\" # the name\n\n# deps\n[dependencies]\n# last\n",
        "\n\n[package]\nname = \"a\"\n[dependencies]\nb = \"1\" # b\n# c\n\n# about\n[lints.rust]\n# end\n\n# more",
        "[workspace]\nmembers = [\n    \"a\", # first\n    # second\n]\n\n[dependencies]\nb = \"1\"",
        "[workspace]\nmembers = [ # all\n  \"a\", # first\n]\n",
        "\u{feff}# Ours.\n[package]\nname = \"a\"\n",
        "# Only a comment.\n",
        "[target.x.dependencies]\n[package]\nname = \"a\"\n[target.y.dependencies]\n# end\n",
    ] {
        for text in [text.to_owned(), text.replace('\n', "\r\n")] {
            let new = edited(&text);
            // Without the added lines, the text is the original.
            let mut rest = text.split_inclusive('\n').peekable();
            let mut added = Vec::new();
            for line in new.split_inclusive('\n') {
                let is_next = rest.peek().is_some_and(|old| {
                    *old == line || (!old.ends_with('\n') && line.trim_end() == *old)
                });
                if is_next {
                    rest.next();
                } else {
                    added.push(line);
                }
            }
            assert_eq!(
                rest.collect::<Vec<_>>(),
                Vec::<&str>::new(),
                "{text:?}:\n{new:?}"
            );
            assert!(added.len() <= 6, "{text:?}:\n{new:?}");
            let is_crlf = text.contains("\r\n");
            assert!(
                added.iter().all(|line| line.ends_with("\r\n") == is_crlf),
                "{new:?}"
            );
            assert!(new.parse::<toml_edit::DocumentMut>().is_ok(), "{new:?}");
        }
    }
    let mixed = edited("# a\r\n[package]\nname = \"a\"\n\n[dependencies]\n");
    assert!(
        mixed.starts_with("# a\r\n[package]\nname = \"a\"\n\n[dependencies]\npets"),
        "{mixed:?}"
    );
}
