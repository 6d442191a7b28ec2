//! Turns YAML text into a value, and pointers into it into byte ranges, with `serde_yaml`.
//!
//! `serde_yaml` is no longer maintained. This is the only file that names it, and these are all
//! the things it is relied on for, to be had from a successor too: a serde deserializer over a
//! `&str` that resolves aliases, lends out scalars as slices of the text, gives any scalar as
//! its text where a string is asked for, and adds the byte offset to errors that a visitor
//! raises. Its error kinds are private, so they are told apart by their messages.

use std::cell::OnceCell;

use serde::de::DeserializeSeed;

use super::Value;
use super::build::{Build, State, pointer_of};
use super::locate::{Found, Query, Tree};
use super::probe::{Probe, REACHED};
use super::report::{Failure, Kind, Reading};
use super::walk::Walk;
use super::{Part, scan};

/// How many brackets may be open at once before the text is not even handed to the scanner.
///
/// `serde_yaml` gives up below 128 levels, but its scanner runs first, and takes time
/// quadratic in the number of open brackets. Brackets within strings are counted as well, for
/// which the limit leaves ample room.
const MAX_OPEN_BRACKETS: usize = 5_000;

/// Reads the text as YAML.
pub(super) fn read(text: &str) -> Result<Reading, Failure> {
    if let Some(at) = too_many_brackets(text) {
        return Err(Failure {
            kind: Kind::TooDeep,
            range: scan::character(text, at),
            message: String::new(),
            context: None,
        });
    }
    let mut state = State::new(text);
    let read = Build::new(&mut state).deserialize(serde_yaml::Deserializer::from_str(text));
    match read {
        Ok(_) if state.empty => Err(Failure {
            kind: Kind::Empty,
            range: 0..0,
            message: String::new(),
            context: None,
        }),
        Ok(root) => Ok(Reading {
            root,
            problems: state.problems,
        }),
        Err(error) => Err(failure(text, &error, &state)),
    }
}

fn too_many_brackets(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => continue,
        }
        if open > MAX_OPEN_BRACKETS {
            return Some(at);
        }
    }
    None
}

fn failure(text: &str, error: &serde_yaml::Error, state: &State<'_>) -> Failure {
    let full = error.to_string();
    let (message, context) = split_message(text, &full);
    let kind = match message.as_str() {
        _ if state.exhausted() => Kind::AliasExpansion,
        "repetition limit exceeded" => Kind::AliasExpansion,
        "recursion limit exceeded" => Kind::TooDeep,
        "unknown anchor" => Kind::UnknownAnchor,
        "control characters are not allowed" => Kind::ControlCharacter,
        message if message.contains("more than one document") => Kind::SeveralDocuments,
        message if state.in_key && message.contains("invalid type") => Kind::ComplexKey,
        _ => Kind::YamlSyntax,
    };
    let at = match kind {
        Kind::ControlCharacter => text.find(is_forbidden),
        Kind::SeveralDocuments => second_document(text),
        Kind::AliasExpansion => expanded(text, state),
        _ => error.location().map(|location| location.index()),
    };
    let at = at.unwrap_or(0);
    let range = match kind {
        Kind::YamlSyntax | Kind::ComplexKey | Kind::ControlCharacter => scan::character(
            text,
            if at >= text.len() {
                text.trim_end().len()
            } else {
                at
            },
        ),
        Kind::AliasExpansion => {
            let line = scan::yaml_token(text, at);
            let key = text[line.clone()].find(':').unwrap_or(line.len());
            line.start..line.start + key
        }
        _ => scan::yaml_token(text, at),
    };
    Failure {
        kind,
        range,
        message,
        context: context.map(|(at, what)| (scan::character(text, at), what)),
    }
}

/// Where the member of the root is whose expansion went too far: within it, the path leads
/// only ever deeper into the anchors.
fn expanded(text: &str, state: &State<'_>) -> Option<usize> {
    let pointer = pointer_of(state.trail.last().map(std::slice::from_ref)?);
    let query = Query {
        pointer,
        part: Part::Key,
        occurrence: 0,
    };
    probe(text, &query)
}

/// A message without the positions in it: the problem, and where and in what context it arose.
///
/// `did not find expected key at line 3 column 1, while parsing a block mapping at line 1
/// column 1`.
fn split_message(text: &str, full: &str) -> (String, Option<(usize, String)>) {
    let (problem, context) = match full.split_once(", while ") {
        Some((problem, context)) => (problem, Some(context)),
        None => (full, None),
    };
    let context = context.and_then(|context| {
        let (what, _) = context.rsplit_once(" at line ")?;
        let at = scan::YamlLines::new(text).offset_in_message(text, context)?;
        Some((at, format!("while {what} that starts here")))
    });
    let end = problem
        .rfind(" at line ")
        .or_else(|| problem.rfind(" at position "))
        .unwrap_or(problem.len());
    (problem[..end].to_owned(), context)
}

/// Whether YAML forbids the character, even in quotes.
fn is_forbidden(character: char) -> bool {
    !matches!(character,
        '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..)
}

/// Where the `---` before the second document is, or else the document itself.
fn second_document(text: &str) -> Option<usize> {
    let second = serde_yaml::Deserializer::from_str(text).nth(1)?;
    let probe = Probe {
        tokens: &[],
        part: Part::Value,
        occurrence: 0,
    };
    let at = probe.deserialize(second).err()?.location()?.index();
    // Content may follow the mark on its own line.
    let until = scan::boundary(text, at.saturating_add(3));
    let mark = text[..until]
        .rfind("\n---")
        .map(|line_break| line_break + 1);
    let is_its_mark = |mark: &usize| {
        // Else it is the first document's mark, and the second one is an accident.
        let between = text.get(mark + 3..at).unwrap_or_default();
        let mut lines = between.lines().map(str::trim);
        lines.all(|line| line.is_empty() || line.starts_with('#'))
    };
    Some(mark.filter(is_its_mark).unwrap_or(at))
}

/// Fills in what is asked for in the tree.
pub(super) fn walk(text: &str, root: Option<&Value>, tree: &Tree, found: &mut [Found]) {
    let begin = Walk {
        text,
        lines: &OnceCell::new(),
        tree,
        found,
        node: Some(0),
        value: root,
        inherited: false,
    }
    .deserialize(serde_yaml::Deserializer::from_str(text));
    if let (Ok(begin), Some(root)) = (begin, found.first_mut()) {
        root.value = begin;
    }
}

/// Where the queried key or value starts, by a reading that fails when it gets there.
pub(super) fn probe(text: &str, query: &Query) -> Option<usize> {
    let tokens: Vec<String> = query.pointer.tokens().map(Into::into).collect();
    let probe = Probe {
        tokens: &tokens,
        part: query.part,
        occurrence: query.occurrence,
    };
    let error = probe
        .deserialize(serde_yaml::Deserializer::from_str(text))
        .err()?;
    let reached = error.to_string().contains(REACHED);
    Some(error.location().filter(|_| reached)?.index())
}
