//! Turns Markdown into a tree: the elements that the parser finds, with raw HTML replaced by Markdown.

use pulldown_cmark::{
    CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag as Start, TagEnd,
};

use cratify_schema::text::{one_line, without_unseen};

use super::build::Builder;
use super::destination::Destination;
use super::html::{Meaning, Tag, preformatted};
use super::language::Language;
use super::nesting::bounded;
use super::open::Element;
use super::prose::prose;
use super::tree::{Block, Inline, Mark};

/// The extensions of `CommonMark` that documents use and that both rustdoc and GitHub read.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// Reads a description.
pub(super) fn read(text: &str) -> Vec<Block> {
    prose(text).unwrap_or_else(|| parse(text))
}

/// Reads a description with the parser.
pub(super) fn parse(text: &str) -> Vec<Block> {
    Reader::default().read(text)
}

/// Reads a description without its images.
pub(super) fn read_without_images(text: &str) -> Vec<Block> {
    prose(text).unwrap_or_else(|| {
        let reader = Reader {
            hides_images: true,
            ..Reader::default()
        };
        reader.read(text)
    })
}

#[derive(Default)]
struct Reader {
    builder: Builder,
    /// The code block that is open.
    code: Option<(Language, String)>,
    /// The block of HTML that is open.
    html: Option<String>,
    /// How many elements are open that are not made, since they are too deep.
    left_out: usize,
    hides_images: bool,
}

impl Reader {
    fn read(mut self, text: &str) -> Vec<Block> {
        let text = without_unseen(text);
        let text = bounded(&text);
        for (event, range) in Parser::new_ext(&text, OPTIONS).into_offset_iter() {
            self.event(event, text.as_bytes().get(range.start).copied());
        }
        self.builder.finish()
    }

