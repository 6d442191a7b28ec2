//! Turns a description into the label of a link.

use super::tree::{Block, Inline, List, Table};

/// All of a description within one line.
pub(super) fn label(blocks: &[Block]) -> Vec<Inline> {
    let mut label = Vec::new();
    add(blocks, &mut label);
    label
}

fn add(blocks: &[Block], label: &mut Vec<Inline>) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading(_, content) => add_part(content, label),
            Block::List(List { items, .. }) => items.iter().for_each(|item| add(item, label)),
            Block::Quote(blocks) => add(blocks, label),
            Block::Code(_, text) => {
                let words: Vec<&str> = text.split_whitespace().collect();
                add_part(&[Inline::Code(words.join(" "))], label);
            }
            Block::Table(Table { rows, .. }) => {
                rows.iter().flatten().for_each(|cell| add_part(cell, label));
            }
            Block::Rule => {}
        }
    }
}

/// Adds inlines, set off by a space.
fn add_part(content: &[Inline], label: &mut Vec<Inline>) {
    if !label.is_empty() && !content.is_empty() {
        label.push(Inline::SoftBreak);
    }
    label.extend_from_slice(content);
}
