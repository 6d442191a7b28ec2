//! A document with the settings to generate it with.
//!
//! The lines of a YAML document that start with `#:` are its header, which is YAML too:
//!
//! ```yaml
//! #: operations: all
//! #: at: { Order.id: { rename: key } }
//! openapi: 3.1.0
//! ```
//!
//! A key is a [setting](crate::settings) of the builder, or one of these:
//!
//! | key | value |
//! | --- | --- |
//! | `show` | the generated files to compare with golden files; without it, all types |
//! | `exceptions` | known differences from the schema: `{ type, check, reason }` |
//! | `findings` | the number of examples that contradict their own schema on purpose |

use std::fs;
use std::path::{Path, PathBuf};

use cratify::Config;
use serde_json::{Map, Value};

use crate::settings;

/// The keys of a header that the tests read, not the builder.
const FOR_TESTS: [&str; 3] = ["show", "exceptions", "findings"];

/// A document with the settings to generate it with.
#[derive(Debug, Clone)]
pub struct Fixture {
    /// The name of the file without its extension.
    pub name: String,
    /// The document.
    pub path: PathBuf,
    header: Map<String, Value>,
}

/// A check that is known to fail for a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The type.
    pub case: String,
    /// The check and its verdict: `equality/unknown`.
    pub check: String,
    /// Why it has to be so.
    pub reason: String,
}

impl Fixture {
    /// Reads the header of a document.
    ///
    /// # Panics
    ///
    /// The file cannot be read, or its header is not YAML.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        let fail = |error: &dyn std::fmt::Display| -> ! { panic!("{}: {error}", path.display()) };
        let text = fs::read_to_string(path).unwrap_or_else(|error| fail(&error));
        let header: String = text
            .lines()
            .filter_map(|line| line.strip_prefix("#:"))
            .flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"])
            .collect();
        let header: Option<Map<String, Value>> =
            serde_yaml::from_str(&header).unwrap_or_else(|error| fail(&error));
        Self {
            header: header.unwrap_or_default(),
            ..Self::plain(path)
        }
    }

    /// The documents of a folder, ordered by name. Documents in deeper folders belong to one of them.
    ///
    /// # Panics
    ///
    /// The folder cannot be read.
    #[must_use]
    pub fn all(folder: &Path) -> Vec<Self> {
        let documents = entries(folder).into_iter().filter(|path| is_document(path));
        documents.map(|path| Self::read(&path)).collect()
    }

    /// A document without a header.
    #[must_use]
    pub fn plain(path: &Path) -> Self {
        Self {
            name: name_of(path),
            path: path.to_owned(),
            header: Map::new(),
        }
    }

    /// The same document with the settings of this header in the place of its own.
    #[must_use]
    pub fn with(self, header: Map<String, Value>) -> Self {
        Self { header, ..self }
    }

    /// The documents with golden files, each about one behaviour, named with their group: `unions/mapping`.
    #[must_use]
    pub fn goldens() -> Vec<Self> {
        let groups =
            folders(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../cratify/tests/golden"));
        let fixtures = groups.iter().flat_map(|group| {
            let named = move |fixture: Self| Self {
                name: format!("{}/{}", name_of(group), fixture.name),
                ..fixture
            };
            Self::all(group).into_iter().map(named)
        });
        fixtures.collect()
    }

    /// The documents whose crates are compiled and proven, each about many behaviours.
    #[must_use]
    pub fn proofs() -> Vec<Self> {
        Self::all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../proofs/fixtures"))
    }

    /// The builder with the settings of the header.
    ///
    /// # Panics
    ///
    /// The header has a key or a value that is not a setting.
    #[must_use]
    pub fn configure(&self) -> Config {
        self.configure_for(&self.path)
    }

    /// The same for another document, such as an edited copy.
    ///
    /// # Panics
    ///
    /// The header has a key or a value that is not a setting.
    #[must_use]
    pub fn configure_for(&self, document: &Path) -> Config {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let settings = self
            .header
            .iter()
            .filter(|(key, _)| !FOR_TESTS.contains(&key.as_str()));
        settings.fold(
            cratify::configure().schema(document),
            |config, (key, value)| settings::apply(config, key, value, folder),
        )
    }

    /// Whether the header has this setting.
    #[must_use]
    pub fn sets(&self, setting: &str) -> bool {
        self.header.contains_key(setting)
    }

    /// The generated files to compare with golden files; `None` means all types.
    #[must_use]
    pub fn shown(&self) -> Option<Vec<&str>> {
        self.header.get("show").map(settings::texts)
    }

    /// How many examples contradict their own schema.
    ///
    /// # Panics
    ///
    /// The header has something else in this place.
    #[must_use]
    pub fn findings(&self) -> usize {
        self.header.get("findings").map_or(0, |count| {
            let count = count.as_u64().and_then(|count| usize::try_from(count).ok());
            count.expect("`findings` is a number")
        })
    }

    /// The known differences from the schema.
    ///
    /// # Panics
    ///
    /// An entry lacks its type, its check or its reason.
    #[must_use]
    pub fn exceptions(&self) -> Vec<Exception> {
        let entries = self.header.get("exceptions").and_then(Value::as_array);
        entries
            .into_iter()
            .flatten()
            .map(|entry| Exception {
                case: settings::text(&entry["type"]).to_owned(),
                check: settings::text(&entry["check"]).to_owned(),
                reason: settings::text(&entry["reason"]).to_owned(),
            })
            .collect()
    }
}

/// The folders in a folder, ordered by name.
///
/// # Panics
///
/// The folder cannot be read.
#[must_use]
pub fn folders(folder: &Path) -> Vec<PathBuf> {
    entries(folder)
        .into_iter()
        .filter(|path| path.is_dir())
        .collect()
}

/// The entries of a folder, ordered by name.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let fail = |error: &dyn std::fmt::Display| -> ! { panic!("{}: {error}", folder.display()) };
    let entries = fs::read_dir(folder).unwrap_or_else(|error| fail(&error));
    let paths = entries.map(|entry| entry.unwrap_or_else(|error| fail(&error)).path());
    let mut paths: Vec<PathBuf> = paths.collect();
    paths.sort();
    paths
}

/// The name of a file without its extension.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Whether a file is a document, by its name.
pub(crate) fn is_document(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "yaml" || extension == "json")
        && !path.file_name().is_some_and(|name| {
            let name = name.to_string_lossy();
            name.ends_with(".schema.json") || name.ends_with(".instances.json")
        })
}
