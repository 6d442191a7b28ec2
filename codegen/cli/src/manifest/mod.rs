//! Edits a `Cargo.toml` of the user where it is needed, and keeps its comments and its layout.

mod layout;
mod merge;

use std::fs;
use std::path::{Path, PathBuf};

use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value};

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

    /// Whether the manifest is of a workspace.
    pub(crate) fn is_workspace(&self) -> bool {
        self.document.contains_key("workspace")
    }

    /// A table at the top of the manifest, which is made if it is missing.
    fn table(&mut self, name: &str) -> Result<&mut dyn TableLike, String> {
        let path = self.path.display().to_string();
        if !self.document.contains_key(name) {
            let mut table = Table::new();
            // It is the last one, behind the comments at the end.
            table.set_position(Some(isize::MAX));
            let comments = self.document.trailing().as_str().unwrap_or_default();
            if !comments.trim().is_empty() {
                table
                    .decor_mut()
                    .set_prefix(format!("{}\n\n", comments.trim_end()));
                self.document.set_trailing("");
            }
            self.document.insert(name, Item::Table(table));
        }
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
        if self.changes.is_empty() {
            return Ok(());
        }
        let text = layout::restored(&self.original, &self.document.to_string());
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
    let Some(prefix) = prefix else {
        array.push(value);
        return;
    };
    // Comments behind the last element stay behind it.
    let end = array.trailing().as_str().unwrap_or_default().to_owned();
    let end = if array.trailing_comma() {
        end
    } else {
        let last = array.iter_mut().last();
        let suffix = last.and_then(|last| {
            let suffix = last.decor().suffix()?.as_str()?.to_owned();
            last.decor_mut().set_suffix("");
            Some(suffix)
        });
        suffix.unwrap_or_default() + &end
    };
    let (comments, end) = end.split_at(end.rfind('\n').unwrap_or(0));
    *value.decor_mut() = toml_edit::Decor::new(format!("{comments}{prefix}"), "");
    array.push_formatted(value);
    array.set_trailing(end);
    array.set_trailing_comma(true);
}

#[cfg(test)]
mod tests;
