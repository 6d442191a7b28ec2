//! Turns the templates into the files around the generated crate.

use std::path::Path;

use toml_edit::{DocumentMut, InlineTable, Item, Table, Value, value};

use super::document::Documents;
use super::needs::Needs;
use super::{Layout, packages};

pub(super) const TESTS: &str = include_str!("generated.rs.txt");
pub(super) const GIT_ATTRIBUTES: &str = include_str!("git_attributes");
pub(super) const GIT_IGNORE: &str = "/target\n";
pub(super) const GITHUB: &str = include_str!("github.yml");

/// The package whose build script generates.
pub(super) struct Package {
    name: String,
    ident: String,
    /// The name of the generated package.
    generated: String,
    features: Table,
    dependencies: Table,
    /// The calls of the builder for the documents, and for the settings.
    schemas: String,
    settings: String,
}

impl Package {
    pub(super) fn new(
        needs: &Needs,
        ident: &str,
        documents: &Documents,
        formats: &[String],
    ) -> Result<Self, String> {
        let generated = needs.name.clone();
        // The library has the name of the generated crate, and Cargo wants names of dependencies to differ from it.
        let taken = ["cratify", "cratify-check"];
        if taken.iter().any(|taken| taken.replace('-', "_") == ident) {
            return Err(format!(
                "the crate would be called `{generated}`, as a dependency of its tests is; name it: `x-crate: {{ name: my-crate }}`"
            ));
        }
        Ok(Self {
            name: format!("{generated}-workspace"),
            ident: ident.to_owned(),
            generated,
            features: needs.features.clone(),
            dependencies: needs.dependencies.clone(),
            schemas: schemas(documents),
            settings: settings(documents, formats),
        })
    }

    pub(super) fn manifest(&self, layout: Layout) -> String {
        let text = include_str!("manifest.toml");
        // The template is part of this program: that it is TOML is tested.
        let mut manifest: DocumentMut = text.parse().unwrap_or_default();
        if layout == Layout::Member {
            // The workspace is another one's.
            manifest.remove("workspace");
        }
        manifest["package"]["name"] = value(&self.name);
        manifest["lib"]["name"] = value(&self.ident);
        fill(&mut manifest["features"], &self.features);
        fill(&mut manifest["dependencies"], &self.dependencies);
        manifest["build-dependencies"]["cratify"] = value(packages::dependency("cratify"));
        let tests = &mut manifest["dev-dependencies"];
        tests["cratify"] = value(packages::dependency("cratify"));
        tests["cratify-check"] = value(packages::dependency("check"));
        tests[&self.name] = value(self.itself());
        manifest.to_string()
    }

    /// The package as a dependency of its own tests: they see the crate with all of its features.
    fn itself(&self) -> InlineTable {
        let features = self.features.iter().map(|(name, _)| name);
        let features = features.filter(|name| *name != "default");
        let mut table = InlineTable::new();
        table.insert("path", ".".into());
        table.insert("features", Value::Array(features.collect()));
        table
    }

    pub(super) fn build_script(&self) -> String {
        include_str!("build.rs.txt")
            .replace("DOCUMENTS", &self.schemas)
            .replace("\n        SETTINGS", &self.settings)
    }

    pub(super) fn readme(&self) -> String {
        include_str!("README.md.txt").replace("PACKAGE", &self.generated)
    }
}

/// The rest of a table, in the place of its own entries.
fn fill(table: &mut Item, entries: &Table) {
    for (key, item) in entries {
        table[key] = item.clone();
    }
}

/// The call of the builder that names the documents.
fn schemas(documents: &Documents) -> String {
    match documents.roots() {
        [document] => format!(".schema({})", literal(document)),
        several => {
            let documents: Vec<String> = several.iter().map(|path| literal(path)).collect();
            format!(".schemas([{}])", documents.join(", "))
        }
    }
}

/// The calls of the builder for the settings, each on a line of its own.
fn settings(documents: &Documents, formats: &[String]) -> String {
    let overlays = documents.overlays().iter();
    let overlays = overlays.map(|path| format!("overlay({})", literal(path)));
    let formats = formats.iter();
    let formats = formats.map(|word| format!("formats(cratify::Formats::{})", variant(word)));
    let calls = overlays.chain(formats);
    calls.fold(String::new(), |lines, call| lines + "\n        ." + &call)
}

/// The path of a document in the package, as a literal.
fn literal(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    format!("{:?}", format!("schema/{path}"))
}

/// The variant of `cratify::Formats` with this word: `rust-decimal` is `RustDecimal`.
fn variant(word: &str) -> String {
    let capital = |part: &str| {
        let (first, rest) = part.split_at(1);
        format!("{}{rest}", first.to_ascii_uppercase())
    };
    word.split('-').map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_of_the_manifest_is_toml() {
        let parsed: Result<DocumentMut, _> = include_str!("manifest.toml").parse();
        assert!(parsed.is_ok(), "{parsed:?}");
    }

    #[test]
    fn words_are_variants() {
        assert_eq!(variant("rust-decimal"), "RustDecimal");
        assert_eq!(variant("uuid"), "Uuid");
    }
}
