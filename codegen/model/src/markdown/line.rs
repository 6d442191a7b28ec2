//! Turns a description into one line, for a cell of a table of a page.

use super::inline::{Place, inlines};
use super::tree::{Block, Inline, Mark};
use super::trim::{link_urls, unwrapped};
use cratify_schema::text::in_code;

/// How much of a code block a line has, in characters.
const LONGEST_CODE: usize = 160;

/// A description in one line. Its paragraphs are apart, and its list items have lines of their own.
pub(super) fn line(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    add_lines(blocks, "", &mut lines);
    lines.join("<br>")
}

/// Adds the lines of blocks. The mark stands before the first of them.
fn add_lines(blocks: &[Block], mark: &str, lines: &mut Vec<String>) {
    for (index, block) in blocks.iter().enumerate() {
        let mark = if index == 0 { mark } else { "" };
        let text = match block {
            Block::Paragraph(content) => inlines(content, Place::PageCell),
            Block::Heading(_, content) => {
                let content = link_urls(unwrapped(content, &is_strong));
                let content = Inline::Marked(Mark::TwoStars, content);
                inlines(&[content], Place::PageCell)
            }
            Block::List(list) => {
                for item in &list.items {
                    add_lines(item, "• ", lines);
                }
                continue;
            }
            Block::Quote(blocks) => {
                add_lines(blocks, mark, lines);
                continue;
            }
            Block::Code(_, text) => in_code(&start_of_code(text)),
            Block::Table(table) => {
                for row in &table.rows {
                    let cells = row.iter().map(|cell| inlines(cell, Place::PageCell));
                    lines.push(cells.collect::<Vec<_>>().join(" | "));
                }
                continue;
            }
            Block::Rule => continue,
        };
        lines.push(format!("{mark}{text}"));
    }
}

fn is_strong(inline: &Inline) -> bool {
    matches!(
        inline,
        Inline::Marked(Mark::TwoStars | Mark::TwoUnderscores, _)
    )
}

/// Code in one line, cut where it gets long.
fn start_of_code(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    match text.char_indices().nth(LONGEST_CODE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
