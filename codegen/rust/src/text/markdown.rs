//! Markdown as people write it in descriptions (`CommonMark`) to Markdown that rustdoc reads the
//! same way: no accidental links, no HTML, no code that becomes a test.

use cratify_schema::text::is_unseen;

/// The lines of a description, safe to stand in a doc comment.
pub fn to_rustdoc(text: &str) -> Vec<String> {
    let mut writer = Writer::default();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for line in text.replace('\t', "    ").lines() {
        writer.line(line.replace(is_unseen, "").trim_end());
    }
    writer.finish()
}

/// A list item that is open: where it stood in the text, and where its content goes.
struct Item {
    source: usize,
    content: usize,
}

#[derive(Default)]
struct Writer {
    lines: Vec<String>,
    items: Vec<Item>,
    /// The fence that closes the open code block, and the indentation of the block.
    fence: Option<(String, usize)>,
}

impl Writer {
    fn line(&mut self, line: &str) {
        let trimmed = line.trim_start();
        let indent = line.len() - trimmed.len();
        if let Some((fence, source)) = &self.fence {
            let closes = trimmed.starts_with(fence.as_str())
                && trimmed.trim_end_matches(['`', '~']).is_empty();
            let kept = &line[(*source).min(indent)..];
            let line = format!("{}{kept}", " ".repeat(self.depth()));
            self.lines.push(if closes {
                format!("{}{fence}", " ".repeat(self.depth()))
            } else {
                line.trim_end().to_owned()
            });
            if closes {
                self.fence = None;
            }
            return;
        }
        if trimmed.is_empty() {
            if self.lines.last().is_some_and(|last| !last.is_empty()) {
                self.lines.push(String::new());
            }
            return;
        }
        if let Some((fence, language)) = opening_fence(trimmed) {
            self.fence = Some((fence.to_owned(), indent));
            self.lines
                .push(format!("{}{fence}{language}", " ".repeat(self.depth())));
            return;
        }
        if let Some((marker, rest)) = list_marker(trimmed) {
            while self.items.last().is_some_and(|item| item.source >= indent) {
                self.items.pop();
            }
            let depth = self.depth();
            self.lines
                .push(format!("{}{marker} {}", " ".repeat(depth), inline(rest)));
            self.items.push(Item {
                source: indent,
                content: depth + marker.chars().count() + 1,
            });
            return;
        }
        let after_blank = self.lines.last().is_none_or(String::is_empty);
        if after_blank {
            while self.items.last().is_some_and(|item| item.source >= indent) {
                self.items.pop();
            }
        }
        self.lines
            .push(format!("{}{}", " ".repeat(self.depth()), inline(trimmed)));
    }

    fn depth(&self) -> usize {
        self.items.last().map_or(0, |item| item.content)
    }

    fn finish(mut self) -> Vec<String> {
        if let Some((fence, _)) = self.fence.take() {
            self.lines
                .push(format!("{}{fence}", " ".repeat(self.depth())));
        }
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
        self.lines
    }
}

/// The fence of a code block and a language that rustdoc does not test.
fn opening_fence(line: &str) -> Option<(&str, String)> {
    let mark = line
        .chars()
        .next()
        .filter(|mark| *mark == '`' || *mark == '~')?;
    let rest = line.trim_start_matches(mark);
    let fence = &line[..line.len() - rest.len()];
    if fence.len() < 3 || rest.contains('`') {
        return None;
    }
    let language: String = rest
        .trim()
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let is_other = [
        "json",
        "yaml",
        "xml",
        "html",
        "http",
        "sh",
        "bash",
        "shell",
        "javascript",
        "js",
        "python",
        "sql",
        "graphql",
        "markdown",
    ]
    .contains(&language.to_ascii_lowercase().as_str());
    Some((
        fence,
        if is_other {
            language.to_ascii_lowercase()
        } else {
            "text".to_owned()
        },
    ))
}

/// The marker of a list item and what follows it.
fn list_marker(line: &str) -> Option<(String, &str)> {
    let mut rest = line.chars();
    if let Some('-' | '*' | '+') = rest.next() {
        let after = rest.as_str();
        let text = after.trim_start();
        return (after.starts_with(' ') && !text.is_empty()).then(|| ("-".to_owned(), text));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=4).contains(&digits) {
        return None;
    }
    let after = line[digits..].strip_prefix(['.', ')'])?;
    let text = after.trim_start();
    (after.starts_with(' ') && !text.is_empty()).then(|| (format!("{}.", &line[..digits]), text))
}

