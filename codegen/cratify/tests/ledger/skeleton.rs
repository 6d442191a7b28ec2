//! Rust without what only says something: doc comments, published schemas, and what is for `schemars` alone.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The rest of a file.
pub(crate) fn of(text: &str) -> String {
    let tokens: TokenStream = text.parse().expect("what is generated is Rust");
    strip(tokens).to_string()
}

fn strip(tokens: TokenStream) -> TokenStream {
    let mut kept = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if is_punct(&token, '#') {
            if tokens.peek().is_some_and(|next| is_punct(next, '!')) {
                tokens.next();
            }
            match tokens.peek() {
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
                    let attribute = group.stream().to_string();
                    let is_said = ["doc", "deprecated", "allow", "cfg_attr"]
                        .iter()
                        .any(|word| attribute.starts_with(word));
                    let is_derived = attribute == "cfg (feature = \"schemars\")";
                    if is_said || is_derived {
                        tokens.next();
                    }
                    if is_derived {
                        // The item that is there for `schemars` goes with it.
                        for token in tokens.by_ref() {
                            let ends = match &token {
                                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                                other => is_punct(other, ';'),
                            };
                            if ends {
                                break;
                            }
                        }
                    }
                    if is_said || is_derived {
                        continue;
                    }
                }
                _ => {}
            }
        }
        // `with "…"` in the table of an enum is for `schemars`.
        let is_literal = |next: &TokenTree| matches!(next, TokenTree::Literal(_));
        if is_word(&token, "with") && tokens.next_if(is_literal).is_some() {
            continue;
        }
        if is_word(&token, "published") && tokens.next_if(|next| is_punct(next, '!')).is_some() {
            // The table of published schemas.
            tokens.next();
        }
        kept.push(match token {
            TokenTree::Group(group) => TokenTree::Group(proc_macro2::Group::new(
                group.delimiter(),
                strip(group.stream()),
            )),
            other => other,
        });
    }
    kept.into_iter().collect()
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

fn is_word(token: &TokenTree, wanted: &str) -> bool {
    matches!(token, TokenTree::Ident(word) if word == wanted)
}
