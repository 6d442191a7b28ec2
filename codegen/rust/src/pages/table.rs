//! Turns rows into Markdown tables of GitHub. A row is a line, and a bar ends a cell even in a code span, so each cell is
//! escaped here.

use std::fmt::Write as _;

/// Starts a table, after a blank line.
pub fn head(out: &mut String, columns: &[&str]) {
    if !out.is_empty() && !out.ends_with("\n\n") {
        out.push_str(if out.ends_with('\n') { "\n" } else { "\n\n" });
    }
    let _ = writeln!(
        out,
        "| {} |\n|{}",
        columns.join(" | "),
        " --- |".repeat(columns.len())
    );
}

/// Adds a row. The cells are Markdown.
pub fn row<T: AsRef<str>>(out: &mut String, cells: &[T]) {
    out.push('|');
    for text in cells {
        let text = cell(text.as_ref());
        out.push(' ');
        out.push_str(&text);
        out.push_str(if text.is_empty() { "|" } else { " |" });
    }
    out.push('\n');
}

/// Escapes Markdown for a cell.
pub(super) fn cell(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len() + 8);
    let mut rest = markdown.trim();
    // Most text of pages passes here: runs without special characters are copied at once.
    while let Some(start) = rest.find(['`', '\\', '|', '\n', '\r']) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let after = &rest[1..];
        match rest.as_bytes()[0] {
            b'`' => {
                let ticks = rest.len() - rest.trim_start_matches('`').len();
                let (markdown, length) = match code_span(rest) {
                    Some((content, length)) => (code(&rest[..length], content), length),
                    None => ("\\`".repeat(ticks), ticks),
                };
                out.push_str(&markdown);
                rest = &rest[length..];
                continue;
            }
            b'\\' => {
                out.push('\\');
                // An escaped bar stays as it is; an escaped backtick starts no span.
                if let Some(escaped) = after.chars().next().filter(char::is_ascii_punctuation) {
                    out.push(escaped);
                    rest = &after[1..];
                    continue;
                }
            }
            b'|' => out.push_str("\\|"),
            _ => out.push(' '),
        }
        rest = after;
    }
    out.push_str(rest);
    // A backslash at the end would take the bar behind it along.
    if out.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1 {
        out.push('\\');
    }
    out
}

/// The content of the code span at the start of a text, and the length of the whole.
fn code_span(text: &str) -> Option<(&str, usize)> {
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

/// A code span in a cell.
fn code(span: &str, content: &str) -> String {
    let span = span.replace(['\n', '\r'], " ");
    if !span.contains('|') {
        return span;
    }
    if !content.contains("\\|") {
        return span.replace('|', "\\|");
    }
    // Renderers differ on a backslash before an escaped bar, so HTML replaces the span.
    let padded = content.len() > 2 && content.starts_with(' ') && content.ends_with(' ');
    let content = if padded {
        &content[1..content.len() - 1]
    } else {
        content
    };
    let mut out = String::from("<code>");
    for character in content.chars() {
        if character.is_ascii_punctuation() && !matches!(character, '.' | ',' | '-') {
            let _ = write!(out, "&#{};", u32::from(character));
        } else {
            out.push(if character == '\n' || character == '\r' {
                ' '
            } else {
                character
            });
        }
    }
    out.push_str("</code>");
    out
}

#[cfg(test)]
mod tests {
    use super::{cell, row};
    use cratify_schema::text::in_code;

    #[test]
    fn nothing_ends_a_cell_early() {
        for (markdown, expected) in [
            ("a | b", "a \\| b"),
            ("a \\| b", "a \\| b"),
            ("a\nb\r\nc", "a b  c"),
            ("`a|b`", "`a\\|b`"),
            ("`a\\|b` c|d", "<code>a&#92;&#124;b</code> c\\|d"),
            ("an ` alone | and", "an \\` alone \\| and"),
            ("`` a\\|` ``", "<code>a&#92;&#124;&#96;</code>"),
            ("``a`|b``", "``a`\\|b``"),
            ("ends with \\", "ends with \\\\"),
            ("\\`not | code\\`", "\\`not \\| code\\`"),
            ("", ""),
        ] {
            assert_eq!(cell(markdown), expected, "{markdown:?}");
        }
        assert_eq!(cell(&in_code("x`\n|")), "`` x` \\| ``");
    }

    #[test]
    fn a_row_is_a_line() {
        let mut out = String::new();
        row(&mut out, &["a\n", "", "`|`"]);
        assert_eq!(out, "| a | | `\\|` |\n");
    }
}
