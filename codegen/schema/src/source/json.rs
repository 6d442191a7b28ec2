//! Reads JSON: `serde_json` checks the text and decodes strings and numbers, a scanner finds them.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::IgnoredAny;

use super::collection::Collection;
use super::compose::{Composer, Reading, Scalar};
use super::core;
use super::mapping::Mapping;
use super::problem::{Kind, Problem};
use super::range::{boundary, character};
use super::tree::Content;

/// Whether the text keeps JSON's grammar, and where it does not.
pub(super) fn check(text: &str) -> Result<(), Problem> {
    match serde_json::from_str::<IgnoredAny>(text) {
        Ok(_) => Ok(()),
        Err(error) => Err(problem(text, &error)),
    }
}

/// Reads text that keeps JSON's grammar.
pub(super) fn read(text: &str) -> Reading<'_> {
    let mut composer = Composer::new(text);
    let end = scan(text, &mut composer);
    composer.finish(end)
}

fn scan<'t>(text: &'t str, composer: &mut Composer<'t>) -> Result<(), Problem> {
    let mut at = 0;
    while let Some(first) = text.as_bytes().get(at) {
        let length = match first {
            b'"' => string_length(&text[at..]),
            b'{' | b'[' | b'}' | b']' | b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => 1,
            _ => word_length(&text[at..]),
        };
        let range = at..at + length;
        match first {
            b'{' => composer.open(Collection::Mapping(Mapping::default()), range.clone(), 0)?,
            b'[' => composer.open(Collection::Sequence(Vec::new()), range.clone(), 0)?,
            b'}' | b']' => composer.close(),
            b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => {}
            b'"' => {
                let text = string(text, &range)?;
                composer.scalar(scalar(text, &range), core::text);
            }
            _ => composer.scalar(scalar(text[range.clone()].into(), &range), |text| {
                word(&text)
            }),
        }
        at = range.end;
    }
    Ok(())
}

fn scalar<'t>(text: Cow<'t, str>, range: &Range<usize>) -> Scalar<'t> {
    Scalar {
        text,
        range: range.clone(),
        anchor: 0,
        is_merge: false,
    }
}

/// The length of the string that the text starts with, quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = true;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |end| end + 1)
}

/// The length of the number, `true`, `false` or `null` that the text starts with.
fn word_length(text: &str) -> usize {
    let end = text
        .bytes()
        .position(|byte| byte.is_ascii_whitespace() || b",:]}".contains(&byte));
    end.unwrap_or(text.len()).max(1)
}

fn string<'t>(text: &'t str, range: &Range<usize>) -> Result<Cow<'t, str>, Problem> {
    let quoted = &text[range.clone()];
    if !quoted.contains('\\') {
        return Ok(quoted.trim_matches('"').into());
    }
    serde_json::from_str(quoted)
        .map(Cow::Owned)
        .map_err(|error| {
            let help = "write characters beyond U+FFFF as two escapes, or as themselves";
            Problem::new(
                Kind::JsonSyntax {
                    message: message(&error),
                    help,
                },
                range.clone(),
            )
        })
}

fn word(text: &str) -> Result<Content<'static>, Kind> {
    match text {
        "null" => Ok(Content::Null),
        "true" => Ok(Content::Bool(true)),
        "false" => Ok(Content::Bool(false)),
        // A number, of which the range is all that was not checked.
        _ => serde_json::from_str(text)
            .map(Content::Number)
            .map_err(|_| Kind::NumberTooLarge),
    }
}

/// The error's message without the place at its end.
fn message(error: &serde_json::Error) -> String {
    let full = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    full.strip_suffix(&place).unwrap_or(&full).to_owned()
}

fn problem(text: &str, error: &serde_json::Error) -> Problem {
    let at = if error.is_eof() {
        text.trim_end().len()
    } else {
        let lines = text.split_inclusive('\n').take(error.line() - 1);
        lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1)
    };
    let mut message = message(error);
    let range = if message.starts_with("control character") {
        // The error is at the character before.
        let after = text.get(at..).and_then(|rest| rest.find(char::is_control));
        character(text, at + after.unwrap_or_default())
    } else {
        word_around(text, at)
    };
    // The check does not look so far back.
    if text[..range.start].trim_end().ends_with(',') && text[range.start..].starts_with(['}', ']'])
    {
        "trailing comma".clone_into(&mut message);
    }
    let help = help(&message, &text[range.start..]);
    let begins_as_json = text.trim_start().starts_with(['{', '[', '"']);
    let help = if begins_as_json { help } else { NOT_JSON };
    Problem::new(Kind::JsonSyntax { message, help }, range)
}

const NOT_JSON: &str = "if the document is YAML, give its file the extension `.yaml`";

/// The word or number at the offset, or else the character.
fn word_around(text: &str, at: usize) -> Range<usize> {
    let at = boundary(text, at);
    let is_word = |letter: &char| letter.is_alphanumeric() || "+-.".contains(*letter);
    let length = |letters: &mut dyn Iterator<Item = char>| -> usize {
        letters.take_while(is_word).map(char::len_utf8).sum()
    };
    match length(&mut text[at..].chars()) {
        0 => character(text, at),
        after => at - length(&mut text[..at].chars().rev())..at + after,
    }
}

/// How to mend it, by the reader's words and the text from the place on.
fn help(message: &str, rest: &str) -> &'static str {
    let starts = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    match message {
        "trailing comma" => "remove the comma before the closing bracket",
        _ if message.starts_with("EOF while parsing") => {
            "something that was opened is never closed: look for a missing bracket or quote"
        }
        _ if message.starts_with("control character") => {
            "write line breaks in strings as `\\n` and tabs as `\\t`"
        }
        "invalid escape" => "write a backslash in a string as `\\\\`",
        _ if starts(&["/", "#"]) => "remove the comment: JSON has none",
        _ if starts(&["'"]) => "put text in double quotes",
        _ if starts(&["NaN", "nan", "Infinity", "inf", "-Infinity", "-inf", "."]) => {
            "JSON has no such number: leave the keyword out if there is no bound"
        }
        _ if starts(&["True", "False", "None", "TRUE", "FALSE"]) => {
            "write `true`, `false` or `null` in lower case"
        }
        "invalid number" => "write numbers without leading zeros, and with digits around a point",
        "key must be a string" => "put the key in double quotes",
        _ => "compare this line with the one before: look for a missing comma, quote or bracket",
    }
}
