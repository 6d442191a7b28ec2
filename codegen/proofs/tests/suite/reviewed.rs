//! The reviewed differences from the suite, each with its reason.

use crate::verdict::{Kind, Problem};

/// A problem that was looked at: its kind, its file, its group, its test, and why it stays.
type Entry = (Kind, &'static str, &'static str, &'static str, &'static str);

const REVIEWED: &[Entry] = &[];

/// The problems of a file that are not reviewed, and the entries that no longer stand for one.
pub(crate) fn open(file: &str, problems: &[&Problem]) -> Vec<String> {
    let reviewed = || REVIEWED.iter().filter(|entry| entry.1 == file);
    let is = |entry: &Entry, problem: &Problem| {
        let (kind, file, group, test, _) = *entry;
        kind == problem.kind
            && [file, group, test] == [&*problem.file, &*problem.group, &*problem.test]
    };
    let unknown = problems
        .iter()
        .filter(|problem| !reviewed().any(|entry| is(entry, problem)))
        .map(ToString::to_string);
    let stale = reviewed()
        .filter(|entry| !problems.iter().any(|problem| is(entry, problem)))
        .map(|entry| format!("no longer needed: {entry:?}"));
    unknown.chain(stale).collect()
}
