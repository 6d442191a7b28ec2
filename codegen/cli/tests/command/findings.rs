//! Forms of findings.

use serde_json::Value;

use crate::{Folder, PETS};

fn wrong() -> Folder {
    let folder = Folder::new();
    folder.write(
        "a,b.yaml",
        &PETS.replace("type: string, minLength: 1", "type: strnig, minLegnth: 1"),
    );
    folder
}

#[test]
fn one_line_each() {
    let run = wrong().run("generate a,b.yaml --format short");
    assert_eq!(run.status, 1);
    assert_eq!(
        run.stderr,
        "a,b.yaml:10:22: error[CR0201]: `strnig` is not a JSON type: no such type; help: did you mean `string`?\n\
         a,b.yaml:10:30: warning[CR0204]: `minLegnth` is not a keyword of JSON Schema or OpenAPI: this is ignored; \
         help: did you mean `minLength`?\n"
    );
    let quiet = wrong().run("generate a,b.yaml --format short --quiet");
    assert_eq!(quiet.stderr.lines().count(), 1, "{}", quiet.stderr);
}

#[test]
fn objects_in_the_form_of_rustc() {
    let folder = wrong();
    let run = folder.run("generate a,b.yaml --format json");
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    let objects: Vec<Value> = run
        .stderr
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    assert_eq!(objects.len(), 2);
    let document = folder.read("a,b.yaml");
    let start = document.find("strnig").expect("it is in the document");
    let explanation = objects[0]["code"]["explanation"].clone();
    assert!(explanation.as_str().is_some_and(|text| !text.is_empty()));
    let expected = serde_json::json!({
        "$message_type": "diagnostic",
        "message": "`strnig` is not a JSON type",
        "code": { "code": "CR0201", "explanation": explanation },
        "level": "error",
        "spans": [{
            "file_name": "a,b.yaml",
            "byte_start": start,
            "byte_end": start + 6,
            "line_start": 10,
            "line_end": 10,
            "column_start": 22,
            "column_end": 28,
            "is_primary": true,
            "text": [{
                "text": "        name: {type: strnig, minLegnth: 1}",
                "highlight_start": 22,
                "highlight_end": 28,
            }],
            "label": "no such type",
            "suggested_replacement": null,
            "suggestion_applicability": null,
            "expansion": null,
        }],
        "children": [{
            "message": "did you mean `string`?",
            "code": null,
            "level": "help",
            "spans": [],
            "children": [],
            "rendered": null,
        }],
        "rendered": "a,b.yaml:10:22: error[CR0201]: `strnig` is not a JSON type: no such type; help: did you mean `string`?\n",
    });
    assert_eq!(objects[0], expected);
}

/// A byte is not a column, and a document may be one line of any length.
#[test]
fn spans_have_bytes_and_lines_of_any_text() {
    let folder = Folder::new();
    let object = |text: &str| -> Value {
        folder.write("a.yaml", text);
        let run = folder.run("generate a.yaml --module - --format json");
        let line = run.stderr.lines().next().unwrap_or_default();
        serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {}", run.stderr))
    };
    let span = &object("{description: é, type: strnig}\r\n")["spans"][0];
    let places =
        ["byte_start", "byte_end", "column_start", "column_end"].map(|key| span[key].clone());
    assert_eq!(places, [24, 30, 24, 30].map(Value::from));
    assert_eq!(span["text"][0]["text"], "{description: é, type: strnig}");
    let long = format!("{{description: {}, type: strnig}}\n", "x".repeat(5000));
    assert_eq!(object(&long)["spans"][0]["text"], serde_json::json!([]));
    let missing = folder.run("generate none.yaml --format json");
    let object: Value = serde_json::from_str(&missing.stderr).expect("one object");
    let span = &object["spans"][0];
    assert_eq!(
        (&span["byte_start"], &span["byte_end"]),
        (&0.into(), &0.into())
    );
    assert_eq!(
        (&span["line_start"], &span["text"]),
        (&1.into(), &serde_json::json!([]))
    );
}

