//! The command line: commands, options, and their help.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::settings::Settings;

/// From a schema file to a Rust crate that is proven to say the same thing.
#[derive(Debug, Parser)]
#[command(
    name = "cargo cratify",
    bin_name = "cargo cratify",
    version,
    max_term_width = 100
)]
#[command(after_help = "Exit status: 0 all is well, 1 findings, 2 the command could not run.")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub output: OutputArguments,
}

/// What the command does.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Makes a workspace: a build script, the document, the generated crate, and the tests that prove it.
    #[command(after_help = "\
Examples:
  cargo cratify new shop --from api.yaml
  cargo cratify new shop --from api.yaml --formats uuid,jiff --ci github
  cargo cratify new shop                 starts with a small document to edit")]
    New(New),
    /// Adds the same to an existing package or workspace, and says what it changed.
    #[command(after_help = "\
Examples:
  cargo cratify init --from api.yaml
  cargo cratify init --from api.yaml --folder crates/shop")]
    Init(Init),
    /// Generates a crate, or a module in one file.
    #[command(after_help = "\
Examples:
  cargo cratify generate api.yaml --output shop
  cargo cratify generate api.yaml --module src/shop.rs
  cargo cratify generate - < api.yaml
  cargo cratify generate api.yaml --set unknown-members=keep --formats uuid")]
    Generate(Generate),
    /// Compares a crate or a module with what would be generated: prints a unified diff, exit status 1 if they differ.
    #[command(after_help = "\
Examples:
  cargo cratify check api.yaml --output shop
  cargo cratify check api.yaml --module src/shop.rs --format github")]
    Check(Check),
    /// Explains a diagnostic, or the Rust type of a schema.
    #[command(after_help = "\
Examples:
  cargo cratify explain CR0201
  cargo cratify explain Order api.yaml
  cargo cratify explain Order.status api.yaml
  cargo cratify explain '#/components/schemas/Order' api.yaml")]
    Explain(Explain),
    /// Prints the outcome of each keyword of a document.
    #[command(after_help = "\
Examples:
  cargo cratify ledger api.yaml --as summary
  cargo cratify ledger api.yaml --as json")]
    Ledger(Ledger),
    /// Generates again whenever the document changes.
    #[command(after_help = "\
Examples:
  cargo cratify watch api.yaml --output shop
  cargo cratify watch api.yaml --module src/shop.rs")]
    Watch(Watch),
    /// Writes the features and dependencies of the generated crate into the manifest of the package around it.
    #[command(after_help = "\
Examples:
  cargo cratify sync
  cargo cratify sync --dry-run")]
    Sync(Sync),
    /// Prints the completions of a shell.
    #[command(after_help = "\
Examples:
  cargo cratify completions bash > ~/.local/share/bash-completion/completions/cargo-cratify")]
    Completions(Completions),
    /// Writes manual pages.
    #[command(after_help = "\
Examples:
  cargo cratify man ~/.local/share/man/man1")]
    Man(Man),
}

/// How findings and messages look.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArguments {
    /// How errors and warnings of a document are written.
    #[arg(long, global = true, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Whether findings have colours. Without this, the variable `NO_COLOR` switches them off.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub color: Colour,
    /// Writes errors only.
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// A form of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With the text of the document.
    Human,
    /// One line each.
    Short,
    /// One JSON object each, in the form of rustc.
    Json,
    /// Annotations of GitHub's workflows.
    Github,
}

/// Whether there are colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// A continuous integration service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Ci {
    /// A workflow of GitHub.
    Github,
}

/// `new`.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// The folder to make; it must be empty if it exists.
    pub folder: PathBuf,
    #[command(flatten)]
    pub parts: Parts,
}

/// The parts of a workspace that `new` and `init` add.
#[derive(Debug, Args)]
pub(crate) struct Parts {
    /// The document: OpenAPI or JSON Schema, in YAML or JSON. Files that it refers to are copied with it.
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
    /// Formats that become types of other crates: uuid, jiff, chrono, time, url, rust-decimal, base64.
    #[arg(long, value_delimiter = ',', value_name = "LIST")]
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

/// What to generate from, and where to.
#[derive(Debug, Args)]
pub(crate) struct Target {
    /// The document: a file, a folder with one, or `-` for standard input.
    #[arg(default_value = "schema")]
    pub document: PathBuf,
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
    /// The file of the module, if the types are not a crate. What comes from standard input goes to standard output.
    pub(crate) fn module(&self) -> Option<&Path> {
        let piped = self.document == Path::new("-") && self.output.is_none();
        self.module.as_deref().or(piped.then_some(Path::new("-")))
    }

    /// The folder of the crate.
    pub(crate) fn output(&self) -> PathBuf {
        self.output.clone().unwrap_or_else(|| "generated".into())
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
    /// The document: a file, a folder with one, or `-` for standard input.
    #[arg(default_value = "schema")]
    pub document: PathBuf,
    #[command(flatten)]
    pub settings: Settings,
}

/// `ledger`.
#[derive(Debug, Args)]
pub(crate) struct Ledger {
    /// The document: a file, a folder with one, or `-` for standard input.
    #[arg(default_value = "schema")]
    pub document: PathBuf,
    /// What to write.
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
