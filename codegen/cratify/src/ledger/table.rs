//! Turns a ledger into tables of Markdown.

use std::collections::BTreeMap;

use super::{Entry, Outcome};
use cratify_rust::pages::table::{head, row};
use cratify_schema::text::in_code;

/// A row for each keyword, a column for each outcome that occurs.
pub(super) fn summary(entries: &[Entry]) -> String {
    let mut counts: BTreeMap<&str, [usize; Outcome::ALL.len()]> = BTreeMap::new();
    let mut totals = [0; Outcome::ALL.len()];
    for entry in entries {
        let column = Outcome::ALL
            .iter()
            .position(|outcome| *outcome == entry.outcome);
        // `ALL` has all of them.
        let column = column.unwrap_or_default();
        counts.entry(&entry.keyword).or_default()[column] += 1;
        totals[column] += 1;
    }
    let shown: Vec<usize> = (0..totals.len())
        .filter(|column| totals[*column] > 0)
        .collect();
    let mut columns = vec!["keyword"];
    columns.extend(shown.iter().map(|column| Outcome::ALL[*column].as_str()));
    let mut out = String::new();
    head(&mut out, &columns);
    let cells = |name: String, counts: &[usize]| {
        let counts = shown.iter().map(|column| match counts[*column] {
            0 => String::new(),
            count => count.to_string(),
        });
        std::iter::once(name).chain(counts).collect::<Vec<_>>()
    };
    for (keyword, counts) in &counts {
        row(&mut out, &cells(in_code(keyword), counts));
    }
    row(&mut out, &cells("all".to_owned(), &totals));
    out
}

/// The summary, and a row for each entry.
pub(super) fn all(entries: &[Entry]) -> String {
    let mut out = summary(entries);
    head(&mut out, &["place", "keyword", "outcome", "note"]);
    for entry in entries {
        let note = match (entry.code, &entry.note) {
            (Some(code), Some(note)) => format!("{code}: {note}"),
            (Some(code), None) => code.to_string(),
            (None, note) => note.clone().unwrap_or_default(),
        };
        let (schema, _) = entry.pointer.rsplit_once('/').unwrap_or_default();
        row(
            &mut out,
            &[
                in_code(&format!("{}:{}#{schema}", entry.path.display(), entry.line)),
                in_code(&entry.keyword),
                entry.outcome.to_string(),
                note,
            ],
        );
    }
    out
}
