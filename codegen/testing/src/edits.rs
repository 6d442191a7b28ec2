//! The labelled table of edits: the files of `codegen/diff/tests/edits`, each with one group of kinds.
//!
//! An entry has an old and a new schema, which is called `T`, or a map of `schemas`, or a whole document. `settings` are
//! the settings of the new side, `old_settings` the settings of the old one, both in the words of `x-cratify`.

use std::path::Path;

use cratify::Config;
use serde_json::{Map, Value, json};

/// One edit.
#[derive(Debug)]
pub struct Edit {
    /// The kind of change.
    pub kind: String,
    /// The entry as it is written.
    pub entry: Value,
}

/// All edits, or those whose kinds have the text of the variable `EDIT` in them.
///
/// # Panics
///
/// The table cannot be read.
#[must_use]
pub fn edits() -> Vec<Edit> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../diff/tests/edits");
    let filter = std::env::var("EDIT").unwrap_or_default();
    let files = std::fs::read_dir(folder).expect("the table has a folder");
    let mut files: Vec<_> = files
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    files.sort();
    let entries = files.iter().flat_map(|file| {
        let text = std::fs::read_to_string(file).expect("it can be read");
        let table: Map<String, Value> = serde_yaml::from_str(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        table
    });
    let edits = entries.map(|(kind, entry)| Edit { kind, entry });
    edits.filter(|edit| edit.kind.contains(&filter)).collect()
}

impl Edit {
    /// The configuration of the old side.
    #[must_use]
    pub fn old_side(&self) -> Config {
        config(&self.entry["old"], &self.entry["old_settings"])
    }

    /// The configuration of the new side.
    #[must_use]
    pub fn new_side(&self) -> Config {
        config(&self.entry["new"], &self.entry["settings"])
    }
}

fn config(entry: &Value, settings: &Value) -> Config {
    let mut document = document(entry);
    if settings.is_object() {
        document["x-cratify"] = settings.clone();
    }
    cratify::configure().schema_text("edits.json", document.to_string())
}

/// The document of an entry.
fn document(entry: &Value) -> Value {
    if ["openapi", "$schema", "swagger"]
        .iter()
        .any(|key| entry.get(key).is_some())
    {
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
