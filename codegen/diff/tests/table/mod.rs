//! The labelled table: the files of `edits`, each with one group of kinds.
//!
//! An entry has an old and a new schema, which is called `T`, or a map of `schemas`, or a whole document; `settings` are
//! those of the new side, `old_settings` those of the old one.

use std::path::Path;

use cratify_diff::Side;
use serde_json::{Map, Value, json};

/// One edit.
pub(crate) struct Edit {
    /// The kind of change.
    pub kind: String,
    /// The entry as it is written.
    pub entry: Value,
}

/// All edits whose kinds have the text of the variable `EDIT` in them.
pub(crate) fn edits() -> Vec<Edit> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/edits");
    let filter = std::env::var("EDIT").unwrap_or_default();
    let files = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let entries = files.iter().flat_map(|file| {
        let text = std::fs::read_to_string(file).unwrap();
        let table: Map<String, Value> = serde_yaml::from_str(&text).unwrap();
        table
    });
    let edits = entries.map(|(kind, entry)| Edit { kind, entry });
    edits.filter(|edit| edit.kind.contains(&filter)).collect()
}

impl Edit {
    /// The old side.
    pub(crate) fn old_side(&self) -> Side {
        side("old", &self.entry["old"], &self.entry["old_settings"])
    }

    /// The new side.
    pub(crate) fn new_side(&self) -> Side {
        side("new", &self.entry["new"], &self.entry["settings"])
    }
}

fn side(name: &str, entry: &Value, settings: &Value) -> Side {
    let mut document = document(entry);
    if settings.is_object() {
        document["x-cratify"] = settings.clone();
    }
    let config = cratify::configure().schema_text("edits.json", document.to_string());
    Side::from_config(name, &config).unwrap_or_else(|problem| panic!("{problem}"))
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
