//! Turns tokens, trees and text into the text of files, in the layout of rustfmt.
//!
//! prettyplease prints definitions, which come as trees. Constructs that differ little between files come as
//! text in its layout: to parse and print all of them would take most of the time of a run.

mod comments;
mod layout;

use proc_macro2::TokenStream;
use syn::Attribute;

pub use comments::Comments;
use layout::fits;
pub use layout::{block, list, wrapped_literal};

use crate::text::{Comment, DocLines, Rust};

/// Rust, in the form that is cheapest to make.
pub enum Code {
    /// Items, attributes of a file, or nothing.
    Tokens(TokenStream),
    /// A definition.
    Tree(Box<syn::Item>),
    /// A macro call with a line for each of many things: it stays as it is. prettyplease would fill lines with its
    /// tokens.
    Table(Rust),
    /// Declarations of one line each, or one item, in the layout of prettyplease. If a line is too long,
    /// prettyplease prints it.
    Text(Rust),
}

impl From<TokenStream> for Code {
    fn from(tokens: TokenStream) -> Self {
        Self::Tokens(tokens)
    }
}

impl From<syn::Item> for Code {
    fn from(tree: syn::Item) -> Self {
        Self::Tree(Box::new(tree))
    }
}

impl From<Rust> for Code {
    fn from(text: Rust) -> Self {
        Self::Text(text)
    }
}

/// Code at the level of a file.
pub struct Item {
    /// The doc comment of the first item.
    pub docs: DocLines,
    /// The doc comments inside.
    pub comments: Comments,
    /// The code.
    pub code: Code,
}

impl<C: Into<Code>> From<C> for Item {
    fn from(code: C) -> Self {
        Self {
            docs: DocLines::default(),
            comments: Comments::default(),
            code: code.into(),
        }
    }
}

/// The header of a file.
pub struct Header {
    /// The line comment on its origin.
    pub comment: Comment,
    /// The doc comment of the module.
    pub docs: DocLines,
}

impl Header {
    /// The text of the header.
    pub fn text(&self) -> String {
        let mut out = format!("{}\n\n", self.comment);
        self.docs.write(0, "//!", &mut out);
        out
    }
}

/// A file: its header, then its items.
///
/// prettyplease writes items without blank lines between them, so each is formatted by itself.
///
/// # Panics
///
/// If the code is not Rust: a fault of the emitter, whatever the input.
pub fn file(header: &Header, items: Vec<Item>) -> String {
    let mut out = header.text();
    for item in items {
        let parsed = match item.code {
            Code::Table(text) => {
                out.push('\n');
                out.push_str(text.as_str());
                continue;
            }
            Code::Text(text) if fits(text.as_str()) => {
                if !text.as_str().is_empty() {
                    out.push('\n');
                    item.docs.write(0, "///", &mut out);
                    out.push_str(text.as_str());
                }
                continue;
            }
            Code::Text(text) => syn::parse_file(text.as_str()),
            Code::Tokens(tokens) => syn::parse2(tokens),
            Code::Tree(tree) => Ok(file_of(Vec::new(), vec![*tree])),
        };
        let file = parsed.unwrap_or_else(|error| panic!("the emitter wrote invalid Rust: {error}"));
        push_file(file, item.docs, &item.comments, &mut out);
    }
    out
}

fn push_file(file: syn::File, docs: DocLines, comments: &Comments, out: &mut String) {
    let mut docs = Some(docs);
    if !file.attrs.is_empty() {
        out.push('\n');
        // One at a time: prettyplease puts attributes of a file in a row.
        for attribute in file.attrs {
            out.push_str(&unparse(&file_of(vec![attribute], Vec::new())));
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
        let members = matches!(inner, syn::Item::Impl(_));
        let text = unparse(&file_of(Vec::new(), vec![inner]));
        if let Some(docs) = docs.take() {
            docs.write(0, "///", out);
        }
        if members {
            push_members(&text, out);
        } else {
            comments.fill(&text, out);
        }
    }
}

fn file_of(attrs: Vec<Attribute>, items: Vec<syn::Item>) -> syn::File {
    syn::File {
        shebang: None,
        frontmatter: None,
        attrs,
        items,
    }
}

fn unparse(file: &syn::File) -> String {
    let mut text = prettyplease::unparse(file);
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
