//! Turns an error of the YAML parser into a [`Problem`]: where it really is, and how to mend it.

use std::ops::Range;

use granit_parser::{ErrorKind as E, ScanError};

use super::compose::Composer;
use super::problem::{Kind, Problem};
use super::range::{boundary, character};

const STOPPED: &str = "the reader stopped here";

/// The kind of an error; `composer` knows the collections around it.
pub(super) fn problem(text: &str, error: &ScanError, composer: &Composer<'_>) -> Problem {
    let at = boundary(text, error.marker().byte_offset().unwrap_or(text.len()));
    match error.kind() {
        E::RecursionLimitExceeded => return Problem::new(Kind::TooDeep, character(text, at)),
        E::ExpectedDocumentStart if composer.is_complete() => {
            return Problem::new(Kind::TrailingText, character(text, at));
        }
        E::UnexpectedCharacter { character: wrong } if is_forbidden(*wrong) => {
            let at = at + text[at..].find(*wrong).unwrap_or_default();
            return Problem::new(Kind::ControlCharacter, character(text, at));
        }
        _ => {}
    }
    let (message, label, help) = words(error.kind());
    let kind = Kind::YamlSyntax {
        message,
        label,
        help,
    };
    Problem {
        context: context(error.kind(), composer),
        ..Problem::new(kind, range(text, at, error.kind()))
    }
}

