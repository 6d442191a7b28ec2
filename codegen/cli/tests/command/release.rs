//! A document, compared with the records of its releases, and recorded.

use crate::{Folder, PETS};

/// The document with another version, and with more text after it.
fn pets(version: &str, more: &str) -> String {
    PETS.replace("version: 1.0.0", &format!("version: {version}")) + more
}

const AGE: &str = "        age: {type: integer}\n";

/// A folder with a document that was released as 1.0.0.
fn released() -> Folder {
    let folder = Folder::new();
    folder.write("api.yaml", PETS);
    folder.good("release api.yaml --no-verify --execute");
    folder
}

fn fails(folder: &Folder, arguments: &str, status: i32, expected: &str) {
    let run = folder.run(arguments);
    let shown = format!("{arguments}: {}{}", run.stdout, run.stderr);
    assert_eq!(run.status, status, "{shown}");
    assert!(run.stderr.contains(expected), "{shown}");
}

#[test]
fn nothing_is_written_without_execute() {
    let folder = Folder::new();
    folder.write("api.yaml", PETS);
    let run = folder.good("release api.yaml --no-verify");
    assert!(
        run.stderr.contains("as the first release"),
        "{}",
        run.stderr
    );
    assert!(!folder.has("released"));

    let run = folder.good("release api.yaml --no-verify --execute");
    assert!(
        run.stderr.contains("neither proven nor packaged"),
        "{}",
        run.stderr
    );
    assert!(folder.has("released/1.0.0.json"));
    let run = folder.good("release api.yaml --no-verify --execute");
    assert!(run.stderr.contains("nothing has changed"), "{}", run.stderr);
}

#[test]
fn a_version_that_moved_too_little_is_refused() {
    let folder = released();
    folder.write("api.yaml", &pets("1.0.1", AGE));
    fails(
        &folder,
        "release api.yaml --no-verify --execute",
        1,
        "1.1.0 or later",
    );
    assert!(!folder.has("released/1.0.1.json"));

    folder.write("api.yaml", &pets("1.1.0", AGE));
    folder.good("release api.yaml --no-verify --execute");
    assert!(folder.has("released/1.1.0.json"));

    // An addition of 1.1.0 is not a change since 1.1.0, but a change since 1.0.0.
    folder.write("api.yaml", &pets("1.1.1", AGE));
    folder.good("release api.yaml --no-verify");
    folder.write("api.yaml", &pets("1.0.9", AGE));
    let against = "release api.yaml --no-verify --against released/1.0.0.json";
    fails(&folder, against, 1, "1.1.0 or later");
    folder.write("api.yaml", &pets("1.1.1", ""));
    let all = "release api.yaml --no-verify --transitive";
    fails(&folder, all, 1, "after `released/1.1.0.json`, 2.0.0");
    // A release that exists is not made again.
    let against = "release api.yaml --no-verify --execute --against released/1.1.0.json";
    folder.write("api.yaml", &pets("1.1.0", &AGE.replace("age", "size")));
    fails(&folder, against, 1, "2.0.0 or later");
    let against = "release api.yaml --no-verify --execute --against released/1.0.0.json";
    fails(&folder, against, 1, "already released");
}

#[test]
fn released_names_stay() {
    let folder = Folder::new();
    let status = "        status: {enum: [asleep, awake]}\n";
    folder.write("api.yaml", &pets("1.0.0", status));
    folder.good("release api.yaml --no-verify --execute");
    // A schema with the name of the inline type, and another name for a schema.
    let taken = "    PetStatus: {type: object, properties: {code: {type: integer}}}\n";
    let later = pets("1.1.0", status)
        .replace("    Pet:\n", "    Pet:\n      x-rust-name: Animal\n")
        + taken;
    folder.write("api.yaml", &later);
    folder.good("generate api.yaml --output pets");
    folder.good("check api.yaml --output pets");
    let root = folder.read("pets/src/lib.rs");
    assert!(
        root.contains("pub use animal::{Animal, Pet, PetStatus};\n"),
        "{root}"
    );
    assert!(
        root.contains("pub use pet_status2::PetStatus2;\n"),
        "{root}"
    );
    let run = folder.good("diff released/1.0.0.json api.yaml");
    let renamed = "type `Pet` is called `Animal`, and has its old name as well";
    assert!(run.stdout.contains(renamed), "{}", run.stdout);
    folder.good("release api.yaml --no-verify --execute");
    // The second release has the names of the first one, and its documents are read with them.
    folder.write("api.yaml", &later.replace("1.1.0", "1.1.1"));
    folder.good("release api.yaml --no-verify");
    folder.write("cratify.toml", "released-names = \"ignore\"\n");
    fails(&folder, "release api.yaml --no-verify", 1, "2.0.0 or later");
}

