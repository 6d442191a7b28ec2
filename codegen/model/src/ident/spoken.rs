//! Turns text into words that an identifier can be made of, with signs read aloud.

use super::normal::normalized;

/// Which of the signs beside words are read aloud. Where there are no words, all are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signs {
    /// The signs of numbers: `votes -1` is "votes minus 1".
    OfNumbers,
    /// All but the signs that only stand between words, as in `a-b` and `a.b`.
    All,
    /// Those between words as well, but for spaces.
    Separators,
}

/// The words, separated by spaces; never empty.
pub(super) fn words(text: &str, signs: Signs) -> String {
    let text = &*normalized(text);
    let has_words = text.chars().any(is_word);
    let mut words = String::with_capacity(text.len());
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied();
        if is_word(character) {
            words.push(character);
        } else if character == '\'' && has_words {
            // "payer's" is one word.
        } else {
            words.push(' ');
            if !has_words || is_spoken(before, character, after, signs) {
                words.push_str(&spoken(character));
                words.push(' ');
            }
        }
        before = Some(character);
    }
    if words.trim().is_empty() {
        return if text.is_empty() {
            "empty".to_owned()
        } else {
            "blank".to_owned()
        };
    }
    words
}

/// Whether a character beside words is read aloud.
fn is_spoken(before: Option<char>, character: char, after: Option<char>, signs: Signs) -> bool {
    let follows_word = before.is_some_and(is_word);
    let is_sign_of_number = !follows_word
        && matches!(character, '+' | '-')
        && after.is_some_and(|c| c.is_ascii_digit());
    let is_separator = match character {
        // In `GMT-1` it may be the sign of a number, in `2013-07` hardly.
        '-' if before.is_some_and(char::is_alphabetic) => {
            after.is_some_and(|c| is_word(c) && !c.is_ascii_digit())
        }
        '-' | '.' | ':' => follows_word && after.is_some_and(is_word),
        other => other.is_whitespace() || matches!(other, '_' | '/' | '\\' | ',' | ';' | '\''),
    };
    is_sign_of_number
        || match signs {
            Signs::OfNumbers => false,
            Signs::All => !is_separator,
            Signs::Separators => !character.is_whitespace(),
        }
}

/// Whether the character can be part of a word: letters and digits of any script.
fn is_word(character: char) -> bool {
    character.is_alphanumeric() && unicode_ident::is_xid_continue(character)
}

fn spoken(character: char) -> String {
    let name = match character {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '#' => "hash",
        '%' => "percent",
        '&' => "and",
        '@' => "at",
        '!' => "bang",
        '?' => "question",
        '=' => "equal",
        '<' => "less",
        '>' => "greater",
        '|' => "pipe",
        '^' => "caret",
        '~' => "tilde",
        '$' => "dollar",
        '_' => "underscore",
        '\'' => "quote",
        '"' => "double quote",
        '`' => "backtick",
        '(' | ')' => "paren",
        '[' | ']' => "bracket",
        '{' | '}' => "brace",
        ' ' => "space",
        other => return format!("u{:x}", u32::from(other)),
    };
    name.to_owned()
}
