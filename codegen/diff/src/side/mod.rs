//! Turns a document, a record or a packed crate, at a path or in a git revision, into one side of a comparison: its
//! documents, its decisions, and the crate.

mod locate;
mod packed;
mod recorded;
mod revision;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::path::{Path, PathBuf};

use cratify::{Config, Decisions, Generated, Located};
use cratify_model::model::{Model, TypeId};
use cratify_model::names::Names;
use cratify_schema::source::Value;
use serde_json::Map;
use tempfile::TempDir;

use crate::record::{self, Record};
use crate::rust::surface::Surface;
use recorded::Recorded;

/// One version of a document.
#[derive(Debug)]
pub struct Side {
    /// The name of the version, as the user gave it: a path, `REVISION:PATH`, a record.
    pub name: String,
    /// The document, the graph and the model.
    pub decisions: Decisions,
    /// The crate.
    pub generated: Generated,
    /// The overlays, in the order in which they were applied, with their texts.
    pub(crate) overlays: Vec<(PathBuf, String)>,
    /// The folder that stands for the folder of the repository, where the version is a git revision or a record.
    checkout: Option<TempDir>,
    /// The crate in the record, where the version is a record.
    recorded: Option<Recorded>,
}

/// Why there is no side.
#[derive(Debug)]
pub enum Problem {
    /// There is no such revision or file in it, or a setting is wrong: the reason.
    CannotRun(String),
    /// The version has no types: the errors of its document.
    Document {
        /// The name of the version.
        name: String,
        /// The errors.
        error: cratify::Error,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CannotRun(message) => f.write_str(message),
            Self::Document { name, error } => {
                write!(f, "no types are made of {name}:\n{error}")
            }
        }
    }
}

impl std::error::Error for Problem {}

impl Side {
    /// Reads a version: a path, or `REVISION:PATH` of the git repository around the current folder. The file is a
    /// document, the [`Record`] of a release, or a packed crate with its record in it. `settings` makes the
    /// configuration of a document; of a record, it decides only which places are shown.
    ///
    /// # Errors
    ///
    /// There is no such version, or no types are made of its document.
    pub fn read(
        name: &str,
        settings: impl FnOnce(&Path) -> Result<Config, String>,
    ) -> Result<Self, Problem> {
        let (path, checkout) = match revision::revision_of(name) {
            Some((revision, path)) => {
                let (path, folder) =
                    revision::check_out(revision, path).map_err(Problem::CannotRun)?;
                (path, Some(folder))
            }
            None => (PathBuf::from(name), None),
        };
        let text = if packed::is_crate(&path) {
            let text = packed::record(&path);
            Some(text.map_err(|reason| Problem::CannotRun(format!("`{name}`: {reason}")))?)
        } else {
            record::text_of(&path)
        };
        if let Some(text) = text {
            let record = Record::from_text(&text).map_err(|reason| {
                Problem::CannotRun(format!("`{name}` is not a record of a release: {reason}"))
            })?;
            return Self::of_record(name, record, settings);
        }
        let config = settings(&path).map_err(Problem::CannotRun)?;
        Self::of(name, &config, checkout)
    }

    /// The version of a document that a configuration names or contains.
    ///
    /// # Errors
    ///
    /// No types are made of the document.
    pub fn from_config(name: &str, config: &Config) -> Result<Self, Problem> {
        Self::of(name, config, None)
    }

    fn of(name: &str, config: &Config, checkout: Option<TempDir>) -> Result<Self, Problem> {
        let (generated, decisions) = config.decide().map_err(|error| Problem::Document {
            name: name.to_owned(),
            error,
        })?;
        let overlays = config.overlay_paths().iter().map(|path| {
            let text = std::fs::read_to_string(path);
            let text = text.map_err(|error| {
                Problem::CannotRun(format!("cannot read `{}`: {error}", path.display()))
            })?;
            Ok((path.clone(), text))
        });
        let overlays = overlays.collect::<Result<_, _>>()?;
        Ok(Self {
            overlays,
            name: name.to_owned(),
            decisions,
            generated,
            checkout,
            recorded: None,
        })
    }

    /// The surface of the crate: for a record, the surface of the release.
    ///
    /// # Errors
    ///
    /// The crate is not Rust, which settings can cause: the reason.
    pub fn surface(&self) -> Result<Surface, String> {
        if let Some(recorded) = &self.recorded {
            return Ok(recorded.surface.clone());
        }
        let types = self.model().own_types();
        let unstable = types.filter(|(_, def)| def.is_unstable);
        let paths = unstable.map(|(id, _)| &*self.names()[id].path);
        let mut surface = Surface::of(&self.generated)?;
        surface.mark_unstable(&paths.collect());
        surface.name_in_json(self.model(), self.names());
        Ok(surface)
    }

    /// The files of the crate with the fingerprints of their texts, without the version of the package.
    pub(crate) fn texts(&self) -> BTreeMap<String, String> {
        if let Some(recorded) = &self.recorded {
            return recorded.texts.clone();
        }
        self.generated.texts()
    }

    /// Whether the version is the record of a release.
    pub fn is_record(&self) -> bool {
        self.recorded.is_some()
    }

    /// The types.
    pub fn model(&self) -> &Model {
        &self.decisions.model
    }

    /// The names of the types and of their parts.
    pub fn names(&self) -> &Names {
        &self.decisions.names
    }

    /// The published schema of each type, without `$defs`; references lead to `#/$defs/` of the
    /// [definitions](Self::definitions).
    pub fn schemas(&self) -> &[(TypeId, Value)] {
        &self.decisions.published.roots
    }

    /// The published schemas, by the names of the definitions of their types.
    pub(crate) fn published(&self) -> HashMap<&str, &Value> {
        if let Some(recorded) = &self.recorded {
            let published = recorded.published.iter();
            return published.map(|(key, schema)| (&**key, schema)).collect();
        }
        let by_type = self.schemas().iter().map(|(id, schema)| (*id, schema));
        let by_type: HashMap<TypeId, &Value> = by_type.collect();
        let types = self.decisions.languages.types.iter();
        let published =
            types.filter_map(|(key, described)| Some((&**key, *by_type.get(&described.id?)?)));
        published.collect()
    }

    /// The definitions that published schemas refer to, by name.
    pub fn definitions(&self) -> &Map<String, Value> {
        &self.decisions.published.definitions
    }

    /// The warnings about the document.
    pub fn warnings(&self) -> &[Located] {
        self.generated.warnings()
    }
}
