//! The text of a line: what GitHub would swallow is escaped, and links that lead nowhere are text.

/// Tags that stay: they format text, and one that is not closed harms no more than its paragraph.
const TAGS: [&str; 17] = [
    "a", "b", "br", "code", "em", "hr", "i", "kbd", "li", "ol", "p", "s", "strong", "sub", "sup",
    "u", "ul",
];

/// Markdown within a paragraph.
pub(super) fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(start) = rest.find(['`', '\\', '<', '!', '[']) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let after = &rest[1..];
        match rest.as_bytes()[0] {
            b'`' => {
                let ticks = rest.len() - rest.trim_start_matches('`').len();
                let length = code_span(rest).map_or(ticks, |(_, length)| length);
                out.push_str(&rest[..length]);
                rest = &rest[length..];
                continue;
            }
            b'\\' => {
                out.push('\\');
                if let Some(escaped) = after.chars().next().filter(char::is_ascii_punctuation) {
                    out.push(escaped);
                    rest = &after[1..];
                    continue;
                }
            }
            b'<' => {
                let tag_like = after
                    .starts_with(|next: char| next.is_ascii_alphabetic() || "/!?".contains(next));
                out.push_str(if tag_like && !is_harmless(after) {
                    "\\<"
                } else {
                    "<"
                });
            }
            b'!' if dead_link(after).is_some() => {}
            b'!' => out.push('!'),
            _ => match dead_link(rest) {
                Some((label, behind)) => {
                    out.push_str(&inline(label));
                    rest = behind;
                    continue;
                }
                None => out.push('['),
            },
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The content of the code span at the start of a text, and the length of the whole.
pub(in super::super) fn code_span(text: &str) -> Option<(&str, usize)> {
    let body = text.trim_start_matches('`');
    let ticks = text.len() - body.len();
    let mut at = 0;
    while let Some(found) = body[at..].find('`') {
        let start = at + found;
        let run = body[start..].len() - body[start..].trim_start_matches('`').len();
        if run == ticks {
            return Some((&body[..start], ticks + start + ticks));
        }
        at = start + run;
    }
    None
}

/// Whether what follows a `<` is a web address or a tag of [`TAGS`].
fn is_harmless(after: &str) -> bool {
    let Some(end) = after
        .find(['>', '<', '\n'])
        .filter(|end| after[*end..].starts_with('>'))
    else {
        return false;
    };
    let inside = &after[..end];
    if ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| inside.starts_with(scheme))
    {
        return !inside.contains(char::is_whitespace);
    }
    let name = inside.trim_start_matches('/');
    let name = &name[..name
        .find(|next: char| !next.is_ascii_alphanumeric())
        .unwrap_or(name.len())];
    TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name))
}

/// The label of a link at the start of a text that leads to no place on the web, and what follows
/// it: a page of the document's own site is not beside this one.
fn dead_link(text: &str) -> Option<(&str, &str)> {
    let body = text.strip_prefix('[')?;
    let close = body
        .find(['[', ']'])
        .filter(|close| body[*close..].starts_with("]("))?;
    let target = &body[close + 2..];
    let end = target.find([')', '('])?;
    let url = target[..end].trim_start_matches('<');
    let alive = ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    (!alive && target[end..].starts_with(')')).then(|| (&body[..close], &target[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::inline;

    #[test]
    fn only_what_is_swallowed_is_escaped() {
        for (text, expected) in [
            ("a [b] *c* <https://x.y>", "a [b] *c* <https://x.y>"),
            ("<b>x</b><br/>", "<b>x</b><br/>"),
            ("<!-- x", "\\<!-- x"),
            ("Bearer <token>", "Bearer \\<token>"),
            ("a < b <5", "a < b <5"),
            ("`<token>` \\<x>", "`<token>` \\<x>"),
            (
                "see [here](#x) ![i](/i.png) [x](https://x.y)",
                "see here i [x](https://x.y)",
            ),
            ("an ` alone", "an ` alone"),
        ] {
            assert_eq!(inline(text), expected, "{text:?}");
        }
    }
}
