//! Writes inlines as Markdown with as few escapes as possible. It adds escapes until the parser reads the same text.

use std::borrow::Cow;

use super::destination::Destination;
use super::read::read;
use super::tree::{Block, Inline};
use super::trim::{link_urls, unwrapped};
use cratify_schema::text::in_code;

/// Where inlines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In lines of their own.
    Paragraph,
    /// In one line, such as a heading.
    Line,
    /// In a cell of a table of the document.
    Cell,
    /// In a cell of a table of a page, which may have `<br>` in it.
    PageCell,
}

/// The Markdown of a paragraph, a heading or a cell.
pub(super) fn inlines(content: &[Inline], place: Place) -> String {
    let content = match place {
        Place::Paragraph => Cow::Borrowed(content),
        Place::Line | Place::Cell => Cow::Owned(on_one_line(content, false)),
        Place::PageCell => Cow::Owned(on_one_line(content, true)),
    };
    let text = if content.iter().any(is_ambiguous) {
        write_ambiguous(&content, place)
    } else {
        Writer::new(place, Careful::Least).write(&content)
    };
    match place {
        Place::Paragraph => guard_lines(&text),
        _ => text,
    }
}

/// Writes inlines with as little as they need to be read as what they are. Marks that are not read
/// as marks in any case, since they stand too close to something else, are left out.
fn write_ambiguous(content: &[Inline], place: Place) -> String {
    // The content of a cell is read as a line is.
    let read_place = if place == Place::Cell {
        Place::Line
    } else {
        place
    };
    let is_read = |careful: &Careful| {
        let text = Writer::new(read_place, *careful).write(content);
        read(&guard_lines(&text)) == [Block::Paragraph(content.to_vec())]
    };
    let steps = [Careful::Least, Careful::Most];
    if let Some(careful) = steps.into_iter().find(is_read) {
        return Writer::new(place, careful).write(content);
    }
    let is_mark = |inline: &Inline| matches!(inline, Inline::Marked(..));
    let content = link_urls(unwrapped(content, &is_mark));
    Writer::new(place, Careful::Most).write(&content)
}

/// The inlines with a space for each break, but for hard ones where these are kept.
pub(super) fn on_one_line(content: &[Inline], keeps_hard: bool) -> Vec<Inline> {
    let mut line: Vec<Inline> = Vec::with_capacity(content.len());
    let mut add = |inline: Inline| match (line.last_mut(), inline) {
        (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
        (_, inline) => line.push(inline),
    };
    for inline in content {
        match inline {
            Inline::HardBreak if keeps_hard => add(Inline::HardBreak),
            Inline::SoftBreak | Inline::HardBreak => add(Inline::Text(" ".to_owned())),
            Inline::Marked(mark, content) => {
                add(Inline::Marked(*mark, on_one_line(content, keeps_hard)));
            }
            Inline::Link { to, title, label } => add(Inline::Link {
                to: to.clone(),
                title: title.clone(),
                label: on_one_line(label, keeps_hard),
            }),
            other => add(other.clone()),
        }
    }
    line
}

/// Whether it has characters that may be marks, or marks that may be text: that depends on what is
/// around them.
fn is_ambiguous(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.contains(['*', '_', '~']),
        Inline::Link { label, .. } => label.iter().any(is_ambiguous),
        Inline::Marked(..) => true,
        _ => false,
    }
}

/// Which characters are escaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Careful {
    /// The signs that are never text.
    Least,
    /// The signs that may be marks as well.
    Most,
}

struct Writer {
    place: Place,
    careful: Careful,
    out: String,
    /// Where the last code span ends.
    code_end: usize,
}

impl Writer {
    fn new(place: Place, careful: Careful) -> Self {
        Self {
            place,
            careful,
            out: String::new(),
            code_end: 0,
        }
    }

    fn write(mut self, content: &[Inline]) -> String {
        self.inlines(content);
        self.out
    }

    fn inlines(&mut self, content: &[Inline]) {
        for (index, inline) in content.iter().enumerate() {
            match inline {
                Inline::Text(text) => {
                    let is_before_link =
                        matches!(content.get(index + 1), Some(Inline::Link { .. }));
                    self.text(text, is_before_link);
                }
                Inline::Code(text) => self.code(text),
                Inline::Marked(mark, content) => {
                    self.out.push_str(mark.as_str());
                    self.inlines(content);
                    self.out.push_str(mark.as_str());
                }
                Inline::Link { to, title, label } => {
                    if let Some(text) = as_autolink(to, title, label) {
                        self.out.push_str(&format!("<{text}>"));
                    } else {
                        self.out.push('[');
                        self.inlines(label);
                        self.destination(to, title);
                    }
                }
                Inline::Image {
                    source,
                    title,
                    alternative,
                } => {
                    self.out.push_str("![");
                    self.text(alternative, false);
                    self.destination(source, title);
                }
                Inline::SoftBreak => self.out.push('\n'),
                Inline::HardBreak if self.place == Place::PageCell => self.out.push_str("<br>"),
                Inline::HardBreak => self.out.push_str("\\\n"),
            }
        }
    }

