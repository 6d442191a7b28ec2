//! Edits a `Cargo.toml` of the user where it is needed, and keeps its comments and its layout.

mod merge;

use std::fs;
use std::path::{Path, PathBuf};

use toml_edit::{Array, DocumentMut, Item, TableLike, Value};

use crate::disk::replace;
pub(crate) use merge::merge;

/// A manifest and what was changed in it.
pub(crate) struct Manifest {
    path: PathBuf,
    original: String,
    document: DocumentMut,
    /// The changes, each in a few words.
    pub changes: Vec<String>,
}

impl Manifest {
    /// Reads a manifest.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let original = fs::read_to_string(path)
            .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let document = original
            .parse()
            .map_err(|error| format!("{} cannot be edited: {error}", path.display()))?;
        Ok(Self {
            path: path.to_owned(),
            original,
            document,
            changes: Vec::new(),
        })
    }

    /// Whether the manifest is of a package.
    pub(crate) fn is_package(&self) -> bool {
        self.document.contains_key("package")
    }

    /// A table at the top of the manifest, which is made if it is missing.
    fn table(&mut self, name: &str) -> Result<&mut dyn TableLike, String> {
        let path = self.path.display().to_string();
        let table = self.document.entry(name).or_insert(toml_edit::table());
        table
            .as_table_like_mut()
            .ok_or_else(|| format!("{path} cannot be edited: `{name}` is not a table"))
    }

    /// Adds members to the workspace, which is made if it is missing.
    pub(crate) fn add_members(&mut self, members: &[String]) -> Result<(), String> {
        let path = self.path.display().to_string();
        let workspace = self.table("workspace")?;
        let excluded = strings(workspace.get("exclude"));
        if let Some(member) = members.iter().find(|member| excluded.contains(member)) {
            return Err(format!(
                "{path} cannot be edited: `exclude` of the workspace has `{member}`"
            ));
        }
        let listed = workspace
            .entry("members")
            .or_insert(toml_edit::value(Array::new()));
        let Some(array) = listed.as_array_mut() else {
            return Err(format!(
                "{path} cannot be edited: `members` of the workspace is not a list"
            ));
        };
        let present: Vec<String> = array
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        let missing = members.iter().filter(|member| !present.contains(member));
        let missing: Vec<&String> = missing.collect();
        for member in &missing {
            push(array, member);
        }
        let changes = missing
            .iter()
            .map(|member| format!("added the member `{member}` to the workspace"));
        self.changes.extend(changes);
        Ok(())
    }

    /// Adds a dependency unless the manifest has one of the name.
    pub(crate) fn add_dependency(&mut self, name: &str, value: Value) -> Result<(), String> {
        let dependencies = self.table("dependencies")?;
        if dependencies.contains_key(name) {
            return Ok(());
        }
        let line = format!("{name} = {value}");
        dependencies.insert(name, toml_edit::value(value));
        self.changes.push(format!("added the dependency `{line}`"));
        Ok(())
    }

    /// Gives the library the name of the generated crate.
    pub(crate) fn name_library(&mut self, ident: &str) -> Result<(), String> {
        let library = self.table("lib")?;
        if library.get("name").and_then(Item::as_str) != Some(ident) {
            library.insert("name", toml_edit::value(ident));
            self.changes.push(format!(
                "called the library `{ident}`, as the generated crate is"
            ));
        }
        Ok(())
    }

    /// Writes the manifest, if it was changed: whole or not at all.
    pub(crate) fn save(&self) -> Result<(), String> {
        let text = self.document.to_string();
        if text == self.original {
            return Ok(());
        }
        replace(&self.path, &text)
    }

    /// Takes the changes on the disk back.
    pub(crate) fn restore(&self) -> Result<(), String> {
        replace(&self.path, &self.original)
    }

    /// Says what was changed, or what would be.
    pub(crate) fn summary(&self) -> String {
        let path = self.path.display();
        if self.changes.is_empty() {
            return format!("{path}: nothing to change");
        }
        let lines = self.changes.iter().map(|change| format!("\n  {change}"));
        format!("{path}:{}", lines.collect::<String>())
    }
}

fn strings(item: Option<&Item>) -> Vec<String> {
    let values = item.and_then(Item::as_array).into_iter().flatten();
    values
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// Adds a text to a list in the layout of the list: on a line of its own, where the others are.
fn push(array: &mut Array, text: &str) {
    let last = array
        .iter()
        .last()
        .and_then(|value| value.decor().prefix()?.as_str());
    // Before the line break may be the comment of another element.
    let prefix = last.and_then(|prefix| Some(prefix[prefix.rfind('\n')?..].to_owned()));
    let mut value = Value::from(text);
    match prefix {
        Some(prefix) => {
            *value.decor_mut() = toml_edit::Decor::new(prefix, "");
            array.push_formatted(value);
        }
        None => array.push(value),
    }
}

#[cfg(test)]
mod tests;
