//! Reports words without quotes that readers of YAML 1.1 take for something else than text: `NO`, `on`, `0123`,
//! `2020-01-01`. This reader has YAML 1.2; other tools that read the same document often have not.

use std::collections::{HashMap, HashSet};

use super::Graph;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, is_yes_or_no};
use crate::location::{LocationMaps, Part, Pointer, SchemaLocation, SourceLocation};
use crate::source::{FileId, Source, Value};

/// How many words a warning shows.
const MOST_SHOWN: usize = 4;

/// A word, its location as written, and what older readers take it for.
struct Word {
    at: SourceLocation,
    text: String,
    taken_for: &'static str,
}

/// Reports the words of each file in one warning.
pub(super) fn report(graph: &Graph<'_>, locations: &LocationMaps, diagnostics: &mut Diagnostics) {
    let mut by_file: HashMap<FileId, Vec<Word>> = HashMap::new();
    let mut seen = HashSet::new();
    let mut add = |at: &SchemaLocation, part: Part, text: &str| {
        let Some(taken_for) = taken_for(text).filter(|_| seen.insert((at.clone(), part))) else {
            return;
        };
        let at = match part {
            Part::Key => at.key(),
            _ => at.value(),
        };
        by_file.entry(file_of(&at)).or_default().push(Word {
            at: locations.written(at),
            text: text.to_owned(),
            taken_for,
        });
    };
    for id in graph.schemas.ids() {
        let schema = &graph.schemas[id];
        let written = graph.written(id);
        for keyword in ["enum", "const", "default", "required"] {
            let Some(value) = written.get(keyword) else {
                continue;
            };
            let at = schema.at.join(keyword);
            match value {
                // `required: yes` is not a list of names, which is reported.
                Value::String(text) if keyword != "required" => add(&at, Part::Value, text),
                Value::Array(values) => {
                    for (index, value) in values.iter().enumerate() {
                        if let Value::String(text) = value {
                            add(&at.join(&index.to_string()), Part::Value, text);
                        }
                    }
                }
                _ => {}
            }
        }
        let members = written.get("properties").and_then(Value::as_object);
        let names = members.into_iter().flatten().map(|(name, _)| name);
        // Numbers and dates stay names to every reader.
        for name in names.filter(|name| taken_for(name) == Some(BOOLEAN)) {
            add(&schema.at.join("properties").join(name), Part::Key, name);
        }
    }
    for (file, _) in graph.sources.iter() {
        let words = by_file.remove(&file).unwrap_or_default();
        if let Some(diagnostic) = diagnostics_of(graph, file, words) {
            diagnostics.push_as_written(diagnostic);
        }
    }
}

fn file_of(at: &SourceLocation) -> FileId {
    at.file().unwrap_or(FileId(0))
}

/// The warning about the words that have no quotes.
fn diagnostics_of(graph: &Graph<'_>, file: FileId, words: Vec<Word>) -> Option<Diagnostic> {
    let plain = without_quotes(graph.sources.get(file), words);
    let count = plain.len();
    let mut plain = plain.into_iter();
    let first = plain.next()?;
    let label = |word: &Word| format!("read as {}", word.taken_for);
    let mut diagnostic = Diagnostic::warning(
        Code::OlderYaml,
        first.at.clone(),
        format!("readers of YAML 1.1 do not read `{}` as text", first.text),
    )
    .label(label(&first))
    .help(format!("put it in quotes: `\"{}\"`", first.text));
    for word in plain.take(MOST_SHOWN - 1) {
        let label = label(&word);
        diagnostic = diagnostic.also(word.at, label);
    }
    Some(match count.saturating_sub(MOST_SHOWN) {
        0 => diagnostic,
        more => diagnostic.note(format!("and {more} more")),
    })
}

/// The words of one text, by their indices, with their places in it.
type Asked<'s> = (&'s Source, Vec<usize>, Vec<(Pointer, Part)>);

