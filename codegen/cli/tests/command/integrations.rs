//! The action for GitHub and the hook for pre-commit: their own command lines are run.

use std::path::Path;
use std::process::{Command, Output};

use serde_yaml::Value;

use crate::support::path_with_command;
use crate::{Folder, PETS};

/// A file at the top of the repository.
fn file(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(name);
    let text = std::fs::read_to_string(&path).expect("it can be read");
    serde_yaml::from_str(&text).expect("it is YAML")
}

/// Runs lines of a shell, which finds the command as if it was installed.
fn shell(folder: &Folder, lines: &str, variables: &[(&str, &str)]) -> Output {
    Command::new("bash")
        .args(["-ec", lines])
        .current_dir(folder.path())
        .env("PATH", path_with_command())
        .envs(variables.iter().copied())
        .output()
        .expect("a shell runs")
}

fn texts(output: &Output) -> (Option<i32>, String) {
    let both = [&output.stdout[..], &output.stderr].concat();
    (
        output.status.code(),
        String::from_utf8_lossy(&both).into_owned(),
    )
}

#[test]
fn the_action_checks_and_annotates() {
    let action = file("action.yml");
    let steps = action["runs"]["steps"].as_sequence().expect("steps");
    let lines: Vec<&str> = steps
        .iter()
        .filter_map(|step| step["run"].as_str())
        .collect();
    assert_eq!(lines.len(), 2);
    let folder = Folder::new();
    folder.write("api/pets.yaml", PETS);
    folder.good("generate api --output pets");
    let variables = [
        ("DOCUMENT", "api"),
        ("ARGUMENTS", "--output pets --deny warnings"),
    ];
    let run = |lines: &str| texts(&shell(&folder, lines, &variables));
    for lines in &lines {
        let (status, text) = run(lines);
        assert_eq!(status, Some(0), "{text}");
    }
    folder.write(
        "api/pets.yaml",
        &PETS.replace("minLength: 1", "minLength: 2"),
    );
    assert_eq!(run(lines[1]).0, Some(1));
    folder.write("api/pets.yaml", &PETS.replace("minLength", "minLenght"));
    let (status, text) = run(lines[1]);
    assert!(
        status == Some(1) && text.contains("::error file=api/pets.yaml,line=10,"),
        "{text}"
    );
}

#[test]
fn the_hook_checks() {
    let hooks = file(".pre-commit-hooks.yaml");
    let entry = hooks[0]["entry"].as_str().expect("an entry");
    let folder = Folder::new();
    folder.write("schema/pets.yaml", PETS);
    folder.good("generate");
    let (status, text) = texts(&shell(&folder, entry, &[]));
    assert_eq!(status, Some(0), "{text}");
    folder.write("schema/pets.yaml", &PETS.replace("Pet:", "Animal:"));
    assert_eq!(texts(&shell(&folder, entry, &[])).0, Some(1));
}
