//! `release`: a document and the records of the releases before it to the record of the next release.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use cratify_diff::record::{Release as Recorded, releases};
use cratify_diff::report::changelog;
use cratify_diff::{Bump, Comparison, Record};

use super::{diff, generate};
use crate::arguments::{Format, Release};
use crate::findings::Terminal;
use crate::{Outcome, Stop};

pub(crate) fn run(arguments: &Release, format: Format, terminal: &Terminal) -> Outcome {
    let document = arguments.document.to_string_lossy();
    let recorded = releases(&arguments.records)?;
    if arguments.execute && !arguments.allow_dirty {
        clean()?;
    }
    let new = diff::read(&document, &arguments.settings, &[], terminal)?;
    if new.is_record() {
        return Err(format!("`{document}` is the record of a release: name its document").into());
    }
    let info = &new.decisions.package.info;
    let mut bump = Bump::None;
    let mut entry = changelog::FIRST.to_owned();
    let mut needed = Vec::new();
    for baseline in baselines(arguments, &recorded) {
        let old = diff::read(&baseline, &arguments.settings, &[], terminal)?;
        let comparison = Comparison::of(&old, &new, diff::options(arguments.data_break))?;
        terminal.result(&diff::text(&comparison, format))?;
        if !comparison.versions.enough {
            needed.push(format!(
                "after `{baseline}`, {} or later",
                comparison.versions.needed
            ));
        }
        bump = bump.max(comparison.bump);
        entry = changelog::entry(&comparison);
    }
    let release = format!("{} {}", info.name, info.version);
    if !needed.is_empty() {
        terminal.message(&format!(
            "{release} cannot be released. `info.version` of the document has to be:\n  {}",
            needed.join("\n  ")
        ));
        return Err(Stop::Findings);
    }
    let is_this = |one: &&Recorded| one.version.to_string() == info.version;
    if let Some(same) = recorded.iter().find(is_this) {
        let path = same.path.display();
        if bump == Bump::None {
            terminal.message(&format!("nothing has changed since {release} in {path}"));
            return Ok(());
        }
        terminal.message(&format!("{release} is already released, as {path} says"));
        return Err(Stop::Findings);
    }
    let text = Record::of(&new)?.to_text()?;
    let path = arguments.records.join(format!("{}.json", info.version));
    let (log_path, log) = add_entry(&arguments.records, &info.version, &entry)?;
    if !arguments.execute {
        terminal.message(&format!(
            "{release} can be released{}: `--execute` writes {}{}",
            if recorded.is_empty() {
                ", as the first release"
            } else {
                ""
            },
            path.display(),
            match log {
                Some(_) => format!(
                    ", and this entry of {}:\n\n## {}\n\n{entry}",
                    log_path.display(),
                    info.version
                ),
                None => format!("; {} has an entry already", log_path.display()),
            }
        ));
        return Ok(());
    }
    write(&path, &text)?;
    if let Some(log) = &log {
        generate::write_if_changed(&log_path, log)?;
    }
    terminal.message(&format!(
        "wrote {}{}. Commit, then:\n  cargo test\n  cargo publish -p {}",
        path.display(),
        log.map(|_| format!(" and {}", log_path.display()))
            .unwrap_or_default(),
        info.name
    ));
    Ok(())
}

/// The names of the versions to compare with.
fn baselines(arguments: &Release, recorded: &[Recorded]) -> Vec<String> {
    if let Some(against) = &arguments.against {
        return vec![against.clone()];
    }
    let skipped = if arguments.transitive {
        0
    } else {
        recorded.len().saturating_sub(1)
    };
    let paths = recorded.iter().skip(skipped).map(|release| &release.path);
    paths
        .map(|path| path.to_string_lossy().into_owned())
        .collect()
}

/// A release is of what is committed: otherwise its record tells of a document that nobody else has. A folder in no
/// repository has nothing to commit.
fn clean() -> Result<(), String> {
    let git = Command::new("git")
        .args(["status", "--porcelain", "--untracked-files=no"])
        .stdin(Stdio::null())
        .output();
    let changed = git.ok().filter(|output| output.status.success());
    let changed = changed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let Some(changed) = changed.filter(|changed| !changed.is_empty()) else {
        return Ok(());
    };
    let mut files = changed.lines();
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

/// The changelog beside the folder of the records, and its text with the entry; `None` if it has an entry of the version.
fn add_entry(
    records: &Path,
    version: &str,
    entry: &str,
) -> Result<(PathBuf, Option<String>), String> {
    let path = records.with_file_name("CHANGELOG.md");
    let old = match std::fs::read_to_string(&path) {
        Ok(old) => old,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(format!("cannot read {}: {error}", path.display())),
    };
    if old.lines().any(|line| line.starts_with("<<<<<<< ")) {
        return Err(format!(
            "a merge has left a conflict in {}: resolve it",
            path.display()
        ));
    }
    let new = changelog::add(&old, version, entry);
    Ok((path, new))
}

/// Writes the record. Nothing is replaced: another version may have a file of this name.
fn write(path: &Path, text: &str) -> Result<(), String> {
    if path.exists() {
        return Err(format!(
            "`{}` exists, and is the record of another version: rename it",
            path.display()
        ));
    }
    generate::write_if_changed(path, text).map(|_| ())
}
