//! Markdown of the document to Markdown of a page. It stays what it is, but for what would break
//! the page around it: headings of its own, HTML that hides what follows, links that lead nowhere,
//! code that a test of the README would compile.

mod blocks;
mod inline;
mod line;

pub(super) use blocks::blocks;
pub(super) use inline::code_span;
pub(super) use line::{line, sentence};

/// Text that is no Markdown, as Markdown.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        let mut letters = word.chars().peekable();
        let mut before = false;
        while let Some(character) = letters.next() {
            // Between letters, `_` is no emphasis.
            let inner = before && letters.peek().is_some_and(|next| next.is_alphanumeric());
            if "\\`*[]<>|#~".contains(character) || character == '_' && !inner {
                out.push('\\');
            }
            out.push(character);
            before = character.is_alphanumeric();
        }
    }
    out
}

/// A link to the web, if the URL is one that a link can have. The label is Markdown.
pub(super) fn web_link(label: &str, url: &str) -> Option<String> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    let breaks = |character: char| {
        character.is_whitespace() || character.is_control() || "()<>\\|`".contains(character)
    };
    (web && !url.contains(breaks)).then(|| format!("[{label}]({url})"))
}

/// The mark of a code fence at the start of a line, its length, and what follows.
fn fence(line: &str) -> Option<(char, usize, &str)> {
    let mark = line
        .chars()
        .next()
        .filter(|mark| *mark == '`' || *mark == '~')?;
    let rest = line.trim_start_matches(mark);
    let length = line.len() - rest.len();
    (length >= 3 && !(mark == '`' && rest.contains('`'))).then_some((mark, length, rest))
}

/// Whether a line closes a code fence.
fn closes(line: &str, mark: char, length: usize) -> bool {
    let rest = line.trim_start_matches(mark);
    line.len() - rest.len() >= length && rest.trim().is_empty()
}

/// A list item at the start of a line: its marker and its text.
fn list_item(line: &str) -> Option<(&str, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let marker = match line.as_bytes().get(digits)? {
        b'-' | b'*' | b'+' if digits == 0 => 1,
        b'.' | b')' if (1..=9).contains(&digits) => digits + 1,
        _ => return None,
    };
    let text = line[marker..].strip_prefix(' ')?.trim_start();
    // Three marks alone are a rule.
    let is_rule = digits == 0
        && line
            .chars()
            .all(|other| other == ' ' || line.starts_with(other));
    (!text.is_empty() && !is_rule).then_some((&line[..marker], text))
}

/// A heading: its level and its text.
fn heading(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    let is_heading = (1..=6).contains(&level) && (text.is_empty() || text.starts_with(' '));
    is_heading.then(|| (level, text.trim().trim_end_matches('#').trim_end()))
}
