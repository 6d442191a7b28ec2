//! Makes a tree of elements that are opened and closed one after the other.
//!
//! Markdown closes what it opens. HTML may close what is not open, or forget to: its elements end
//! with the element of Markdown that they are in, at the latest.

use std::mem::take;

use pulldown_cmark::Alignment;

use super::html::Meaning;
use super::open::{Element, Open, finished, in_line};
use super::tree::{Block, Inline, List, Table, plain_text};
use super::trim::{Space, trim};

/// How many elements may be nested. Deeper ones are moved up to this level: they are of no use to a reader, and to
/// write it takes a longer margin for each line.
const DEEPEST: usize = 24;

/// Builds the tree.
pub(super) struct Builder {
    /// The open elements from the root on; each is in the one before.
    stack: Vec<Open>,
    table: Option<Table>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            stack: vec![Open::new(Element::Root, None)],
            table: None,
        }
    }
}

impl Builder {
    fn top(&mut self) -> &mut Open {
        self.stack.last_mut().expect("the root is never closed")
    }

    /// Whether nothing more can be opened.
    pub(super) fn is_full(&self) -> bool {
        self.stack.len() >= DEEPEST
    }

    /// Opens an element of Markdown.
    pub(super) fn open(&mut self, element: Element) {
        self.push(element, None);
    }

    /// Closes the last element of Markdown, and what HTML opened in it.
    pub(super) fn close(&mut self) {
        while self.stack.len() > 1 {
            let is_markdown = self.top().tag.is_none();
            self.pop();
            if is_markdown {
                return;
            }
        }
    }

    /// Opens an element of HTML. Where there can be no blocks, it ends a line instead.
    pub(super) fn open_tag(&mut self, tag: Meaning, element: Element) {
        if self.is_full() {
            return;
        }
        if element.is_container() || matches!(element, Element::Heading(_)) {
            if !self.paragraph_break() {
                return;
            }
            if tag == Meaning::Item {
                self.prepare_item();
            }
        }
        self.push(element, Some(tag));
    }

    /// An item ends the one before, and is in a list.
    fn prepare_item(&mut self) {
        if self.top().tag == Some(Meaning::Item) {
            self.pop();
        }
        if !matches!(self.top().element, Element::List(_)) {
            let tag = Meaning::List { is_ordered: false };
            self.push(Element::List(None), Some(tag));
        }
    }

    /// Closes an element of HTML, if it was opened in the element of Markdown that is open.
    pub(super) fn close_tag(&mut self, tag: Meaning) {
        let is_same = |open: Meaning| match (open, tag) {
            (Meaning::Heading(_), Meaning::Heading(_)) => true,
            (open, tag) => open == tag,
        };
        let open = self.stack.iter().rev().map_while(|open| open.tag);
        let Some(inside) = open.map(is_same).position(|found| found) else {
            return;
        };
        for _ in 0..=inside {
            self.pop();
        }
    }

    /// Ends the paragraph that is open, so that a block can follow. False where no block can follow:
    /// in a heading, a cell or an element of Markdown within a paragraph.
    pub(super) fn paragraph_break(&mut self) -> bool {
        let stack = self.stack.iter().rev();
        let around = stack.skip_while(|open| open.tag.is_some() && !open.element.is_container());
        let is_possible = around.take(1).all(|open| open.element.is_container());
        if is_possible {
            self.end_paragraph();
        } else {
            self.soft_break();
        }
        is_possible
    }

    /// Ends the paragraph that is open, and what HTML opened in it.
    pub(super) fn end_paragraph(&mut self) {
        while self.top().tag.is_some() && !self.top().element.is_container() {
            self.pop();
        }
        self.top().end_paragraph();
    }

    /// The items of the list have paragraphs if the item that is open has one.
    pub(super) fn loosen(&mut self) {
        if let [.., list, item] = &mut self.stack[..]
            && matches!(item.element, Element::Item)
        {
            list.is_loose = true;
        }
    }

    pub(super) fn is_in_link(&self) -> bool {
        let mut stack = self.stack.iter();
        stack.any(|open| matches!(open.element, Element::Link(..)))
    }

    pub(super) fn block(&mut self, block: Block) {
        self.end_paragraph();
        self.top().block(block);
    }

