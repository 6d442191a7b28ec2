//! `diff`: two versions of a document to what the edit between them means.

use cratify_diff::side::Problem;
use cratify_diff::{Bump, Comparison, Options, Side, report};

use crate::arguments::{DataBreak, Diff, Format};
use crate::findings::Terminal;
use crate::settings::set;
use crate::{Outcome, Stop};

pub(crate) fn run(arguments: &Diff, format: Format, terminal: &Terminal) -> Outcome {
    if arguments.old == "-" && arguments.new == "-" {
        return Err("standard input is one document: name a file for the other"
            .to_owned()
            .into());
    }
    let old = read(arguments, &arguments.old, &arguments.set_old, terminal)?;
    let new = read(arguments, &arguments.new, &arguments.set_new, terminal)?;
    let options = Options {
        data_break: match arguments.data_break {
            DataBreak::Minor => Bump::Minor,
            DataBreak::Major => Bump::Major,
        },
        ..Options::default()
    };
    let comparison = Comparison::of(&old, &new, options)?;
    terminal.result(&match format {
        Format::Human | Format::Short | Format::Junit => report::text::write(&comparison),
        Format::Markdown => report::markdown::write(&comparison),
        Format::Json => report::json::write(&comparison),
        Format::Github => report::github::write(&comparison),
        Format::Sarif => report::sarif::write(&comparison),
    })?;
    if comparison.breaks() {
        return Err(Stop::Findings);
    }
    Ok(())
}

/// Reads a version. Without types of it, the command could not run.
fn read(
    arguments: &Diff,
    name: &str,
    settings: &[(String, String)],
    terminal: &Terminal,
) -> Outcome<Side> {
    let side = Side::read(name, |path| {
        let config = arguments.settings.config(path)?;
        let mut settings = settings.iter();
        settings.try_fold(config, |config, (key, word)| set(config, key, word))
    });
    side.map_err(|problem| match problem {
        Problem::CannotRun(message) => Stop::Failure(message),
        Problem::Document { name, error } => {
            terminal.errors(&error);
            Stop::Failure(format!(
                "no types are made of `{name}`, so nothing is compared"
            ))
        }
    })
}
