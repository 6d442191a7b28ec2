//! Faults in generated Rust.

use std::fmt::Write as _;

use proc_macro2::{TokenStream, TokenTree};

/// Rust that is more than types: attributes, macros and files that no type brings.
pub(crate) fn rust_faults(text: &str) -> Vec<String> {
    let file = match syn::parse_file(text) {
        Ok(file) => file,
        Err(error) => return vec![format!("is not Rust: {error}")],
    };
    let mut faults = Vec::new();
    for attribute in &file.attrs {
        let path = attribute
            .path()
            .get_ident()
            .map(ToString::to_string)
            .unwrap_or_default();
        if !["allow", "doc", "forbid", "warn"].contains(&path.as_str()) {
            faults.push(format!("has the inner attribute {path}"));
        }
    }
    walk(text.parse().expect("it was Rust before"), &mut faults);
    faults
}

fn walk(tokens: TokenStream, faults: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        let next = |offset: usize| {
            tokens
                .get(index + offset)
                .map(ToString::to_string)
                .unwrap_or_default()
        };
        let (is_literal, value) = (
            matches!(tokens.get(index + 2), Some(TokenTree::Literal(_))),
            next(2),
        );
        let fault = match token {
            TokenTree::Group(group) => {
                walk(group.stream(), faults);
                continue;
            }
            TokenTree::Ident(ident) => match ident.to_string().as_str() {
                "doc" if next(1) == "=" && !is_literal => format!("has documentation from {value}"),
                "include_str" if !value.starts_with("(\"../") => format!("includes {value}"),
                "path" if next(1) == "=" && is_literal => format!("has a file at {value}"),
                "evil" => "has an item of the document".to_owned(),
                _ => continue,
            },
            _ => continue,
        };
        faults.push(fault);
    }
}

/// The doc comments of a file, each as rustdoc has it.
pub(crate) fn doc_comments(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut follows = false;
    for line in text.lines() {
        let line = line.trim_start();
        let docs = line
            .strip_prefix("///")
            .or_else(|| line.strip_prefix("//!"));
        if let Some(docs) = docs {
            if !follows {
                all.push(String::new());
            }
            let docs = docs.strip_prefix(' ').unwrap_or(docs);
            let _ = writeln!(all.last_mut().expect("one was added"), "{docs}");
        }
        follows = docs.is_some();
    }
    all
}