/// A line of prose with brackets, angle brackets and bare URLs made safe. Code spans stay.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    if rest.starts_with('>') {
        out.push('\\');
    }
    while let Some(character) = rest.chars().next() {
        if character == '`' {
            let ticks = rest.len() - rest.trim_start_matches('`').len();
            let body = &rest[ticks..];
            let close = body.find(&rest[..ticks]);
            let end = close.map_or(ticks, |close| ticks + close + ticks);
            if close.is_some() {
                out.push_str(&rest[..end]);
            } else {
                out.push_str(&"\\`".repeat(ticks));
            }
            rest = &rest[end..];
            continue;
        }
        if let Some((url, after)) = bare_url(rest) {
            out.push_str(&format!("<{url}>"));
            rest = after;
            continue;
        }
        if let Some((link, after)) = link(rest) {
            out.push_str(&link);
            rest = after;
            continue;
        }
        if let Some((escaped, after)) = rest
            .strip_prefix('\\')
            .and_then(|after| Some((after.chars().next()?, after)))
            && escaped.is_ascii_punctuation()
        {
            out.push('\\');
            out.push(escaped);
            rest = &after[escaped.len_utf8()..];
            continue;
        }
        if matches!(character, '[' | ']' | '<') {
            out.push('\\');
        }
        out.push(character);
        rest = &rest[character.len_utf8()..];
    }
    out
}

/// A URL at the start of the text, bare or in angle brackets.
fn bare_url(text: &str) -> Option<(&str, &str)> {
    let (inner, bracketed) = match text.strip_prefix('<') {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    if !(inner.starts_with("https://") || inner.starts_with("http://")) {
        return None;
    }
    let end = inner
        .find(|next: char| next.is_whitespace() || "<>\"`[]{}|\\^".contains(next))
        .unwrap_or(inner.len());
    let mut url = &inner[..end];
    if bracketed {
        return inner[end..].strip_prefix('>').map(|after| (url, after));
    }
    url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
    while url.ends_with(')') && url.matches(')').count() > url.matches('(').count() {
        url = &url[..url.len() - 1];
    }
    (url.len() > "https://".len()).then(|| (url, &inner[url.len()..]))
}

/// A link `[text](https://…)` at the start of the text.
fn link(text: &str) -> Option<(String, &str)> {
    let body = text.strip_prefix('[')?;
    let middle = body.find("](")?;
    let label = &body[..middle];
    let target = &body[middle + 2..];
    let end = target.find(')')?;
    let url = &target[..end];
    let web = ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    if label.contains(['[', ']'])
        || label.trim().is_empty()
        || !web
        || url.contains([' ', '<', '>'])
    {
        return None;
    }
    let label = label.replace('<', "\\<");
    Some((format!("[{label}]({url})"), &target[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::to_rustdoc;

    #[test]
    fn prose_is_kept_and_made_safe() {
        for (text, safe) in [
            ("a [b] c", "a \\[b\\] c"),
            ("see [docs](https://x.y/z).", "see [docs](https://x.y/z)."),
            ("see [docs](#anchor).", "see \\[docs\\](#anchor)."),
            ("at https://x.y/z.", "at <https://x.y/z>."),
            ("<b>bold</b>", "\\<b>bold\\</b>"),
            ("`[code]` <https://x.y>", "`[code]` <https://x.y>"),
            ("an ` alone", "an \\` alone"),
            ("    let x = 1;", "let x = 1;"),
            ("> quote", "\\> quote"),
            ("\\[kept\\]", "\\[kept\\]"),
        ] {
            assert_eq!(to_rustdoc(text), [safe], "{text:?}");
        }
    }

    #[test]
    fn only_lines_and_what_can_be_seen_is_left() {
        assert_eq!(
            to_rustdoc("a\r\nb\rc\r\rd\u{202e}e\u{0}\tf"),
            ["a", "b", "c", "", "de    f"]
        );
    }

    #[test]
    fn code_never_becomes_a_test() {
        assert_eq!(
            to_rustdoc("```\nlet x = [1];"),
            ["```text", "let x = [1];", "```"]
        );
        assert_eq!(to_rustdoc("```json\n{}\n```"), ["```json", "{}", "```"]);
        assert_eq!(to_rustdoc("```rust\nfoo\n```"), ["```text", "foo", "```"]);
    }

    #[test]
    fn continuations_belong_to_their_item() {
        assert_eq!(
            to_rustdoc("* one\nlazy\n  * two\nmore\n\nplain"),
            ["- one", "  lazy", "  - two", "    more", "", "plain"]
        );
    }
}
