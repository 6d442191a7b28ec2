//! Turns tags of HTML, as API documents use them, into the Markdown for them.

use super::tree::Mark;

/// The meaning of a tag. Tags that only look different in a browser mean nothing, and their content
/// stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Mark(Mark),
    Code,
    Link,
    Image,
    HardBreak,
    Rule,
    /// Text that stands apart from what is around it.
    Paragraph,
    Heading(usize),
    Quote,
    List {
        is_ordered: bool,
    },
    Item,
    /// A cell of a table: set off by a space.
    Cell,
    Nothing,
}

/// A tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub meaning: Meaning,
    pub is_end: bool,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// Reads a tag from `<` to `>`. `None` for names that no browser shows as text of a page.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let inside = text.strip_prefix('<')?.strip_suffix('>')?;
        let (inside, is_end) = match inside.strip_prefix('/') {
            Some(inside) => (inside, true),
            None => (inside, false),
        };
        let length = inside
            .find(|next: char| !next.is_ascii_alphanumeric())
            .unwrap_or(inside.len());
        let (name, attributes) = inside.split_at(length);
        let starts_attributes = |next: char| next.is_whitespace() || next == '/';
        if !attributes.is_empty() && !attributes.starts_with(starts_attributes) {
            return None;
        }
        Some(Self {
            meaning: meaning(&name.to_ascii_lowercase())?,
            is_end,
            attributes,
        })
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes.trim_start();
        while !rest.is_empty() {
            let end = rest
                .find(|next: char| next.is_whitespace() || next == '=')
                .unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            let after = after.trim_start();
            let Some(value) = after.strip_prefix('=').map(str::trim_start) else {
                // Where a `/` stands alone, there is nothing to skip but itself.
                rest = if end == 0 { &after[1..] } else { after };
                continue;
            };
            let (value, behind) = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split_once(quote)?,
                _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(value.replace("&amp;", "&"));
            }
            rest = behind.trim_start();
        }
        None
    }
}

fn meaning(name: &str) -> Option<Meaning> {
    Some(match name {
        "b" | "strong" => Meaning::Mark(Mark::TwoStars),
        "cite" | "dfn" | "em" | "i" | "var" => Meaning::Mark(Mark::Star),
        "del" | "s" | "strike" => Meaning::Mark(Mark::Tildes),
        "code" | "kbd" | "samp" | "tt" => Meaning::Code,
        "a" => Meaning::Link,
        "img" => Meaning::Image,
        "br" => Meaning::HardBreak,
        "hr" => Meaning::Rule,
        "article" | "center" | "details" | "div" | "dl" | "dt" | "dd" | "footer" | "header"
        | "p" | "pre" | "section" | "summary" | "table" | "tr" => Meaning::Paragraph,
        "h1" => Meaning::Heading(1),
        "h2" => Meaning::Heading(2),
        "h3" => Meaning::Heading(3),
        "h4" => Meaning::Heading(4),
        "h5" => Meaning::Heading(5),
        "h6" => Meaning::Heading(6),
        "blockquote" => Meaning::Quote,
        "ul" => Meaning::List { is_ordered: false },
        "ol" => Meaning::List { is_ordered: true },
        "li" => Meaning::Item,
        "td" | "th" => Meaning::Cell,
        "abbr" | "big" | "caption" | "font" | "ins" | "mark" | "nobr" | "small" | "span"
        | "sub" | "sup" | "tbody" | "tfoot" | "thead" | "u" | "wbr" => Meaning::Nothing,
        _ => return None,
    })
}

/// The content of an element that is `<pre>` from its first character on, without its tags.
pub(super) fn preformatted(html: &str) -> Option<String> {
    let tag = html.get(..4)?;
    let is_pre = tag.eq_ignore_ascii_case("<pre");
    let after = html[4..].chars().next()?;
    if !is_pre || after.is_ascii_alphanumeric() {
        return None;
    }
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest[1..].find(['<', '>']).map_or(rest.len(), |end| end + 2);
        if rest.get(..end).and_then(Tag::read).is_some() {
            rest = &rest[end..];
        } else {
            text.push('<');
            rest = &rest[1..];
        }
    }
    text.push_str(rest);
    // Last, so that what it gives is not read again.
    for (entity, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, character);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Tag, preformatted};
    use crate::markdown::tree::Mark;

    #[test]
    fn tags_mean_what_markdown_has() {
        let meaning = |text| Tag::read(text).map(|tag| (tag.meaning, tag.is_end));
        for (text, expected) in [
            ("<B>", Some((Meaning::Mark(Mark::TwoStars), false))),
            ("</li >", Some((Meaning::Item, true))),
            ("<br/>", Some((Meaning::HardBreak, false))),
            ("<p class='x'>", Some((Meaning::Paragraph, false))),
            ("<b-x>", None),
            ("<token>", None),
            ("<script>", None),
            ("<!-- x -->", None),
        ] {
            assert_eq!(meaning(text), expected, "{text}");
        }
    }

    #[test]
    fn attributes_are_found() {
        for (text, expected) in [
            (
                "<a href=\"https://x.y/?a&amp;b\">",
                Some("https://x.y/?a&b"),
            ),
            ("<a class=x HREF = 'y z' >", Some("y z")),
            ("<a download href=x/>", Some("x/")),
            ("<a/ href=x>", Some("x")),
            ("<a / = href>", None),
            ("<a href=\"x>", None),
            ("<a>", None),
        ] {
            let tag = Tag::read(text).unwrap();
            assert_eq!(tag.attribute("href").as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn preformatted_text_has_no_tags() {
        assert_eq!(
            preformatted("<pre><code>a &lt;b&gt; <i>c</i>\n < d</code></pre>").as_deref(),
            Some("a <b> c\n < d")
        );
        assert_eq!(preformatted("<prefix>"), None);
        assert_eq!(preformatted("<p>"), None);
    }
}
