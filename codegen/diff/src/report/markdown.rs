//! Turns a comparison into Markdown, for a comment on a pull request.

use cratify_schema::text::{in_code, one_line};

use super::phrases;
use crate::{Boundary, Bump, Comparison, Location, Verdict};

/// The report.
pub fn write(comparison: &Comparison) -> String {
    let mut text = format!(
        "### {} to {}\n\n| boundary | answer | |\n| --- | --- | --- |\n",
        in_code(&comparison.old),
        in_code(&comparison.new)
    );
    for (boundary, verdict, schema) in &comparison.boundaries {
        let about = schema
            .as_ref()
            .map(|schema| format!(" ({})", cell(&in_code(schema))));
        let about = about.unwrap_or_default();
        let (answer, meaning) = match verdict {
            Verdict::Compatible => ("yes", phrases::question(*boundary).to_owned()),
            Verdict::Incompatible { .. } => {
                ("**no**", format!("{}{about}", phrases::no(*boundary)))
            }
            Verdict::Unknown { .. } => (
                "**unknown**",
                format!("{}{about}", phrases::question(*boundary)),
            ),
        };
        text.push_str(&format!(
            "| {} | {answer} | {meaning} |\n",
            phrases::name(*boundary)
        ));
    }
    let bump = comparison.rust_bump();
    let word = if bump == Bump::Major {
        "**major**"
    } else {
        bump.as_str()
    };
    text.push_str(&format!("| rust | {word} | {} |\n", phrases::rust(bump)));
    text.push_str(&format!("\n{}\n", phrases::version(comparison)));
    section("Data", data_lines(comparison).into_iter(), &mut text);
    let lines = comparison
        .changes
        .iter()
        .map(|change| line(change.new.as_ref().or(change.old.as_ref()), &change.text));
    section("What the schemas say", lines, &mut text);
    for (heading, bumps) in [
        ("What breaks code", &[Bump::Major][..]),
        ("What is new", &[Bump::Minor]),
        ("What else changes", &[Bump::Patch, Bump::None]),
    ] {
        let changes = comparison
            .rust
            .iter()
            .filter(|change| bumps.contains(&change.bump));
        let lines = changes.map(|change| {
            let place = change.new.as_ref().or(change.old.as_ref());
            let witness = change
                .witness
                .as_ref()
                .map(|code| format!("  {}\n", in_code(&one_line(code))));
            let accepted = phrases::accepted(comparison, change.id, &change.path);
            let text = format!("{}{accepted}", change.text);
            line(place, &text) + &witness.unwrap_or_default()
        });
        section(heading, lines, &mut text);
    }
    text
}

/// The counter-examples.
pub(super) fn data_lines(comparison: &Comparison) -> Vec<String> {
    let mut lines = Vec::new();
    for schema in &comparison.schemas {
        for boundary in Boundary::ALL {
            let said = match &schema.verdicts[boundary] {
                None | Some(Verdict::Compatible) => continue,
                Some(Verdict::Incompatible {
                    witness: Some(value),
                    ..
                }) => {
                    format!("{}: {}", phrases::no(boundary), in_code(&value.to_string()))
                }
                Some(Verdict::Incompatible { witness: None, .. }) => {
                    phrases::no(boundary).to_owned()
                }
                Some(Verdict::Unknown { reason }) => {
                    format!(
                        "it is not known whether {}: {}",
                        phrases::question(boundary),
                        plain(reason)
                    )
                }
            };
            let accepted = phrases::accepted(comparison, boundary.id(), &schema.key);
            // In one line, text starts without a space.
            let accepted = accepted
                .strip_prefix(' ')
                .map(|text| format!(" {}", plain(text)));
            let (schema, accepted) = (in_code(&schema.schema), accepted.unwrap_or_default());
            lines.push(format!("- {schema}: {said}{accepted}\n"));
        }
    }
    lines
}

fn section(heading: &str, lines: impl Iterator<Item = String>, text: &mut String) {
    let lines: String = lines.collect();
    if !lines.is_empty() {
        text.push_str(&format!("\n#### {heading}\n\n{lines}"));
    }
}

fn line(place: Option<&Location>, text: &str) -> String {
    let place = place.map(|at| {
        format!(
            " ({})",
            in_code(&format!("{}:{}:{}", at.file, at.line, at.column))
        )
    });
    format!("- {}{}\n", plain(text), place.unwrap_or_default())
}

/// A text with names in backticks: these stay code, and nothing else means anything to Markdown.
pub(super) fn plain(text: &str) -> String {
    let text = one_line(text);
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return escaped(&text);
    }
    let parts = parts.iter().enumerate();
    let parts = parts.map(|(index, part)| {
        if index % 2 == 1 {
            in_code(part)
        } else {
            escaped(part)
        }
    });
    parts.collect()
}

fn escaped(text: &str) -> String {
    let mut written = String::new();
    for character in text.chars() {
        if "\\`*_[]<>#|~@&!".contains(character) {
            written.push('\\');
        }
        written.push(character);
    }
    written
}

/// Text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
