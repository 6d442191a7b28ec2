//! Breaks that are accepted on purpose: by entries that expire with a release.

use crate::{Folder, PETS};

const RELEASE: &str = "release api.yaml --no-verify";

const ID: &str = "        id: {type: string, format: uuid}\n";

/// The document in another version, without the member `id`.
fn without_id(version: &str) -> String {
    let document = PETS.replace("version: 1.0.0", &format!("version: {version}"));
    document.replace(ID, "")
}

/// A folder with a document that was released as 1.0.0, and then lost a member.
fn broken() -> Folder {
    let folder = Folder::new();
    folder.write("api.yaml", PETS);
    folder.good(&format!("{RELEASE} --execute"));
    folder.write("api.yaml", &without_id("1.1.0"));
    folder
}

/// Puts the entries for all breaks into the file, with a reason.
fn accept(folder: &Folder, reason: &str) {
    let _ = std::fs::remove_file(folder.path().join("released/accepted.toml"));
    let printed = folder.good(&format!("{RELEASE} --print-entries")).stdout;
    let reason = format!("reason = \"{reason}\"");
    let entries = printed.replace("reason = \"\"", &reason);
    folder.write("released/accepted.toml", &entries);
}

fn refused(folder: &Folder, status: i32, expected: &str) {
    for arguments in ["", "--execute"] {
        let run = folder.run(&format!("{RELEASE} {arguments}"));
        assert_eq!(run.status, status, "{}", run.stderr);
        assert!(run.stderr.contains(expected), "{}", run.stderr);
        assert!(!folder.has("released/1.1.0.json"));
    }
}

#[test]
fn an_accepted_break_needs_no_major_version() {
    let folder = broken();
    refused(&folder, 1, "2.0.0 or later");
    refused(&folder, 1, "`released/accepted.toml` accepts it");
    // The printed entry asks for a reason.
    accept(&folder, "");
    refused(&folder, 2, "released/accepted.toml:6:10: `reason` is empty");
    accept(&folder, "It was never set.");
    let run = folder.good(&format!("{RELEASE} --execute"));
    let shown = "What breaks code\n  api.yaml:9:9: field `id` of `Pet` is gone (on purpose: It was never set.)";
    assert!(run.stdout.contains(shown), "{}", run.stdout);
    assert!(
        run.stdout
            .contains("a minor change (without accepted breaks)"),
        "{}",
        run.stdout
    );
    // The entries are in the record, and hold for no other release.
    assert!(!folder.has("released/accepted.toml"));
    let record = folder.read("released/1.1.0.json");
    assert!(
        record.contains("\"reason\": \"It was never set.\""),
        "{record}"
    );
    let log = folder.read("CHANGELOG.md");
    let entry = "- **Breaking:** field `id` of `Pet` is gone (on purpose: It was never set.)\n";
    assert!(log.contains(entry), "{log}");
    let data = "- `Pet`: the old crate cannot read a value that is valid now: `{\"name\":\"text\",\"id\":1}` (on purpose: It was never set.)\n";
    assert!(log.contains(data), "{log}");

    // Stored data of 1.0.0: what 1.1.0 has accepted stays so.
    folder.write(
        "api.yaml",
        &(without_id("1.2.0") + "        age: {type: integer}\n"),
    );
    folder.good(&format!("{RELEASE} --transitive"));
}

#[test]
fn an_entry_that_accepts_nothing_is_refused() {
    let folder = broken();
    accept(&folder, "It was never set.");
    // Another edit of the same schema is another break of the data.
    let edited = without_id("1.1.0").replace("minLength: 1", "minLength: 2");
    folder.write("api.yaml", &edited);
    refused(&folder, 2, "has changed since");
    accept(&folder, "Both are fine.");
    let entries = folder.read("released/accepted.toml");
    let others = entries.replace("place = \"Pet.id\"", "place = \"Pet.it\"");
    assert_ne!(entries, others);
    folder.write("released/accepted.toml", &others);
    refused(
        &folder,
        2,
        "the entry `field-removed` for `Pet.it` accepts nothing",
    );
    folder.write("released/accepted.toml", "[[accepted]\n");
    refused(
        &folder,
        2,
        "released/accepted.toml:1:12: this is not valid TOML",
    );
    folder.write("released/accepted.toml", &entries);
    folder.good(RELEASE);
    // A first release breaks nothing.
    std::fs::remove_file(folder.path().join("released/1.0.0.json")).expect("it is there");
    refused(&folder, 2, "accepts nothing");
}

#[test]
fn a_comparison_takes_entries_as_well() {
    let folder = broken();
    folder.write("old.yaml", PETS);
    let diff = "diff old.yaml api.yaml";
    let run = folder.run(diff);
    assert_eq!(run.status, 1, "{}", run.stdout);
    let entries = folder.good(&format!("{diff} --print-entries")).stdout;
    assert_eq!(entries.matches("[[accepted]]").count(), 3, "{entries}");
    folder.write(
        "accepted.toml",
        &entries.replace("reason = \"\"", "reason = \"a, b\""),
    );
    let diff = format!("{diff} --accepted accepted.toml");
    let run = folder.good(&format!("{diff} --format json"));
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    assert_eq!(report["breaks"], false);
    assert_eq!(report["rust"]["bump"], "major");
    assert_eq!(report["bump"], "minor");
    let reasons = report["broken"].as_array().expect("a list").iter();
    assert!(
        reasons.clone().all(|one| one["reason"] == "a, b"),
        "{report}"
    );
    let ids: Vec<&str> = reasons.filter_map(|one| one["id"].as_str()).collect();
    assert_eq!(ids, ["data-read-strict", "data-read", "field-removed"]);
    let run = folder.good(&format!("{diff} --format github"));
    assert!(!run.stdout.contains("::error"), "{}", run.stdout);
    assert!(
        folder
            .good(&format!("{diff} --print-entries"))
            .stdout
            .is_empty()
    );
    let run = folder.run("diff old.yaml api.yaml --accepted none.toml");
    assert_eq!(run.status, 2, "{}", run.stderr);
}
