//! A schema to its Rust type, the settings that would change it, and the outcome of each of its keywords.

use cratify::{Entry, Generated, Ledger};

use crate::Outcome;
use crate::arguments::Explain;
use crate::findings::Terminal;

pub(super) fn explain(arguments: &Explain, terminal: &Terminal) -> Outcome {
    let config = arguments.settings.config(&arguments.document)?;
    let generated = config.generate().map_err(|error| terminal.errors(&error))?;
    let ledger = config.ledger().map_err(|error| terminal.errors(&error))?;
    let pointer = pointer_of(&arguments.subject, &generated, &ledger)?;
    let mut text = format!("schema    #{pointer}\n");
    match type_of(&generated, &pointer) {
        Some(name) => {
            text.push_str(&format!("type      {name}\n"));
            if let Some((path, definition)) = definition(&generated, &name) {
                text.push_str(&format!("file      {path}\n\n{definition}\n"));
                text.push_str(&settings(&definition));
            }
        }
        None => text.push_str("type      none of its own: it is written where it is used\n"),
    }
    text.push_str(&rows(&ledger, &pointer));
    terminal.result(&text)?;
    Ok(())
}

/// The JSON Pointer of a subject: a pointer, the name of a schema or of a type, or a member of one (`Order.status`).
fn pointer_of(subject: &str, generated: &Generated, ledger: &Ledger) -> Result<String, String> {
    let plain = subject.strip_prefix('#').unwrap_or(subject);
    let unknown = || {
        let names: Vec<&str> = generated.types().map(|(name, _)| name).take(20).collect();
        format!(
            "the document has no schema `{subject}`; its types are {}",
            names.join(", ")
        )
    };
    let pointer = if plain.is_empty() || plain.starts_with('/') {
        plain.to_owned()
    } else {
        let mut parts = plain.split('.');
        let first = parts.next().unwrap_or_default();
        let end = format!("/{}", escaped(first));
        let mut types = generated.types();
        let found = types.find(|(name, pointer)| *name == first || pointer.ends_with(&end));
        let (_, root) = found.ok_or_else(unknown)?;
        parts.fold(root.to_owned(), |pointer, member| {
            format!("{pointer}/properties/{}", escaped(member))
        })
    };
    let inside = format!("{pointer}/");
    let known = ledger
        .entries()
        .iter()
        .any(|entry| entry.pointer.starts_with(&inside));
    if known { Ok(pointer) } else { Err(unknown()) }
}

/// A member of a JSON Pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn type_of(generated: &Generated, pointer: &str) -> Option<String> {
    let whole = generated.type_at(pointer).map(str::to_owned);
    whole.or_else(|| {
        let mut types = generated.types();
        let found = types.find(|(_, other)| *other == pointer);
        found.map(|(name, _)| name.to_owned())
    })
}

/// The file that defines a type, and the definition: attributes for `schemars` left out.
fn definition(generated: &Generated, name: &str) -> Option<(String, String)> {
    let ident = name.rsplit("::").next().unwrap_or(name);
    let starts = ["struct", "enum", "type"].map(|word| format!("pub {word} {ident}"));
    for (path, text) in generated
        .files()
        .filter(|(path, _)| path.starts_with("src/"))
    {
        let lines: Vec<&str> = text.lines().collect();
        let is_start = |line: &str| {
            let mut rests = starts
                .iter()
                .filter_map(|start| line.strip_prefix(start.as_str()));
            rests.any(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
        };
        let Some(at) = lines.iter().position(|line| is_start(line)) else {
            continue;
        };
        let first = &lines[at];
        let length = if first.ends_with(['{', '(']) {
            lines[at..]
                .iter()
                .position(|line| *line == "}" || *line == ");")
                .unwrap_or(0)
        } else {
            0
        };
        return Some((path.to_owned(), without_schemars(&lines[at..=at + length])));
    }
    None
}

/// The lines without `#[cfg_attr(feature = "schemars", …)]`.
fn without_schemars(lines: &[&str]) -> String {
    let mut shown = String::new();
    let mut end: Option<String> = None;
    for line in lines {
        let indent = &line[..line.len() - line.trim_start().len()];
        if let Some(closing) = &end {
            if line == closing {
                end = None;
            }
        } else if line.trim_start() == "#[cfg_attr(" {
            end = Some(format!("{indent})]"));
        } else if !line.trim_start().starts_with("#[cfg_attr(") {
            shown.push_str(&format!("{line}\n"));
        }
    }
    shown
}

/// The settings that decide on types of this kind.
fn settings(definition: &str) -> String {
    let is_enum = definition.starts_with("pub enum");
    let keys: &[&str] = if is_enum && definition.contains("Unknown(serde_json::Value)") {
        &["unknown-branches", "unknown-values", "inheritance"]
    } else if is_enum {
        &["unknown-values", "unknown-branches"]
    } else {
        &[
            "unknown-members",
            "null-members",
            "untyped",
            "map-type",
            "formats",
        ]
    };
    let mut text = String::from(
        "settings that would change it, by `.at(…)` in the build script or `x-cratify` in the schema:\n",
    );
    for setting in cratify::document_settings() {
        if keys.contains(&setting.key) {
            let words = setting.words.join(", ");
            text.push_str(&format!(
                "  {}: {words}\n      {}\n",
                setting.key, setting.description
            ));
        }
    }
    text.push('\n');
    text
}

/// The rows of the ledger for a schema and its subschemas.
fn rows(ledger: &Ledger, pointer: &str) -> String {
    let inside = format!("{pointer}/");
    let entries = ledger.entries().iter();
    let entries: Vec<&Entry> = entries
        .filter(|entry| entry.pointer.starts_with(&inside))
        .collect();
    let name = |entry: &Entry| entry.pointer[inside.len()..].to_owned();
    let width = entries
        .iter()
        .map(|entry| name(entry).chars().count())
        .max()
        .unwrap_or(0);
    let mut text = String::from("keywords:\n");
    for entry in entries {
        let code = entry
            .code
            .map(|code| format!(" {code}"))
            .unwrap_or_default();
        let note = entry
            .note
            .as_ref()
            .map(|note| format!(" ({note})"))
            .unwrap_or_default();
        text.push_str(&format!(
            "  {:width$}  {}{code}{note}\n",
            name(entry),
            entry.outcome
        ));
    }
    text
}