    /// Takes in what the parser found, and the character of the source that it begins with.
    fn event(&mut self, event: Event<'_>, first: Option<u8>) {
        match event {
            Event::Start(start) => self.start(start, first),
            Event::End(end) => self.end(end),
            Event::Text(text) => match &mut self.code {
                Some((_, code)) => code.push_str(&text),
                None => self.builder.text(&text),
            },
            Event::Code(text) => self.builder.code(&text),
            Event::Html(text) => match &mut self.html {
                Some(html) => html.push_str(&text),
                None => self.tag(&text),
            },
            Event::InlineHtml(text) => self.tag(&text),
            Event::SoftBreak => self.builder.soft_break(),
            Event::HardBreak => self.builder.hard_break(),
            Event::Rule => self.builder.block(Block::Rule),
            // Extensions that are not enabled.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.builder.text(&text);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, start: Start<'_>, first: Option<u8>) {
        let element = match start {
            Start::Paragraph => {
                self.builder.end_paragraph();
                return self.builder.loosen();
            }
            Start::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => Language::of(&info),
                    CodeBlockKind::Indented => Language::TEXT,
                };
                self.code = Some((language, String::new()));
                return;
            }
            Start::HtmlBlock => {
                self.html = Some(String::new());
                return;
            }
            Start::Table(alignments) => return self.builder.begin_table(alignments),
            Start::TableHead | Start::TableRow => return self.builder.begin_row(),
            // These have no elements of their own depth.
            Start::TableCell => return self.builder.open(Element::Cell),
            Start::Heading { level, .. } => {
                return self.builder.open(Element::Heading(level_of(level)));
            }
            Start::BlockQuote(_) => Element::Quote,
            Start::List(start) => Element::List(start),
            Start::Item => Element::Item,
            Start::Emphasis if first == Some(b'_') => Element::Mark(Mark::Underscore),
            Start::Emphasis => Element::Mark(Mark::Star),
            Start::Strong if first == Some(b'_') => Element::Mark(Mark::TwoUnderscores),
            Start::Strong => Element::Mark(Mark::TwoStars),
            Start::Strikethrough => Element::Mark(Mark::Tildes),
            Start::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.link(link_type, &dest_url, &title),
            Start::Image { .. } if self.hides_images => Element::Hidden,
            Start::Image {
                dest_url, title, ..
            } => match Destination::new(&dest_url).filter(Destination::is_web) {
                Some(source) => Element::Image(source, one_line(&title)),
                None => Element::Plain(""),
            },
            // Extensions that are not enabled.
            _ => Element::Plain(""),
        };
        if self.left_out > 0 || self.builder.is_full() {
            self.left_out += 1;
            if element.is_container() {
                self.builder.end_paragraph();
            }
        } else {
            self.builder.open(element);
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Paragraph => self.builder.end_paragraph(),
            TagEnd::CodeBlock => {
                if let Some((language, text)) = self.code.take() {
                    self.code_block(language, &text);
                }
            }
            TagEnd::HtmlBlock => {
                let html = self.html.take().unwrap_or_default();
                self.html_block(&html);
                self.builder.end_paragraph();
            }
            TagEnd::Table => self.builder.end_table(),
            TagEnd::TableHead | TagEnd::TableRow => {}
            TagEnd::TableCell | TagEnd::Heading(_) => self.builder.close(),
            _ if self.left_out > 0 => {
                self.left_out -= 1;
                if matches!(end, TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::List(_)) {
                    self.builder.end_paragraph();
                }
            }
            _ => self.builder.close(),
        }
    }

    fn code_block(&mut self, language: Language, text: &str) {
        let text = text.replace('\t', "    ");
        if !text.trim().is_empty() {
            let text = text.trim_end().to_owned();
            self.builder.block(Block::Code(language, text));
        }
    }

    /// A link that leads to no page is its label.
    fn link(&mut self, link_type: LinkType, url: &str, title: &str) -> Element {
        match Destination::new(url) {
            Some(to) if !self.builder.is_in_link() => Element::Link(to, one_line(title)),
            None if matches!(link_type, LinkType::Autolink | LinkType::Email) => {
                // Few who write `Name <name@host>` or `<name:value>` mean a link.
                self.builder.text("<");
                Element::Plain(">")
            }
            _ => Element::Plain(""),
        }
    }

    /// Reads a block of HTML once more as a paragraph, so that the Markdown in it is read too.
    fn html_block(&mut self, html: &str) {
        let html = html.trim();
        if let Some(text) = preformatted(html) {
            return self.code_block(Language::TEXT, text.trim_matches('\n'));
        }
        // After another character there is no block of HTML, and on one line nothing else is a block.
        let mut line = "x".to_owned();
        for part in html.lines() {
            line.push_str(part.trim());
            line.push(' ');
        }
        let mut is_first = true;
        for (event, range) in Parser::new_ext(&line, OPTIONS).into_offset_iter() {
            match event {
                Event::Start(Start::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                Event::Text(text) if is_first => {
                    is_first = false;
                    self.builder.text(text.strip_prefix('x').unwrap_or(&text));
                }
                event => self.event(event, line.as_bytes().get(range.start).copied()),
            }
        }
    }

    /// Takes in a tag, a comment or other raw HTML.
    fn tag(&mut self, html: &str) {
        let Some(tag) = Tag::read(html) else {
            if !html.starts_with("<!--") {
                self.builder.text(html);
            }
            return;
        };
        let builder = &mut self.builder;
        match tag.meaning {
            Meaning::Image if self.hides_images => {}
            Meaning::Nothing => {}
            Meaning::HardBreak => builder.hard_break(),
            Meaning::Cell => builder.text(" "),
            Meaning::Paragraph => {
                builder.paragraph_break();
            }
            Meaning::Rule => {
                if builder.paragraph_break() {
                    builder.block(Block::Rule);
                }
            }
            Meaning::Image => {
                let alternative = tag.attribute("alt").unwrap_or_default();
                let source = tag.attribute("src");
                let source = source.and_then(|source| Destination::new(&source));
                match source.filter(Destination::is_web) {
                    Some(source) => builder.inline(Inline::Image {
                        source,
                        title: String::new(),
                        alternative: one_line(&alternative),
                    }),
                    None => builder.text(&alternative),
                }
            }
            meaning if tag.is_end => builder.close_tag(meaning),
            Meaning::Mark(mark) => builder.open_tag(tag.meaning, Element::Mark(mark)),
            Meaning::Code => builder.open_tag(tag.meaning, Element::Code),
            Meaning::Link => {
                let url = tag.attribute("href").filter(|_| !builder.is_in_link());
                let element = match url.and_then(|url| Destination::new(&url)) {
                    Some(to) => Element::Link(to, String::new()),
                    None => Element::Plain(""),
                };
                builder.open_tag(tag.meaning, element);
            }
            Meaning::Heading(level) => builder.open_tag(tag.meaning, Element::Heading(level)),
            Meaning::Quote => builder.open_tag(tag.meaning, Element::Quote),
            Meaning::List { is_ordered } => {
                let start = is_ordered.then_some(1);
                builder.open_tag(tag.meaning, Element::List(start));
            }
            Meaning::Item => builder.open_tag(tag.meaning, Element::Item),
        }
    }
}

fn level_of(level: HeadingLevel) -> usize {
    level as usize
}
