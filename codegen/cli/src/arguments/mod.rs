//! The command line: commands, options, and their help.

mod options;
#[cfg(feature = "diff")]
mod versions;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(crate) use options::{
    Check, Ci, Completions, Described, Docs, Explain, Generate, Init, Ledger, LedgerForm, Man, New,
    Parts, Place, Prove, Schema, Sync, Watch,
};
#[cfg(feature = "diff")]
pub(crate) use versions::{DataBreak, Diff, Release};

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

/// The subcommands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Makes a workspace: a build script, the document, the generated crate, and the tests that prove it.
    #[command(after_help = "\
Examples:
  cargo cratify new shop --from api.yaml
  cargo cratify new shop --from api.yaml --formats uuid,jiff --ci github
  cargo cratify new shop --from orders.yaml --from payments.yaml
  cargo cratify new shop --from api.yaml --overlay overlay.yaml
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
  cargo cratify generate orders.yaml payments.yaml
  cargo cratify generate - < api.yaml
  cargo cratify generate api.yaml --set unknown-members=keep --formats uuid")]
    Generate(Generate),
    /// Compares a crate or a module with the one that would be generated: prints a unified diff, exit status 1 if they differ.
    #[command(after_help = "\
Examples:
  cargo cratify check api.yaml --output shop
  cargo cratify check api.yaml --module src/shop.rs --format github")]
    Check(Check),
    /// Compiles the crate in the folder for builds, proves that it says what the document says, and prints a table.
    #[command(after_help = "\
Examples:
  cargo cratify prove api.yaml
  cargo cratify prove api.yaml --formats uuid
  cargo cratify prove api.yaml --format junit > proof.xml

The result goes to standard output: a table, for --format json an object, for --format junit a suite with a test for each type.

Exit status: 0 proven, 1 a type and its schema disagree, or it is unknown, 2 the command could not run.")]
    Prove(Prove),
    #[cfg(feature = "diff")]
    /// Says what an edit of the document means: for data, for Rust code, for the version.
    #[command(after_help = "\
OLD and NEW are files, or REVISION:PATH in the git repository around the current folder: documents, records of releases, or
packed crates with their record in them.

Examples:
  cargo cratify diff api-1.yaml api-2.yaml
  cargo cratify diff HEAD:schema/api.yaml schema/api.yaml
  cargo cratify diff v1.2.0:api.yaml api.yaml --format markdown
  cargo cratify diff api.yaml api.yaml --set-new serde=written
  cargo cratify diff released/1.2.0.json api.yaml
  cargo cratify diff shop-1.2.0.crate api.yaml

Exit status: 0 nothing breaks, 1 something does or may, 2 the command could not run.")]
    Diff(Diff),
    #[cfg(feature = "diff")]
    /// Compares the document with the last release, proves and packages the crate, and records it as the next release, with
    /// an entry in the changelog.
    #[command(after_help = "\
Without --execute, nothing is written but in the folder for builds.

Examples:
  cargo cratify release api.yaml
  cargo cratify release api.yaml --execute
  cargo cratify release api.yaml --no-verify
  cargo cratify release api.yaml --against released/1.0.0.json
  cargo cratify release api.yaml --transitive

Exit status: 0 the version can be released, 1 it has to move further or the crate is not proven, 2 the command could not run.")]
    Release(Release),
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
    /// Prints a diagram of how the models refer to each other (Mermaid), or writes pages of all models.
    #[command(after_help = "\
Examples:
  cargo cratify docs api.yaml
  cargo cratify docs api.yaml --output docs")]
    Docs(Docs),
    /// Prints the JSON Schema by which editors check `cratify.toml`, or the members of documents as `x-cratify`.
    #[command(after_help = "\
Examples:
  cargo cratify schema settings > cratify.schema.json
  cargo cratify schema extensions > extensions.schema.json")]
    Schema(Schema),
    /// Generates again whenever the document changes.
    #[command(after_help = "\
Examples:
  cargo cratify watch api.yaml --output shop
  cargo cratify watch api.yaml --module src/shop.rs")]
    Watch(Watch),
    /// Writes the features and dependencies of the generated crate into the manifest of the package around it.
    #[command(after_help = "\
Entries that the generated crate does not need stay, because nothing tells whether the package needs them itself.

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
    /// Writes neither progress nor warnings of a document that can be generated from.
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// A form of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With the text of the document.
    #[value(alias = "text")]
    Human,
    /// One line each.
    Short,
    /// One JSON object each, in the form of rustc.
    Json,
    /// Annotations of GitHub's workflows.
    Github,
    /// Markdown, for a comment on a pull request: for `diff` and `release` alone.
    Markdown,
    /// A log of SARIF 2.1.0.
    Sarif,
    /// A suite of tests in the form of `JUnit`.
    Junit,
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Arguments;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }
}
