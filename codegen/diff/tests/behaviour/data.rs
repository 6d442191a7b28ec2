//! The boundaries about data: edits with the verdict of each, and the changes that are found.
//!
//! `data` of an entry has a letter for each boundary, in the order write, read back, read strictly, read: `.` compatible,
//! `x` incompatible, `?` unknown, `-` where the question does not arise.

use crate::table;

use std::fmt::Write;

use cratify_diff::changes::Change;
use cratify_diff::data::SchemaVerdict;
use cratify_diff::{Boundary, Comparison, Options, Verdict};
use cratify_testing::{edits, on_all_cores};

#[test]
fn edits_have_the_verdicts_of_the_table() {
    let (mut wrong, mut refused, mut unshown) = (String::new(), 0, Vec::new());
    let (mut count, mut called, mut others) = (0, 0, String::new());
    let mut edits = edits();
    edits.retain(|edit| edit.entry["data"].is_string());
    let comparisons = on_all_cores(&edits, |edit| {
        let [old, new] = table::sides(edit);
        Comparison::of(&old, &new, Options::default()).unwrap()
    });
    for (edit, comparison) in edits.iter().zip(comparisons) {
        let expected = edit.entry["data"].as_str().unwrap_or_default();
        count += 1;
        let (letters, shown) = judge(&comparison.schemas);
        if letters != expected {
            writeln!(wrong, "{} {letters}, not {expected}\n{shown}", edit.kind).unwrap();
        }
        refused += letters.matches('x').count();
        if shown.contains("witness: None") {
            unshown.push(edit.kind.clone());
        }
        let changes = &comparison.changes;
        let ids: Vec<&str> = changes.iter().map(|change| change.id).collect();
        if ids.contains(&edit.kind.as_str()) {
            called += 1;
        } else if !ids.is_empty() {
            writeln!(others, "{}: {ids:?}", edit.kind).unwrap();
        }
        let is_placed = |change: &Change| change.old.is_some() || change.new.is_some();
        assert!(changes.iter().all(is_placed), "{}: {changes:?}", edit.kind);
    }
    println!("{count} edits, {refused} times incompatible, without a counter-example: {unshown:?}");
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(unshown.len() * 20 <= refused, "{unshown:?}");
    if std::env::var("EDIT").is_err() {
        assert!(called >= FEWEST, "only {called} are called so:\n{others}");
    }
}

/// The letters of the verdicts, and the verdicts that are not compatible.
fn judge(found: &[SchemaVerdict]) -> (String, String) {
    let mut letters = String::new();
    let mut shown = String::new();
    for boundary in Boundary::ALL {
        let verdicts = found
            .iter()
            .filter_map(|one| one.verdicts[boundary].as_ref());
        let verdicts: Vec<&Verdict> = verdicts.collect();
        if verdicts.is_empty() && !found.is_empty() {
            letters.push('-');
            continue;
        }
        let verdicts = verdicts.into_iter();
        let worst = verdicts.fold(Verdict::Compatible, |worst, one| worst.worse(one.clone()));
        letters.push(match &worst {
            Verdict::Compatible => '.',
            Verdict::Incompatible { .. } => 'x',
            Verdict::Unknown { .. } => '?',
        });
        if worst != Verdict::Compatible {
            writeln!(shown, "    {boundary:?}: {worst:?}").unwrap();
        }
    }
    (letters, shown)
}

/// How many entries of the table are called as a change of theirs is.
const FEWEST: usize = 118;
