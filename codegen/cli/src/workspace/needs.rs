//! Turns the manifest of a generated crate into the needs of a package that compiles the same source.

use cratify::Generated;
use toml_edit::{DocumentMut, Item, Table, TableLike};

/// The features and dependencies of a generated crate.
pub(crate) struct Needs {
    /// The name of its package.
    pub name: String,
    /// The table `[features]`.
    pub features: Table,
    /// The table `[dependencies]`.
    pub dependencies: Table,
}

impl Needs {
    /// Reads them from the manifest that was generated.
    pub(crate) fn of(generated: &Generated) -> Result<Self, String> {
        let mut files = generated.files();
        let manifest = files.find(|(path, _)| *path == "Cargo.toml");
        Self::read(manifest.map_or("", |(_, text)| text))
    }

    /// Reads them from the text of a manifest.
    pub(crate) fn read(manifest: &str) -> Result<Self, String> {
        let document: DocumentMut = manifest
            .parse()
            .map_err(|error| format!("the manifest of the generated crate: {error}"))?;
        let table = |name: &str| {
            let table = document.get(name).and_then(Item::as_table);
            table.cloned().unwrap_or_default()
        };
        let name = document
            .get("package")
            .and_then(|package| package.get("name"));
        Ok(Self {
            name: name.and_then(Item::as_str).unwrap_or_default().to_owned(),
            features: table("features"),
            dependencies: table("dependencies"),
        })
    }

    /// The needs of a package that has the generated crate in this folder: paths are relative to it.
    pub(crate) fn seen_from(mut self, output: &str) -> Self {
        for (_, dependency) in self.dependencies.iter_mut() {
            let Some(dependency) = dependency.as_table_like_mut() else {
                continue;
            };
            if let Some(path) = relative_path(dependency) {
                dependency.insert("path", toml_edit::value(format!("{output}/{path}")));
            }
        }
        self
    }
}

fn relative_path(dependency: &dyn TableLike) -> Option<String> {
    let path = dependency.get("path")?.as_str()?;
    (!std::path::Path::new(path).is_absolute()).then(|| path.to_owned())
}
