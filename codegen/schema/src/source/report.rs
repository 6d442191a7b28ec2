//! Turns what a reader found wrong into what is said to the user.

use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::build::{Oddity, Problem, pointer_of};
use super::locate::{Query, locate};
use super::{Part, Syntax, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation, visible};

/// A document that could be read, though perhaps not all of it as it was meant.
pub(super) struct Reading {
    pub(super) root: Value,
    pub(super) problems: Vec<Problem>,
}

/// Why a document could not be read to its end.
pub(super) struct Failure {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
    /// The reader's own words; used where nothing better is known.
    pub(super) message: String,
    /// A second place the reader named, and what it said of it.
    pub(super) context: Option<(Range<usize>, String)>,
}

/// The kinds of [`Failure`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Empty,
    JsonSyntax,
    YamlSyntax,
    TooDeep,
    AliasExpansion,
    SeveralDocuments,
    ComplexKey,
    UnknownAnchor,
    ControlCharacter,
}

/// Says why the document could not be read.
pub(super) fn failure(path: &Path, text: &str, failure: Failure) -> Diagnostic {
    let shared: Arc<str> = Arc::from(text);
    let inline = |range: Range<usize>| SourceLocation::InlineText {
        path: path.to_owned(),
        text: Arc::clone(&shared),
        range,
    };
    let found = text.get(failure.range.clone()).unwrap_or_default();
    let error =
        |code, message: &str| Diagnostic::error(code, inline(failure.range.clone()), message);
    let mut diagnostic = match failure.kind {
        Kind::Empty => Diagnostic::error(
            Code::EmptyDocument,
            SourceLocation::File(path.to_owned()),
            format!("`{}` has no content", path.display()),
        )
        .help("write the schema into it, or name another file"),
        Kind::JsonSyntax => error(
            Code::JsonSyntax,
            &format!("this is not valid JSON: {}", failure.message),
        )
        .label(json_label(found)),
        Kind::YamlSyntax => error(
            Code::YamlSyntax,
            &format!("this is not valid YAML: {}", failure.message),
        )
        .label("the reader stopped here"),
        Kind::TooDeep => error(Code::TooDeep, "the document is nested too deeply")
            .label("more than 128 levels deep here")
            .help("move inner parts into definitions of their own and refer to them with `$ref`"),
        Kind::AliasExpansion => error(
            Code::AliasExpansion,
            "the document's aliases stand for too much",
        )
        .label("what is below here multiplies beyond any reasonable size")
        .help("use `$ref` instead of aliases that contain aliases: it is never copied"),
        Kind::SeveralDocuments if !found.starts_with("---") => error(
            Code::YamlSyntax,
            "this is not valid YAML: there is text after the end of the document",
        )
        .label("the document has ended before this")
        .help("look for a missing quote, or for text after a closing bracket"),
        Kind::SeveralDocuments => error(
            Code::SeveralDocuments,
            "the file holds more than one YAML document",
        )
        .label("a second document starts here")
        .help("keep one document per file, and remove this `---`"),
        Kind::ComplexKey => error(Code::ComplexKey, "a key is a list or a mapping")
            .label("JSON, and so a schema, has only text as keys")
            .help("if `{...}` or `[...]` is meant as text, put it in quotes"),
        Kind::UnknownAnchor => error(Code::UnknownAnchor, "an alias has no anchor")
            .label(format!(
                "`{}` is not defined before this",
                found.replacen('*', "&", 1)
            ))
            .help("write the anchor before its aliases; if `*` is meant as text, put it in quotes"),
        Kind::ControlCharacter => {
            let shown: String = found.chars().flat_map(char::escape_unicode).collect();
            error(
                Code::ControlCharacter,
                "the document has a character YAML does not allow",
            )
            .label(format!("the character `{shown}`"))
            .help("remove it; where it is meant, write it as an escape in double quotes")
        }
    };
    if failure.kind == Kind::YamlSyntax && diagnostic.help.is_none() {
        diagnostic = diagnostic.help(yaml_help(&failure.message, found));
    }
    if failure.kind == Kind::JsonSyntax {
        diagnostic = diagnostic.help(json_help(&failure.message));
    }
    if failure.kind == Kind::TooDeep
        && failure.range.start < 128
        && text[..failure.range.end].contains('&')
    {
        // So few characters hardly open as many levels by themselves.
        diagnostic = diagnostic.note("an alias inside its own anchor nests without end");
    }
    match failure.context {
        Some((range, what)) => diagnostic.also(inline(range), what),
        None => diagnostic,
    }
}

fn json_label(found: &str) -> String {
    match found {
        "" => "the text ends here".to_owned(),
        _ => "the reader stopped here".to_owned(),
    }
}

fn json_help(message: &str) -> &'static str {
    match message {
        "trailing comma" => "remove the comma before the closing bracket",
        "key must be a string" => "put the key in double quotes",
        _ if message.starts_with("EOF while parsing") => {
            "something that was opened is never closed: look for a missing bracket or quote"
        }
        _ if message.starts_with("control character") => {
            "write line breaks in strings as `\\n` and tabs as `\\t`"
        }
        _ if message.contains("hex escape") => {
            "write characters beyond U+FFFF as two escapes, or as themselves"
        }
        _ => "compare this line with the one before: look for a missing comma, quote or bracket",
    }
}

