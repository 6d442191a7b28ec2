//! Turns a description into its first sentence.

use super::inline::{Place, inlines};
use super::tree::{Block, Inline, plain_text};
use super::trim::trim_end;

/// How long a sentence is, in characters.
const LONGEST: usize = 200;

/// The first sentence of the first paragraph that does not stand in a list. Neither code nor links
/// nor what has emphasis are cut in two.
pub(super) fn sentence(blocks: &[Block]) -> String {
    let Some(content) = first_paragraph(blocks) else {
        return String::new();
    };
    let end = end_of_sentence(content);
    let mut kept = content[..end.index].to_vec();
    if let Some(Inline::Text(text)) = content.get(end.index) {
        kept.push(Inline::Text(text[..end.at].to_owned()));
    }
    trim_end(&mut kept);
    if !end.is_cut {
        return inlines(&kept, Place::Line);
    }
    if let Some(Inline::Text(text)) = kept.last_mut() {
        let length = text.trim_end_matches([',', ';', ':', '.', ' ']).len();
        text.truncate(length);
    }
    format!("{}…", inlines(&kept, Place::Line))
}

fn first_paragraph(blocks: &[Block]) -> Option<&[Inline]> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(content) => Some(&content[..]),
        Block::Quote(blocks) => first_paragraph(blocks),
        _ => None,
    })
}

/// A place in a paragraph: before what is at the index, or in it, if it is text.
struct End {
    index: usize,
    at: usize,
    /// Whether the sentence goes on.
    is_cut: bool,
}

fn end_of_sentence(content: &[Inline]) -> End {
    let mut count = 0;
    let mut last_space = None;
    for (index, inline) in content.iter().enumerate() {
        let Inline::Text(text) = inline else {
            if matches!(inline, Inline::SoftBreak | Inline::HardBreak) {
                last_space = Some((index, 0));
            }
            count += plain_text(&content[index..=index]).chars().count();
            continue;
        };
        for (at, character) in text.char_indices() {
            let is_end = matches!(character, '.' | '!' | '?')
                && is_end_of_sentence(&text[..at], &text[at + 1..], content.get(index + 1));
            if is_end {
                let at = at + 1;
                return End {
                    index,
                    at,
                    is_cut: false,
                };
            }
            if character == ' ' {
                last_space = Some((index, at));
            }
            count += 1;
            if let (Some((index, at)), true) = (last_space, count > LONGEST) {
                return End {
                    index,
                    at,
                    is_cut: true,
                };
            }
        }
    }
    End {
        index: content.len(),
        at: 0,
        is_cut: false,
    }
}

/// Whether a full stop ends a sentence, and not an abbreviation such as `e.g.`.
fn is_end_of_sentence(before: &str, after: &str, next: Option<&Inline>) -> bool {
    let is_at_space = match next {
        Some(Inline::SoftBreak | Inline::HardBreak) => after.is_empty() || after.starts_with(' '),
        _ => after.starts_with(' '),
    };
    let is_abbreviation = || {
        let word = before.rsplit([' ', '(']).next().unwrap_or_default();
        ["e.g", "i.e", "etc", "vs", "cf"].contains(&word)
    };
    is_at_space && !after.trim_start().starts_with(char::is_lowercase) && !is_abbreviation()
}
