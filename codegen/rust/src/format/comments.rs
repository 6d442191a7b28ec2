//! Doc comments, which need no formatting, and are most of the text of a crate. So they are not made
//! into attributes and printed, but put in their places afterwards.

use syn::Attribute;

use crate::emit::tree;

/// Lines of a doc comment.
#[derive(Debug, Default)]
pub struct Lines(Vec<String>);

impl Lines {
    /// Adds lines, set off by an empty one.
    pub fn paragraph(&mut self, lines: impl IntoIterator<Item = String>) {
        if !self.0.is_empty() {
            self.0.push(String::new());
        }
        self.0.extend(lines);
    }

    /// Adds a line, set off by an empty one.
    pub fn sentence(&mut self, text: impl Into<String>) {
        self.paragraph([text.into()]);
    }

    /// The lines as they are written, which is without blanks at their ends.
    fn iter(&self) -> impl Iterator<Item = &str> {
        // What stands after a line break would not be a comment any more.
        let lines = self.0.iter().flat_map(|line| line.split(['\n', '\r']));
        lines.map(str::trim_end)
    }

    /// The comment as its reader has it.
    pub fn text(&self) -> String {
        self.iter().collect::<Vec<_>>().join("\n")
    }

    pub(super) fn write(&self, indent: &str, out: &mut String) {
        for line in self.iter() {
            out.push_str(indent);
            out.push_str("///");
            if !line.is_empty() {
                out.push(' ');
                out.push_str(line);
            }
            out.push('\n');
        }
    }
}

/// What takes the place of a doc comment in tokens. It is private to whoever uses it (Unicode,
/// section 23.5), and never occurs in tokens of another kind, where it would be escaped.
const PLACEHOLDER: char = '\u{e000}';

/// The doc comments within an item.
#[derive(Debug, Default)]
pub struct Comments(Vec<Lines>);

impl Comments {
    /// Adds a comment; the attribute holds its place.
    pub fn add(&mut self, lines: Lines) -> Attribute {
        let place = format!("{PLACEHOLDER}{}", self.0.len());
        self.0.push(lines);
        tree::text("doc", &place)
    }

    /// Puts the comments into the text where their places are held.
    pub(super) fn fill(&self, text: &str, out: &mut String) {
        for line in text.split_inclusive('\n') {
            let held = line.split_once("///").and_then(|(indent, rest)| {
                let index = rest.strip_prefix(PLACEHOLDER)?.trim_end().parse::<usize>();
                Some((indent, self.0.get(index.ok()?)?))
            });
            match held {
                Some((indent, lines)) => lines.write(indent, out),
                None => out.push_str(line),
            }
        }
    }
}
