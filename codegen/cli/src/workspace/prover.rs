//! Turns a generated crate into a package around it that proves it.

use std::fs;
use std::path::{Path, PathBuf};

use cratify::{Config, Generated};
use toml_edit::{DocumentMut, InlineTable, Item, Value, value};

use super::needs::Needs;
use super::{OUTPUT, packages, write};
use crate::findings::Terminal;
use crate::stop::Outcome;

/// The manifest, without the generated crate and its dependencies.
const MANIFEST: &str = "\
[package]
name = \"prover\"
version = \"0.0.0\"
edition = \"2024\"
publish = false

[workspace]

[dependencies]
schemars = \"1\"
serde_json = \"1\"
";

/// Writes the package into a folder, which belongs to this command. The result is its manifest.
pub(crate) fn put(
    config: &Config,
    generated: Generated,
    folder: &Path,
    terminal: &Terminal,
) -> Outcome<PathBuf> {
    let manifest_text = manifest_text(&generated)?;
    let generated = generated.with_output(folder.join(OUTPUT));
    generated.write().map_err(|error| terminal.errors(&error))?;
    let program = program(generated.checks().trim_end(), &config.checked_document());
    write(&folder.join("src/main.rs"), program.as_bytes())?;
    let manifest = folder.join("Cargo.toml");
    write(&manifest, manifest_text.as_bytes())?;
    // The versions come from the user's own workspace, where it has some.
    if let Some(lock) = lock_file() {
        fs::copy(&lock, folder.join("Cargo.lock"))
            .map_err(|error| format!("cannot copy {}: {error}", lock.display()))?;
    }
    Ok(manifest)
}

/// The program. Both expressions have texts of the document in them, so each mark is looked for in the template alone.
fn program(cases: &str, document: &str) -> String {
    let template = include_str!("templates/prover.rs.txt");
    // The template is part of this program: that it has both marks, in this order, is tested.
    let (start, rest) = template.split_once("CASES").unwrap_or((template, ""));
    let (middle, end) = rest.split_once("DOCUMENT").unwrap_or((rest, ""));
    [start, cases, middle, document, end].concat()
}

fn manifest_text(generated: &Generated) -> Result<String, String> {
    let needs = Needs::of(generated)?.seen_from(OUTPUT);
    let mut manifest: DocumentMut = MANIFEST.parse().unwrap_or_default();
    let dependencies = &mut manifest["dependencies"];
    // No crate is called like what all crates use.
    if generated.crate_ident() == "cratify_check" {
        return Err(format!(
            "the crate is called `{}`, as a dependency of its proof is; name it: `x-crate: {{ name: my-crate }}`",
            needs.name
        ));
    }
    // The promises name types of other crates.
    for (name, dependency) in &needs.dependencies {
        let optional = dependency
            .as_table_like()
            .and_then(|table| table.get("optional"));
        if optional.is_none() {
            dependencies[name] = dependency.clone();
        }
    }
    let features = needs.features.iter().map(|(name, _)| name);
    let features = features.filter(|name| *name != "default");
    let mut table = InlineTable::new();
    table.insert("package", needs.name.as_str().into());
    table.insert("path", OUTPUT.into());
    table.insert("features", Value::Array(features.collect()));
    dependencies[generated.crate_ident()] = value(table);
    dependencies["cratify-check"] = Item::Value(packages::dependency("check"));
    Ok(manifest.to_string())
}

/// The lock file of the workspace around the current folder.
fn lock_file() -> Option<PathBuf> {
    let current = std::env::current_dir().ok()?;
    let mut folders = current.ancestors().map(|folder| folder.join("Cargo.lock"));
    folders.find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::program;

    #[test]
    fn marks_in_texts_of_the_document_stay_text() {
        let text = program("[\"DOCUMENT CASES\"]", "\"CASES DOCUMENT\"");
        assert_eq!(text.matches("[\"DOCUMENT CASES\"]").count(), 1, "{text}");
        assert_eq!(text.matches("\"CASES DOCUMENT\"").count(), 1, "{text}");
        assert_eq!(text.matches("DOCUMENT").count(), 2, "{text}");
        assert!(
            text.contains("fn main() -> ExitCode {") && text.ends_with("}\n"),
            "{text}"
        );
    }
}
