//! Two versions of a document, compared.

use serde_json::Value;

use crate::{Folder, PETS};

/// A folder with a version of the document, and one with an optional member more.
fn versions() -> Folder {
    let folder = Folder::new();
    folder.write("old.yaml", PETS);
    folder.write(
        "new.yaml",
        &format!("{PETS}        age: {{type: integer}}\n"),
    );
    folder
}

fn json(folder: &Folder, arguments: &str, status: i32) -> Value {
    let run = folder.run(&format!("diff {arguments} --format json"));
    assert_eq!(run.status, status, "{}\n{}", run.stdout, run.stderr);
    let report: Value = serde_json::from_str(&run.stdout).expect("the report is JSON");
    let schema = serde_json::from_str(cratify_diff::report::SCHEMA).expect("it is JSON");
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    let errors: Vec<String> = validator
        .iter_errors(&report)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:?}\n{report:#}");
    report
}

#[test]
fn an_added_member_is_minor() {
    let report = json(&versions(), "old.yaml new.yaml", 0);
    assert_eq!(report["rust"]["bump"], "minor");
    assert_eq!(report["bump"], "minor");
    assert_eq!(report["version"]["needed"], "1.1.0");
    assert_eq!(report["version"]["enough"], false);
    for boundary in ["write", "read_back", "read_strict", "read"] {
        assert_eq!(
            report["boundaries"][boundary]["verdict"], "compatible",
            "{report:#}"
        );
    }
    let changes = report["changes"].as_array().expect("a list");
    let change = changes
        .iter()
        .find(|change| change["id"] == "field-added")
        .expect("there is one");
    assert_eq!(change["new"]["line"], 11);
    assert_eq!(change["old"], Value::Null);
}

#[test]
fn a_lost_member_is_major() {
    let report = json(&versions(), "new.yaml old.yaml", 1);
    assert_eq!(report["rust"]["bump"], "major");
    assert_eq!(report["version"]["needed"], "2.0.0");
}

#[test]
fn the_same_document_asks_for_nothing() {
    let folder = versions();
    assert_eq!(json(&folder, "old.yaml old.yaml", 0)["bump"], "none");
    let text = folder.good("diff old.yaml old.yaml").stdout;
    assert!(text.contains("Version: 1.0.0 can stay."), "{text}");
}

#[test]
fn a_setting_of_one_side_is_a_change() {
    let report = json(
        &versions(),
        "old.yaml old.yaml --set-new unknown-members=keep",
        1,
    );
    assert_eq!(report["rust"]["bump"], "major");
}

#[test]
fn reports_for_people_and_services() {
    let folder = versions();
    let text = folder.run("diff new.yaml old.yaml");
    assert_eq!(text.status, 1);
    assert!(
        text.stdout.contains("field `age` of `Pet` is gone"),
        "{}",
        text.stdout
    );
    assert!(text.stdout.contains("new.yaml:11:9"), "{}", text.stdout);
    let markdown = folder
        .run("diff new.yaml old.yaml --format markdown")
        .stdout;
    assert!(markdown.contains("| rust | **major** |"), "{markdown}");
    let github = folder.run("diff new.yaml old.yaml --format github").stdout;
    let line =
        "::error file=new.yaml,line=11,col=9,title=field-removed::field `age` of `Pet` is gone\n";
    assert!(github.contains(line), "{github}");
    let sarif = folder.run("diff new.yaml old.yaml --format sarif").stdout;
    let sarif: Value = serde_json::from_str(&sarif).expect("it is JSON");
    assert_eq!(sarif["version"], "2.1.0");
    let results = sarif["runs"][0]["results"].as_array().expect("a list");
    assert!(
        results.iter().any(|one| one["ruleId"] == "field-removed"),
        "{sarif:#}"
    );
}

