//! Turns the record of a release into one side of a comparison.
//!
//! The documents are read once more, for the places that a report shows. The comparison uses the data of the record.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use cratify::Config;
use cratify::released::{Head, names_of_value};
use cratify_model::names::Released;
use cratify_rust::publish::{Described, Language, Languages};

use serde_json::Value;

use super::{Problem, Side};
use crate::record::{Record, stays_inside};
use crate::rust::surface::{self, Surface};

/// The parts of a crate that a record has.
#[derive(Debug)]
pub(super) struct Recorded {
    pub(super) surface: Surface,
    pub(super) texts: BTreeMap<String, String>,
    /// The published schemas, by the names of the definitions.
    pub(super) published: HashMap<String, Value>,
}

/// The part of a record that a build would read.
fn head(record: &Record) -> Result<Head, String> {
    let version = &record.version;
    let parsed = version.parse();
    Ok(Head {
        package: record.package.clone(),
        version: parsed.map_err(|error| format!("its version `{version}`: {error}"))?,
        texts: record.texts.clone(),
        names: match &record.names {
            Value::Null => Released::default(),
            names => names_of_value(names)?,
        },
    })
}

impl Side {
    /// The version that a record has. `settings` makes the configuration of its documents, which decides only which places
    /// are shown.
    ///
    /// # Errors
    ///
    /// The record has another form, or lacks a document.
    pub fn of_record(
        name: &str,
        record: Record,
        settings: impl FnOnce(&Path) -> Result<Config, String>,
    ) -> Result<Self, Problem> {
        let cannot = |reason: String| {
            Problem::CannotRun(format!("the record `{name}` cannot be compared: {reason}"))
        };
        if record.surface.format != surface::FORMAT {
            return Err(cannot(format!(
                "it has the Rust API in form {}, and this cratify reads form {}",
                record.surface.format,
                surface::FORMAT
            )));
        }
        if !record.documents.contains_key(&record.root) {
            return Err(cannot(format!("it has no document `{}`", record.root)));
        }
        let folder = tempfile::tempdir()
            .map_err(|error| cannot(format!("there is no temporary folder: {error}")))?;
        for (path, text) in &record.documents {
            if !stays_inside(path) {
                return Err(cannot(format!("`{path}` is outside of its folder")));
            }
            let path = folder.path().join(path);
            let parent = path.parent().unwrap_or(folder.path());
            std::fs::create_dir_all(parent)
                .and_then(|()| std::fs::write(&path, text))
                .map_err(|error| cannot(format!("a document cannot be written: {error}")))?;
        }
        let root = folder.path().join(&record.root);
        let config = settings(&root).map_err(Problem::CannotRun)?;
        let overlays = record.overlays.iter().map(|path| {
            if record.documents.contains_key(path) {
                return Ok(folder.path().join(path));
            }
            Err(cannot(format!("it has no overlay `{path}`")))
        });
        let release = head(&record).map_err(cannot)?;
        let config = config
            .for_released(overlays.collect::<Result<_, _>>()?, release)
            .allow_references_to(folder.path());
        let mut side = Self::of(name, &config, Some(folder))?;
        side.restore(record);
        Ok(side)
    }

    /// Puts what was released in the place of what this generator makes of the documents. Other settings may give their
    /// schemas other names: what has none of the released ones now is compared all the same, and has no place that a
    /// report could show.
    fn restore(&mut self, mut record: Record) {
        let decisions = &mut self.decisions;
        let mut types = std::mem::take(&mut decisions.languages.types);
        let mut stored = Languages::default().types;
        let mut published = HashMap::new();
        decisions.published.roots.clear();
        for recorded in record.types {
            let now = types.swap_remove(&recorded.key);
            let (id, places) = match now {
                Some(Described { id, places, .. }) => (id, places),
                None => (None, HashMap::new()),
            };
            if let Some(schema) = recorded.published {
                let root = id.map(|id| (id, schema.clone()));
                decisions.published.roots.extend(root);
                published.insert(recorded.key.clone(), schema);
            }
            let described = Described {
                id,
                wire_name: recorded.wire_name,
                is_named: recorded.is_named,
                is_unstable: recorded.is_unstable,
                is_partial: recorded.is_partial,
                places,
            };
            stored.insert(recorded.key, described);
        }
        decisions.published.definitions = record.definitions;
        let definitions = Language::ALL.map(|language| {
            let definitions = record.languages.remove(language.as_str());
            (language, definitions.unwrap_or_default())
        });
        decisions.languages = Languages::stored(stored, definitions);
        decisions.package.info.version = record.version;
        decisions.package.info.name = record.package;
        self.recorded = Some(Recorded {
            surface: record.surface,
            texts: record.texts,
            published,
        });
    }
}
