//! Trees of tokens, edited: what stands between commas, arms of a `match`, literals.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{Arm, Lit};

pub(crate) type Tokens = Vec<TokenTree>;

/// Makes the whole of a part that was edited.
pub(crate) type Rebuild<'a> = &'a dyn Fn(Tokens) -> TokenStream;

pub(crate) fn tokens_of(tree: &impl ToTokens) -> Tokens {
    tree.to_token_stream().into_iter().collect()
}

/// The tokens with a group in the place of the one at `at`.
pub(crate) fn with_group(tokens: &[TokenTree], at: usize, inner: Tokens) -> Tokens {
    let mut tokens = tokens.to_vec();
    if let TokenTree::Group(group) = &tokens[at] {
        let group = Group::new(group.delimiter(), inner.into_iter().collect());
        tokens[at] = TokenTree::Group(group);
    }
    tokens
}

/// The tokens with others in the place of a few.
pub(crate) fn spliced(tokens: &[TokenTree], at: usize, length: usize, put: Tokens) -> Tokens {
    let mut tokens = tokens.to_vec();
    tokens.splice(at..at + length, put);
    tokens
}

/// The token trees between commas.
pub(crate) fn entries(tokens: &[TokenTree]) -> Vec<Tokens> {
    tokens
        .split(|token| is_punct(token, ','))
        .map(<[_]>::to_vec)
        .filter(|entry| !entry.is_empty())
        .collect()
}

pub(crate) fn joined(entries: &[Tokens]) -> Tokens {
    let comma = TokenTree::Punct(Punct::new(',', Spacing::Alone));
    entries.join(&comma)
}

/// The lists that are made by leaving out one entry each, with what was left out.
pub(crate) fn each_dropped(entries: &[Tokens]) -> impl Iterator<Item = (&Tokens, Tokens)> {
    (0..entries.len()).map(|index| {
        let mut rest = entries.to_vec();
        rest.remove(index);
        (&entries[index], joined(&rest))
    })
}

/// The arms of a `match`.
pub(crate) fn arms(tokens: &[TokenTree]) -> Vec<Arm> {
    let parse = |input: ParseStream<'_>| {
        let mut arms = Vec::new();
        while !input.is_empty() {
            arms.push(input.parse::<Arm>()?);
        }
        Ok(arms)
    };
    syn::parse::Parser::parse2(parse, tokens.iter().cloned().collect()).unwrap_or_default()
}

/// Another literal or truth value; `None` for any other token.
pub(crate) fn changed(token: &TokenTree) -> Option<TokenTree> {
    if let TokenTree::Ident(ident) = token {
        let other = match ident.to_string().as_str() {
            "true" => "false",
            "false" => "true",
            _ => return None,
        };
        return Some(TokenTree::Ident(Ident::new(other, Span::call_site())));
    }
    let TokenTree::Literal(literal) = token else {
        return None;
    };
    let literal = match Lit::new(literal.clone()) {
        Lit::Str(text) => Literal::string(&format!("{}~", text.value())),
        Lit::Int(number) => {
            let number: u64 = number.base10_digits().parse().ok()?;
            Literal::u64_unsuffixed(number.checked_add(1)?)
        }
        Lit::Float(number) => {
            Literal::f64_unsuffixed(number.base10_digits().parse::<f64>().ok()? + 1.5)
        }
        _ => return None,
    };
    Some(TokenTree::Literal(literal))
}

/// The text of a literal that is a string.
pub(crate) fn text_of(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Literal(literal) => match Lit::new(literal.clone()) {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// Calls back for each literal at any depth, with the tokens in which it is another one.
pub(crate) fn each_changed(tokens: &[TokenTree], found: &mut dyn FnMut(Tokens)) {
    for (at, token) in tokens.iter().enumerate() {
        if let Some(other) = changed(token) {
            found(spliced(tokens, at, 1, vec![other]));
        }
        if let TokenTree::Group(group) = token {
            let inner: Tokens = group.stream().into_iter().collect();
            each_changed(&inner, &mut |inner| found(with_group(tokens, at, inner)));
        }
    }
}

pub(crate) fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

pub(crate) fn is_ident(token: &TokenTree, name: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == name)
}

/// The first name among the tokens.
pub(crate) fn first_ident(tokens: &[TokenTree]) -> String {
    let ident = tokens.iter().find_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    });
    ident.unwrap_or_default()
}

/// The contents of a group with this delimiter.
pub(crate) fn inner(token: Option<&TokenTree>, delimiter: Delimiter) -> Option<Tokens> {
    match token {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => {
            Some(group.stream().into_iter().collect())
        }
        _ => None,
    }
}
