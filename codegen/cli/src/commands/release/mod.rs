//! `release`: turns a document and the records of the releases before it into the record of the next release.

mod files;
mod verify;

use std::path::Path;

use cratify_diff::accept::{self, Entry};
use cratify_diff::record::{Release as Recorded, is_record, releases};
use cratify_diff::report::changelog;
use cratify_diff::{Bump, Comparison, Record, Side, git};

use super::diff;
use crate::arguments::{DataBreak, Format, Release};
use crate::findings::Terminal;
use crate::stop::{Outcome, Stop};
use files::Files;

/// The file in the folder of the records with the breaks that the next release accepts.
const ACCEPTED: &str = "accepted.toml";

pub(crate) fn run(arguments: &Release, format: Format, terminal: &Terminal) -> Outcome {
    let place = arguments.place()?;
    let records = place.config.records_path().to_owned();
    let recorded = releases(&records)?;
    let accepted = records.join(ACCEPTED);
    let entries = accept::read(&accepted)?;
    if arguments.execute && !arguments.allow_dirty {
        clean()?;
    }
    let name = place.config.schema_path().to_string_lossy().into_owned();
    if is_record(Path::new(&name)) {
        return Err(format!("`{name}` is the record of a release: name its document").into());
    }
    let new = Side::from_config(&name, &place.config);
    let new = new.map_err(|problem| diff::stop(problem, terminal))?;
    let info = &new.decisions.package.info;
    let release = format!("{} {}", info.name, info.version);
    let baselines = baselines(arguments, &recorded, &entries, terminal)?;
    let comparisons = compare(&baselines, &new, arguments.data_break)?;
    if arguments.print_entries {
        terminal.result(&accept::entries_for(&comparisons))?;
        return Ok(());
    }
    for comparison in &comparisons {
        terminal.result(&diff::text(comparison, format))?;
    }
    accept::all_match(&entries, &comparisons)?;
    let compared = Compared::of(&comparisons);
    if !compared.needed.is_empty() {
        terminal.message(&format!(
            "{release} cannot be released. `info.version` of the document has to be:\n  {}",
            compared.needed.join("\n  ")
        ));
        if comparisons.iter().any(Comparison::breaks) {
            terminal.message(&format!(
                "Where something breaks on purpose, `{}` accepts it: `--print-entries` prints entries for it.",
                accepted.display()
            ));
        }
        return Err(Stop::Findings);
    }
    let is_this = |one: &&Recorded| one.version.to_string() == info.version;
    if let Some(same) = recorded.iter().find(is_this) {
        let path = same.path.display();
        if compared.bump == Bump::None {
            terminal.message(&format!("nothing has changed since {release} in {path}"));
            return Ok(());
        }
        terminal.message(&format!("{release} is already released, as {path} says"));
        return Err(Stop::Findings);
    }
    let accepted = (!entries.is_empty()).then_some(accepted);
    let record = Record {
        accepted: entries,
        ..Record::of(&new)?
    };
    let files = Files::new(&records, &record, &compared.entry, accepted)?;
    let publish = verify::verify(arguments, &place, new.generated, terminal)?;
    if !arguments.execute {
        let first = if recorded.is_empty() {
            ", as the first release"
        } else {
            ""
        };
        let plan = files.plan();
        terminal.message(&format!(
            "{release} can be released{first}: `--execute` writes {plan}"
        ));
        return Ok(());
    }
    let written = files.write()?;
    let publish = publish.map(|command| format!(", then:\n  {command}"));
    let publish = publish.unwrap_or_default();
    terminal.message(&format!("wrote {written}. Commit{publish}"));
    Ok(())
}

/// The results of the comparisons with the releases before, together.
#[derive(Default)]
struct Compared {
    /// The largest bump.
    bump: Bump,
    /// The entry of the changelog.
    entry: String,
    /// For each release that asks for a later version, what it asks for.
    needed: Vec<String>,
}

impl Compared {
    fn of(comparisons: &[Comparison]) -> Self {
        let mut compared = Self {
            entry: changelog::FIRST.to_owned(),
            ..Self::default()
        };
        for comparison in comparisons {
            if !comparison.versions.enough {
                compared.needed.push(format!(
                    "after `{}`, {} or later",
                    comparison.old, comparison.versions.needed
                ));
            }
            compared.bump = compared.bump.max(comparison.bump);
            compared.entry = changelog::entry(comparison);
        }
        compared
    }
}

/// A version to compare with, and the breaks since then that are accepted.
struct Baseline {
    side: Side,
    accepted: Vec<Entry>,
}

fn compare(
    baselines: &[Baseline],
    new: &Side,
    data_break: DataBreak,
) -> Result<Vec<Comparison>, String> {
    let comparisons = baselines.iter().map(|Baseline { side, accepted }| {
        Comparison::of(side, new, diff::options(data_break, accepted))
    });
    comparisons.collect()
}

/// The versions to compare with. Breaks that a release between one of them and now has accepted stay accepted.
fn baselines(
    arguments: &Release,
    recorded: &[Recorded],
    entries: &[Entry],
    terminal: &Terminal,
) -> Outcome<Vec<Baseline>> {
    if let Some(against) = &arguments.against {
        return Ok(vec![Baseline {
            side: diff::read(against, &arguments.settings, &[], terminal)?,
            accepted: entries.to_vec(),
        }]);
    }
    let skipped = if arguments.transitive {
        0
    } else {
        recorded.len().saturating_sub(1)
    };
    let baselines = recorded.iter().enumerate().skip(skipped);
    let baselines = baselines.map(|(index, release)| {
        let name = release.path.to_string_lossy();
        let settings = |path: &Path| arguments.settings.config(&[path.to_owned()]);
        let side = Side::of_record(&name, release.record.clone(), settings)
            .map_err(|problem| diff::stop(problem, terminal))?;
        let later = recorded[index + 1..].iter();
        let later = later.flat_map(|release| &release.record.accepted);
        Ok(Baseline {
            side,
            accepted: later.chain(entries).cloned().collect(),
        })
    });
    baselines.collect()
}

/// A release needs a committed document: otherwise its record is about a document that is in no commit. A folder in no
/// repository has nothing to commit.
fn clean() -> Result<(), String> {
    let changed = git::uncommitted();
    if changed.is_empty() {
        return Ok(());
    }
    let mut files = changed.iter().map(String::as_str);
    let shown: Vec<&str> = files.by_ref().take(5).collect();
    let more = match files.count() {
        0 => String::new(),
        count => format!("\n  and {count} more"),
    };
    Err(format!(
        "files have changes that are not committed: commit them, or add `--allow-dirty`\n  {}{more}",
        shown.join("\n  ")
    ))
}
