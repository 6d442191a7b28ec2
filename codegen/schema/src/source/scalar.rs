//! Turns a character of a string into the range of the text that spells it.

use std::ops::Range;

/// The range of the character with this index, counted from 0, in a string that is written in `range`. `None` if
/// the range does not spell the value character by character: a folded line, an alias.
pub(super) fn character(
    text: &str,
    range: Range<usize>,
    value: &str,
    index: usize,
) -> Option<Range<usize>> {
    let written = &text[range.clone()];
    let quote = written
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\''));
    let content = match quote {
        Some(quote) => written[1..].strip_suffix(quote)?,
        None => written,
    };
    let start = range.start + usize::from(quote.is_some());
    let mut found = None;
    let mut at = 0;
    for (position, expected) in value.chars().enumerate() {
        let rest = &content[at..];
        let length = match quote {
            Some('"') if rest.starts_with('\\') => escape(rest)?,
            Some('\'') if rest.starts_with("''") => 2,
            _ if rest.starts_with(expected) => expected.len_utf8(),
            _ => return None,
        };
        if position == index {
            found = Some(start + at..start + at + length);
        }
        at += length;
    }
    found.filter(|_| at == content.len())
}

/// The length of the escape that a text begins with; a pair of surrogates is one character.
fn escape(text: &str) -> Option<usize> {
    let length = match text.as_bytes().get(1)? {
        b'x' => 4,
        b'u' => {
            let is_high = text.get(2..4).is_some_and(|digits| {
                u8::from_str_radix(digits, 16).is_ok_and(|high| (0xd8..0xdc).contains(&high))
            });
            if is_high { 12 } else { 6 }
        }
        b'U' => 10,
        _ => 2,
    };
    text.is_char_boundary(length).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::character;
    use crate::diagnostic::Diagnostics;
    use crate::source::{Part, Pointer, Source};

    #[test]
    fn characters_of_every_style() {
        for (text, index, expected) in [
            (r"a(b", 1, Some("(")),
            (r#""a\\(b""#, 2, Some("(")),
            (r#""\u00e9\ud83d\ude00(""#, 2, Some("(")),
            (r#""é😀(""#, 2, Some("(")),
            (r#""\\d""#, 0, Some(r"\\")),
            ("'it''s('", 2, Some("''")),
            ("'it''s('", 4, Some("(")),
            ("a", 1, None),
        ] {
            let json = serde_json::from_str(text).ok();
            let value: String = json
                .or_else(|| serde_yaml::from_str(text).ok())
                .expect("a string");
            let found = character(text, 0..text.len(), &value, index);
            assert_eq!(found.map(|range| &text[range]), expected, "{text}");
        }
        assert_eq!(character("a b", 0..3, "a\nb", 2), None);
    }

    #[test]
    fn a_source_without_the_character_has_the_value() {
        for (text, expected) in [("p: 'a('", "("), ("p: >\n  a\n  (\n", "a"), ("p: 3", "3")] {
            let source = Source::parse("a.yaml".into(), text.to_owned(), &mut Diagnostics::new());
            let source = source.expect("a document");
            let pointer = Pointer::parse("/p").expect("a pointer");
            let range = source.locate(&pointer, Part::Character(1));
            assert!(source.text[range].starts_with(expected), "{text}");
        }
    }
}
