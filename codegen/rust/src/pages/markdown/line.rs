//! A description in one line, for a cell of a table.

use super::inline::{code_span, inline};
use super::{closes, fence, heading, list_item};

/// How long a summary is, in characters.
const LONGEST_SENTENCE: usize = 200;
/// How much of a code block a line has.
const LONGEST_CODE: usize = 160;

/// A description in one line. Its paragraphs are apart, and its list items have lines of their own.
pub(in super::super) fn line(text: &str) -> String {
    let segments: Vec<String> = segments(text)
        .into_iter()
        .map(|segment| segment.markdown())
        .collect();
    segments.join("<br>")
}

/// The first sentence of a description.
pub(in super::super) fn sentence(text: &str) -> String {
    let prose = segments(text)
        .into_iter()
        .find(|segment| matches!(segment, Segment::Prose(_)));
    let text = prose.map(|segment| segment.markdown()).unwrap_or_default();
    let (end, whole) = sentence_end(&text);
    if whole {
        text[..end].to_owned()
    } else {
        format!(
            "{}…",
            text[..end].trim_end_matches([',', ';', ':', '.', ' '])
        )
    }
}

enum Segment {
    Prose(String),
    Heading(String),
    Item(String),
    Code(String),
}

impl Segment {
    fn markdown(&self) -> String {
        match self {
            Self::Prose(text) => inline(text),
            Self::Heading(text) => format!("**{}**", inline(&text.replace("**", ""))),
            Self::Item(text) => format!("• {}", inline(text)),
            Self::Code(text) => match text.char_indices().nth(LONGEST_CODE) {
                Some((end, _)) => cratify_schema::text::in_code(&format!("{}…", &text[..end])),
                None => cratify_schema::text::in_code(text),
            },
        }
    }
}

fn segments(text: &str) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut open: Option<(char, usize)> = None;
    let mut fresh = true;
    for line in text.lines() {
        let line = line.trim();
        if let Some((mark, length)) = open {
            match segments.last_mut() {
                _ if closes(line, mark, length) => (open, fresh) = (None, true),
                Some(Segment::Code(code)) => join(code, line),
                _ => {}
            }
            continue;
        }
        if let Some((mark, length, _)) = fence(line) {
            open = Some((mark, length));
            segments.push(Segment::Code(String::new()));
            continue;
        }
        let is_rule = line.len() > 1
            && (line.bytes().all(|byte| byte == b'-') || line.bytes().all(|byte| byte == b'='));
        if line.is_empty() || is_rule {
            fresh = true;
            continue;
        }
        let line = line.trim_start_matches('>').trim_start();
        if let Some((_, title)) = heading(line) {
            segments.push(Segment::Heading(title.to_owned()));
            fresh = true;
        } else if let Some((_, item)) = list_item(line) {
            segments.push(Segment::Item(item.to_owned()));
            fresh = false;
        } else {
            match segments.last_mut() {
                Some(Segment::Prose(text) | Segment::Item(text)) if !fresh => join(text, line),
                _ => segments.push(Segment::Prose(line.to_owned())),
            }
            fresh = false;
        }
    }
    segments.retain(|segment| {
        let (Segment::Prose(text)
        | Segment::Heading(text)
        | Segment::Item(text)
        | Segment::Code(text)) = segment;
        !text.is_empty()
    });
    segments
}

fn join(text: &mut String, line: &str) {
    if !text.is_empty() && !line.is_empty() {
        text.push(' ');
    }
    text.push_str(line);
}

/// Where the first sentence of a line ends, and whether it does end there. Neither code nor links
/// are cut in two.
fn sentence_end(text: &str) -> (usize, bool) {
    let mut at = 0;
    let mut count = 0;
    let mut last_space = 0;
    while let Some(character) = text[at..].chars().next() {
        let whole = match character {
            '`' => code_span(&text[at..]).map(|(_, length)| length),
            '[' => text[at..]
                .find(')')
                .map(|end| end + 1)
                .filter(|end| text[at..at + end].contains("](")),
            _ => None,
        };
        let length = whole.unwrap_or(character.len_utf8());
        let next = &text[at + length..];
        if matches!(character, '.' | '!' | '?')
            && next.starts_with(' ')
            && !is_abbreviation(&text[..at], next)
        {
            return (at + 1, true);
        }
        if character == ' ' {
            last_space = at;
        }
        count += text[at..at + length].chars().count();
        if count > LONGEST_SENTENCE && last_space > 0 {
            return (last_space, false);
        }
        at += length;
    }
    (text.len(), true)
}

/// Whether a full stop is that of `e.g.` and the like, or is followed by a small letter.
fn is_abbreviation(before: &str, next: &str) -> bool {
    let word = before.rsplit([' ', '(']).next().unwrap_or_default();
    ["e.g", "i.e", "etc", "vs", "cf"].contains(&word)
        || next.trim_start().starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{line, sentence};

    #[test]
    fn a_line_keeps_what_is_said() {
        assert_eq!(
            line("# A\nOne\ntwo.\n\nThree:\n\n* x\n  y\n* z\n\n```json\n{ \"a\":\n 1 }\n```\nEnd"),
            "**A**<br>One two.<br>Three:<br>• x y<br>• z<br>`{ \"a\": 1 }`<br>End"
        );
        assert_eq!(line(" \n\n"), "");
    }

    #[test]
    fn a_sentence_ends_where_it_does() {
        assert_eq!(sentence("A id, e.g. `a. B`. More."), "A id, e.g. `a. B`.");
        assert_eq!(
            sentence("See [x. Y](https://x.y). More"),
            "See [x. Y](https://x.y)."
        );
        assert_eq!(sentence("# Title\n\nText"), "Text");
        assert_eq!(sentence(&"word ".repeat(60)).chars().count(), 200);
    }
}
