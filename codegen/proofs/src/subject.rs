//! A document to prove, and its generated package.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cratify_testing::{Exception, Fixture};
use serde_json::{Map, Value};

use crate::folder::write;
use crate::samples::samples;
use crate::workspace::LINTS;

/// A document to prove.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The name of its tests.
    pub name: String,
    /// The document, with its settings.
    pub fixture: Fixture,
    /// The known differences from the schema.
    pub exceptions: Vec<Exception>,
    /// The number of examples that contradict their own schema, if it is known.
    pub findings: Option<usize>,
    /// The file of values with their verdicts, if there is one: `NAME.instances.json` beside the document.
    pub instances: Option<PathBuf>,
}

impl From<Fixture> for Subject {
    fn from(fixture: Fixture) -> Self {
        let instances = fixture.path.with_extension("instances.json");
        Self {
            name: fixture.name.clone(),
            exceptions: fixture.exceptions(),
            findings: Some(fixture.findings()),
            instances: Some(instances).filter(|path| path.exists()),
            fixture,
        }
    }
}

/// A generated package.
#[derive(Debug, Clone)]
pub(crate) struct Package {
    pub name: String,
    /// The list of its types, for the macro `cases!`.
    pub cases: String,
    /// The features that select some of its types.
    pub groups: Vec<String>,
    /// The crates of its extern types.
    pub foreign: Foreign,
    /// The examples in the documentation, by the paths of their types.
    pub samples: Map<String, Value>,
}

/// Dependencies of a generated crate by name, as tables of a manifest.
pub(crate) type Foreign = BTreeMap<String, toml::Table>;

impl Subject {
    /// Generates the package into a folder. Its manifest makes every warning an error.
    ///
    /// # Errors
    ///
    /// The document is wrong, or a second comparison with the disk finds a difference.
    pub(crate) fn generate(&self, output: &Path) -> Result<Package, String> {
        let generated = self.fixture.configure().output(output).generate();
        let generated = generated.map_err(|error| error.to_string())?;
        generated.write().map_err(|error| error.to_string())?;
        if !generated
            .compare()
            .is_ok_and(|differences| differences.is_empty())
        {
            return Err("the files on the disk differ from the generated ones".to_owned());
        }
        let mut files = generated.files();
        let (_, text) = files
            .find(|(path, _)| *path == "Cargo.toml")
            .ok_or("there is no manifest")?;
        let manifest: toml::Table = text
            .parse()
            .map_err(|error| format!("the manifest: {error}"))?;
        write(&output.join("Cargo.toml"), &format!("{text}{LINTS}"));
        let name = manifest["package"]["name"]
            .as_str()
            .ok_or("the package has no name")?;
        Ok(Package {
            name: name.to_owned(),
            cases: generated.checks(),
            groups: groups(&manifest),
            foreign: foreign(&manifest),
            samples: samples(generated.files()),
        })
    }
}

/// The parts of the feature that has all types.
fn groups(manifest: &toml::Table) -> Vec<String> {
    let features = manifest
        .get("features")
        .and_then(|features| features.get("full"));
    let parts = features
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten();
    parts
        .filter_map(|part| part.as_str().map(str::to_owned))
        .collect()
}

/// The dependencies with extern types: all but the dependencies that every generated crate has.
fn foreign(manifest: &toml::Table) -> Foreign {
    let own = ["jsonschema", "schemars", "serde", "serde_json"];
    let dependencies = manifest.get("dependencies").and_then(toml::Value::as_table);
    let foreign = dependencies
        .into_iter()
        .flatten()
        .filter(|(name, _)| !own.contains(&name.as_str()));
    let foreign = foreign.map(|(name, wish)| {
        let wish = match wish {
            toml::Value::Table(wish) => wish.clone(),
            version => toml::Table::from_iter([("version".to_owned(), version.clone())]),
        };
        (name.clone(), wish)
    });
    foreign.collect()
}
