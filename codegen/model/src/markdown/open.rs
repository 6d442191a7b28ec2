//! Keeps an element that is not closed yet, with its content so far.

use std::mem::take;

use cratify_schema::text::without_unseen;

use super::destination::Destination;
use super::html::Meaning;
use super::tree::{Block, Inline, Mark};
use super::trim::{Space, link_urls, trim, trim_end};

/// An element that can be open.
#[derive(Debug)]
pub(super) enum Element {
    Root,
    Quote,
    /// A list, and the first number of an ordered one.
    List(Option<u64>),
    Item,
    Heading(usize),
    Cell,
    Mark(Mark),
    Code,
    /// A link with its title.
    Link(Destination, String),
    /// An image with its title. Its content is what is shown without it.
    Image(Destination, String),
    /// No element: its content stands for itself, and this text behind it.
    Plain(&'static str),
    /// An element whose content is skipped.
    Hidden,
}

impl Element {
    /// Whether blocks stand in it.
    pub(super) fn is_container(&self) -> bool {
        matches!(self, Self::Root | Self::Quote | Self::List(_) | Self::Item)
    }
}

/// An open element.
#[derive(Debug)]
pub(super) struct Open {
    pub element: Element,
    /// The tag that opened it, in HTML.
    pub tag: Option<Meaning>,
    pub is_loose: bool,
    /// The items of a list.
    pub items: Vec<Vec<Block>>,
    pub blocks: Vec<Block>,
    /// In a container, the inlines of a paragraph that has not ended.
    pub inlines: Vec<Inline>,
}

impl Open {
    pub(super) fn new(element: Element, tag: Option<Meaning>) -> Self {
        Self {
            element,
            tag,
            is_loose: false,
            items: Vec::new(),
            blocks: Vec::new(),
            inlines: Vec::new(),
        }
    }

    pub(super) fn is_numbered(&self) -> bool {
        matches!(self.element, Element::List(Some(_)))
    }

    pub(super) fn block(&mut self, block: Block) {
        self.end_paragraph();
        match self.element {
            Element::List(_) => self.items.push(vec![block]),
            _ => self.blocks.push(block),
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        if self.element.is_container() {
            let content = finished(take(&mut self.inlines));
            if !content.is_empty() {
                self.block(Block::Paragraph(content));
            }
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        let starts_line = match self.inlines.last() {
            Some(last) => matches!(last, Inline::SoftBreak | Inline::HardBreak),
            None => self.element.is_container(),
        };
        let text = if starts_line { text.trim_start() } else { text };
        match self.inlines.last_mut() {
            _ if text.is_empty() => {}
            Some(Inline::Text(before)) => before.push_str(text),
            _ => self.inlines.push(Inline::Text(text.to_owned())),
        }
    }

    pub(super) fn inline(&mut self, inline: Inline) {
        match inline {
            Inline::Text(text) => self.text(&text),
            Inline::SoftBreak => self.line_break(Space::SoftBreak),
            Inline::HardBreak => self.line_break(Space::HardBreak),
            other => self.inlines.push(other),
        }
    }

    pub(super) fn inlines(&mut self, inlines: impl IntoIterator<Item = Inline>) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    /// Ends a line. Between two lines there is one break, the widest.
    pub(super) fn line_break(&mut self, line_break: Space) {
        let before = trim_end(&mut self.inlines);
        if !self.inlines.is_empty() || !self.element.is_container() {
            let widest = before.map_or(line_break, |before| before.max(line_break));
            self.inlines.push(widest.into());
        }
    }
}

/// Text without what a line cannot have: entities can stand for any character.
pub(super) fn in_line(text: &str) -> String {
    let text = without_unseen(text);
    if text.contains('\n') || text.contains('\t') {
        text.replace(['\n', '\t'], " ")
    } else {
        text.into_owned()
    }
}

/// The content of a paragraph or the like.
pub(super) fn finished(mut content: Vec<Inline>) -> Vec<Inline> {
    trim(&mut content);
    link_urls(content)
}