    /// Writes the destination of a link, which follows its label.
    fn destination(&mut self, url: &Destination, title: &str) {
        self.out.push_str("](");
        for (at, character) in url.as_str().char_indices() {
            if character == '&' && starts_entity(&url.as_str()[at + 1..]) {
                self.out.push('\\');
            }
            self.out.push(character);
        }
        if !title.is_empty() {
            self.out.push_str(" \"");
            for character in title.chars() {
                if matches!(character, '"' | '\\' | '&' | '|') {
                    self.out.push('\\');
                }
                self.out.push(character);
            }
            self.out.push('"');
        }
        self.out.push(')');
    }

    fn code(&mut self, text: &str) {
        if self.place == Place::Cell && text.contains("\\|") {
            // Readers differ in what a backslash before an escaped bar is.
            return self.inlines(&link_urls(vec![Inline::Text(text.to_owned())]));
        }
        if self.code_end > 0 && self.code_end == self.out.len() {
            // The backticks of two code spans would be one mark.
            self.out.push(' ');
        }
        let code = in_code(text);
        self.out.push_str(&match self.place {
            Place::Cell => code.replace('|', "\\|"),
            _ => code,
        });
        self.code_end = self.out.len();
    }

    /// Text, with what is never text escaped.
    fn text(&mut self, text: &str, is_before_link: bool) {
        for (at, character) in text.char_indices() {
            let rest = &text[at + character.len_utf8()..];
            let is_escaped = match character {
                '`' | '[' | ']' => true,
                '\\' => {
                    rest.is_empty() || rest.starts_with(|next: char| next.is_ascii_punctuation())
                }
                '<' => starts_tag(rest),
                '&' => starts_entity(rest),
                '!' => rest.is_empty() && is_before_link,
                '*' | '_' | '~' => self.careful != Careful::Least,
                '|' => self.place == Place::Cell,
                _ => false,
            };
            if is_escaped {
                self.out.push('\\');
            }
            self.out.push(character);
        }
    }
}

/// Whether the text behind a `<` may make it a tag or the like, or the start of a mail address. The address may
/// go on in the next inline.
fn starts_tag(rest: &str) -> bool {
    let starts = |next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?');
    let end = rest.find([' ', '<', '>']);
    let inside = &rest[..end.unwrap_or(rest.len())];
    rest.starts_with(starts) || inside.contains('@') || end.is_none()
}

/// Whether the text behind a `&` makes it an entity.
fn starts_entity(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let length = name
        .find(|next: char| !next.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    length > 0 && name[length..].starts_with(';')
}

/// The text of a link that is its own label.
fn as_autolink<'a>(to: &Destination, title: &str, label: &'a [Inline]) -> Option<&'a str> {
    let [Inline::Text(text)] = label else {
        return None;
    };
    let has_entity = text.split('&').skip(1).any(starts_entity);
    (title.is_empty() && to.as_str() == text && !has_entity).then_some(text)
}

/// Guards each line of a paragraph.
pub(super) fn guard_lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(guard_line).collect();
    lines.join("\n")
}

/// Escapes what would make a line of a paragraph the start of a block, or the line before a heading.
pub(super) fn guard_line(line: &str) -> String {
    let ends_marker = |rest: &str| rest.is_empty() || rest.starts_with(' ');
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let marker = line[digits..].strip_prefix(['.', ')']);
        if marker.is_some_and(ends_marker) {
            return format!("{}\\{}", &line[..digits], &line[digits..]);
        }
        return line.to_owned();
    }
    let is_rule =
        line.chars().all(|next| " *-:=_|".contains(next)) && line.contains(['-', '=', '*', '_']);
    let hashes = line.trim_start_matches('#');
    let is_block = is_rule
        || line.starts_with('>')
        || line.starts_with("~~~")
        || hashes.len() < line.len() && ends_marker(hashes)
        || line.strip_prefix(['-', '+', '*']).is_some_and(ends_marker);
    if is_block {
        format!("\\{line}")
    } else {
        line.to_owned()
    }
}
