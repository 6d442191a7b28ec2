//! The options of each command.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use cratify::Config;

use crate::settings::{Settings, help_for_formats};

/// A continuous integration service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Ci {
    /// A workflow of GitHub.
    Github,
}

/// `new`.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// The folder to make. One that exists may have files in it, as a repository has, but no package.
    pub folder: PathBuf,
    #[command(flatten)]
    pub parts: Parts,
}

/// The parts of a workspace that `new` and `init` add.
#[derive(Debug, Args)]
pub(crate) struct Parts {
    /// The document: OpenAPI or JSON Schema, in YAML or JSON. Files that it refers to are copied with it. Repeated, several
    /// documents of one API, with a module each.
    #[arg(long, value_name = "FILE")]
    pub from: Vec<PathBuf>,
    /// An overlay (OpenAPI Overlay 1.0 or 1.1) that the build script applies to the document; may be repeated.
    #[arg(long, value_name = "FILE", requires = "from")]
    pub overlay: Vec<PathBuf>,
    #[arg(long, value_delimiter = ',', value_name = "LIST", help = help_for_formats())]
    pub formats: Vec<String>,
    /// Adds a file for continuous integration.
    #[arg(long, value_enum)]
    pub ci: Option<Ci>,
}

/// `init`.
#[derive(Debug, Args)]
pub(crate) struct Init {
    #[command(flatten)]
    pub parts: Parts,
    /// The folder to make for the document, the build script and the generated crate.
    #[arg(long, default_value = "types")]
    pub folder: PathBuf,
    /// The manifest of the package or the workspace.
    #[arg(long, value_name = "FILE", default_value = "Cargo.toml")]
    pub manifest_path: PathBuf,
}

/// The document, or several.
#[derive(Debug, Args)]
pub(crate) struct Documents {
    /// The document: a file, a folder with one, or `-` for standard input; or several files of one API.
    ///
    /// Default: the document of `cratify.toml`, or else the folder `schema`.
    #[arg(value_name = "DOCUMENT")]
    pub paths: Vec<PathBuf>,
}

impl Documents {
    /// Whether the document comes from standard input.
    pub(crate) fn is_stdin(&self) -> bool {
        is_stdin(&self.paths)
    }
}

fn is_stdin(paths: &[PathBuf]) -> bool {
    paths == [Path::new("-")]
}

/// The document, and the place for the types.
#[derive(Debug, Args)]
pub(crate) struct Target {
    #[command(flatten)]
    pub documents: Documents,
    /// The folder of the crate.
    #[arg(long, short, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// A file for all types, as a module of another crate; `-` is standard output.
    #[arg(long, short, value_name = "FILE", conflicts_with = "output")]
    pub module: Option<PathBuf>,
    #[command(flatten)]
    pub settings: Settings,
}

impl Target {
    /// The settings, and where the types go.
    pub(crate) fn place(&self) -> Result<Place, String> {
        Place::new(
            &self.settings,
            &self.documents.paths,
            self.output.as_deref(),
            self.module.as_deref(),
        )
    }
}

/// The settings, and where the types go.
pub(crate) struct Place {
    pub config: Config,
    /// The folder of the crate.
    pub output: PathBuf,
    /// The file of the module, if the types are not a crate; `-` is standard output.
    pub module: Option<PathBuf>,
}

impl Place {
    /// The place that options name, or else the settings file.
    pub(super) fn new(
        settings: &Settings,
        documents: &[PathBuf],
        output: Option<&Path>,
        module: Option<&Path>,
    ) -> Result<Self, String> {
        let config = settings.config(documents)?;
        let is_stdin = is_stdin(documents);
        let module = match (module, output) {
            (Some(path), _) => Some(path.to_owned()),
            (None, Some(_)) => None,
            // Standard input goes to standard output.
            (None, None) if is_stdin => Some("-".into()),
            (None, None) => {
                let name = config.module_name();
                name.map(|name| format!("src/{name}.rs").into())
            }
        };
        let output = output.unwrap_or(config.output_path()).to_owned();
        let mut config = config.output(&output);
        if module.is_some() {
            config = config.module("types");
        }
        Ok(Self {
            config,
            output,
            module,
        })
    }
}

/// `generate`.
#[derive(Debug, Args)]
pub(crate) struct Generate {
    #[command(flatten)]
    pub target: Target,
}

/// `check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub target: Target,
}

/// `prove`.
#[derive(Debug, Args)]
pub(crate) struct Prove {
    #[command(flatten)]
    pub documents: Documents,
    #[command(flatten)]
    pub settings: Settings,
}

/// `watch`.
#[derive(Debug, Args)]
pub(crate) struct Watch {
    #[command(flatten)]
    pub target: Target,
}

/// `sync`.
#[derive(Debug, Args)]
pub(crate) struct Sync {
    /// The manifest of the package whose build script generates.
    #[arg(long, value_name = "FILE", default_value = "Cargo.toml")]
    pub manifest_path: PathBuf,
    /// The folder of the generated crate, relative to the manifest.
    #[arg(long, short, value_name = "FOLDER", default_value = "generated")]
    pub output: String,
    /// Says what would be changed, and changes nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// `explain`.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A code (`CR0201`), a schema or a type (`Order`), a member (`Order.status`), or a JSON Pointer.
    pub subject: String,
    #[command(flatten)]
    pub documents: Documents,
    #[command(flatten)]
    pub settings: Settings,
}

/// `ledger`.
#[derive(Debug, Args)]
pub(crate) struct Ledger {
    #[command(flatten)]
    pub documents: Documents,
    /// The form of the output.
    #[arg(long = "as", value_enum, default_value_t = LedgerForm::All, value_name = "FORM")]
    pub form: LedgerForm,
    #[command(flatten)]
    pub settings: Settings,
}

/// A form of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LedgerForm {
    /// A row for each keyword and a summary, in Markdown.
    All,
    /// The summary alone, in Markdown.
    Summary,
    /// A list of objects.
    Json,
}

/// `completions`.
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell.
    pub shell: clap_complete::Shell,
}

/// `man`.
#[derive(Debug, Args)]
pub(crate) struct Man {
    /// The folder to write the pages to.
    pub folder: PathBuf,
}

/// `docs`.
#[derive(Debug, Args)]
pub(crate) struct Docs {
    #[command(flatten)]
    pub documents: Documents,
    /// A folder for the pages of all models; without it, the diagram alone is printed.
    #[arg(long, short, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub settings: Settings,
}

/// `schema`.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// The files that the JSON Schema describes.
    #[arg(value_enum)]
    pub subject: Described,
}

/// The files that editors check by a JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Described {
    /// `cratify.toml`.
    Settings,
    /// The members of documents that are cratify's own, as `x-cratify`.
    Extensions,
}
