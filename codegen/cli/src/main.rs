//! `cargo cratify`: turns arguments into calls of the library, and its results into text.
//!
//! Results go to standard output, findings and messages to standard error. The exit status is 0 if all is well,
//! 1 if there are findings (errors of the document, differences), 2 if the command could not run.

mod arguments;
mod commands;
mod disk;
mod findings;
mod manifest;
mod settings;
mod stop;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use arguments::Format;
use arguments::{Arguments, Command};
use findings::Terminal;
use stop::{Outcome, Stop};

fn main() -> ExitCode {
    let mut arguments = Arguments::parse_from(own_arguments(std::env::args_os()));
    let format = arguments.output.format;
    let refused = refused(&arguments.command, format);
    if refused.is_some() {
        arguments.output.format = Format::Human;
    }
    let terminal = Terminal::new(&arguments.output);
    let outcome = match refused {
        Some(message) => Err(message.to_owned().into()),
        None => run(&arguments.command, format, &terminal),
    };
    if let Err(Stop::Failure(message)) = &outcome {
        terminal.failure(message);
    }
    // The comparison of two documents is a report of its own.
    if !compares(&arguments.command) || terminal.has_findings() {
        terminal.finish();
    }
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Findings) => ExitCode::from(1),
        Err(Stop::Failure(_) | Stop::Shown) => ExitCode::from(2),
    }
}

/// Whether the result of a command is a report about two versions.
fn compares(command: &Command) -> bool {
    match command {
        #[cfg(feature = "diff")]
        Command::Diff(_) | Command::Release(_) => true,
        _ => false,
    }
}

/// Why a command does not write a format, if that is so.
fn refused(command: &Command, format: Format) -> Option<&'static str> {
    match (format, compares(command)) {
        (Format::Markdown, false) => {
            Some("findings are not written as Markdown: only `diff` and `release` write it")
        }
        (Format::Junit, true) => Some(
            "a comparison is not written in the form of JUnit: choose `human`, `markdown`, `json`, `github` or `sarif`",
        ),
        _ => None,
    }
}

fn run(command: &Command, format: Format, terminal: &Terminal) -> Outcome {
    match command {
        Command::New(new) => commands::new::run(new, terminal),
        Command::Init(init) => commands::init::run(init, terminal),
        Command::Generate(generate) => commands::generate::run(generate, terminal),
        Command::Check(check) => commands::check::run(check, terminal),
        #[cfg(feature = "diff")]
        Command::Diff(diff) => commands::diff::run(diff, format, terminal),
        #[cfg(feature = "diff")]
        Command::Release(release) => commands::release::run(release, format, terminal),
        Command::Prove(prove) => commands::prove::run(prove, format, terminal),
        Command::Docs(docs) => commands::docs::run(docs, terminal),
        Command::Schema(schema) => commands::schema::run(schema, terminal),
        Command::Explain(explain) => commands::explain::run(explain, terminal),
        Command::Ledger(ledger) => commands::ledger::run(ledger, terminal),
        Command::Watch(watch) => commands::watch::run(watch, terminal),
        Command::Sync(sync) => commands::sync::run(sync, terminal),
        Command::Completions(completions) => commands::shell::completions(completions, terminal),
        Command::Man(man) => commands::shell::man(man, terminal),
    }
}

/// The arguments without the name of the subcommand, which Cargo repeats: `cargo-cratify cratify new`.
fn own_arguments(arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = arguments.collect();
    if arguments.get(1).is_some_and(|word| word == "cratify") {
        arguments.remove(1);
    }
    arguments
}
