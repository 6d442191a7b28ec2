//! The command line: commands, options, and their help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

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
