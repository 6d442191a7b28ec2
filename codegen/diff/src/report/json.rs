//! Turns a comparison into one JSON object.

use serde_json::{Map, Value, json};

use super::phrases;
use crate::accept::Break;
use crate::changes::Change;
use crate::rust::RustChange;
use crate::{Comparison, Location, Verdict, Verdicts};

/// The number of the form.
pub const FORMAT: u32 = 1;

/// The report.
pub fn write(comparison: &Comparison) -> String {
    let mut text = format!("{:#}", value(comparison));
    text.push('\n');
    text
}

/// The report as a value.
pub fn value(comparison: &Comparison) -> Value {
    let boundaries = comparison.boundaries.iter();
    let boundaries = boundaries.map(|(boundary, verdict, schema)| {
        let mut object = object(json!(verdict));
        object.extend(schema.iter().map(|name| ("schema".to_owned(), json!(name))));
        (boundary.as_str().to_owned(), Value::Object(object))
    });
    let changes = comparison.changes.iter().map(of_schema);
    let changes: Vec<Value> = changes.chain(comparison.rust.iter().map(of_code)).collect();
    let schemas = comparison.schemas.iter();
    let schemas = schemas.map(|one| json!({ "schema": one.schema, "verdicts": one.verdicts }));
    json!({
        "format": FORMAT,
        "old": { "name": comparison.old, "version": comparison.versions.old },
        "new": { "name": comparison.new, "version": comparison.versions.new },
        "boundaries": boundaries.collect::<Map<_, _>>(),
        "rust": { "bump": comparison.rust_bump() },
        "bump": comparison.bump,
        "version": {
            "needed": comparison.versions.needed,
            "enough": comparison.versions.enough,
            "text": phrases::version(comparison),
        },
        "breaks": comparison.breaks(),
        "broken": comparison.broken.iter().map(broken).collect::<Vec<_>>(),
        "schemas": schemas.collect::<Vec<_>>(),
        "changes": changes,
    })
}

/// A break, as an entry that accepts it names it.
fn broken(one: &Break) -> Value {
    let mut object = object(json!(one.entry()));
    let reason = one.accepted.as_ref();
    object.insert("reason".to_owned(), json!(reason));
    Value::Object(object)
}

fn of_schema(change: &Change) -> Value {
    json!({
        "id": change.id,
        "place": place(change.old.as_ref(), change.new.as_ref()),
        "schema": change.schema,
        "text": change.text,
        "old": change.old,
        "new": change.new,
        "reached": change.reached,
        "verdicts": data(&change.verdicts),
    })
}

fn of_code(change: &RustChange) -> Value {
    let mut rust = Map::new();
    rust.insert("bump".to_owned(), json!(change.bump));
    rust.extend(
        change
            .witness
            .iter()
            .map(|code| ("witness".to_owned(), json!(code))),
    );
    json!({
        "id": change.id,
        "place": place(change.old.as_ref(), change.new.as_ref()),
        "item": change.path,
        "text": change.text,
        "old": change.old,
        "new": change.new,
        "verdicts": { "rust": rust },
    })
}

/// The JSON Pointer of what has changed, on the new side if it is there.
fn place(old: Option<&Location>, new: Option<&Location>) -> String {
    let place = new.or(old).map(|at| format!("#{}", at.pointer));
    place.unwrap_or_default()
}

fn data(verdicts: &Verdicts) -> Value {
    let all = crate::Boundary::ALL.into_iter();
    let all = all.filter_map(|boundary| {
        let verdict: &Verdict = verdicts[boundary].as_ref()?;
        Some((boundary.as_str().to_owned(), json!(verdict)))
    });
    Value::Object(all.collect())
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