#[test]
fn the_changelog_speaks_to_users_of_the_crate() {
    let folder = released();
    assert_eq!(
        folder.read("CHANGELOG.md"),
        "# Changelog\n\n## 1.0.0\n\n- The first release.\n"
    );
    let edited = pets("2.0.0", AGE)
        .replace("minLength: 1", "minLength: 2")
        .replace("        id: {type: string, format: uuid}\n", "")
        .replace(
            "      type: object\n",
            "      type: object\n      deprecated: true\n",
        );
    folder.write("api.yaml", &edited);
    let run = folder.good("release api.yaml --no-verify");
    assert!(run.stderr.contains("### Added"), "{}", run.stderr);
    let log = "# Changelog\n\nHand written.\n\n## 1.0.0\n\n- Mine.\n";
    folder.write("CHANGELOG.md", log);
    folder.good("release api.yaml --no-verify --execute");
    let expected = "\
# Changelog

Hand written.

## 2.0.0

### Added

- field `age` of `Pet` is new

### Deprecated

- type `Pet` is deprecated

### Removed

- **Breaking:** field `id` of `Pet` is gone

### Data

- `Pet`: the new schema refuses a value that the old crate writes: `{\"name\":\"a\"}`
- `Pet`: strict reading of the old crate refuses a value that is valid now: `{\"name\":\"text\",\"id\":1}`
- `Pet`: the old crate cannot read a value that is valid now: `{\"name\":\"text\",\"id\":1}`

## 1.0.0

- Mine.
";
    assert_eq!(folder.read("CHANGELOG.md"), expected);

    // An entry that somebody has written stays.
    let next = edited.replace("2.0.0", "2.1.0") + "        size: {type: integer}\n";
    folder.write("api.yaml", &next);
    let own = expected.replace("## 2.0.0", "## [2.1.0]\n\n- Size.\n\n## 2.0.0");
    folder.write("CHANGELOG.md", &own);
    folder.good("release api.yaml --no-verify --execute");
    assert_eq!(folder.read("CHANGELOG.md"), own);

    folder.write("api.yaml", &next.replace("2.1.0", "2.2.0"));
    folder.write("CHANGELOG.md", &format!("<<<<<<< ours\n{own}"));
    fails(
        &folder,
        "release api.yaml --no-verify --execute",
        2,
        "conflict in CHANGELOG.md",
    );
    assert!(!folder.has("released/2.2.0.json"));
}

#[test]
fn changes_that_are_not_committed_stop_a_release() {
    let folder = Folder::new();
    folder.write("api.yaml", PETS);
    folder.git("init --quiet");
    folder.git("add .");
    folder.git("commit --quiet -m first");
    folder.write("api.yaml", &pets("1.1.0", AGE));
    folder.good("release api.yaml --no-verify");
    fails(
        &folder,
        "release api.yaml --no-verify --execute",
        2,
        "M api.yaml",
    );
    assert!(!folder.has("released") && !folder.has("CHANGELOG.md"));
    folder.git("commit --quiet -a -m second");
    folder.good("release api.yaml --no-verify --execute");

    // The record is a file of a revision as well.
    folder.git("add .");
    folder.git("commit --quiet -m third");
    folder.write("api.yaml", &pets("1.2.0", ""));
    fails(
        &folder,
        "release api.yaml --no-verify --against HEAD:released/1.1.0.json",
        1,
        "2.0.0",
    );
    folder.write("api.yaml", &pets("1.1.1", AGE));
    folder.good("release api.yaml --no-verify --execute --allow-dirty");
    assert!(folder.has("released/1.1.1.json"));
}

#[test]
fn a_changed_setting_is_a_change_since_the_release() {
    let folder = released();
    let keep = "--set unknown-members=keep";
    let release = format!("release api.yaml --no-verify {keep}");
    fails(&folder, &release, 1, "2.0.0 or later");
    // So is a selection: what the release had is gone.
    folder.write(
        "more.yaml",
        &(PETS.to_owned() + "    Owner: {type: string}\n"),
    );
    let run = folder.run("diff released/1.0.0.json more.yaml --only Owner");
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stdout.contains("type `Pet` is gone"), "{}", run.stdout);
    // The same setting for two documents is not a change.
    let run = folder.good(&format!("diff api.yaml api.yaml {keep} --format json"));
    assert!(run.stdout.contains("\"bump\": \"none\""), "{}", run.stdout);
    let run = folder.good("diff released/1.0.0.json api.yaml --format json");
    assert!(run.stdout.contains("\"bump\": \"none\""), "{}", run.stdout);
}

