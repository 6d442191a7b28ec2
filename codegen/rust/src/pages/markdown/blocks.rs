//! A description as the paragraphs, lists and code blocks that it has.

use super::inline::inline;
use super::{closes, fence, heading, list_item};

/// A description under a heading of the level `under`: its own headings go below that one.
pub(in super::super) fn blocks(text: &str, under: usize) -> String {
    let mut writer = Writer {
        out: Vec::new(),
        under,
        open: Open::Text,
        item: 0,
        in_paragraph: false,
    };
    for line in text.replace('\t', "    ").lines() {
        writer.line(line.trim_end());
    }
    writer.close();
    while writer.out.last().is_some_and(String::is_empty) {
        writer.out.pop();
    }
    let mut text = writer.out.join("\n");
    text.push('\n');
    text
}

enum Open {
    Text,
    /// A fenced block, and what closes it.
    Fence(char, usize),
    /// A block that is code because it is indented so far.
    Indented(usize),
}

struct Writer {
    out: Vec<String>,
    under: usize,
    open: Open,
    /// Where the text of the last list item starts; 0 outside of lists.
    item: usize,
    in_paragraph: bool,
}

impl Writer {
    fn line(&mut self, line: &str) {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        match self.open {
            Open::Fence(mark, length) => {
                if closes(text, mark, length) {
                    self.open = Open::Text;
                }
                self.out.push(line.to_owned());
                return;
            }
            Open::Indented(depth) if text.is_empty() || indent >= depth => {
                self.out.push(
                    format!(
                        "{}{}",
                        " ".repeat(self.item),
                        line.get(depth..).unwrap_or_default()
                    )
                    .trim_end()
                    .to_owned(),
                );
                return;
            }
            Open::Indented(_) => self.close(),
            Open::Text => {}
        }
        if text.is_empty() {
            self.in_paragraph = false;
            if self.out.last().is_some_and(|last| !last.is_empty()) {
                self.out.push(String::new());
            }
            return;
        }
        if !self.in_paragraph && indent < self.item {
            self.item = indent;
        }
        if !self.in_paragraph && indent >= self.item + 4 && list_item(text).is_none() {
            // Code without a fence has no language, and would be Rust for a test of the README.
            self.open = Open::Indented(self.item + 4);
            self.out.push(format!("{}```text", " ".repeat(self.item)));
            self.line(line);
            return;
        }
        self.block(indent, text);
    }

    /// A line that is not in a code block.
    fn block(&mut self, indent: usize, text: &str) {
        let margin = " ".repeat(indent);
        if let Some(opening) = self.fence(text) {
            self.out.push(format!("{margin}{opening}"));
            return;
        }
        let is_underline = text.len() > 1
            && (text.bytes().all(|byte| byte == b'=') || text.bytes().all(|byte| byte == b'-'));
        if is_underline && self.in_paragraph && self.item == 0 {
            if let Some(title) = self.out.last_mut() {
                *title = format!(
                    "{} {}",
                    "#".repeat((self.under + 1).min(6)),
                    title.trim_start()
                );
            }
            self.in_paragraph = false;
        } else if let Some((level, title)) = heading(text) {
            self.out.push(format!(
                "{} {}",
                "#".repeat((self.under + level).min(6)),
                inline(title)
            ));
            self.in_paragraph = false;
        } else if let Some((marker, rest)) = list_item(text) {
            self.item = indent + marker.len() + 1;
            self.in_paragraph = true;
            let rest = self.fence(rest).unwrap_or_else(|| inline(rest));
            self.out.push(format!("{margin}{marker} {rest}"));
        } else if let Some(quoted) = text.strip_prefix('>') {
            // Code in a quotation is rare, and not worth a parser of nested blocks.
            let quoted = quoted.trim_start();
            let quoted = if fence(quoted).is_some() { "" } else { quoted };
            self.out.push(
                format!("{margin}> {}", inline(quoted))
                    .trim_end()
                    .to_owned(),
            );
            self.in_paragraph = false;
        } else {
            // Spaces before the lines of a paragraph mean nothing.
            let margin = if self.in_paragraph {
                margin
            } else {
                " ".repeat(indent.min(self.item))
            };
            self.out.push(format!("{margin}{}", inline(text)));
            self.in_paragraph = true;
        }
    }

    /// Opens a code block if that is what the text does.
    fn fence(&mut self, text: &str) -> Option<String> {
        let (mark, length, rest) = fence(text)?;
        self.open = Open::Fence(mark, length);
        self.in_paragraph = false;
        Some(format!("{}{}", &text[..length], language(rest)))
    }

    /// Closes a code block that is open.
    fn close(&mut self) {
        let fence = match self.open {
            Open::Text => return,
            Open::Fence(mark, length) => mark.to_string().repeat(length),
            Open::Indented(_) => "```".to_owned(),
        };
        while matches!(self.open, Open::Indented(_))
            && self.out.last().is_some_and(String::is_empty)
        {
            self.out.pop();
        }
        self.out.push(format!("{}{fence}", " ".repeat(self.item)));
        self.out.push(String::new());
        self.open = Open::Text;
    }
}

/// The language of a code block, if it is none that rustdoc takes for Rust.
fn language(text: &str) -> &str {
    let text = text.trim();
    let end = text
        .find(|next: char| !(next.is_ascii_alphanumeric() || "+-#".contains(next)))
        .unwrap_or(text.len());
    let rust = [
        "rust",
        "ignore",
        "no_run",
        "should_panic",
        "compile_fail",
        "test_harness",
        "custom",
        "edition",
    ];
    match &text[..end] {
        "" => "text",
        language
            if end < text.len()
                || rust.iter().any(|known| language.starts_with(known))
                || language.starts_with('E') =>
        {
            "text"
        }
        language => language,
    }
}

#[cfg(test)]
mod tests {
    use super::blocks;

    #[test]
    fn markdown_stays_and_breaks_nothing() {
        for (text, expected) in [
            (
                "a [b](https://x.y) *c*\n\n- d\n  e\n",
                "a [b](https://x.y) *c*\n\n- d\n  e\n",
            ),
            ("# Title\ntext", "### Title\ntext\n"),
            ("Title\n===\n\n---\n", "### Title\n\n---\n"),
            ("```\nx", "```text\nx\n```\n"),
            ("~~~rust\n~~\n~~~\nx", "~~~text\n~~\n~~~\nx\n"),
            ("```json\n{}\n```", "```json\n{}\n```\n"),
            (
                "a\n\n    let x;\n\n    y\n\nb",
                "a\n\n```text\nlet x;\n\ny\n```\n\nb\n",
            ),
            ("a\n    lazy", "a\n    lazy\n"),
            ("- ```rust\n  x", "- ```text\n  x\n  ```\n"),
            ("> ```rust\n>     x\n> ```", ">\n> x\n>\n"),
            (
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "| a | b |\n|---|---|\n| 1 | 2 |\n",
            ),
        ] {
            assert_eq!(blocks(text, 2), expected, "{text:?}");
        }
    }
}