    /// Adds text, which may have what a line does not.
    pub(super) fn text(&mut self, text: &str) {
        self.top().text(&in_line(text));
    }

    pub(super) fn code(&mut self, text: &str) {
        let text = in_line(text);
        self.top().inline(if text.trim().is_empty() {
            Inline::Text(" ".to_owned())
        } else {
            Inline::Code(text)
        });
    }

    pub(super) fn inline(&mut self, inline: Inline) {
        self.top().inline(inline);
    }

    pub(super) fn soft_break(&mut self) {
        self.top().line_break(Space::SoftBreak);
    }

    /// Ends a line. Two of these make a paragraph, as in `<br><br>`.
    pub(super) fn hard_break(&mut self) {
        let top = self.top();
        if top.element.is_container() && top.inlines.last() == Some(&Inline::HardBreak) {
            top.end_paragraph();
        } else {
            top.line_break(Space::HardBreak);
        }
    }

    pub(super) fn begin_table(&mut self, alignments: Vec<Alignment>) {
        self.end_paragraph();
        let rows = Vec::new();
        self.table = Some(Table { alignments, rows });
    }

    pub(super) fn begin_row(&mut self) {
        if let Some(table) = &mut self.table {
            table.rows.push(Vec::new());
        }
    }

    pub(super) fn end_table(&mut self) {
        if let Some(table) = self.table.take() {
            self.block(Block::Table(table));
        }
    }

    /// The tree.
    pub(super) fn finish(mut self) -> Vec<Block> {
        while self.stack.len() > 1 {
            self.pop();
        }
        self.end_paragraph();
        take(&mut self.top().blocks)
    }

    fn push(&mut self, element: Element, tag: Option<Meaning>) {
        if element.is_container() || matches!(element, Element::Heading(_)) {
            self.end_paragraph();
        }
        self.stack.push(Open::new(element, tag));
    }

    fn pop(&mut self) {
        let mut open = self.stack.pop().expect("only what was opened is closed");
        open.end_paragraph();
        let Open {
            element,
            is_loose,
            items,
            blocks,
            inlines,
            ..
        } = open;
        let outer = self.top();
        match element {
            Element::Root => unreachable!("the root is never closed"),
            Element::Quote if blocks.is_empty() => {}
            Element::Quote => outer.block(Block::Quote(blocks)),
            Element::List(_) if items.is_empty() => {}
            Element::List(start) => outer.block(Block::List(List {
                start,
                is_loose,
                items,
            })),
            // A number says something by itself.
            Element::Item if blocks.is_empty() && !outer.is_numbered() => {}
            Element::Item => outer.items.push(blocks),
            Element::Heading(level) => {
                let content = finished(inlines);
                if !content.is_empty() {
                    outer.block(Block::Heading(level, content));
                }
            }
            Element::Cell => {
                let row = self.table.as_mut().and_then(|table| table.rows.last_mut());
                if let Some(row) = row {
                    row.push(finished(inlines));
                }
            }
            Element::Mark(mark) => outer.inlines(apart(inlines, |content| {
                (!content.is_empty()).then_some(Inline::Marked(mark, content))
            })),
            Element::Code => outer.inlines(apart(inlines, |content| {
                let text = plain_text(&content);
                (!text.is_empty()).then_some(Inline::Code(text))
            })),
            Element::Link(to, title) => outer.inlines(apart(inlines, |label| {
                (!label.is_empty()).then_some(Inline::Link { to, title, label })
            })),
            Element::Image(source, title) => outer.inline(Inline::Image {
                source,
                title,
                alternative: plain_text(&inlines),
            }),
            Element::Hidden => {}
            Element::Plain(after) => {
                outer.inlines(inlines);
                outer.text(after);
            }
        }
    }
}

/// The inline that an element becomes, and the space at the ends of its content, which moves out of it.
fn apart(
    mut content: Vec<Inline>,
    make: impl FnOnce(Vec<Inline>) -> Option<Inline>,
) -> impl Iterator<Item = Inline> {
    let (before, after) = trim(&mut content);
    let (before, after) = (before.map(Inline::from), after.map(Inline::from));
    [before, make(content), after].into_iter().flatten()
}
