//! Turns an offset into the range of the token that starts there, by looking at the text alone.
//!
//! Nothing here parses; it is used where a reader has told where something starts, or its
//! neighbour, and only the extent of the underline is open. Every function stays within the
//! text and on character boundaries whatever it is given.

use std::ops::Range;

/// The range of `part` in `text`, if it is a slice of it.
pub(super) fn range_in(text: &str, part: &str) -> Option<Range<usize>> {
    let start = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let range = start..start.checked_add(part.len())?;
    // Guards against a string that merely lies behind the text in memory.
    (text.get(range.clone()) == Some(part)).then_some(range)
}

/// The range with the quotes around it, if there are any.
pub(super) fn with_quotes(text: &str, range: Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    let before = range.start.checked_sub(1).and_then(|at| bytes.get(at));
    match (before, bytes.get(range.end)) {
        (Some(open @ (b'"' | b'\'')), Some(close)) if open == close => {
            range.start - 1..range.end + 1
        }
        _ => range,
    }
}

/// The nearest character boundary at or before `at`.
pub(super) fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The range of the one character at `at`; empty at the end of the text.
pub(super) fn character(text: &str, at: usize) -> Range<usize> {
    let at = boundary(text, at);
    at..at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Where a reader's 1-based line and 1-based column, in bytes, are in the text.
pub(super) fn offset_of_byte_column(text: &str, line: usize, column: usize) -> usize {
    let (start, end) = line_bounds(text, line);
    boundary(text, (start + column.saturating_sub(1)).min(end))
}

/// Where the lines of a text start, as YAML counts them.
pub(super) struct YamlLines(Vec<usize>);

impl YamlLines {
    pub(super) fn new(text: &str) -> YamlLines {
        let mut starts = vec![0];
        let mut characters = text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let is_break = match character {
                '\r' => characters.peek().is_none_or(|(_, next)| *next != '\n'),
                // YAML 1.1, which the reader scans by, breaks lines at all of these.
                character => matches!(character, '\n' | '\u{85}' | '\u{2028}' | '\u{2029}'),
            };
            if is_break {
                starts.push(at + character.len_utf8());
            }
        }
        YamlLines(starts)
    }

    /// The offset of the position an error message ends with: ` at line 3 column 8`, where the
    /// column is in characters. The very start of the text is not mentioned in messages.
    pub(super) fn offset_in_message(&self, text: &str, message: &str) -> Option<usize> {
        let Some((_, position)) = message.rsplit_once(" at line ") else {
            return Some(0);
        };
        let (line, column) = position.split_once(" column ")?;
        let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
        let start = *self.0.get(line.checked_sub(1)?)?;
        let mut characters = text[start..].char_indices();
        let within = characters.nth(column.checked_sub(1)?);
        Some(within.map_or(text.len(), |(at, _)| start + at))
    }
}

fn line_bounds(text: &str, line: usize) -> (usize, usize) {
    let start = match line {
        0 | 1 => 0,
        _ => text
            .match_indices('\n')
            .nth(line - 2)
            .map_or(text.len(), |(at, _)| at + 1),
    };
    (start, line_end(text, start))
}

/// The end of the line that contains `from`, without its line break.
pub(super) fn line_end(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let end = rest.find('\n').unwrap_or(rest.len());
    from + rest[..end].trim_end_matches('\r').len()
}

/// The scalar, or the first word of whatever else, that starts at `start` in a YAML text.
///
/// Quoted: to the closing quote on the same line. A block scalar: its header. Plain: to the
/// end of the line, before a comment; or to where a bracket opened before it suggests.
pub(super) fn yaml_token(text: &str, start: usize) -> Range<usize> {
    let mut start = boundary(text, start);
    let end = line_end(text, start);
    // Anchors and tags come before what they belong to.
    loop {
        let rest = &text[start..end];
        if !rest.starts_with(['&', '!']) {
            break;
        }
        let word = rest.find(' ').unwrap_or(rest.len());
        let next = word + rest[word..].len() - rest[word..].trim_start().len();
        if next >= rest.len() {
            return start..start + word;
        }
        start += next;
    }
    let rest = &text[start..end];
    let length = match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => closing_quote(rest, quote).unwrap_or(rest.len()),
        Some('|' | '>' | '*') => rest.find(' ').unwrap_or(rest.len()),
        Some('{' | '[') => 1,
        Some(_) => {
            let plain = &rest[..rest.find(" #").unwrap_or(rest.len())];
            let plain = &plain[..flow_end(plain).unwrap_or(plain.len())];
            plain.trim_end().len()
        }
        None => 0,
    };
    start..start + length
}

