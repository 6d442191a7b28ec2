//! Trims the ends of a run of inlines, and turns the URLs in it into links.

use super::destination::{Destination, url_prefix};
use super::tree::Inline;

/// The separators of words, from the narrowest to the widest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Space {
    Blank,
    SoftBreak,
    HardBreak,
}

impl Space {
    fn of(inline: &Inline) -> Option<Self> {
        match inline {
            Inline::Text(text) if text.trim().is_empty() => Some(Self::Blank),
            Inline::SoftBreak => Some(Self::SoftBreak),
            Inline::HardBreak => Some(Self::HardBreak),
            _ => None,
        }
    }
}

impl From<Space> for Inline {
    fn from(space: Space) -> Self {
        match space {
            Space::Blank => Self::Text(" ".to_owned()),
            Space::SoftBreak => Self::SoftBreak,
            Space::HardBreak => Self::HardBreak,
        }
    }
}

/// Takes the space at both ends away, and gives back the widest of each.
pub(super) fn trim(content: &mut Vec<Inline>) -> (Option<Space>, Option<Space>) {
    let after = trim_end(content);
    (trim_start(content), after)
}

/// Takes the space at the end away.
pub(super) fn trim_end(content: &mut Vec<Inline>) -> Option<Space> {
    let mut widest = None;
    while let Some(space) = content.last().and_then(Space::of) {
        widest = widest.max(Some(space));
        content.pop();
    }
    if let Some(Inline::Text(text)) = content.last_mut() {
        let length = text.trim_end().len();
        if length < text.len() {
            widest = widest.max(Some(Space::Blank));
            text.truncate(length);
        }
    }
    widest
}

fn trim_start(content: &mut Vec<Inline>) -> Option<Space> {
    let spaces = content.iter().map_while(Space::of);
    let count = spaces.clone().count();
    let mut widest = spaces.max();
    content.drain(..count);
    if let Some(Inline::Text(text)) = content.first_mut() {
        let start = text.trim_start();
        if start.len() < text.len() {
            widest = widest.max(Some(Space::Blank));
            *text = start.to_owned();
        }
    }
    widest
}

/// URLs in text become links, except in the labels of links.
pub(super) fn link_urls(content: Vec<Inline>) -> Vec<Inline> {
    let mut linked = Vec::with_capacity(content.len());
    for inline in content {
        match inline {
            Inline::Text(text) if text.contains("://") => split(&text, &mut linked),
            Inline::Marked(mark, content) => linked.push(Inline::Marked(mark, link_urls(content))),
            other => linked.push(other),
        }
    }
    linked
}

fn split(text: &str, linked: &mut Vec<Inline>) {
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find("http") {
        at += found;
        let url = url_prefix(&text[at..]);
        let Some((url, to)) = url.and_then(|url| Some((url, Destination::new(url)?))) else {
            at += "http".len();
            continue;
        };
        if start < at {
            linked.push(Inline::Text(text[start..at].to_owned()));
        }
        let (title, label) = (String::new(), vec![Inline::Text(url.to_owned())]);
        linked.push(Inline::Link { to, title, label });
        at += url.len();
        start = at;
    }
    if start < text.len() {
        linked.push(Inline::Text(text[start..].to_owned()));
    }
}

/// The inlines with the content of some elements in the place of these.
pub(super) fn unwrapped(content: &[Inline], is_wrapper: &dyn Fn(&Inline) -> bool) -> Vec<Inline> {
    let mut plain = Vec::with_capacity(content.len());
    unwrap(content, is_wrapper, &mut plain);
    plain
}

fn unwrap(content: &[Inline], is_wrapper: &dyn Fn(&Inline) -> bool, plain: &mut Vec<Inline>) {
    for inline in content {
        let is_wrapper_itself = is_wrapper(inline);
        match inline {
            Inline::Marked(_, content) | Inline::Link { label: content, .. }
                if is_wrapper_itself =>
            {
                unwrap(content, is_wrapper, plain);
            }
            Inline::Marked(mark, content) => {
                plain.push(Inline::Marked(*mark, unwrapped(content, is_wrapper)));
            }
            Inline::Link { to, title, label } => plain.push(Inline::Link {
                to: to.clone(),
                title: title.clone(),
                label: unwrapped(label, is_wrapper),
            }),
            Inline::Text(text) => match plain.last_mut() {
                Some(Inline::Text(before)) => before.push_str(text),
                _ => plain.push(inline.clone()),
            },
            other => plain.push(other.clone()),
        }
    }
}
