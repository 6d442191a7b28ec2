//! Tokens to text: rustfmt's look, by prettyplease, with blank lines between items.

use proc_macro2::TokenStream;
use syn::{Attribute, File, Item};

/// A file: its header as it is, then its items.
///
/// prettyplease writes items without blank lines between them, so each is formatted by itself.
///
/// # Panics
///
/// Where the tokens are not Rust, which is a fault of the emitter, whatever the input.
pub(crate) fn file(header: &str, items: Vec<TokenStream>) -> String {
    let mut out = String::from(header);
    for tokens in items {
        let file: File = match syn::parse2(tokens) {
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
        for item in file.items {
            // Declarations of a line each stay together.
            let line = matches!(item, Item::Use(_) | Item::Mod(_));
            if !(line && after_line) {
                out.push('\n');
            }
            after_line = line;
            let members = matches!(item, Item::Impl(_));
            let text = unparse(Vec::new(), vec![item]);
            if members {
                push_members(&text, &mut out);
            } else {
                out.push_str(&text);
            }
        }
    }
    out
}

fn unparse(attrs: Vec<Attribute>, items: Vec<Item>) -> String {
    let mut text = prettyplease::unparse(&File {
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
