//! Turns Markdown of a document into text of the output, made safe for its place.
//!
//! [`read`](read::read) makes a [mod@tree] of a description, and everything else is written from
//! trees. A tree cannot express these, so they are never written, whatever the document has: no HTML, no code that
//! rustdoc runs, no link to anything but the web.
//!
//! | function | position |
//! | --- | --- |
//! | [`rustdoc`] | the lines of a doc comment |
//! | [`page`] | paragraphs of a page or a README |
//! | [`line()`], [`sentence()`] | a cell of a table of a page |
//! | [`plain`], [`heading`], [`link`] | text that is not Markdown, in any of these |
//! | [`summary`] | one line without markup |

mod build;
mod destination;
mod html;
mod inline;
mod label;
mod language;
mod line;
mod nesting;
mod open;
mod prose;
mod read;
mod sentence;
mod summary;
#[cfg(test)]
mod tests;
mod tree;
mod trim;
mod wrap;
mod write;

use destination::Destination;
use inline::{Place, guard_line, inlines};
use read::{read, read_without_images};
use tree::Inline;
use trim::{link_urls, unwrapped};

use cratify_schema::text::{in_code, one_line};

/// The lines of a description in a doc comment. The lines of paragraphs have at most `width` characters, where they can be
/// broken.
pub fn rustdoc(text: &str, width: usize) -> Vec<String> {
    write::lines(&read(text), 0, Some(width))
}

/// A line of Markdown that was written for a doc comment, as lines of at most `width` characters. A part that is not a paragraph,
/// such as an item of a list, stays as it is.
pub fn wrapped(line: &str, width: usize) -> Vec<String> {
    wrap::wrapped(line, width)
}

/// A description under a heading of the level `under`: its own headings go below that one.
pub fn page(text: &str, under: usize) -> String {
    write::lines(&read(text), under, None).join("\n")
}

/// A description in one line, for a cell of a page.
pub fn line(text: &str) -> String {
    line::line(&read(text))
}

/// The first sentence of a description, for a cell of a page.
pub fn sentence(text: &str) -> String {
    sentence::sentence(&read(text))
}

/// The first paragraph of a description as plain text of at most 300 characters; `None` where no
/// paragraph has text.
pub fn summary(text: &str) -> Option<String> {
    summary::summary(&read_without_images(text))
}

/// Text that is not Markdown, as Markdown within a line.
pub fn plain(text: &str) -> String {
    guard_line(&in_line(text))
}

/// A heading with text that is not Markdown.
pub fn heading(level: usize, text: &str) -> String {
    write::heading(level, &in_line(text))
}

/// Text that is not Markdown, as Markdown that does not start a line.
fn in_line(text: &str) -> String {
    let content = link_urls(vec![Inline::Text(one_line(text))]);
    inlines(&content, Place::Line)
}

/// A link with a label that is Markdown, in one line. A URL that no link may have is shown instead.
pub fn link(label: &str, url: &str) -> String {
    let label = label::label(&read(label));
    let Some(to) = Destination::new(url) else {
        let (label, url) = (inlines(&label, Place::Line), in_code(url));
        return if label.is_empty() {
            url
        } else {
            guard_line(&format!("{label}: {url}"))
        };
    };
    let is_link = |inline: &Inline| matches!(inline, Inline::Link { .. });
    let (title, mut label) = (String::new(), unwrapped(&label, &is_link));
    if label.is_empty() {
        label.push(Inline::Text(one_line(url)));
    }
    inlines(&[Inline::Link { to, title, label }], Place::Line)
}