/// The words that are written as they are.
fn without_quotes(document: &Source, words: Vec<Word>) -> Vec<Word> {
    // One reading for each text: the document, and each overlay.
    let mut by_text: HashMap<*const Source, Asked<'_>> = HashMap::new();
    for (index, word) in words.iter().enumerate() {
        let SourceLocation::Pointer { pointer, part, .. } = &word.at else {
            continue;
        };
        let (source, origin) = document.origin(pointer);
        let (_, indices, places) = by_text
            .entry(source)
            .or_insert_with(|| (source, Vec::new(), Vec::new()));
        indices.push(index);
        places.push((origin, *part));
    }
    let mut is_plain = vec![false; words.len()];
    for (source, indices, places) in by_text.into_values() {
        let ranges = source.locate_all(&places).into_iter();
        for (index, range) in indices.into_iter().zip(ranges) {
            is_plain[index] = source.text.get(range) == Some(words[index].text.as_str());
        }
    }
    let words = words.into_iter().zip(is_plain);
    words
        .filter_map(|(word, is_plain)| is_plain.then_some(word))
        .collect()
}

const BOOLEAN: &str = "a boolean";

/// The meaning in YAML 1.1 (its types `bool`, `int` and `timestamp`) of a plain scalar that is text in YAML 1.2.
fn taken_for(text: &str) -> Option<&'static str> {
    // Hardly any reader follows YAML 1.1 in `y` and `n`.
    if text.len() > 1 && is_yes_or_no(text) && is_word_in_one_case(text) {
        return Some(BOOLEAN);
    }
    let digits = text.trim_start_matches(['+', '-']);
    let is = |allowed: &str| digits.chars().all(|digit| allowed.contains(digit));
    if !digits.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    if digits.len() > 1 && digits.starts_with('0') && is("01234567_") {
        return Some("an octal number");
    }
    if is("0123456789_") && digits.contains('_') {
        return Some("a number");
    }
    if is("0123456789:") && is_sexagesimal(digits) {
        return Some("a number to the base of 60");
    }
    is_date(text).then_some("a date")
}

/// `no`, `No` and `NO`, but not `nO`.
fn is_word_in_one_case(text: &str) -> bool {
    let rest = text.get(1..).unwrap_or_default();
    let is_lower = |text: &str| text.chars().all(|letter| letter.is_ascii_lowercase());
    is_lower(rest) || text.chars().all(|letter| letter.is_ascii_uppercase())
}

/// `12:30:45`.
fn is_sexagesimal(text: &str) -> bool {
    let mut parts = text.split(':');
    let first = parts.next().unwrap_or_default();
    let mut rest = parts.peekable();
    let starts = first.starts_with(|digit| digit != '0') && rest.peek().is_some();
    starts
        && rest.all(|part| {
            (1..=2).contains(&part.len()) && part.parse::<u8>().is_ok_and(|part| part < 60)
        })
}

/// `2020-01-31`, alone or with a time.
fn is_date(text: &str) -> bool {
    let (date, time) = text.split_at_checked(10).unwrap_or((text, ""));
    let mut parts = date.split('-');
    let mut next = |length: usize| {
        parts.next().is_some_and(|part| {
            part.len() == length && part.bytes().all(|digit| digit.is_ascii_digit())
        })
    };
    let is_date = next(4) && next(2) && next(2) && date.len() == 10;
    is_date && (time.is_empty() || time.starts_with(['T', 't', ' ']))
}

#[cfg(test)]
mod tests {
    use super::taken_for;

    #[test]
    fn words_of_older_yaml() {
        for (text, expected) in [
            ("NO", Some("a boolean")),
            ("off", Some("a boolean")),
            ("Yes", Some("a boolean")),
            ("nO", None),
            ("n", None),
            ("none", None),
            ("0123", Some("an octal number")),
            ("-017", Some("an octal number")),
            ("0189", None),
            ("0", None),
            ("1_000", Some("a number")),
            ("12:30:45", Some("a number to the base of 60")),
            ("12:60", None),
            ("00:30", None),
            ("2020-01-31", Some("a date")),
            ("2020-01-31T10:00:00Z", Some("a date")),
            ("2020-01-31x", None),
            ("2020-1-3", None),
            ("", None),
            ("é", None),
            ("1.10.2", None),
        ] {
            assert_eq!(taken_for(text), expected, "{text}");
        }
    }
}
