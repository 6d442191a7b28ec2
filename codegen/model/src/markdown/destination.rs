//! Turns the destination of a link into one that leads to the web.

use cratify_schema::text::{percent_encoded, without_unseen};

/// The URL of a page on the web or a mail address, spelled with characters that end no link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Destination(String);

impl Destination {
    /// `None` for other schemes, which may run something, and for relative references: the page
    /// that they are relative to is not beside this one.
    pub(super) fn new(url: &str) -> Option<Self> {
        let url = without_unseen(url.trim());
        let has_scheme = |scheme: &str| {
            url.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
                && url.len() > scheme.len()
        };
        let schemes = ["https://", "http://", "mailto:"];
        if !schemes.into_iter().any(has_scheme) || url.contains('\n') {
            return None;
        }
        let keeps_parentheses = are_balanced(&url);
        let mut spelled = String::with_capacity(url.len());
        for character in url.chars() {
            let breaks = match character {
                '(' | ')' => !keeps_parentheses,
                '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}' => true,
                _ => character.is_whitespace(),
            };
            if breaks {
                spelled.push_str(&percent_encoded(character.encode_utf8(&mut [0; 4]), b""));
            } else {
                spelled.push(character);
            }
        }
        Some(Self(spelled))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it can be the source of an image.
    pub(super) fn is_web(&self) -> bool {
        let scheme = self.0.split(':').next().unwrap_or_default();
        !scheme.eq_ignore_ascii_case("mailto")
    }
}

/// Whether a link may have the parentheses in its destination.
fn are_balanced(url: &str) -> bool {
    let mut open = 0_u32;
    for byte in url.bytes() {
        match byte {
            b'(' if open < 3 => open += 1,
            b'(' => return false,
            b')' if open > 0 => open -= 1,
            b')' => return false,
            _ => {}
        }
    }
    open == 0
}

/// The URL at the start of a text, as people write them in prose: the punctuation behind it is not
/// part of it.
pub(super) fn url_prefix(text: &str) -> Option<&str> {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| text.starts_with(scheme))?;
    let end = text
        .find(|next: char| next.is_whitespace() || "<>\"`[]{}|\\^".contains(next))
        .unwrap_or(text.len());
    let mut url = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~']);
    let mut surplus = (url.matches(')').count()).saturating_sub(url.matches('(').count());
    while surplus > 0 && url.ends_with(')') {
        url = &url[..url.len() - 1];
        surplus -= 1;
    }
    (url.len() > scheme.len()).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::{Destination, url_prefix};

    #[test]
    fn links_lead_to_the_web_alone() {
        for (url, expected) in [
            (
                "https://x.y/a_(b)?c=[d]#e",
                Some("https://x.y/a_(b)?c=[d]#e"),
            ),
            ("HTTP://x.y", Some("HTTP://x.y")),
            (" mailto:a@b.c", Some("mailto:a@b.c")),
            ("https://x.y/a) b", Some("https://x.y/a%29%20b")),
            (
                "https://x.y/\u{202e}<`|\\",
                Some("https://x.y/%3C%60%7C%5C"),
            ),
            ("javascript:alert(1)", None),
            ("java\nscript:alert(1)", None),
            ("data:text/html,x", None),
            ("/api", None),
            ("#top", None),
            ("Type", None),
            ("https://", None),
            ("https://x.y\rz", None),
            ("", None),
        ] {
            let found = Destination::new(url);
            assert_eq!(found.as_ref().map(Destination::as_str), expected, "{url:?}");
        }
    }

    #[test]
    fn a_url_in_prose_ends_before_punctuation() {
        for (text, url) in [
            ("https://x.y/z. More", Some("https://x.y/z")),
            ("https://x.y/(z)).", Some("https://x.y/(z)")),
            ("http://x.y`z`", Some("http://x.y")),
            ("https://. x", None),
            ("ftp://x.y", None),
        ] {
            assert_eq!(url_prefix(text), url, "{text:?}");
        }
    }
}
