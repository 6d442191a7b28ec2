//! Turns a document into a workspace: a package whose build script generates a crate, and the tests that prove it.
//!
//! This repository's own root package has the same layout.

mod document;
mod extensions;
mod needs;
mod packages;
mod prover;
mod root;
mod templates;

use std::fs;
use std::path::{Path, PathBuf};

use cratify::{Config, Generated};

use crate::arguments::{Ci, Parts};
use crate::findings::Terminal;
use crate::settings;
use crate::stop::Outcome;

use document::Documents;
pub(crate) use extensions::schema as extensions_schema;
pub(crate) use needs::Needs;
pub(crate) use packages::explain_source;
pub(crate) use prover::put as put_prover;
pub(crate) use root::root;

/// Where the packages are put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// In a workspace of their own.
    Workspace,
    /// As members of another workspace.
    Member,
}

/// The folder of the generated crate.
const OUTPUT: &str = "generated";

/// The start of a workspace: a document without errors.
pub(crate) struct Start {
    documents: Documents,
    formats: Vec<String>,
    ci: Option<Ci>,
}

impl Start {
    /// Reads the document and generates from it in memory: errors are found before anything is written.
    pub(crate) fn read(parts: &Parts, title: &str, terminal: &Terminal) -> Outcome<Self> {
        let formats = parts.formats.clone();
        if parts.from.is_empty() {
            let documents = Documents::to_start_with(title);
            return Ok(Self {
                documents,
                formats,
                ci: parts.ci,
            });
        }
        let config = cratify::configure().schemas(&parts.from);
        let config = parts.overlay.iter().fold(config, Config::overlay);
        let config = with_formats(config, &formats)?;
        let generated = config.generate().map_err(|error| terminal.errors(&error))?;
        terminal.warnings(&generated);
        Ok(Self {
            documents: Documents::read(&parts.from, &parts.overlay, &generated)?,
            formats,
            ci: parts.ci,
        })
    }

    /// Writes all files of the workspace into an empty folder. The result is the name of the generated crate.
    pub(crate) fn put(
        &self,
        folder: &Path,
        layout: Layout,
        terminal: &Terminal,
    ) -> Outcome<String> {
        let (generated, mut files) = self.generate(folder, terminal)?;
        let needs = Needs::of(&generated)?.seen_from(OUTPUT);
        let package = templates::Package::new(
            &needs,
            generated.crate_ident(),
            &self.documents,
            &self.formats,
        )?;
        files.extend([
            ("Cargo.toml", package.manifest(layout)),
            ("build.rs", package.build_script()),
            ("tests/generated.rs", templates::TESTS.to_owned()),
            ("README.md", package.readme()),
            (".gitattributes", templates::GIT_ATTRIBUTES.to_owned()),
        ]);
        if layout == Layout::Workspace {
            files.push((".gitignore", templates::GIT_IGNORE.to_owned()));
            if self.ci == Some(Ci::Github) {
                files.push((".github/workflows/ci.yml", templates::GITHUB.to_owned()));
            }
        }
        for (path, text) in files {
            write(&folder.join(path), text.as_bytes())?;
        }
        Ok(needs.name)
    }

    /// Writes the documents and the generated crate. The result has the files still to write.
    fn generate(
        &self,
        folder: &Path,
        terminal: &Terminal,
    ) -> Outcome<(Generated, Vec<(&'static str, String)>)> {
        for (path, text) in self.documents.files() {
            write(&folder.join("schema").join(path), text)?;
        }
        let place = |path: &PathBuf| folder.join("schema").join(path);
        let config = cratify::configure().schemas(self.documents.roots().iter().map(place));
        let overlays = self.documents.overlays().iter().map(place);
        let config = overlays.fold(config, Config::overlay);
        let config = with_formats(config, &self.formats)?.output(folder.join(OUTPUT));
        let generated = config.generate().map_err(|error| terminal.errors(&error))?;
        generated.write().map_err(|error| terminal.errors(&error))?;
        Ok((generated, vec![(extensions::PATH, extensions::schema())]))
    }
}

/// The title of a document to start with: the name of the folder.
pub(crate) fn title_of(folder: &Path) -> String {
    let absolute = std::path::absolute(folder).unwrap_or_default();
    let name = absolute
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| "Shop".to_owned())
}

fn with_formats(config: Config, formats: &[String]) -> Result<Config, String> {
    let mut formats = formats.iter();
    formats.try_fold(config, |config, word| {
        settings::set(config, "formats", word)
    })
}

fn write(path: &Path, text: &[u8]) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))
}