#[test]
fn a_comparison_is_written_in_its_own_formats() {
    let folder = versions();
    let run = folder.run("diff new.yaml old.yaml --format junit");
    assert_eq!((run.status, &*run.stdout), (2, ""));
    for format in ["human", "markdown", "json", "github", "sarif"] {
        assert!(
            run.stderr.contains(&format!("`{format}`")),
            "{}",
            run.stderr
        );
        let run = folder.run(&format!("diff new.yaml old.yaml --format {format}"));
        assert_eq!(run.status, 1, "{format}: {}", run.stderr);
    }
    // Where nothing is compared, the reason is in a report.
    let run = folder.run("diff new.yaml missing.yaml --format sarif");
    assert_eq!((run.status, &*run.stdout), (2, ""));
    let report: Value = serde_json::from_str(&run.stderr).expect("it is JSON");
    assert_eq!(report["runs"][0]["results"][0]["ruleId"], "CR0101");
}

#[test]
fn what_cannot_be_compared_is_said() {
    let folder = versions();
    folder.write(
        "conflict.yaml",
        &PETS.replace("        id:", "<<<<<<< HEAD\n        id:"),
    );
    folder.write(
        "wrong.yaml",
        &PETS
            .replace("type: integer", "type: objekt")
            .replace("string", "strnig"),
    );
    for (arguments, expected) in [
        ("missing.yaml new.yaml", "missing.yaml"),
        ("old.yaml conflict.yaml", "conflict.yaml"),
        ("old.yaml wrong.yaml", "no types are made of `wrong.yaml`"),
        ("HEAD:old.yaml new.yaml", "git repository"),
        ("old.yaml new.yaml --set untyped=perhaps", "untyped"),
        ("- -", "standard input"),
    ] {
        let run = folder.run(&format!("diff {arguments}"));
        assert_eq!(run.status, 2, "{arguments}: {}{}", run.stdout, run.stderr);
        assert!(run.stderr.contains(expected), "{arguments}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{arguments}");
    }
    let run = folder.run("check old.yaml --format markdown");
    assert_eq!(run.status, 2, "{}", run.stderr);
}

#[test]
fn revisions_of_git_are_versions() {
    let folder = Folder::new();
    let git = |arguments: &str| folder.git(arguments);
    let split = PETS.replace("type: string, minLength: 1", "$ref: 'parts/name.yaml'");
    folder.write("api/pets.yaml", &split);
    folder.write("api/parts/name.yaml", "type: string\n");
    git("init --quiet");
    git("add .");
    git("commit --quiet -m first");
    folder.write(
        "api/pets.yaml",
        &format!("{split}        age: {{type: integer}}\n"),
    );
    folder.write("api/parts/name.yaml", "type: integer\n");

    let report = json(&folder, "HEAD:api/pets.yaml api/pets.yaml", 1);
    assert_eq!(report["rust"]["bump"], "major");
    let changes = report["changes"].as_array().expect("a list");
    let changed = changes
        .iter()
        .find(|change| change["id"] == "field-type-changed")
        .expect("there is one");
    assert_eq!(changed["old"]["file"], "api/parts/name.yaml");

    assert_eq!(
        json(&folder, "HEAD:api/pets.yaml HEAD:api/pets.yaml", 0)["bump"],
        "none"
    );
    for (arguments, expected) in [
        (
            "HEAD:api/cats.yaml api/pets.yaml",
            "there is no file `api/cats.yaml` in the revision `HEAD`",
        ),
        (
            "HEAD~7:api/pets.yaml api/pets.yaml",
            "there is no revision `HEAD~7`",
        ),
        (
            "HEAD:../pets.yaml api/pets.yaml",
            "outside of the git repository",
        ),
        (
            "--upload-pack=x:api/pets.yaml api/pets.yaml",
            "unexpected argument",
        ),
    ] {
        let run = folder.run(&format!("diff {arguments}"));
        assert_eq!(run.status, 2, "{arguments}: {}", run.stderr);
        assert!(run.stderr.contains(expected), "{arguments}: {}", run.stderr);
    }
}

#[test]
fn an_invalid_packed_crate_is_refused() {
    let folder = Folder::new();
    folder.write("api.yaml", PETS);
    folder.write("pets-1.0.0.crate", "no archive");
    for name in ["pets-1.0.0.crate", "none.crate"] {
        let run = folder.run(&format!("diff {name} api.yaml"));
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains(name), "{}", run.stderr);
    }
}