#[test]
fn annotations_of_a_workflow() {
    let run = wrong().run("generate a,b.yaml --format github");
    let first = run.stderr.lines().next().unwrap_or_default();
    assert_eq!(
        first,
        "::error file=a%2Cb.yaml,line=10,col=22,endColumn=28,title=CR0201::`strnig` is not a JSON type%0Ahelp: did you mean `string`?"
    );
}

#[test]
fn colours_are_a_choice() {
    let folder = wrong();
    let plain = folder.run("generate a,b.yaml").stderr;
    assert!(
        plain.starts_with("error[CR0201]: `strnig`") && !plain.contains('\u{1b}'),
        "{plain}"
    );
    let coloured = folder.run("generate a,b.yaml --color always").stderr;
    assert!(coloured.contains('\u{1b}'), "{coloured}");
}

#[test]
fn warnings_are_allowed_or_denied_by_code() {
    let folder = Folder::new();
    folder.write("pets.yaml", &PETS.replace("minLength", "minLegnth"));
    let codes = |arguments: &str| {
        let run = folder.run(&format!(
            "generate pets.yaml --module - --format short {arguments}"
        ));
        let line = run.stderr.lines().next().unwrap_or_default().to_owned();
        (run.status, line.split(": ").nth(1).map(str::to_owned))
    };
    let word = |text: &str| Some(text.to_owned());
    assert_eq!(codes(""), (0, word("warning[CR0204]")));
    assert_eq!(codes("--allow CR0204"), (0, None));
    assert_eq!(codes("--allow CR0404"), (0, word("warning[CR0204]")));
    assert_eq!(codes("--deny CR0204"), (1, word("error[CR0204]")));
    assert_eq!(codes("--deny warnings"), (1, word("error[CR0204]")));
    assert_eq!(codes("--deny warnings --allow CR0404,CR0204"), (0, None));
    assert_eq!(codes("--set deny=CR0204"), (1, word("error[CR0204]")));
    let run = folder.run("generate pets.yaml --allow CR0240");
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("did you mean `CR02"), "{}", run.stderr);

    // The setting of a place holds before that for everything.
    let document = PETS.replace("minLength: 1", "minLegnth: 1, x-cratify: {allow: [CR0204]}");
    folder.write("pets.yaml", &document);
    assert_eq!(codes("--deny warnings"), (0, None));
    folder.write(
        "pets.yaml",
        &document.replace("allow: [CR0204]", "allow: CR0404, deny: warnings"),
    );
    assert_eq!(codes(""), (1, word("error[CR0204]")));
    folder.write(
        "pets.yaml",
        &document.replace("allow: [CR0204]", "allow: [CR0299]"),
    );
    assert_eq!(codes("").0, 1);
}

#[test]
fn a_log_of_sarif() {
    let folder = wrong();
    let log = |arguments: &str| -> Value {
        let run = folder.run(arguments);
        serde_json::from_str(&run.stderr).unwrap_or_else(|error| panic!("{error}: {}", run.stderr))
    };
    let run = &log("generate a,b.yaml --format sarif")["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"][1]["id"], "CR0204");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    let first = &run["results"][0];
    assert_eq!(
        (&first["ruleId"], &first["level"]),
        (&"CR0201".into(), &"error".into())
    );
    let place = &first["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%2Cb.yaml");
    let region = serde_json::json!({"startLine": 10, "startColumn": 22, "endColumn": 28});
    assert_eq!(place["region"], region);
    let run = &log("watch - --format sarif")["runs"][0];
    let notes = &run["invocations"][0]["toolExecutionNotifications"];
    assert_eq!(notes[0]["message"]["text"], "`watch` needs a file");
    // A run without findings has a log as well, and nothing else.
    folder.write("pets.yaml", PETS);
    let run = &log("generate pets.yaml --output out --format sarif")["runs"][0];
    assert_eq!(run["results"], serde_json::json!([]));
}

