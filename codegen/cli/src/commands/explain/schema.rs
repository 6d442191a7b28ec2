//! Turns a schema into its Rust type, the settings that would change it, and the outcome of each of its keywords.

use cratify::{Entry, Generated, Ledger};

use super::definition::Definition;
use super::settings;
use crate::arguments::Explain;
use crate::findings::Terminal;
use crate::stop::Outcome;

pub(super) fn explain(arguments: &Explain, terminal: &Terminal) -> Outcome {
    let config = arguments.settings.config(&arguments.documents.paths)?;
    let generated = config.generate().map_err(|error| terminal.errors(&error))?;
    let ledger = config.ledger().map_err(|error| terminal.errors(&error))?;
    let pointer = pointer_of(&arguments.subject, &generated, &ledger)?;
    let hash = if pointer.contains('#') { "" } else { "#" };
    let mut text = format!("schema    {hash}{pointer}\n");
    match Definition::of_schema(&generated, &pointer) {
        Some(Definition {
            name, path, item, ..
        }) => {
            text.push_str(&format!("type      {name}\nfile      {path}\n\n{item}\n"));
            let changes = settings::that_change(&config, &pointer);
            text.push_str(&settings::listed(&changes));
        }
        None => text.push_str("type      none of its own: it is written where it is used\n"),
    }
    text.push_str(&rows(&ledger, &pointer));
    terminal.result(&text)?;
    Ok(())
}

/// The JSON Pointer of a subject: a pointer, the name of a schema or of a type, or a member of one (`Order.status`). Behind
/// the name of its file and `#`, where that is not the first document.
fn pointer_of(subject: &str, generated: &Generated, ledger: &Ledger) -> Result<String, String> {
    let plain = subject.strip_prefix('#').unwrap_or(subject);
    let unknown = || {
        let names: Vec<&str> = generated.types().map(|(name, _)| name).collect();
        let first = subject.split('.').next().unwrap_or(subject);
        match cratify::closest(first, &names) {
            Some(near) if near != first => {
                let rest = &subject[first.len()..];
                format!("the document has no schema `{subject}`; did you mean `{near}{rest}`?")
            }
            _ => format!(
                "the document has no schema `{subject}`; its types are {}",
                names[..names.len().min(20)].join(", ")
            ),
        }
    };
    let pointer = if plain.is_empty() || plain.starts_with('/') || plain.contains("#/") {
        plain.to_owned()
    } else {
        let mut parts = plain.split('.');
        let first = parts.next().unwrap_or_default();
        let end = format!("/{}", escaped(first));
        let exact = generated.types().find(|(name, _)| *name == first);
        let found: Vec<(&str, &str)> = match exact {
            Some(exact) => vec![exact],
            None => generated
                .types()
                .filter(|(_, pointer)| pointer.ends_with(&end))
                .collect(),
        };
        let (_, root) = *found.first().ok_or_else(unknown)?;
        let file = |pointer: &str| pointer.split_once('#').map(|(file, _)| file.to_owned());
        if found.iter().any(|(_, other)| file(other) != file(root)) {
            let names: Vec<String> = found.iter().map(|(name, _)| format!("`{name}`")).collect();
            return Err(format!(
                "several documents have a schema `{first}`: name one of the types {}",
                names.join(", ")
            ));
        }
        parts.fold(root.to_owned(), |pointer, member| {
            format!("{pointer}/properties/{}", escaped(member))
        })
    };
    if inside(ledger, &pointer).next().is_some() {
        Ok(pointer)
    } else {
        Err(unknown())
    }
}

/// The rows of the ledger for a schema and its subschemas, each with the rest of its pointer.
fn inside<'l>(ledger: &'l Ledger, pointer: &str) -> impl Iterator<Item = (String, &'l Entry)> {
    let inside = format!("{pointer}/");
    let entries = ledger.entries();
    // The rows of the first document come first.
    let first = entries.first().map(|entry| &entry.path);
    entries.iter().filter_map(move |entry| {
        let file = entry.path.file_name().unwrap_or_default();
        let place = if Some(&entry.path) == first {
            entry.pointer.clone()
        } else {
            format!("{}#{}", file.to_string_lossy(), entry.pointer)
        };
        let rest = place.strip_prefix(&inside)?;
        Some((rest.to_owned(), entry))
    })
}

/// A member of a JSON Pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The rows of the ledger for a schema and its subschemas.
fn rows(ledger: &Ledger, pointer: &str) -> String {
    let entries: Vec<(String, &Entry)> = inside(ledger, pointer).collect();
    let widths = entries.iter().map(|(name, _)| name.chars().count());
    let width = widths.max().unwrap_or(0);
    let mut text = String::from("keywords:\n");
    for (name, entry) in entries {
        let code = entry
            .code
            .map(|code| format!(" {code}"))
            .unwrap_or_default();
        let note = entry
            .note
            .as_ref()
            .map(|note| format!(" ({note})"))
            .unwrap_or_default();
        text.push_str(&format!("  {name:width$}  {}{code}{note}\n", entry.outcome));
    }
    text
}
