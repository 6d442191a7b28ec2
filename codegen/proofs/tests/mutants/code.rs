//! Edits of what is written out by hand: tables of values, facts of unions, arms of what reads and
//! writes, and what hides secrets.

use proc_macro2::{Delimiter, Ident, Span, TokenTree};
use quote::{ToTokens, quote};
use syn::{ImplItem, ItemImpl, ItemMacro, MacroDelimiter};

use crate::edit::Found;
use crate::schemas;
use crate::tables;
use crate::tokens::{
    Rebuild, arms, changed, each_changed, each_dropped, entries, inner, is_ident, is_punct, joined,
    spliced, text_of, tokens_of, with_group,
};

/// Functions that no check is about: constructors, the file of the schema, the name and the place of a
/// derived schema.
const OTHERS: [&str; 5] = ["new", "from", "schema", "schema_name", "inline_schema"];

/// Finds the edits of an implementation.
pub(crate) fn edits(item: &ItemImpl, found: Found<'_>) {
    let place = item.self_ty.to_token_stream().to_string();
    for (index, member) in item.items.iter().enumerate() {
        let role = match member {
            ImplItem::Fn(function) => function.sig.ident.to_string(),
            ImplItem::Const(constant) => constant.ident.to_string(),
            _ => continue,
        };
        if OTHERS.contains(&role.as_str()) {
            continue;
        }
        let rebuild = |tokens: Vec<TokenTree>| {
            let mut item = item.clone();
            item.items[index] = ImplItem::Verbatim(tokens.into_iter().collect());
            item.to_token_stream()
        };
        if let ("unknown", ImplItem::Fn(function)) = (role.as_str(), member) {
            let mut function = function.clone();
            function.block = syn::parse_quote!({
                drop(value);
                None
            });
            found("unknown refused", &place, rebuild(tokens_of(&function)));
            continue;
        }
        let tokens = match member {
            // The body alone: what is above it has no decisions.
            ImplItem::Fn(function) => {
                let head = tokens_of(&function.sig);
                let body = tokens_of(&function.block);
                let rebuild = |body| rebuild(head.iter().cloned().chain(body).collect());
                walk(&body, &role, &place, &rebuild, found);
                continue;
            }
            member => tokens_of(member),
        };
        // The type of a constant has literals too: the length of an array.
        let value = tokens
            .iter()
            .position(|token| is_punct(token, '='))
            .unwrap_or_default();
        let (head, value) = tokens.split_at(value);
        let rebuild = |value| rebuild(head.iter().cloned().chain(value).collect());
        walk(value, &role, &place, &rebuild, found);
    }
}

