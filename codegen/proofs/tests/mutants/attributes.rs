//! Edits of attributes: what serde and schemars are told, one entry at a time.

use proc_macro2::{Delimiter, TokenTree};

use crate::edit::Found;
use crate::tokens::{
    Rebuild, Tokens, each_changed, each_dropped, entries, first_ident, inner, is_ident, is_punct,
    joined, spliced, text_of, tokens_of, with_group,
};

/// Entries that say how the derives work together, and nothing about the values.
const MECHANICS: [&str; 3] = ["crate", "transparent", "untagged"];

/// Entries whose value is the name of a function or a type.
const PATHS: [&str; 6] = [
    "with",
    "default",
    "transform",
    "skip_serializing_if",
    "serialize_with",
    "deserialize_with",
];

/// Finds the attributes of a type, its fields and variants. `place` is the type.
pub(crate) fn edits(tokens: &[TokenTree], place: &str, rebuild: Rebuild<'_>, found: Found<'_>) {
    for (at, token) in tokens.iter().enumerate() {
        let attribute = at > 0 && is_punct(&tokens[at - 1], '#');
        if let Some(inner) = inner(Some(token), Delimiter::Bracket).filter(|_| attribute) {
            if is_ident(&inner[0], "deprecated") {
                found(
                    "deprecated dropped",
                    place,
                    rebuild(spliced(tokens, at - 1, 2, Vec::new())),
                );
            }
            let rebuild = |inner| rebuild(with_group(tokens, at, inner));
            lists(&inner, place, &rebuild, found);
        } else if let Some(body) = inner(Some(token), Delimiter::Brace)
            .or_else(|| inner(Some(token), Delimiter::Parenthesis))
        {
            let parts = entries(&body);
            for (index, part) in parts.iter().enumerate() {
                let rebuild = |part| {
                    let mut parts = parts.clone();
                    parts[index] = part;
                    rebuild(with_group(tokens, at, joined(&parts)))
                };
                edits(part, &format!("{place}.{}", name_of(part)), &rebuild, found);
            }
        }
    }
}

/// The name of a field or variant, past its attributes.
fn name_of(part: &[TokenTree]) -> String {
    let idents = part.iter().filter_map(|token| match token {
        TokenTree::Ident(ident) if ident != "pub" => Some(ident.to_string()),
        _ => None,
    });
    idents.into_iter().next().unwrap_or_default()
}

/// Finds the lists of `serde` and `schemars` in an attribute.
fn lists(tokens: &[TokenTree], place: &str, rebuild: Rebuild<'_>, found: Found<'_>) {
    for at in 1..tokens.len() {
        let Some(list) = inner(tokens.get(at), Delimiter::Parenthesis) else {
            continue;
        };
        let rebuild = |list| rebuild(with_group(tokens, at, list));
        match first_ident(&tokens[at - 1..at]).as_str() {
            "cfg_attr" => lists(&list, place, &rebuild, found),
            who @ ("serde" | "schemars") => {
                list_edits(who, &entries(&list), place, &rebuild, found);
            }
            _ => {}
        }
    }
}

fn list_edits(who: &str, parts: &[Tokens], place: &str, rebuild: Rebuild<'_>, found: Found<'_>) {
    let name = |part: &[TokenTree]| {
        let name = first_ident(part);
        let keyword = inner(part.get(1), Delimiter::Parenthesis)
            .filter(|_| name == "extend")
            .and_then(|inner| text_of(&inner[0]));
        keyword.map_or(format!("{who}({name})"), |keyword| {
            format!("{who}({name} {keyword})")
        })
    };
    for (part, rest) in each_dropped(parts) {
        if !MECHANICS.contains(&first_ident(part).as_str()) {
            found(&format!("{} dropped", name(part)), place, rebuild(rest));
        }
    }
    for (index, part) in parts.iter().enumerate() {
        let kind = format!("{} changed", name(part));
        let replaced = |part: Tokens| {
            let mut parts = parts.to_vec();
            parts[index] = part;
            rebuild(joined(&parts))
        };
        let word = first_ident(part);
        if word == "with" && who == "schemars" {
            let path = part.last().and_then(text_of).unwrap_or_default();
            let nullable = tokens_of(&format!("Option<{path}>"));
            found(
                &kind,
                place,
                replaced(spliced(part, part.len() - 1, 1, nullable)),
            );
        } else if !PATHS.contains(&word.as_str()) && !MECHANICS.contains(&word.as_str()) {
            // The first literal of `extend` is the keyword itself.
            let mut skip = usize::from(word == "extend");
            each_changed(part, &mut |part| {
                if skip == 0 {
                    found(&kind, place, replaced(part));
                }
                skip = skip.saturating_sub(1);
            });
        }
    }
}
