//! Turns a Markdown description into one line of plain text.

/// The longest description, in characters. Cargo itself has no limit and
/// crates.io a higher one, but search results show no more than this.
const LONGEST: usize = 300;

/// A shorter first sentence is more of a title than a description.
const SHORTEST_SENTENCE: usize = 60;

/// The first paragraph that has text, as one line of at most 300 characters;
/// `None` when no paragraph has.
pub(super) fn first_paragraph(markdown: &str) -> Option<String> {
    let mut paragraph = String::new();
    let mut fenced = false;
    for line in markdown.lines() {
        let line = line.trim();
        let fence = line.starts_with("```") || line.starts_with("~~~");
        fenced ^= fence;
        // Headings, code, tables and rules are not sentences.
        let skipped = fence || fenced || line.starts_with(['#', '|']) || is_rule(line);
        if skipped || line.is_empty() {
            // `Title` above `=====` is a heading as well.
            if line.len() > 1 && line.trim_start_matches('=').is_empty() {
                paragraph.clear();
            }
        } else {
            paragraph.push_str(line.trim_start_matches('>').trim_start());
            paragraph.push(' ');
            continue;
        }
        if let Some(text) = finished(&paragraph) {
            return Some(text);
        }
        paragraph.clear();
    }
    finished(&paragraph)
}

fn is_rule(line: &str) -> bool {
    line.len() > 1
        && ['-', '=', '*', '_']
            .iter()
            .any(|mark| line.chars().all(|c| c == *mark || c == ' '))
}

fn finished(paragraph: &str) -> Option<String> {
    // No more than this can matter for 300 characters, however much is markup.
    let end = paragraph
        .char_indices()
        .nth(8 * LONGEST)
        .map_or(paragraph.len(), |(end, _)| end);
    let text = line(&reduced(&paragraph[..end]));
    (!text.is_empty()).then(|| shortened(text))
}

/// White space and control characters folded into single spaces.
pub fn line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Links become their text, images and HTML tags nothing, and the marks of
/// code and strong emphasis go.
fn reduced(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let image = c == '!' && after.starts_with('[');
        if c == '[' || image {
            let link = if image { after } else { rest };
            if let Some((label, end)) = bracketed(link, '[', ']') {
                let tail = &link[end..];
                let target = bracketed(tail, '(', ')').or_else(|| bracketed(tail, '[', ']'));
                if let Some((_, length)) = target {
                    if !image {
                        text.push_str(&reduced(label));
                    }
                    rest = &tail[length..];
                    continue;
                }
            }
        }
        if c == '<'
            && let Some((inner, end)) = bracketed(rest, '<', '>')
            && inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
        {
            // `<https://example.org>` is a link that shows its target.
            text.push_str(if inner.contains("://") && !inner.contains(' ') {
                inner
            } else {
                " "
            });
            rest = &rest[end..];
            continue;
        }
        let strong = ["**", "__"].iter().any(|mark| rest.starts_with(mark));
        match c {
            '`' => rest = after,
            '*' | '_' if strong => rest = &after[1..],
            '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                text.push_str(&after[..1]);
                rest = &after[1..];
            }
            _ => {
                text.push(c);
                rest = after;
            }
        }
    }
    text
}

/// What is inside the bracket `text` starts with, and the length up to and
/// including its end. Unclosed brackets are looked at only so far, which keeps
/// the time spent on hostile text proportional to its length.
fn bracketed(text: &str, open: char, close: char) -> Option<(&str, usize)> {
    const FARTHEST: usize = 1000;
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().take(FARTHEST) {
        if c == open {
            depth += 1;
        } else if depth == 0 {
            return None;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some((&text[open.len_utf8()..at], at + close.len_utf8()));
            }
        }
    }
    None
}

/// Whole sentences if they say enough, otherwise whole words.
fn shortened(text: String) -> String {
    let Some((limit, _)) = text.char_indices().nth(LONGEST) else {
        return text;
    };
    let head = &text[..limit];
    let sentence = head.rmatch_indices(". ").map(|(at, _)| at + 1).next();
    if let Some(end) = sentence.filter(|end| *end >= SHORTEST_SENTENCE) {
        return head[..end].to_owned();
    }
    // Room for the ellipsis, which is one character.
    let end = head.char_indices().last().map_or(0, |(at, _)| at);
    let words = head[..end]
        .rsplit_once(' ')
        .map_or(&head[..end], |(words, _)| words);
    format!("{}\u{2026}", words.trim_end_matches([',', ';', ':', ' ']))
}
