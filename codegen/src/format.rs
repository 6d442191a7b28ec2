//! Tokens to text: rustfmt's look, by prettyplease, with blank lines between items.
//!
//! Doc comments need no formatting, and they are most of the text of a crate. So they are not made
//! into attributes, parsed and printed, but put in their places afterwards.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Attribute;

/// Lines of a doc comment.
#[derive(Debug, Default)]
pub(crate) struct Lines(Vec<String>);

impl Lines {
    /// Adds lines, set off by an empty one.
    pub(crate) fn paragraph(&mut self, lines: impl IntoIterator<Item = String>) {
        if !self.0.is_empty() {
            self.0.push(String::new());
        }
        self.0.extend(lines);
    }

    /// Adds a line, set off by an empty one.
    pub(crate) fn sentence(&mut self, text: impl Into<String>) {
        self.paragraph([text.into()]);
    }

    /// The lines as they are written, which is without blanks at their ends.
    fn iter(&self) -> impl Iterator<Item = &str> {
        // What stands after a line break would not be a comment any more.
        let lines = self.0.iter().flat_map(|line| line.split(['\n', '\r']));
        lines.map(str::trim_end)
    }

    /// The comment as its reader has it.
    pub(crate) fn text(&self) -> String {
        self.iter().collect::<Vec<_>>().join("\n")
    }

    fn write(&self, indent: &str, out: &mut String) {
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
pub(crate) struct Comments(Vec<Lines>);

impl Comments {
    /// Adds a comment; the tokens hold its place.
    pub(crate) fn add(&mut self, lines: Lines) -> TokenStream {
        let place = format!("{PLACEHOLDER}{}", self.0.len());
        self.0.push(lines);
        quote! { #[doc = #place] }
    }

    /// Puts the comments into the text where their places are held.
    fn fill(&self, text: &str, out: &mut String) {
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

/// Something at the level of a file.
pub(crate) struct Item {
    /// The doc comment of what the tokens begin with.
    pub docs: Lines,
    /// The doc comments within.
    pub comments: Comments,
    /// One item or several, attributes of a file, or nothing.
    pub tokens: TokenStream,
}

impl From<TokenStream> for Item {
    fn from(tokens: TokenStream) -> Self {
        Self {
            docs: Lines::default(),
            comments: Comments::default(),
            tokens,
        }
    }
}

/// A file: its header as it is, then its items.
///
/// prettyplease writes items without blank lines between them, so each is formatted by itself.
///
/// # Panics
///
/// Where the tokens are not Rust, which is a fault of the emitter, whatever the input.
pub(crate) fn file(header: &str, items: Vec<Item>) -> String {
    let mut out = String::from(header);
    for item in items {
        let mut docs = Some(item.docs);
        let file: syn::File = match syn::parse2(item.tokens) {
            Ok(file) => file,
            Err(error) => panic!("emission wrote what is not Rust: {error}"),
        };
        if !file.attrs.is_empty() {
            out.push('\n');
            // One at a time: prettyplease puts attributes of a file in a row.
            for attribute in file.attrs {
                out.push_str(&unparse(vec![attribute], Vec::new()));
            }
        }
        let mut after_line = false;
        for inner in file.items {
            // Declarations of a line each stay together.
            let line = matches!(inner, syn::Item::Use(_) | syn::Item::Mod(_));
            if !(line && after_line) {
                out.push('\n');
            }
            after_line = line;
            // What stands after a line break would not be a comment any more.
            let members = matches!(inner, syn::Item::Impl(_));
            let text = unparse(Vec::new(), vec![inner]);
            if let Some(docs) = docs.take() {
                docs.write("", &mut out);
            }
            if members {
                push_members(&text, &mut out);
            } else {
                item.comments.fill(&text, &mut out);
            }
        }
    }
    out
}

fn unparse(attrs: Vec<Attribute>, items: Vec<syn::Item>) -> String {
    let mut text = prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs,
        items,
    });
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// The text of an `impl`, with a blank line between its members as between items.
fn push_members(text: &str, out: &mut String) {
    let mut after_member = false;
    for line in text.lines() {
        let is_member_level = line.starts_with("    ") && !line.starts_with("     ");
        if after_member && is_member_level {
            out.push('\n');
        }
        after_member = is_member_level && (line.ends_with('}') || line.ends_with(';'));
        out.push_str(line);
        out.push('\n');
    }
}
