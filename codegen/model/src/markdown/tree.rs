//! The tree of a description, which can only express harmless Markdown: there is no raw HTML, code
//! has a language that rustdoc does not run, and links lead to the web.

use pulldown_cmark::Alignment;

use super::destination::Destination;
use super::language::Language;

/// An element that starts on a line of its own.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    Paragraph(Vec<Inline>),
    /// A heading and its level, from 1 on.
    Heading(usize, Vec<Inline>),
    List(List),
    Quote(Vec<Block>),
    Code(Language, String),
    Table(Table),
    /// A horizontal line.
    Rule,
}

/// A list, which has an item at least. Only items of ordered lists can be empty.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct List {
    /// The first number of an ordered list.
    pub start: Option<u64>,
    /// Whether its items are paragraphs of their own, with space between them.
    pub is_loose: bool,
    pub items: Vec<Vec<Block>>,
}

/// A table. The first row is its head.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table {
    pub alignments: Vec<Alignment>,
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// An element within a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Inline {
    /// Text that can be seen, without line breaks.
    Text(String),
    /// A code span.
    Code(String),
    /// Emphasis and the like.
    Marked(Mark, Vec<Inline>),
    Link {
        to: Destination,
        title: String,
        label: Vec<Inline>,
    },
    Image {
        source: Destination,
        title: String,
        alternative: String,
    },
    /// The end of a line of the source, which is a space to the reader.
    SoftBreak,
    /// The end of a line.
    HardBreak,
}

/// The characters around a text that give it emphasis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// `*`
    Star,
    /// `_`
    Underscore,
    /// `**`
    TwoStars,
    /// `__`
    TwoUnderscores,
    /// `~~`
    Tildes,
}

impl Mark {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Star => "*",
            Self::Underscore => "_",
            Self::TwoStars => "**",
            Self::TwoUnderscores => "__",
            Self::Tildes => "~~",
        }
    }
}

/// The text of inlines without markup. Images have none.
pub(super) fn plain_text(content: &[Inline]) -> String {
    let mut text = String::new();
    add_plain_text(content, &mut text);
    text
}

fn add_plain_text(content: &[Inline], text: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(more) | Inline::Code(more) => text.push_str(more),
            Inline::Marked(_, content) | Inline::Link { label: content, .. } => {
                add_plain_text(content, text);
            }
            Inline::Image { .. } => {}
            Inline::SoftBreak | Inline::HardBreak => text.push(' '),
        }
    }
}
