//! The languages of the types, held by instances of the published schemas: those of the table, of documents for proofs, and of
//! keywords that depend on each other.

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
    // A share of them: all take a minute.
    sides.extend(documents("../cratify/tests/golden", 3, 30));
    sides.extend(documents("../proofs/fixtures", 1, 8));
    sides.push(siblings());
    let (mut types, mut values, mut wrong) = (0, 0, Vec::new());
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
            let (one_or_more, has_conditions) = with_any_branches(side, key);
            types += 1;
            for value in make(&published) {
                values += 1;
                let is_valid = accepts.is_valid(&value);
                let [accepted, meant, written, read] =
                    [0, 1, 2, 3].map(|index| languages[index].is_valid(&value));
                // 64 bits are a limit of all crates.
                let is_read = read || is_beyond_limits(&value);
                if accepted != is_valid && !described.is_partial
                    // The members of all branches of a condition are written.
                    || (meant || written) && !has_conditions && !one_or_more.is_valid(&value)
                    || (meant || written) && !is_read
                {
                    wrong.push(format!(
                        "{} {key} {value:.200}: valid {is_valid}, accepted {accepted}, meant {meant}, written {written}, read {read}",
                        side.name
                    ));
                    // One value of a type shows it.
                    break;
                }
            }
        }
    }
    println!("{} documents, {types} types, {values} values", sides.len());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Schemas with keywords that depend on each other: three beside each other, and two of them in one part of a conjunction.
fn siblings() -> Side {
    let objects = [
        json!({ "properties": { "a": { "type": "string" }, "b": { "type": "integer" } } }),
        json!({ "properties": { "c": { "type": "string" } } }),
        json!({ "patternProperties": { "^a": { "type": "string", "minLength": 1 } } }),
        json!({ "patternProperties": { "^b": { "type": "string" } } }),
        json!({ "additionalProperties": false }),
        json!({ "additionalProperties": { "type": "string" } }),
        json!({ "unevaluatedProperties": false }),
        json!({ "if": { "required": ["a"] }, "then": { "required": ["b"] } }),
    ];
    let arrays = [
        json!({ "prefixItems": [{ "type": "string" }, { "type": "integer" }] }),
        json!({ "items": false }),
        json!({ "items": { "type": "string" } }),
        json!({ "minItems": 2, "maxItems": 2 }),
        json!({ "contains": { "type": "string" }, "minContains": 2 }),
        json!({ "contains": { "type": "integer" }, "maxContains": 1 }),
        json!({ "unevaluatedItems": false }),
    ];
    let mut schemas = Map::new();
    for (ty, keywords) in [("object", &objects[..]), ("array", &arrays[..])] {
        let together = |chosen: &[usize]| {
            let chosen = chosen
                .iter()
                .filter_map(|index| keywords[*index].as_object());
            let mut schema = json!({ "type": ty });
            for (keyword, value) in chosen.flatten() {
                schema[keyword] = value.clone();
            }
            schema
        };
        let all = || 0..keywords.len();
        let pairs = all().flat_map(|one| (0..one).map(move |other| [one, other]));
        for pair in pairs {
            for third in all().filter(|third| !pair.contains(third)) {
                let name = format!("{ty}-{pair:?}-{third}");
                if third < pair[1] {
                    schemas.insert(name.clone(), together(&[pair[0], pair[1], third]));
                }
                let parts = [together(&pair), together(&[third])];
                schemas.insert(format!("{name}-apart"), json!({ "allOf": parts }));
            }
        }
    }
    let document = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Siblings",
        "$defs": schemas,
    });
    let config = cratify::configure().schema_text("siblings.json", document.to_string());
    Side::from_config("siblings", &config).unwrap()
}

/// The documents of a folder that need no settings, one in so many. Where a document sets that something is refused, its types do not
/// read all valid values.
fn documents(folder: &str, step: usize, fewest: usize) -> Vec<Side> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
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
    let files = files.iter().step_by(step);
    let sides = files.filter_map(|file| {
        let name = file.to_string_lossy();
        Side::read(&name, |path| Ok(cratify::configure().schema(path))).ok()
    });
    let sides: Vec<Side> = sides.collect();
    assert!(
        sides.len() > fewest,
        "only {} documents are read",
        sides.len()
    );
    sides
}

/// The values that a type accepts if several branches of a `oneOf` may accept one, and whether it has conditions.
fn with_any_branches(side: &Side, key: &str) -> (Validator, bool) {
    fn widen(value: &mut Value) {
        match value {
            Value::Object(members) => {
                let all = std::mem::take(members);
                for (keyword, mut value) in all {
                    if keyword == "oneOf" && value.is_array() {
                        widen(&mut value);
                        let any = json!({ "anyOf": value });
                        let parts = members.entry("allOf").or_insert_with(|| json!([]));
                        parts.as_array_mut().expect("a list").push(any);
                        continue;
                    }
                    // A wider schema is a narrower negation.
                    if keyword != "not" {
                        widen(&mut value);
                    }
                    match (members.get_mut(&keyword), value) {
                        (Some(Value::Array(parts)), Value::Array(more)) => parts.extend(more),
                        (_, value) => {
                            members.insert(keyword, value);
                        }
                    }
                }
            }
            Value::Array(values) => values.iter_mut().for_each(widen),
            _ => {}
        }
    }
    let definitions = side.decisions.languages.definitions(Language::Accepted);
    let schema = json!({ "$ref": format!("#/$defs/{key}") });
    let mut schema = with_definitions(schema, definitions);
    let has_conditions = schema.to_string().contains("\"if\"");
    widen(&mut schema);
    (validator(&schema, false), has_conditions)
}

fn of_language(side: &Side, key: &str, language: Language) -> Validator {
    let definitions = side.decisions.languages.definitions(language);
    let schema = json!({ "$ref": format!("#/$defs/{key}") });
    let schema = with_definitions(schema, definitions);
    validator(&schema, language != Language::Accepted)
}

/// A schema with the definitions that it leads to.
fn with_definitions(mut schema: Value, definitions: &Map<String, Value>) -> Value {
    let mut needed = Map::new();
    let mut open = vec![schema.clone()];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values),
            Value::Object(members) => {
                let target = members.get("$ref").and_then(Value::as_str);
                let name = target.and_then(|target| target.strip_prefix("#/$defs/"));
                let found = name.and_then(|name| definitions.get_key_value(name));
                if let Some((name, found)) = found
                    && !needed.contains_key(name)
                {
                    needed.insert(name.clone(), found.clone());
                    open.push(found.clone());
                }
                open.extend(members.into_iter().map(|(_, value)| value));
            }
            _ => {}
        }
    }
    schema["$defs"] = Value::Object(needed);
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
