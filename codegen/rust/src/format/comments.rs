//! Doc comments, which need no formatting, and are most of the text of a crate. So they are not made
//! into attributes and printed, but put in their places afterwards.

use syn::Attribute;

use crate::emit::tree;
use crate::text::DocLines;

/// What takes the place of a doc comment in tokens. It is private to whoever uses it (Unicode,
/// section 23.5), and never occurs in tokens of another kind, where it would be escaped.
const PLACEHOLDER: char = '\u{e000}';

/// The doc comments within an item.
#[derive(Debug, Default)]
pub struct Comments(Vec<DocLines>);

impl Comments {
    /// Adds a comment; the attribute holds its place.
    pub fn add(&mut self, lines: DocLines) -> Attribute {
        let place = format!("{PLACEHOLDER}{}", self.0.len());
        self.0.push(lines);
        tree::text("doc", &place)
    }

    /// Puts the comments into the text where their places are held.
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
