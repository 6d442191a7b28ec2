//! Keywords with values that are hardly meant: the reader mends or refuses each that a validator refuses. Then strict
//! reading of what the generator accepts always has a schema that compiles.

use std::collections::{HashMap, HashSet};
use std::thread;

use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::keyword::KEYWORDS;
use cratify_schema::source::{Source, Sources};
use cratify_schema::{ReadOptions, document, graph, link, parse, upgrade};
use serde_json::{Map, Value, json};

use crate::Document;
use crate::schemas::whole::validator;

/// Documents around a schema, each in a dialect, with the place of the schema.
fn documents(schema: &Value) -> [(Value, &'static str); 3] {
    let latest = "https://json-schema.org/draft/2020-12/schema";
    let draft = "http://json-schema.org/draft-07/schema#";
    let info = json!({ "title": "A", "version": "1" });
    let components = json!({ "schemas": { "A": schema } });
    [
        (
            json!({ "$schema": latest, "$defs": { "A": schema } }),
            "/$defs/A",
        ),
        (
            json!({ "$schema": draft, "definitions": { "A": schema } }),
            "/definitions/A",
        ),
        (
            json!({ "openapi": "3.0.3", "info": info, "components": components }),
            "/components/schemas/A",
        ),
    ]
}

/// Values of each JSON type, with what is wrong in lists, names, bounds and patterns.
fn values() -> Vec<Value> {
    let mut values = vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(-1),
        json!(1.0),
        json!(1.5),
        json!(1e300),
        json!(-1e300),
        json!(1e-320),
        json!(u64::MAX),
        json!(i64::MIN),
    ];
    let texts = [
        "",
        "a",
        "A",
        "true",
        "yes",
        "null",
        "1",
        "-1",
        "1e400",
        "(",
        "a**",
        "[z-a]",
        "\\",
        "\\p{Nope}",
        "(?<a>x)(?<a>y)",
        "^a{2,1}$",
        "(?P<n>x)",
        "a{1,99999999}",
        "\u{0}",
        "#",
        "string",
        "int",
        "a b",
        "%",
    ];
    values.extend(texts.map(Value::from));
    let parts = [
        json!(null),
        json!(1),
        json!("a"),
        json!("string"),
        json!("("),
        json!(true),
        json!({}),
        json!({ "type": "a" }),
        json!([]),
    ];
    values.extend([json!([]), json!({})]);
    for part in &parts {
        values.extend([
            json!([part]),
            json!([part, part]),
            json!({ "a": part }),
            json!({ "(": part }),
            json!({ "a": [part] }),
            json!({ "a": [part, part] }),
            json!({ "propertyName": part }),
        ]);
    }
    values
}

/// Whether the reader accepts a document.
fn is_accepted(text: &str) -> bool {
    let mut diagnostics = Diagnostics::new();
    let mut sources = Sources::new();
    let Some(source) = Source::parse("a.json".into(), text.to_owned(), &mut diagnostics) else {
        return false;
    };
    let options = ReadOptions::default();
    let Some(documents) = document::read(source, &options, &mut sources, &mut diagnostics) else {
        return false;
    };
    let linked = link::link(documents, &mut sources, &mut diagnostics);
    let upgraded = upgrade::upgrade(linked, &sources, &mut diagnostics);
    let schemas = parse::parse(&upgraded, &mut diagnostics);
    graph::resolve(schemas, &upgraded, &mut diagnostics);
    !diagnostics.has_errors()
}

/// The schema as it is published, but for references: without keywords that only identify schemas.
fn published(document: &Document, place: &str) -> Option<Value> {
    let at = document.find(place)?;
    let mut bundle = document.bundle(&at, None, &HashMap::new()).ok()?;
    let annotations = document.value(&at)?.as_object()?.iter();
    let is_structural = |keyword: &str| {
        keyword.starts_with('$') || matches!(keyword, "definitions" | "discriminator")
    };
    let annotations = annotations.filter(|(keyword, _)| !is_structural(keyword));
    let annotations: Map<String, Value> = annotations
        .map(|(keyword, value)| (keyword.clone(), value.clone()))
        .collect();
    for (keyword, value) in annotations {
        bundle.as_object_mut()?.entry(keyword).or_insert(value);
    }
    Some(bundle)
}

#[test]
fn what_the_reader_accepts_compiles() {
    let values = values();
    let try_all = |keyword: &str| {
        let (mut tried, mut faults) = (HashSet::new(), Vec::new());
        for value in &values {
            let schema = json!({ keyword: value });
            for (root, place) in documents(&schema) {
                let text = root.to_string();
                if !is_accepted(&text) {
                    continue;
                }
                let document = Document::parse("a.json", &text).expect("it was read before");
                let published = published(&document, place).expect("the schema is there");
                let is_new = tried.insert(published.to_string());
                if let (true, Err(error)) = (is_new, validator(&published)) {
                    faults.push(format!("{root}: {published}: {error}"));
                }
            }
        }
        (tried, faults)
    };
    let (tried, faults): (Vec<_>, Vec<_>) = thread::scope(|scope| {
        let keywords = KEYWORDS.iter();
        let threads: Vec<_> = keywords
            .map(|keyword| scope.spawn(|| try_all(keyword.name)))
            .collect();
        let results = threads
            .into_iter()
            .map(|thread| thread.join().expect("no thread panics"));
        results.unzip()
    });
    let tried: HashSet<String> = tried.into_iter().flatten().collect();
    let faults: Vec<String> = faults.into_iter().flatten().collect();
    assert!(
        tried.len() > 1_000,
        "{} schemas are hardly all that the reader accepts",
        tried.len()
    );
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}