/// Where a plain scalar ends if it seems to be within brackets: one is closed after it on the
/// same line that was not opened there.
fn flow_end(rest: &str) -> Option<usize> {
    let mut open = 0_usize;
    let closed = rest.chars().any(|character| {
        match character {
            '{' | '[' => open += 1,
            '}' | ']' if open == 0 => return true,
            '}' | ']' => open -= 1,
            _ => {}
        }
        false
    });
    if closed {
        rest.find([',', '}', ']'])
    } else {
        None
    }
}

/// The length of the quoted string at the start of `rest`, quotes included.
fn closing_quote(rest: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            // In single quotes, a doubled quote ends one string and starts the next: the
            // underline is short then, and still begins in the right place.
            _ if character == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// The value that follows the key at `key` in a YAML text, if one is seen there.
pub(super) fn yaml_value_after(text: &str, key: &Range<usize>) -> Option<Range<usize>> {
    let mut at = key.end;
    at += blank(&text[at..]);
    at += text[at..].strip_prefix(':').map(|_| 1)?;
    at += blank(&text[at..]);
    let token = yaml_token(text, at);
    (!token.is_empty()).then_some(token)
}

/// The length of the white space and comments at the start of `rest`.
fn blank(rest: &str) -> usize {
    let mut at = 0;
    loop {
        at += rest[at..].len() - rest[at..].trim_start().len();
        if !rest[at..].starts_with('#') {
            return at;
        }
        at += rest[at..].find('\n').unwrap_or(rest.len() - at);
    }
}

/// The range of the JSON key whose value starts at `value`, found by looking backwards.
pub(super) fn json_key_before(text: &str, value: usize) -> Option<Range<usize>> {
    let before = text.get(..value)?.trim_end().strip_suffix(':')?.trim_end();
    let end = before.len();
    let inner = before.strip_suffix('"')?;
    let mut searched = inner;
    loop {
        let quote = searched.rfind('"')?;
        let escapes = searched[..quote].len() - searched[..quote].trim_end_matches('\\').len();
        if escapes % 2 == 0 {
            return Some(quote..end);
        }
        searched = &searched[..quote];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(text: &str, start: usize) -> &str {
        &text[yaml_token(text, start)]
    }

    #[test]
    fn tokens_end_where_yaml_ends_them() {
        assert_eq!(token("a: b c # d\nx", 3), "b c");
        assert_eq!(token("a: \"b\\\" # c\" # d", 3), "\"b\\\" # c\"");
        assert_eq!(token("a: 'é' # d", 3), "'é'");
        assert_eq!(token("a: |- # d\n  x", 3), "|-");
        assert_eq!(token("a: &x !y {b: 1}", 3), "{");
        assert_eq!(token("a: &x\r\n  b: 1", 3), "&x");
        assert_eq!(token("a: {b: c, d: e}", 7), "c");
        assert_eq!(token("a: [b], c", 4), "b");
        assert_eq!(token("a: b [c], d", 3), "b [c], d");
        assert_eq!(token("", 9), "");
    }

    #[test]
    fn lines_are_counted_as_yaml_counts_them() {
        let text = "a\r\nb\rc\u{85}d\u{2028}é e";
        let lines = YamlLines::new(text);
        let at = |message: &str| lines.offset_in_message(text, message);
        assert_eq!(at("x at line 5 column 3"), text.find('e'));
        assert_eq!(at("x at line 2 column 1"), text.find('b'));
        assert_eq!(at("x"), Some(0));
        assert_eq!(at("x at line 9 column 1"), None);
        assert_eq!(at("x at line 0 column 0"), None);
    }

    #[test]
    fn values_are_found_behind_comments_and_breaks() {
        let text = "a : # c\n # d\n  >\n  x";
        let value = yaml_value_after(text, &(0..1));
        assert_eq!(value.map(|range| &text[range]), Some(">"));
        assert_eq!(yaml_value_after("a", &(0..1)), None);
    }

    #[test]
    fn a_json_key_with_escapes_is_found_backwards() {
        let text = r#"{"a": "x", "b\"\\" : 1}"#;
        let value = text.find('1').expect("in the text");
        let key = json_key_before(text, value).map(|range| &text[range]);
        assert_eq!(key, Some(r#""b\"\\""#));
    }
}
