//! The labelled table: edits of a schema, with the verdict of each boundary.
//!
//! Each file of `edits` has one group of kinds. An entry has an old and a new schema, called `T`, or a map of `schemas`,
//! or a whole document. A verdict `x` has to come with a counter-example, unless the entry says `unshown: true`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use cratify_diff::data::{Limits, compare};
use cratify_diff::{Boundary, Side, Verdict};
use serde_json::{Value, json};

/// One edit.
struct Edit {
    kind: String,
    old: Value,
    new: Value,
    settings: BTreeMap<String, String>,
    data: String,
}

fn read(path: &Path) -> Vec<Edit> {
    let text = std::fs::read_to_string(path).unwrap();
    let table: Value = serde_yaml::from_str(&text).unwrap();
    let entries = table.as_object().unwrap().iter();
    let edits = entries.map(|(kind, entry)| Edit {
        kind: kind.clone(),
        old: document(&entry["old"]),
        new: document(&entry["new"]),
        settings: entry["settings"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(key, word)| (key.clone(), word.as_str().unwrap().to_owned()))
            .collect(),
        data: entry["data"].as_str().unwrap().to_owned(),
    });
    edits.collect()
}

/// The document of an entry.
fn document(entry: &Value) -> Value {
    let marks = ["openapi", "swagger", "$schema"];
    if marks.iter().any(|mark| entry.get(mark).is_some()) {
        return entry.clone();
    }
    let schemas = match entry.get("schemas") {
        Some(schemas) => schemas.clone(),
        None => json!({ "T": entry }),
    };
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Edits", "version": "1.0.0", "license": { "name": "MIT" } },
        "components": { "schemas": schemas },
    })
}

fn side(name: &str, document: &Value, settings: &BTreeMap<String, String>) -> Side {
    let mut document = document.clone();
    if !settings.is_empty() {
        document["x-cratify"] = json!(settings);
    }
    let config = cratify::configure().schema_text("edits.json", document.to_string());
    Side::from_config(name, &config).unwrap_or_else(|problem| panic!("{problem}"))
}

/// The letters of the verdicts, and what is wrong with the counter-examples.
fn judge(edit: &Edit) -> (String, String) {
    let old = side("old", &edit.old, &BTreeMap::new());
    let new = side("new", &edit.new, &edit.settings);
    let found = compare(&old, &new, Limits::default());
    let mut letters = String::new();
    let mut shown = String::new();
    for boundary in Boundary::ALL {
        let verdicts: Vec<&Verdict> = found
            .iter()
            .filter_map(|one| one.verdicts[boundary].as_ref())
            .collect();
        if verdicts.is_empty() && !found.is_empty() {
            letters.push('-');
            continue;
        }
        let worst = verdicts
            .into_iter()
            .fold(Verdict::Compatible, |worst, one| worst.worse(one.clone()));
        letters.push(match &worst {
            Verdict::Compatible => '.',
            Verdict::Incompatible { .. } => 'x',
            Verdict::Unknown { .. } => '?',
        });
        if worst != Verdict::Compatible {
            writeln!(shown, "    {boundary:?}: {worst:?}").unwrap();
        }
    }
    (letters, shown)
}

#[test]
fn edits_have_the_verdicts_of_the_table() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/edits");
    let filter = std::env::var("EDIT").unwrap_or_default();
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let (mut wrong, mut refused, mut unshown) = (String::new(), 0, Vec::new());
    let mut count = 0;
    for file in files {
        for edit in read(&file) {
            if !edit.kind.contains(&filter) {
                continue;
            }
            count += 1;
            let (letters, shown) = judge(&edit);
            if letters != edit.data || !filter.is_empty() {
                writeln!(wrong, "{} {letters}, not {}\n{shown}", edit.kind, edit.data).unwrap();
            }
            refused += letters.matches('x').count();
            if shown.contains("witness: None") {
                unshown.push(edit.kind);
            }
        }
    }
    println!("{count} edits, {refused} times incompatible, without a counter-example: {unshown:?}");
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(unshown.len() * 20 <= refused, "{unshown:?}");
}
