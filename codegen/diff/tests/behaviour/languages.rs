//! The languages of the types, held by instances of the published schemas: those of the table and of golden documents.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use cratify_check::instances::make;
use cratify_diff::Side;
use cratify_rust::publish::Language;
use cratify_testing::{corpus, edits};
use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

use crate::table;

#[test]
fn languages_agree_with_published_schemas() {
    // One side of each edit, in turn. `cargo test` takes one edit in this number.
    let share = if corpus::longest() == Some(u64::MAX) {
        1
    } else {
        8
    };
    let sides = edits().into_iter().step_by(share).enumerate();
    let sides = sides.map(|(index, edit)| {
        let [old, new] = table::sides(&edit);
        if index % 2 == 0 { old } else { new }
    });
    let mut sides: Vec<Side> = sides.collect();
    sides.extend(golden());
    let (mut types, mut values, mut wrong) = (0, 0, String::new());
    for side in &sides {
        for (key, described) in &side.decisions.languages.types {
            let Some((_, schema)) = side
                .schemas()
                .iter()
                .find(|(id, _)| Some(*id) == described.id)
            else {
                continue;
            };
            let published = with_definitions(schema.clone(), side.definitions());
            let accepts = validator(&published, false);
            let languages = Language::ALL.map(|language| of_language(side, key, language));
            // A value that is written by one branch alone may be accepted by two. So may one of which formats tell the branch.
            let overlaps = accepted_text(side, key).contains("\"oneOf\"");
            types += 1;
            for value in make(&published) {
                values += 1;
                let is_valid = accepts.is_valid(&value);
                let [accepted, meant, written, read] =
                    [0, 1, 2, 3].map(|index| languages[index].is_valid(&value));
                // 64 bits are a limit of all crates.
                let is_read = read || is_beyond_limits(&value);
                if accepted != is_valid && !described.is_partial
                    || (meant || written) && !accepted && !overlaps
                    || (meant || written) && !is_read
                {
                    writeln!(
                        wrong,
                        "{} {key} {value:.200}: valid {is_valid}, accepted {accepted}, meant {meant}, written {written}, read {read}",
                        side.name
                    )
                    .unwrap();
                }
            }
        }
    }
    println!("{} documents, {types} types, {values} values", sides.len());
    let shown: Vec<&str> = wrong.lines().take(40).collect();
    assert!(wrong.is_empty(), "\n{}", shown.join("\n"));
}

/// The golden documents that need no settings. Where a document sets that something is refused, its types do not read all
/// valid values.
fn golden() -> Vec<Side> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cratify/tests/golden");
    let mut open = vec![folder];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yaml") {
                files.push(path);
            }
        }
    }
    let refuses = |path: &PathBuf| std::fs::read_to_string(path).unwrap().contains("refuse");
    files.retain(|path| !refuses(path));
    files.sort();
    // A share of them: all take a minute.
    let files = files.iter().step_by(3);
    let sides = files.filter_map(|file| {
        let name = file.to_string_lossy();
        Side::read(&name, |path| Ok(cratify::configure().schema(path))).ok()
    });
    let sides: Vec<Side> = sides.collect();
    assert!(
        sides.len() > 30,
        "only {} golden documents are read",
        sides.len()
    );
    sides
}

fn accepted_text(side: &Side, key: &str) -> String {
    let accepted = side.decisions.languages.definitions(Language::Accepted);
    accepted.get(key).map(Value::to_string).unwrap_or_default()
}

fn of_language(side: &Side, key: &str, language: Language) -> Validator {
    let definitions = side.decisions.languages.definitions(language);
    let schema = json!({ "$ref": format!("#/$defs/{key}") });
    let schema = with_definitions(schema, definitions);
    validator(&schema, language != Language::Accepted)
}

fn with_definitions(mut schema: Value, definitions: &Map<String, Value>) -> Value {
    schema["$defs"] = Value::Object(definitions.clone());
    schema
}

fn validator(schema: &Value, formats: bool) -> Validator {
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(formats)
        .offline()
        .build(schema)
        .unwrap_or_else(|error| panic!("{error}: {schema:.2000}"))
}

/// Whether there is an integer in a value that 64 bits do not hold.
fn is_beyond_limits(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.as_i64().is_none(),
        Value::Array(values) => values.iter().any(is_beyond_limits),
        Value::Object(members) => members.values().any(is_beyond_limits),
        _ => false,
    }
}
