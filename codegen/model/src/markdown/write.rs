//! Turns blocks into the lines of Markdown that a doc comment or a page has.

use pulldown_cmark::Alignment;

use super::inline::{Place, inlines};
use super::tree::{Block, Inline, List, Table, plain_text};
use super::wrap::wrapped;

/// The lines of a description whose headings are below one of the level `under`. The lines of paragraphs have at most `width`
/// characters, if it is given.
pub(super) fn lines(blocks: &[Block], under: usize, width: Option<usize>) -> Vec<String> {
    let mut writer = Writer {
        under,
        width,
        lines: Vec::new(),
    };
    writer.blocks(blocks, true);
    writer.lines
}

struct Writer {
    under: usize,
    /// The most characters of a line of a paragraph.
    width: Option<usize>,
    lines: Vec<String>,
}

impl Writer {
    fn blocks(&mut self, blocks: &[Block], is_loose: bool) {
        let mut bullet = '-';
        for (index, block) in blocks.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| &blocks[before]);
            if before.is_some_and(|before| is_loose || !may_follow(before, block)) {
                self.lines.push(String::new());
            }
            // Two lists of the same kind would be one.
            bullet = match before {
                Some(Block::List(_)) if bullet == '-' => '*',
                _ => '-',
            };
            self.block(block, bullet);
        }
    }

    fn block(&mut self, block: &Block, bullet: char) {
        match block {
            Block::Paragraph(content) => {
                let text = inlines(content, Place::Paragraph);
                // Without a limit, the lines stay as in the document.
                let width = self.width.unwrap_or(usize::MAX);
                self.lines.extend(wrapped(&text, width));
            }
            Block::Heading(level, content) => {
                let text = inlines(content, Place::Line);
                self.lines.push(heading(self.under + level, &text));
            }
            Block::List(list) => self.list(list, bullet),
            Block::Quote(blocks) => self.inside("> ", "> ", blocks, true),
            Block::Code(language, text) => {
                let fence = fence(text);
                self.lines.push(format!("{fence}{}", language.as_str()));
                self.lines
                    .extend(text.split('\n').map(|line| line.trim_end().to_owned()));
                self.lines.push(fence);
            }
            Block::Table(table) => self.table(table),
            Block::Rule => self.lines.push("---".to_owned()),
        }
    }

    fn list(&mut self, list: &List, bullet: char) {
        for (index, item) in list.items.iter().enumerate() {
            if index > 0 && list.is_loose {
                self.lines.push(String::new());
            }
            let marker = match list.start {
                None => format!("{bullet} "),
                Some(start) => {
                    let number = start.saturating_add(index as u64).min(LAST_NUMBER);
                    format!("{number}{} ", if bullet == '-' { '.' } else { ')' })
                }
            };
            let margin = " ".repeat(marker.len());
            self.inside(&marker, &margin, item, list.is_loose);
        }
    }

    /// Blocks that have a margin, which is another one in their first line.
    fn inside(&mut self, first: &str, margin: &str, blocks: &[Block], is_loose: bool) {
        let start = self.lines.len();
        let width = self.width;
        self.width = width.map(|width| width.saturating_sub(margin.len()));
        self.blocks(blocks, is_loose);
        self.width = width;
        if let [Block::Rule, ..] = blocks {
            // With the marker of a list before it, a row of `-` is all of one line.
            "___".clone_into(&mut self.lines[start]);
        }
        if blocks.is_empty() {
            self.lines.push(String::new());
        }
        for (index, line) in self.lines[start..].iter_mut().enumerate() {
            let margin = if index == 0 { first } else { margin };
            *line = if line.is_empty() {
                margin.trim_end().to_owned()
            } else {
                format!("{margin}{line}")
            };
        }
    }

    fn table(&mut self, table: &Table) {
        for (index, row) in table.rows.iter().enumerate() {
            let mut line = "|".to_owned();
            for column in 0..table.alignments.len() {
                let cell: &[Inline] = row.get(column).map_or(&[], Vec::as_slice);
                let text = inlines(cell, Place::Cell);
                line.push(' ');
                line.push_str(&text);
                line.push_str(if text.is_empty() { "|" } else { " |" });
            }
            self.lines.push(line);
            if index == 0 {
                self.lines.push(delimiter_row(&table.alignments));
            }
        }
    }
}

/// A list item cannot have a larger number.
const LAST_NUMBER: u64 = 999_999_999;

/// Whether a block can stand in the line after another one.
fn may_follow(before: &Block, block: &Block) -> bool {
    match block {
        Block::Paragraph(_) | Block::Table(_) | Block::Rule => false,
        Block::Quote(_) => !matches!(before, Block::Quote(_)),
        // After a bar, `- |` is the line below the head of a table.
        Block::List(_) if matches!(before, Block::Paragraph(content) if plain_text(content).contains('|')) => {
            false
        }
        Block::List(list) => !list.items[0].is_empty() && list.start.is_none_or(|start| start == 1),
        Block::Heading(..) | Block::Code(..) => true,
    }
}

/// A line with a heading.
pub(super) fn heading(level: usize, text: &str) -> String {
    let content = text.trim_end_matches('#');
    // A row of `#` at the end is not shown.
    let closing = if content.len() < text.len() && (content.is_empty() || content.ends_with(' ')) {
        "\\"
    } else {
        ""
    };
    let marks = "#".repeat(level.min(6));
    format!("{marks} {content}{closing}{}", &text[content.len()..])
}

/// A fence that is not in the text.
fn fence(text: &str) -> String {
    let runs = text.split(|character| character != '`').map(str::len);
    "`".repeat(runs.max().unwrap_or_default().max(2) + 1)
}

fn delimiter_row(alignments: &[Alignment]) -> String {
    let mut row = "|".to_owned();
    for alignment in alignments {
        row.push_str(match alignment {
            Alignment::None => " --- |",
            Alignment::Left => " :-- |",
            Alignment::Center => " :-: |",
            Alignment::Right => " --: |",
        });
    }
    row
}