#[test]
fn a_suite_of_tests() {
    let folder = wrong();
    let run = folder.run("generate a,b.yaml --format junit");
    assert_eq!(run.status, 1);
    for part in [
        "<testsuite name=\"cratify\" tests=\"2\" failures=\"1\" errors=\"0\">\n",
        "  <testcase classname=\"a,b.yaml\" name=\"CR0201 at 10:22\">\n",
        "<failure type=\"CR0201\" message=\"`strnig` is not a JSON type\">",
        "<system-out>warning: `minLegnth` is not a keyword",
    ] {
        assert!(run.stderr.contains(part), "{part}:\n{}", run.stderr);
    }
    folder.write("pets.yaml", PETS);
    folder.good("generate pets.yaml --output out");
    folder.write("pets.yaml", &PETS.replace("minLength: 1", "minLength: 2"));
    let run = folder.run("check pets.yaml --output out --format junit");
    assert!(
        run.stderr.contains("tests=\"1\" failures=\"1\"") && run.stderr.contains("not up to date"),
        "{}",
        run.stderr
    );
}

#[test]
fn drift_is_in_all_forms() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.good("generate pets.yaml --output out");
    folder.good("generate pets.yaml --module pets.rs");
    folder.write("pets.yaml", &PETS.replace("minLength: 1", "minLength: 2"));
    std::fs::remove_file(folder.path().join("out/README.md")).expect("it is there");
    let check = |place: &str, form: &str| {
        let run = folder.run(&format!("check pets.yaml {place} --quiet --format {form}"));
        assert_eq!(run.status, 1, "{place} {form}: {}", run.stderr);
        run.stderr
    };
    let differs = "differs from what is generated from the document";
    for (place, path, what) in [
        ("--output out", "out/README.md", "is missing"),
        ("--output out", "out/src/pet.rs", differs),
        ("--module pets.rs", "pets.rs", differs),
    ] {
        let github = check(place, "github");
        let line = format!("::error file={path},title=not-up-to-date::{path} {what}\n");
        assert!(github.contains(&line), "{line}{github}");

        let json = check(place, "json");
        let objects = json
            .lines()
            .map(|line| serde_json::from_str(line).expect("it is JSON"));
        let objects: Vec<Value> = objects.collect();
        let message = format!("{path} {what}");
        let object = objects.iter().find(|one| one["message"] == *message);
        let object = object.unwrap_or_else(|| panic!("{message}: {json}"));
        assert_eq!(object["spans"][0]["file_name"], path);
        assert!(
            object["children"][0]["message"]
                .as_str()
                .is_some_and(|help| help.contains("generate"))
        );

        let sarif: Value = serde_json::from_str(&check(place, "sarif")).expect("it is JSON");
        let results = sarif["runs"][0]["results"].as_array().expect("a list");
        let uri = |one: &Value| {
            one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone()
        };
        let result = results.iter().find(|one| uri(one) == path);
        let result = result.unwrap_or_else(|| panic!("{path}: {sarif:#}"));
        assert_eq!(
            (&result["ruleId"], &result["level"]),
            (&"not-up-to-date".into(), &"error".into())
        );

        let junit = check(place, "junit");
        assert!(
            junit.contains(&message) && junit.contains("failures=\"1\""),
            "{junit}"
        );
    }
}

#[test]
fn check_says_that_it_does_not_read_build_scripts() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.good("generate pets.yaml --formats uuid --output out");
    let note = "settings that are only in `build.rs` are not known here";
    let said = || folder.run("check pets.yaml --output out").stderr;
    assert!(!said().contains(note));
    folder.write("build.rs", "fn main() {}\n");
    assert!(!said().contains(note));
    folder.write("build.rs", "fn main() { cratify::configure().build(); }\n");
    assert!(said().contains(note), "{}", said());
    folder.write("cratify.toml", "schema = 'pets.yaml'\n");
    assert!(!said().contains(note), "{}", said());
}
