//! Turns generated Rust into tokens: enough to tell code from comments and literals. Together they are the text.

/// A piece of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub kind: Kind,
    pub text: &'a str,
}

/// The kind of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// White space.
    Space,
    /// An identifier, a raw one (`r#type`) included, or a number.
    Ident,
    /// A comment, without its line break.
    Comment,
    /// A string in double quotes.
    String,
    /// A raw string, a character or a lifetime.
    Other,
    /// Any other character.
    Sign,
}

/// The tokens of a text.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (kind, length) = first(rest)?;
        let (text, after) = rest.split_at(length);
        rest = after;
        Some(Token { kind, text })
    })
}

/// The kind and the length of the first token; `None` at the end.
fn first(text: &str) -> Option<(Kind, usize)> {
    let start = text.chars().next()?;
    Some(match start {
        '/' if text.starts_with("//") => (Kind::Comment, text.find('\n').unwrap_or(text.len())),
        '/' if text.starts_with("/*") => (
            Kind::Comment,
            text.find("*/").map_or(text.len(), |end| end + 2),
        ),
        '"' => (Kind::String, string(text)),
        '\'' => (Kind::Other, quoted(text)),
        'r' if text.starts_with("r\"") || text.starts_with("r#\"") || text.starts_with("r##") => {
            (Kind::Other, raw_string(text))
        }
        'r' if text.starts_with("r#") => (Kind::Ident, 2 + while_in(&text[2..], is_ident)),
        start if is_ident(start) => (Kind::Ident, while_in(text, is_ident)),
        start if start.is_whitespace() => (Kind::Space, while_in(text, char::is_whitespace)),
        start => (Kind::Sign, start.len_utf8()),
    })
}

fn is_ident(character: char) -> bool {
    character == '_' || character.is_alphanumeric()
}

fn while_in(text: &str, is_in: impl Fn(char) -> bool) -> usize {
    text.find(|character| !is_in(character))
        .unwrap_or(text.len())
}

/// The length of a string with its quotes.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (index, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a raw string.
fn raw_string(text: &str) -> usize {
    let hashes = while_in(&text[1..], |character| character == '#');
    let end = format!("\"{}", "#".repeat(hashes));
    let begin = hashes + 2;
    text.get(begin..)
        .and_then(|inner| inner.find(&end))
        .map_or(text.len(), |index| begin + index + end.len())
}

/// The length of a character with its quotes, or of a lifetime.
fn quoted(text: &str) -> usize {
    let inner = &text[1..];
    let Some(character) = inner.chars().next() else {
        return 1;
    };
    if character == '\\' {
        // An escape is at least two characters long, and the second one may be the quote.
        let after = inner
            .char_indices()
            .nth(2)
            .map_or(inner.len(), |(index, _)| index);
        return inner[after..]
            .find('\'')
            .map_or(text.len(), |end| 1 + after + end + 1);
    }
    let end = 1 + character.len_utf8();
    if text[end..].starts_with('\'') {
        end + 1
    } else {
        1 + while_in(inner, is_ident)
    }
}