/// Whether YAML forbids the character, even in quotes.
fn is_forbidden(character: char) -> bool {
    !matches!(character,
        '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..)
}

/// The range to underline: the parser gives the start of the token that it refuses.
fn range(text: &str, at: usize, kind: &E) -> Range<usize> {
    match kind {
        E::UnknownQuotedScalarEscape => unknown_escape(text, at),
        E::SimpleKeyExpected | E::InvalidSimpleKey => {
            let line = text[at..].lines().next().unwrap_or_default();
            at..at + line.trim_end().len()
        }
        E::TabInBlockIndentation | E::TabInIndentation | E::TabNotAllowed | E::TabInPlainScalar => {
            match text[at..].find('\t') {
                // The parser may have passed by it.
                _ if text[..at].ends_with('\t') => at - 1..at,
                Some(tab) => at + tab..at + tab + 1,
                None => character(text, at),
            }
        }
        // In a list that stands among members it is what follows the dash.
        E::ExpectedBlockMappingKey if text[..at].trim_end_matches(' ').ends_with("\n-") => {
            let dash = text[..at].trim_end_matches(' ').len() - 1;
            dash..dash + 1
        }
        // The end of the text is shown by what is last in it.
        _ if at == text.len() => character(text, text.trim_end().len()),
        _ => character(text, at),
    }
}

/// The first escape that YAML does not have in the double quotes that open at the offset.
fn unknown_escape(text: &str, at: usize) -> Range<usize> {
    let mut characters = text[at..].char_indices();
    while let Some((backslash, character)) = characters.next() {
        if character == '\\'
            && let Some((_, escaped)) = characters.next()
            && !"0abt\tnvfre \"/\\N_LPxuU\r\n".contains(escaped)
        {
            return at + backslash..at + backslash + 1 + escaped.len_utf8();
        }
    }
    character(text, at)
}

/// A list or a mapping whose begin explains what is missing.
fn context(kind: &E, composer: &Composer<'_>) -> Option<(Range<usize>, &'static str)> {
    match kind {
        E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::InvalidColonPlacement => composer.enclosing(),
        _ => None,
    }
}

/// The message, the label and the mend.
type Words = (&'static str, &'static str, &'static str);

fn words(kind: &E) -> (String, &'static str, &'static str) {
    match about_lines(kind).or_else(|| about_delimiters(kind)) {
        Some((message, label, help)) => (message.to_owned(), label, help),
        None => (
            kind.to_string(),
            STOPPED,
            "put text that has special characters in quotes, and compare the indentation with the lines \
             before",
        ),
    }
}

/// Indentation, keys and the characters that text cannot start with.
fn about_lines(kind: &E) -> Option<Words> {
    Some(match kind {
        E::MappingValueNotAllowed => (
            "mapping values are not allowed in this context",
            STOPPED,
            "put text that contains `: ` in quotes, or correct this line's indentation",
        ),
        E::ExpectedBlockMappingKey => (
            "did not find expected key",
            STOPPED,
            "compare the indentation with the lines above, and look for a missing quote",
        ),
        E::ExpectedBlockSequenceEntry => (
            "did not find expected '-' indicator",
            STOPPED,
            "compare the indentation with the lines above, and look for a missing quote",
        ),
        E::SimpleKeyExpected | E::InvalidSimpleKey => (
            "could not find expected ':'",
            "neither a member nor part of the value before",
            "write `key: value` or `- item`, with the space; text of several lines needs `|` or quotes",
        ),
        E::TabInBlockIndentation | E::TabInIndentation | E::TabNotAllowed | E::TabInPlainScalar => {
            (
                "a tab is where only spaces are allowed",
                "this tab",
                "indent with spaces: YAML does not allow tabs here",
            )
        }
        E::UnclosedQuotedScalar => (
            "a quote is never closed",
            "opened here",
            "add the closing quote; a text that starts with a quote needs quotes around it",
        ),
        E::UnexpectedCharacter { .. } => (
            "found character that cannot start any token",
            STOPPED,
            "put text that starts with this character in quotes",
        ),
        E::BlockSequenceEntryNotAllowed => (
            "block sequence entries are not allowed in this context",
            STOPPED,
            "start the list on a line of its own",
        ),
        E::MissingAnchorOrAliasName => (
            "an anchor or an alias has no name",
            STOPPED,
            "if `&` or `*` is meant as text, put it in quotes",
        ),
        E::UndeclaredTagHandle => (
            "a tag has an undeclared handle",
            STOPPED,
            "remove the tag; if `!` is meant as text, put it in quotes",
        ),
        E::CommentNotSeparated => (
            "a comment has no space before it",
            STOPPED,
            "put a space before the `#`; if it is meant as text, put the text in quotes",
        ),
        E::InvalidBlockScalarHeader => (
            "did not find expected comment or line break",
            STOPPED,
            "start the text on the line after `|` or `>`",
        ),
        _ => return None,
    })
}

/// Quotes and brackets.
fn about_delimiters(kind: &E) -> Option<Words> {
    Some(match kind {
        E::InvalidTrailingSingleQuotedScalar => (
            "there is text after the closing quote",
            "the quoted text has ended before this",
            "write a quote within single quotes twice (`''`), or put all of the text in double quotes",
        ),
        E::InvalidTrailingDoubleQuotedScalar => (
            "there is text after the closing quote",
            "the quoted text has ended before this",
            "write a quote within double quotes as `\\\"`, or look for a missing comma",
        ),
        E::UnknownQuotedScalarEscape => (
            "found unknown escape character",
            "YAML has no such escape",
            "put text with backslashes, such as patterns, in single quotes",
        ),
        E::ExpectedFlowMappingSeparator => (
            "did not find expected ',' or '}'",
            STOPPED,
            "a bracket opened above is not closed, or a comma is missing",
        ),
        E::ExpectedFlowSequenceSeparator | E::InvalidColonPlacement => (
            "did not find expected ',' or ']'",
            STOPPED,
            "a bracket opened above is not closed, or a comma is missing",
        ),
        E::UnclosedFlowCollection { .. } => (
            "a bracket is never closed",
            "opened here",
            "add the closing bracket; if the bracket is meant as text, put the text in quotes",
        ),
        E::MismatchedFlowCollectionEnd { .. } => (
            "a bracket is closed by one of another kind",
            "opened here",
            "close it by its own kind, or look for a missing bracket",
        ),
        E::MisplacedFlowCollectionEnd => (
            "a bracket is closed that was never opened",
            STOPPED,
            "remove the bracket; if it is meant as text, put the text in quotes",
        ),
        _ => return None,
    })
}
