//! Turns the file of accepted breaks into entries, and back: TOML, with a table `[[accepted]]` for each.

use std::io::ErrorKind;
use std::ops::Range;
use std::path::Path;

use toml_edit::{ArrayOfTables, Document, DocumentMut, Item, Table, value};

use super::{Edit, Entry};

/// The name of the tables.
const TABLES: &str = "accepted";

/// The members of an entry, in their order.
const MEMBERS: [&str; 5] = ["id", "place", "old", "new", "reason"];

/// The entries of a file; none if there is no such file.
///
/// # Errors
///
/// The file cannot be read, is not TOML, or has something else in it than entries with a reason: the place, and the mend.
pub fn read(path: &Path) -> Result<Vec<Entry>, String> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(format!("cannot read `{}`: {error}", path.display())),
    };
    parse(&text).map_err(|(span, reason)| {
        let before = text.get(..span.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        format!("{}:{line}:{column}: {reason}", path.display())
    })
}

/// A mistake in the file, and its place.
type Fault = (Range<usize>, String);

fn parse(text: &str) -> Result<Vec<Entry>, Fault> {
    let document = Document::parse(text).map_err(|error| {
        let message = error
            .message()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned();
        (
            error.span().unwrap_or_default(),
            format!("this is not valid TOML: {message}"),
        )
    })?;
    let mut entries = Vec::new();
    for (key, item) in document.as_table() {
        let tables = item.as_array_of_tables().filter(|_| key == TABLES);
        let Some(tables) = tables else {
            let span = document.as_table().key(key).and_then(toml_edit::Key::span);
            let reason =
                format!("`{key}` is not an entry: write a table `[[{TABLES}]]` for each break");
            return Err((span.unwrap_or_default(), reason));
        };
        for table in tables {
            entries.push(entry(table)?);
        }
    }
    Ok(entries)
}

fn entry(table: &Table) -> Result<Entry, Fault> {
    if let Some((key, _)) = table.iter().find(|(key, _)| !MEMBERS.contains(key)) {
        let span = table.key(key).and_then(toml_edit::Key::span);
        let reason = format!("an entry has no `{key}`: it has `{}`", MEMBERS.join("`, `"));
        return Err((span.unwrap_or_default(), reason));
    }
    let member = |name: &str| {
        let found = table.get(name);
        let text = found.and_then(Item::as_str);
        text.map(|text| text.trim().to_owned()).ok_or_else(|| {
            let span = found.and_then(Item::span).or_else(|| table.span());
            (
                span.unwrap_or_default(),
                format!("the entry lacks the text `{name}`"),
            )
        })
    };
    let reason = member("reason")?;
    if reason.is_empty() {
        let span = table.get("reason").and_then(Item::span);
        let mend = "`reason` is empty: write why the break is accepted".to_owned();
        return Err((span.unwrap_or_default(), mend));
    }
    Ok(Entry {
        id: member("id")?,
        place: member("place")?,
        edit: Edit {
            old: member("old")?,
            new: member("new")?,
        },
        reason,
    })
}

/// The text of a file with entries.
pub fn write<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> String {
    let mut tables = ArrayOfTables::new();
    for entry in entries {
        let texts = [
            &entry.id,
            &entry.place,
            &entry.edit.old,
            &entry.edit.new,
            &entry.reason,
        ];
        let mut table = Table::new();
        for (name, text) in MEMBERS.into_iter().zip(texts) {
            table.insert(name, value(text));
        }
        tables.push(table);
    }
    let mut document = DocumentMut::new();
    document.insert(TABLES, Item::ArrayOfTables(tables));
    document.to_string()
}

#[cfg(test)]
mod tests {
    use super::{Edit, Entry, parse, write};

    fn entry(place: &str, reason: &str) -> Entry {
        Entry {
            id: "field-removed".to_owned(),
            place: place.to_owned(),
            edit: Edit {
                old: "0123456789abcdef".to_owned(),
                new: "none".to_owned(),
            },
            reason: reason.to_owned(),
        }
    }

    #[test]
    fn written_entries_are_read() {
        let entries = [
            entry("Order.a", "It never worked."),
            entry("a\"\n[b]", "\\ 'quoted'"),
        ];
        let text = write(&entries);
        assert!(
            text.starts_with("[[accepted]]\nid = \"field-removed\"\nplace = \"Order.a\"\n"),
            "{text}"
        );
        assert_eq!(parse(&text), Ok(entries.to_vec()));
        assert_eq!(parse(""), Ok(Vec::new()));
    }

    #[test]
    fn a_wrong_entry_is_refused_at_its_place() {
        let good = write(&[entry("Order.a", "because")]);
        let refused = |text: &str, at: &str, reason: &str| {
            let (span, found) = parse(text).expect_err(text);
            assert!(found.contains(reason), "{found}");
            assert!(text[span.start..].starts_with(at), "{text}\n{span:?}");
        };
        refused("[[accepted]\n", "\n", "not valid TOML");
        refused("a = 1\n", "a", "`a` is not an entry");
        refused("accepted = 1\n", "accepted", "[[accepted]]");
        refused(&good.replace("because", " "), "\" \"", "`reason` is empty");
        refused(&good.replace("place =", "path ="), "path", "no `path`");
        refused(
            &good.replace("old = \"0123456789abcdef\"", "old = 1"),
            "1",
            "lacks the text `old`",
        );
        refused(
            &good.replace("new = \"none\"\n", ""),
            "[[accepted]]",
            "lacks the text `new`",
        );
    }
}
