//! `diff`: turns two versions of a document into a report on the edit between them.

use cratify_diff::accept::{self, Entry};
use cratify_diff::side::Problem;
use cratify_diff::{Bump, Comparison, Options, Side, report};

use crate::arguments::{DataBreak, Diff, Format};
use crate::findings::Terminal;
use crate::settings::{Settings, set};
use crate::stop::{Outcome, Stop};

pub(crate) fn run(arguments: &Diff, format: Format, terminal: &Terminal) -> Outcome {
    if arguments.old == "-" && arguments.new == "-" {
        return Err("standard input is one document: name a file for the other"
            .to_owned()
            .into());
    }
    let read = |name, set| read(name, &arguments.settings, set, terminal);
    let old = read(&arguments.old, &arguments.set_old)?;
    let new = read(&arguments.new, &arguments.set_new)?;
    let entries = match &arguments.accepted {
        Some(path) if !path.exists() => {
            return Err(format!("there is no file `{}`", path.display()).into());
        }
        Some(path) => accept::read(path)?,
        None => Vec::new(),
    };
    let options = options(arguments.data_break, &entries);
    let comparisons = [Comparison::of(&old, &new, options)?];
    let [comparison] = &comparisons;
    if arguments.print_entries {
        terminal.result(&accept::entries_for(&comparisons))?;
        return Ok(());
    }
    terminal.result(&text(comparison, format))?;
    accept::all_match(&entries, &comparisons)?;
    if comparison.breaks() {
        return Err(Stop::Findings);
    }
    Ok(())
}

pub(super) fn options(data_break: DataBreak, accepted: &[Entry]) -> Options<'_> {
    Options {
        data_break: match data_break {
            DataBreak::Minor => Bump::Minor,
            DataBreak::Major => Bump::Major,
        },
        accepted,
        ..Options::default()
    }
}

/// The report about a comparison.
pub(super) fn text(comparison: &Comparison, format: Format) -> String {
    match format {
        Format::Human | Format::Short | Format::Junit => report::text::write(comparison),
        Format::Markdown => report::markdown::write(comparison),
        Format::Json => report::json::write(comparison),
        Format::Github => report::github::write(comparison),
        Format::Sarif => report::sarif::write(comparison),
    }
}

/// Reads a version. Without types of it, the command could not run.
pub(super) fn read(
    name: &str,
    settings: &Settings,
    own: &[(String, String)],
    terminal: &Terminal,
) -> Outcome<Side> {
    let side = Side::read(name, |path| {
        let config = settings.config(&[path])?;
        let mut own = own.iter();
        own.try_fold(config, |config, (key, word)| set(config, key, word))
    });
    side.map_err(|problem| stop(problem, terminal))
}

/// Shows why there is no side.
pub(super) fn stop(problem: Problem, terminal: &Terminal) -> Stop {
    match problem {
        Problem::CannotRun(message) => Stop::Failure(message),
        Problem::Document { name, error } => {
            terminal.errors(&error);
            Stop::Failure(format!(
                "no types are made of `{name}`, so nothing is compared"
            ))
        }
    }
}