fn yaml_help(message: &str, found: &str) -> &'static str {
    match message {
        "mapping values are not allowed in this context" => {
            "put text that contains `: ` in quotes, or correct this line's indentation"
        }
        "found character that cannot start any token" if found == "\t" => {
            "indent with spaces: YAML does not allow tabs here"
        }
        "found character that cannot start any token" => {
            "put text that starts with this character in quotes"
        }
        "did not find expected key" | "did not find expected '-' indicator" => {
            "compare the indentation with the lines above, and look for a missing quote"
        }
        "could not find expected ':'" => {
            "write `key: value`, with a space after the colon; text of several lines needs `|`"
        }
        "found unknown escape character" => {
            "put text with backslashes, such as patterns, in single quotes"
        }
        "found unexpected end of stream" => "a quote opened above is never closed",
        "did not find expected ',' or ']'" | "did not find expected ',' or '}'" => {
            "a bracket opened above is not closed, or a comma is missing"
        }
        "block sequence entries are not allowed in this context" => {
            "start the list on a line of its own"
        }
        _ if message.contains("tab character") => "indent with spaces, not tabs",
        _ => {
            "put text that has special characters in quotes, and compare the indentation with the lines before"
        }
    }
}

/// Says what is odd about a document that was read to its end.
///
/// Whatever an alias repeats is said once: the same code at the same place in the text.
pub(super) fn problems(
    path: &Path,
    text: &str,
    reading: &Reading,
    syntax: Syntax,
    diagnostics: &mut Diagnostics,
) {
    if reading.problems.is_empty() {
        return;
    }
    // Two queries each, so that they pair up again below; the second only matters for
    // duplicates, where it is the first of the members.
    let queries: Vec<Query> = reading
        .problems
        .iter()
        .flat_map(|problem| {
            let pointer = pointer_of(&problem.reversed);
            let (part, occurrence) = match problem.oddity {
                Oddity::Duplicate(occurrence) => (Part::Key, occurrence),
                _ => (Part::Value, 0),
            };
            let first = Query {
                pointer: pointer.clone(),
                part,
                occurrence: 0,
            };
            let second = Query {
                pointer,
                part,
                occurrence,
            };
            [second, first]
        })
        .collect();
    let ranges = locate(text, Some(&reading.root), syntax, &queries);
    let shared: Arc<str> = Arc::from(text);
    let mut said = HashSet::new();
    for ((problem, query), ranges) in reading
        .problems
        .iter()
        .zip(queries.iter().step_by(2))
        .zip(ranges.chunks(2))
    {
        let [range, first] = ranges else { continue };
        let inline = |range: &Range<usize>| SourceLocation::InlineText {
            path: path.to_owned(),
            text: Arc::clone(&shared),
            range: range.clone(),
        };
        let diagnostic = odd(&problem.oddity, &inline, range, first, query)
            .note(format!("at #{}", visible(query.pointer.as_str())));
        if said.insert((diagnostic.code, range.clone())) {
            diagnostics.push(diagnostic);
        }
    }
}

fn odd(
    oddity: &Oddity,
    inline: &dyn Fn(&Range<usize>) -> SourceLocation,
    range: &Range<usize>,
    first: &Range<usize>,
    query: &Query,
) -> Diagnostic {
    match oddity {
        Oddity::Duplicate(_) => {
            let key = query.pointer.last().unwrap_or_default();
            let help = if key == "<<" {
                "merge several mappings with one list: `<<: [*first, *second]`"
            } else {
                "remove one of them, or give it another name"
            };
            Diagnostic::error(
                Code::DuplicateKey,
                inline(range),
                format!("the key `{}` is given twice", visible(&key)),
            )
            .label("given again here")
            .also(inline(first), "first given here")
            .help(help)
        }
        Oddity::Tag(tag) => Diagnostic::error(
            Code::UnknownTag,
            inline(range),
            format!("the YAML tag `!{tag}` has no meaning in a schema"),
        )
        .label(format!("this value is tagged `!{tag}`"))
        .help("remove the tag; if `!` is meant as text, put it in quotes"),
        Oddity::NotFinite(value) => {
            let written = match value {
                value if value.is_nan() => ".nan",
                value if *value < 0.0 => "-.inf",
                _ => ".inf",
            };
            Diagnostic::error(
                Code::NotANumber,
                inline(range),
                format!("`{written}` is not a number in JSON"),
            )
            .label("a JSON document cannot contain this value")
            .help("leave the keyword out if there is no bound; put it in quotes if it is text")
        }
        Oddity::Merge => Diagnostic::error(
            Code::InvalidMerge,
            inline(range),
            "a merge key needs a mapping, or a list of mappings",
        )
        .label("this is not a mapping")
        .help("give it an alias: `<<: *name`; if `<<` is meant as a key, put it in quotes"),
    }
}
