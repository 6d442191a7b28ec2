//! Turns a published schema, with the definitions that it shares with others, into a complete one.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use serde_json::{Map, Value};

use crate::Case;

/// How a reference to a shared definition begins.
const SHARED: &str = "shared-definitions.schema.json#/$defs/";
/// How a reference to a definition of the schema itself begins.
const LOCAL: &str = "#/$defs/";

/// The definitions of each crate, read once: they are much longer than any schema.
static DEFINITIONS: LazyLock<Mutex<HashMap<&'static str, Arc<Value>>>> =
    LazyLock::new(Mutex::default);

/// The published schema of a case, complete in itself.
///
/// # Errors
///
/// When the published schema or `DEFINITIONS` is not JSON, or a definition is missing.
pub(crate) fn published(case: &Case) -> Result<Value, String> {
    let mut schema: Value = serde_json::from_str(case.schema)
        .map_err(|error| format!("the published schema is not JSON: {error}"))?;
    if case.definitions.is_empty() {
        return Ok(schema);
    }
    let definitions = definitions(case.definitions)?;
    let mut open = Vec::new();
    localize(&mut schema, &mut open);
    if open.is_empty() {
        return Ok(schema);
    }
    let mut needed: HashSet<String> = HashSet::new();
    let mut found = Map::new();
    while let Some(name) = open.pop() {
        if !needed.insert(name.clone()) {
            continue;
        }
        let definition = definitions
            .pointer(&format!("/$defs/{name}"))
            .ok_or_else(|| format!("DEFINITIONS has no `{name}`"))?;
        let mut definition = definition.clone();
        localize(&mut definition, &mut open);
        found.insert(name, definition);
    }
    found.sort_keys();
    if let Some(members) = schema.as_object_mut() {
        members.insert("$defs".to_owned(), Value::Object(found));
    }
    Ok(schema)
}

fn definitions(text: &'static str) -> Result<Arc<Value>, String> {
    let mut known = DEFINITIONS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(definitions) = known.get(text) {
        return Ok(Arc::clone(definitions));
    }
    let definitions = serde_json::from_str::<Value>(text)
        .map_err(|error| format!("DEFINITIONS is not JSON: {error}"))?;
    let definitions = Arc::new(definitions);
    known.insert(text, Arc::clone(&definitions));
    Ok(definitions)
}

/// Leads references to shared definitions to definitions beside them, and lists those by name.
fn localize(value: &mut Value, names: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            let name = text
                .strip_prefix(SHARED)
                .or_else(|| text.strip_prefix(LOCAL));
            if let Some(name) = name.map(str::to_owned) {
                *text = format!("{LOCAL}{name}");
                names.push(name);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| localize(item, names)),
        Value::Object(members) => members
            .values_mut()
            .for_each(|member| localize(member, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