/// Finds the edits of a line that implements traits: its treatment of errors, and the value of a constant. Of tables, which
/// name members, lines of enums have values; the others are methods that no check is about.
pub(crate) fn macro_edits(item: &ItemMacro, found: Found<'_>) {
    tables::edits(item, found);
    if !matches!(item.mac.delimiter, MacroDelimiter::Paren(_)) {
        return;
    }
    let parts = entries(&tokens_of(&item.mac.tokens));
    let is_word = |part: &[TokenTree]| matches!(part, [TokenTree::Ident(_)]);
    if let Some([name, sign, value @ ..]) = parts.first().map(Vec::as_slice)
        && is_punct(sign, '=')
    {
        each_changed(value, &mut |value| {
            let mut parts = parts.clone();
            parts[0].splice(2.., value);
            let mut item = item.clone();
            item.mac.tokens = joined(&parts).into_iter().collect();
            found(
                "constant changed",
                &name.to_string(),
                item.to_token_stream(),
            );
        });
    }
    if let [name, word, ..] = parts.as_slice()
        && is_word(word)
    {
        let mut item = item.clone();
        let place = quote!(#(#name)*).to_string();
        let kind = format!("{} dropped", quote!(#(#word)*));
        item.mac.tokens = name.iter().cloned().collect();
        found(&kind, &place, item.to_token_stream());
    }
}

/// `role` is the function or constant, or the fact of a branch.
fn walk(tokens: &[TokenTree], role: &str, place: &str, rebuild: Rebuild<'_>, found: Found<'_>) {
    for (at, token) in tokens.iter().enumerate() {
        let before = |name: &str| at > 0 && is_ident(&tokens[at - 1], name);
        literal(tokens, at, role, place, rebuild, found);
        path(tokens, at, role, place, rebuild, found);
        let delimiter = match token {
            TokenTree::Group(group) => group.delimiter(),
            _ => continue,
        };
        let body = inner(Some(token), delimiter).unwrap_or_default();
        let rebuild = |body| rebuild(with_group(tokens, at, body));
        if delimiter == Delimiter::Brace && before("Facts") {
            facts(&entries(&body), place, &rebuild, found);
            continue;
        }
        if delimiter == Delimiter::Brace
            && tokens[..at].iter().any(|token| is_ident(token, "match"))
        {
            swap_arms(&body, role, place, &rebuild, found);
        }
        let parts = entries(&body);
        if delimiter == Delimiter::Bracket && matches!(role, "ALL" | "FACTS" | "LISTED") {
            for index in 1..parts.len() {
                let mut parts = parts.clone();
                parts.swap(index - 1, index);
                found(&format!("{role} swapped"), place, rebuild(joined(&parts)));
            }
        }
        walk(&body, role, place, &rebuild, found);
    }
}

/// The fields of one branch's facts.
fn facts(parts: &[Vec<TokenTree>], place: &str, rebuild: Rebuild<'_>, found: Found<'_>) {
    let name = |part: &[TokenTree]| crate::tokens::first_ident(part);
    for (part, rest) in each_dropped(parts) {
        // The last entry is the facts that are not spelled out.
        if !is_punct(&part[0], '.') {
            found(
                &format!("fact {} dropped", name(part)),
                place,
                rebuild(rest),
            );
        }
    }
    for (index, part) in parts.iter().enumerate() {
        let rebuild = |part| {
            let mut parts = parts.to_vec();
            parts[index] = part;
            rebuild(joined(&parts))
        };
        walk(
            part,
            &format!("fact {}", name(part)),
            place,
            &rebuild,
            found,
        );
    }
}

fn literal(
    tokens: &[TokenTree],
    at: usize,
    role: &str,
    place: &str,
    rebuild: Rebuild<'_>,
    found: Found<'_>,
) {
    if role == "json_schema" {
        let schema = text_of(&tokens[at]).and_then(|text| serde_json::from_str(&text).ok());
        for (kind, schema) in schema.as_ref().map(schemas::edits).unwrap_or_default() {
            let text = proc_macro2::Literal::string(&schema.to_string());
            let put = spliced(tokens, at, 1, vec![TokenTree::Literal(text)]);
            found(&format!("derived schema: {kind}"), place, rebuild(put));
        }
    } else if role != "fmt"
        && let Some(other) = changed(&tokens[at])
    {
        let put = spliced(tokens, at, 1, vec![other]);
        found(&format!("{role} changed"), place, rebuild(put));
    }
}

/// Calls and paths that decide how a value is read, and what is shown of it.
fn path(
    tokens: &[TokenTree],
    at: usize,
    role: &str,
    place: &str,
    rebuild: Rebuild<'_>,
    found: Found<'_>,
) {
    let rest = &tokens[at..];
    let starts = |names: &[&str]| {
        if !is_ident(&tokens[at], names[0]) {
            return false;
        }
        let idents = rest.iter().filter(|token| !is_punct(token, ':'));
        names
            .iter()
            .zip(idents)
            .filter(|(name, token)| is_ident(token, name))
            .count()
            == names.len()
    };
    if is_punct(&tokens[at], '.') && rest.get(1).is_some_and(|token| is_ident(token, "map_err")) {
        found(
            &format!("{role}: hiding dropped"),
            place,
            rebuild(spliced(tokens, at, 3, Vec::new())),
        );
    }
    if starts(&["crate", "support", "number", "read"]) {
        let plain = tokens_of(&quote!(serde::Deserialize::deserialize));
        found(
            &format!("{role}: number read plainly"),
            place,
            rebuild(spliced(tokens, at, 10, plain)),
        );
    }
    if role.starts_with("fact ") && starts(&["Kind"]) && rest.len() > 3 {
        let null = TokenTree::Ident(Ident::new("Null", Span::call_site()));
        let put = spliced(tokens, at + 3, 1, vec![null]);
        found(&format!("{role}: type changed"), place, rebuild(put));
    }
    if role == "fmt" && starts(&["crate", "support", "secret", "Redacted"]) {
        let name = tokens[..at].iter().rev().find_map(text_of);
        let field = name.and_then(|name| {
            syn::parse_str::<Ident>(&name)
                .or_else(|_| syn::parse_str(&format!("r#{name}")))
                .ok()
        });
        if let Some(field) = field {
            let put = spliced(tokens, at, 10, tokens_of(&quote!(self.#field)));
            found("secret shown", place, rebuild(put));
        }
    }
}

/// Exchanges the bodies of two arms.
fn swap_arms(body: &[TokenTree], role: &str, place: &str, rebuild: Rebuild<'_>, found: Found<'_>) {
    let arms = arms(body);
    for index in 1..arms.len() {
        let mut swapped = arms.clone();
        let one = swapped[index - 1].body.clone();
        swapped[index - 1].body = std::mem::replace(&mut swapped[index].body, one);
        for arm in &mut swapped {
            arm.comma = Some(syn::token::Comma::default());
        }
        let tokens = tokens_of(&quote!(#(#swapped)*));
        found(&format!("{role}: arms swapped"), place, rebuild(tokens));
    }
}
