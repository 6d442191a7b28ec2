//! Turns lines of Markdown into doc comments.

use cratify_model::markdown;
use cratify_schema::text::show_unseen;

use super::{Rust, Sentence};

/// The most characters of a line: with the mark, and the indentation of a member, it is 100 columns wide.
const WIDTH: usize = 92;

/// The lines of a doc comment, without the marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocLines(Vec<String>);

impl DocLines {
    /// A comment of one line.
    pub fn of(sentence: impl Into<Sentence>) -> Self {
        let mut lines = Self::default();
        lines.sentence(sentence);
        lines
    }

    /// Adds a paragraph of one line.
    pub fn sentence(&mut self, sentence: impl Into<Sentence>) {
        self.paragraph([sentence.into()]);
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, lines: impl IntoIterator<Item = Sentence>) {
        self.set_off();
        for line in lines {
            self.0.extend(markdown::wrapped(&line.to_string(), WIDTH));
        }
    }

    /// Adds a paragraph of our own words.
    pub fn words(&mut self, lines: &[&'static str]) {
        self.sentence(Sentence::join(lines.iter().copied(), " "));
    }

    /// Adds the Markdown of a document; `false` if it has nothing to show.
    pub fn markdown(&mut self, text: &str) -> bool {
        let lines = markdown::rustdoc(text, WIDTH);
        let is_empty = lines.is_empty();
        if !is_empty {
            self.set_off();
            self.0.extend(lines);
        }
        !is_empty
    }

    /// Adds a code block that rustdoc compiles and runs. Its last line is hidden.
    pub fn example(&mut self, code: &Rust, last: &'static str) {
        self.set_off();
        self.0.push("```".to_owned());
        // rustdoc hides a line that starts with `#`.
        let lines = code.as_str().lines();
        self.0.extend(lines.map(|line| {
            let hash = if line.starts_with('#') { "#" } else { "" };
            format!("{hash}{line}")
        }));
        self.0.push(format!("# {last}"));
        self.0.push("```".to_owned());
    }

    /// Adds an empty line, unless the comment is empty.
    fn set_off(&mut self) {
        if !self.0.is_empty() {
            self.0.push(String::new());
        }
    }

    /// Whether the comment is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lines as they are written: without blanks at their ends, and without what would end a comment or
    /// disturb its reader.
    fn iter(&self) -> impl Iterator<Item = String> {
        let lines = self.0.iter().flat_map(|line| line.split('\n'));
        lines.map(|line| show_unseen(line.trim_end()))
    }

    /// The text of the comment.
    pub fn text(&self) -> String {
        self.iter().collect::<Vec<_>>().join("\n")
    }

    /// Adds the comment to code: `mark` is `///` or `//!`.
    pub(crate) fn write(&self, indent: usize, mark: &'static str, out: &mut String) {
        for line in self.iter() {
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(mark);
            if !line.is_empty() {
                out.push(' ');
                out.push_str(&line);
            }
            out.push('\n');
        }
    }
}
