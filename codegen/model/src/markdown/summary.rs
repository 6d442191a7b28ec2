//! Turns a description into one line without markup, for the manifest of a package.

use super::tree::{Block, Inline, plain_text};

/// The longest summary, in characters. Cargo itself has no limit and crates.io a higher one, but
/// search results show no more than this.
const LONGEST: usize = 300;

/// A shorter first sentence is more of a title than a summary.
const SHORTEST_SENTENCE: usize = 60;

/// The text of the first paragraph that has text; `None` if no paragraph has.
pub(super) fn summary(blocks: &[Block]) -> Option<String> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(content) => text_of(content),
        Block::Quote(blocks) => summary(blocks),
        Block::List(list) => list.items.iter().find_map(|item| summary(item)),
        // These are not sentences.
        Block::Heading(..) | Block::Code(..) | Block::Table(_) | Block::Rule => None,
    })
}

fn text_of(content: &[Inline]) -> Option<String> {
    let text = plain_text(content);
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| shortened(words.join(" ")))
}

/// Whole sentences if they say enough, otherwise whole words.
fn shortened(text: String) -> String {
    let Some((limit, _)) = text.char_indices().nth(LONGEST) else {
        return text;
    };
    let head = &text[..limit];
    let sentence = head.rmatch_indices(". ").map(|(at, _)| at + 1).next();
    if let Some(end) = sentence.filter(|end| *end >= SHORTEST_SENTENCE) {
        return head[..end].to_owned();
    }
    // Room for the ellipsis, which is one character.
    let end = head.char_indices().last().map_or(0, |(at, _)| at);
    let words = head[..end]
        .rsplit_once(' ')
        .map_or(&head[..end], |(words, _)| words);
    format!("{}\u{2026}", words.trim_end_matches([',', ';', ':', ' ']))
}