#[test]
fn records_that_cannot_be_used_are_named() {
    let folder = released();
    let record = folder.read("released/1.0.0.json");
    let expect = |text: &str, expected: &str| {
        folder.write("released/1.0.0.json", text);
        for command in [
            "release api.yaml --no-verify --execute",
            "diff released/1.0.0.json api.yaml",
        ] {
            fails(&folder, command, 2, expected);
        }
        assert_eq!(folder.read("released/1.0.0.json"), text);
    };
    expect(
        &record.replace("minLength", "maxLength"),
        "has changed since the release",
    );
    expect(
        &record.replace("\"cratify-record\": 1", "\"cratify-record\": 2"),
        "install a newer one",
    );
    expect(&format!("<<<<<<< ours\n{record}"), "conflict");
    expect(
        &record.replacen("  \"root\"", "<<<<<<< ours\n  \"root\"", 1),
        "conflict",
    );
    expect(&record[..record.len() / 2], "it is not valid JSON");
    // Git may have changed the ends of lines.
    folder.write("released/1.0.0.json", &record.replace('\n', "\r\n"));
    folder.good("diff released/1.0.0.json api.yaml");

    folder.write("released/copy.json", &record);
    fails(
        &folder,
        "release api.yaml --no-verify",
        2,
        "both records of version 1.0.0",
    );
    folder.write("released/copy.json", "{}");
    fails(&folder, "release api.yaml --no-verify", 2, "copy.json");
}

#[test]
fn a_record_of_another_crate_is_not_compared() {
    let folder = released();
    folder.write("api.yaml", &PETS.replace("title: Pets", "title: Cats"));
    fails(
        &folder,
        "release api.yaml --no-verify",
        2,
        "of the crate `pets`",
    );
    fails(
        &folder,
        "diff released/1.0.0.json api.yaml",
        2,
        "of the crate `cats`",
    );
    fails(
        &folder,
        "release released/1.0.0.json",
        2,
        "name its document",
    );
}

#[test]
fn overlays_are_recorded() {
    let folder = Folder::new();
    folder.write("api.yaml", PETS);
    let overlay = |schema: &str| {
        format!(
            "overlay: 1.0.0\ninfo: {{title: More, version: 1.0.0}}\nactions:\n\
             - target: $.components.schemas\n  update: {{Owner: {schema}}}\n"
        )
    };
    folder.write("overlays/more.yaml", &overlay("{type: string}"));
    folder.good("release api.yaml --no-verify --overlay overlays/more.yaml --execute");
    // The record stands for the release, even if the overlay has changed since.
    std::fs::remove_file(folder.path().join("overlays/more.yaml")).expect("it is there");
    let run = folder.run("diff released/1.0.0.json api.yaml --format json");
    assert!(
        run.stdout.contains("\"item\": \"Owner\""),
        "{}{}",
        run.stdout,
        run.stderr
    );
    assert_eq!(run.status, 1);
    folder.write("overlays/more.yaml", &overlay("{type: integer}"));
    let edited = "diff released/1.0.0.json api.yaml --overlay overlays/more.yaml";
    let run = folder.run(edited);
    assert!(
        run.stdout.contains("was `String`, and is `i64`"),
        "{}{}",
        run.stdout,
        run.stderr
    );
    folder.write("overlays/more.yaml", &overlay("{type: string}"));
    let run = folder.good(&format!("{edited} --format json"));
    assert!(run.stdout.contains("\"bump\": \"none\""), "{}", run.stdout);
}

#[test]
fn documents_of_several_folders_are_recorded() {
    let folder = Folder::new();
    let split = PETS.replace("type: string, minLength: 1", "$ref: '../parts/name.yaml'");
    folder.write("api/pets.yaml", &split);
    folder.write("parts/name.yaml", "type: string\n");
    folder.good("release api/pets.yaml --no-verify --allow-references-to parts --execute");
    let record = folder.read("released/1.0.0.json");
    assert!(
        !record.contains(&*folder.path().to_string_lossy()),
        "{record}"
    );
    folder.write("parts/name.yaml", "type: integer\n");
    let run = folder
        .run("diff released/1.0.0.json api/pets.yaml --allow-references-to parts --format json");
    assert_eq!(run.status, 1, "{}{}", run.stdout, run.stderr);
    assert!(
        run.stdout.contains("\"file\": \"parts/name.yaml\""),
        "{}",
        run.stdout
    );
}
