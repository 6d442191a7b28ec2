//! Turns a comparison into lines for a terminal.

use cratify_schema::text::{one_line, show_unseen};

use super::phrases;
use crate::{Boundary, Bump, Comparison, Location, Verdict};

/// The report.
pub fn write(comparison: &Comparison) -> String {
    let mut text = format!(
        "{} to {}\n\n",
        shown(&comparison.old),
        shown(&comparison.new)
    );
    for (boundary, verdict, _) in &comparison.boundaries {
        let (answer, meaning) = match verdict {
            Verdict::Compatible => ("yes", phrases::question(*boundary)),
            Verdict::Incompatible { .. } => ("no", phrases::no(*boundary)),
            Verdict::Unknown { .. } => ("unknown", phrases::question(*boundary)),
        };
        text.push_str(&row(phrases::name(*boundary), answer, meaning));
    }
    let bump = comparison.rust_bump();
    text.push_str(&row("rust", bump.as_str(), phrases::rust(bump)));
    text.push_str(&format!("\n{}\n", phrases::version(comparison)));
    for boundary in Boundary::ALL {
        data(comparison, boundary, &mut text);
    }
    changes(comparison, &mut text);
    code(
        "What breaks code",
        comparison,
        |bump| bump == Bump::Major,
        &mut text,
    );
    code(
        "What is new",
        comparison,
        |bump| bump == Bump::Minor,
        &mut text,
    );
    code(
        "What else changes",
        comparison,
        |bump| bump <= Bump::Patch,
        &mut text,
    );
    text
}

fn row(name: &str, answer: &str, meaning: &str) -> String {
    format!("  {name:<12} {answer:<8} {meaning}\n")
}

/// The schemas for which a boundary is not compatible.
fn data(comparison: &Comparison, boundary: Boundary, text: &mut String) {
    let mut lines = String::new();
    for schema in &comparison.schemas {
        let accepted = phrases::accepted(comparison, boundary.id(), &schema.key);
        let accepted = show_unseen(&accepted);
        match &schema.verdicts[boundary] {
            None | Some(Verdict::Compatible) => {}
            Some(Verdict::Incompatible { witness, at }) => {
                let place = if at.is_empty() {
                    String::new()
                } else {
                    format!(" at {}", shown(at))
                };
                lines.push_str(&format!("  {}{place}{accepted}\n", shown(&schema.schema)));
                if let Some(value) = witness {
                    lines.push_str(&format!("      {}\n", show_unseen(&value.to_string())));
                }
            }
            Some(Verdict::Unknown { reason }) => {
                lines.push_str(&format!(
                    "  {}: not decided: {}{accepted}\n",
                    shown(&schema.schema),
                    shown(reason)
                ));
            }
        }
    }
    if !lines.is_empty() {
        text.push_str(&format!(
            "\n{}: {}\n{lines}",
            phrases::name(boundary),
            phrases::no(boundary)
        ));
    }
}

/// The changes of schemas.
fn changes(comparison: &Comparison, text: &mut String) {
    if comparison.changes.is_empty() {
        return;
    }
    text.push_str("\nWhat the schemas say\n");
    for change in &comparison.changes {
        let place = change.new.as_ref().or(change.old.as_ref());
        text.push_str(&line(place, &change.text, change.id));
        if let [_, _, ..] = &change.reached[..] {
            text.push_str(&format!("      in {}\n", shown(&change.reached.join(", "))));
        }
    }
}

/// The changes for Rust code with some bumps.
fn code(heading: &str, comparison: &Comparison, with: impl Fn(Bump) -> bool, text: &mut String) {
    let changes = comparison.rust.iter();
    let changes = changes.filter(|change| with(change.bump));
    let mut lines = String::new();
    for change in changes {
        let place = change.new.as_ref().or(change.old.as_ref());
        let accepted = phrases::accepted(comparison, change.id, &change.path);
        let said = format!("{}{accepted}", change.text);
        lines.push_str(&line(place, &said, change.id));
        if let Some(witness) = &change.witness {
            lines.push_str(&format!("      {}\n", shown(witness)));
        }
    }
    if !lines.is_empty() {
        text.push_str(&format!("\n{heading}\n{lines}"));
    }
}

fn line(place: Option<&Location>, text: &str, id: &str) -> String {
    let place = place.map(|at| format!("{}:{}:{}: ", shown(&at.file), at.line, at.column));
    format!("  {}{} [{id}]\n", place.unwrap_or_default(), shown(text))
}

/// Text of a document in one line.
fn shown(text: &str) -> String {
    show_unseen(&one_line(text))
}
