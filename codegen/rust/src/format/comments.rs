//! Puts doc comments into formatted items. They are most of the text of a crate and need no formatting, so tokens have
//! placeholders for them, which are filled after printing.

use syn::Attribute;

use crate::syntax;
use crate::text::DocLines;

/// The start of a placeholder: a private-use character (Unicode, section 23.5). Other tokens escape it.
const PLACEHOLDER: char = '\u{e000}';

/// The doc comments within an item.
#[derive(Debug, Default)]
pub struct Comments(Vec<DocLines>);

impl Comments {
    /// Adds a comment, and returns its placeholder.
    pub fn add(&mut self, lines: DocLines) -> Attribute {
        let place = format!("{PLACEHOLDER}{}", self.0.len());
        self.0.push(lines);
        syntax::text("doc", &place)
    }

    /// Replaces the placeholders in the printed text.
    pub(super) fn fill(&self, text: &str, out: &mut String) {
        for line in text.split_inclusive('\n') {
            let held = line.split_once("///").and_then(|(indent, rest)| {
                let index = rest.strip_prefix(PLACEHOLDER)?.trim_end().parse::<usize>();
                Some((indent.len(), self.0.get(index.ok()?)?))
            });
            match held {
                Some((indent, lines)) => lines.write(indent, "///", out),
                None => out.push_str(line),
            }
        }
    }
}
