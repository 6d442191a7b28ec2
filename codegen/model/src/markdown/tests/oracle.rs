//! An oracle for rustdoc and GitHub: finds Markdown that they would run or render as HTML.

use std::cell::RefCell;

use cratify_schema::text::is_unseen;
use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

/// Why the Markdown is not safe; `None` if it is.
pub(super) fn harm(markdown: &str) -> Option<String> {
    let unseen = markdown
        .chars()
        .find(|next| *next != '\n' && is_unseen(*next));
    if let Some(unseen) = unseen {
        return Some(format!("{unseen:?} is in it"));
    }
    let broken = RefCell::new(None);
    let note_link = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
        *broken.borrow_mut() = Some(format!("[{}] may be an item", link.reference));
        None
    };
    // All that rustdoc has on, and what GitHub has.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let mut in_link = 0;
    let mut in_code = false;
    let events = Parser::new_with_broken_link_callback(markdown, options, Some(note_link));
    let mut found = None;
    for event in events {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => in_link += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => in_link -= 1,
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            _ => {}
        }
        found = found.or(harm_of(&event, in_link > 0, in_code));
    }
    found.or(broken.into_inner())
}

fn harm_of(event: &Event<'_>, in_link: bool, in_code: bool) -> Option<String> {
    match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
            Some("indented code is a test".to_owned())
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if may_be_test(info) => {
            Some(format!("a block of {info:?} may be a test"))
        }
        Event::Html(html) | Event::InlineHtml(html) => Some(format!("{html:?} is HTML")),
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. })
            if has_other_scheme(dest_url) =>
        {
            Some(format!("a link leads to {dest_url:?}"))
        }
        Event::FootnoteReference(_)
        | Event::Start(Tag::FootnoteDefinition(_) | Tag::BlockQuote(Some(_)))
        | Event::TaskListMarker(_) => Some(format!("{event:?}")),
        Event::Text(text) if !in_link && !in_code && has_bare_url(text) => {
            Some(format!("{text:?} has a bare URL"))
        }
        _ => None,
    }
}

/// Whether rustdoc may run a block with this info string, or take it for settings of a test: it asks
/// for less than this.
fn may_be_test(info: &str) -> bool {
    let is_word = !info.is_empty() && info.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let starts = [
        "rust",
        "ignore",
        "no",
        "should",
        "compile",
        "test",
        "edition",
        "custom",
        "standalone",
        "E",
    ];
    !is_word || starts.iter().any(|start| info.starts_with(start))
}

fn has_other_scheme(url: &str) -> bool {
    let is_known = |scheme: &&str| {
        let start = url.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    // The parser leaves the scheme of a mail address away.
    let is_mail = url.contains('@') && !url.contains(':');
    !is_mail && !["https://", "http://", "mailto:"].iter().any(is_known)
}

fn has_bare_url(text: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        text.split(scheme)
            .skip(1)
            .any(|rest| rest.starts_with(|next: char| next.is_ascii_alphanumeric()))
    })
}

#[cfg(test)]
mod tests {
    use super::harm;

    #[test]
    fn harm_is_found() {
        for markdown in [
            "```\nx\n```",
            "~~~ rust\nx",
            "- a\n\n      x",
            "```should_panic\nx\n```",
            "```{.rust}\nx\n```",
            "a <b>",
            "<!-- a",
            "[a](javascript:b)",
            "<javascript:b>",
            "[a](Type)",
            "[Type]",
            "[Type][]",
            "- [ ] a",
            "> [!NOTE]\n> a",
            "https://x.y",
            "a\u{202e}",
            "a\rb",
        ] {
            assert!(harm(markdown).is_some(), "{markdown:?}");
        }
        assert_eq!(
            harm("```json\nx\n```\n\n<https://x.y> \\[a\\] \\<b> <a@b.c>"),
            None
        );
    }
}
