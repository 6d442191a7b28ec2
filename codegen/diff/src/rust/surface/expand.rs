//! Calls of the macros of the support code to the implementations that they write.
//!
//! A macro of the support code takes the name of a type first, or `impl` and the name, and writes implementations for it.
//! The other arguments choose functions in the bodies, which no surface has. The macros of constructors take signatures
//! instead: `Name::new(id: u8) { … } with_code(code: u8);`. Those of records name methods: `field = "name": is_null, set_null;`.

use std::collections::HashMap;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, Item, ItemImpl, Macro};

use super::modules::Module;

/// The macro whose calls have a line for each of several types.
const PUBLISHED: &str = "support::published::published";

/// The macros whose calls have the signatures of functions.
const CONSTRUCT: &str = "support::construct::construct";

/// The macros whose calls name the methods for members that may be null.
const RECORDS: [&str; 2] = ["support::record::record", "support::record::nulls"];

/// The same, for a type that can be converted from the argument of `new`.
const BY_NAME: &str = "support::construct::by_name";

/// The macros of the support code.
pub(super) struct Macros {
    /// The bodies of the rules of each macro, by its path.
    bodies: HashMap<String, Vec<TokenStream>>,
}

impl Macros {
    /// The macros that modules define.
    pub(super) fn of(modules: &[Module]) -> Self {
        let mut bodies = HashMap::new();
        for module in modules {
            for item in &module.items {
                if let Item::Macro(definition) = item
                    && let Some(name) = &definition.ident
                {
                    let rules = rules(definition.mac.tokens.clone());
                    bodies.insert(module.path_of(&name.to_string()), rules);
                }
            }
        }
        Self { bodies }
    }

    /// The implementations that a call writes, those of the calls in its body included.
    pub(super) fn expand(&self, call: &Macro) -> Vec<ItemImpl> {
        let mut blocks = Vec::new();
        self.expand_into(call, &[], &mut Vec::new(), &mut blocks);
        blocks
    }

    /// Adds what a call with these attributes writes. A macro that calls itself has the other rule among its bodies.
    fn expand_into(
        &self,
        call: &Macro,
        attributes: &[Attribute],
        active: &mut Vec<String>,
        blocks: &mut Vec<ItemImpl>,
    ) {
        let segments = call.path.segments.iter().map(|one| one.ident.to_string());
        let path: Vec<String> = segments.filter(|name| name != "crate").collect();
        let path = path.join("::");
        let tokens = call.tokens.clone().into_iter();
        let mut tokens = tokens.skip_while(is_sign);
        if path == PUBLISHED {
            let lines: Vec<TokenTree> = call.tokens.clone().into_iter().collect();
            let lines = lines
                .split(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ';'));
            for target in lines.filter_map(<[TokenTree]>::first) {
                if let TokenTree::Ident(target) = target {
                    self.write_bodies(&path, target, attributes, active, blocks);
                }
            }
            return;
        }
        let Some(TokenTree::Ident(target)) = tokens.next() else {
            return;
        };
        if path == CONSTRUCT || path == BY_NAME {
            blocks.extend(construction(&target, tokens, path == BY_NAME));
            return;
        }
        if RECORDS.contains(&&*path) {
            blocks.extend(null_methods(&target, tokens));
        }
        self.write_bodies(&path, &target, attributes, active, blocks);
    }

    /// Adds what the bodies of a macro write for a type.
    fn write_bodies(
        &self,
        path: &str,
        target: &Ident,
        attributes: &[Attribute],
        active: &mut Vec<String>,
        blocks: &mut Vec<ItemImpl>,
    ) {
        if active.iter().any(|other| other == path) {
            return;
        }
        let bodies = self.bodies.get(path).into_iter().flatten();
        let files = bodies.filter_map(|body| syn::parse2(filled(body.clone(), target)).ok());
        active.push(path.to_owned());
        for item in files.flat_map(|file: syn::File| file.items) {
            match item {
                Item::Impl(mut block) => {
                    block.attrs.extend_from_slice(attributes);
                    blocks.push(block);
                }
                Item::Macro(inner) if inner.ident.is_none() => {
                    let inner_attributes = [attributes, &inner.attrs].concat();
                    self.expand_into(&inner.mac, &inner_attributes, active, blocks);
                }
                _ => {}
            }
        }
        active.pop();
    }
}

/// The implementations that `::new(arguments) { … } with_id(id: u8); …` stands for. Each function after `new` takes the value
/// too, and returns it.
fn construction(
    target: &Ident,
    tokens: impl Iterator<Item = TokenTree>,
    by_name: bool,
) -> Vec<ItemImpl> {
    let mut functions = Vec::new();
    let mut conversion = None;
    let mut name = None;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => name = Some(ident),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                let arguments = group.stream();
                match name.take() {
                    Some(name) if name == "new" => {
                        // The name of the argument and a colon stand before its type.
                        let ty: TokenStream = arguments.clone().into_iter().skip(2).collect();
                        conversion = by_name.then(|| {
                            quote! {
                                impl From<#ty> for #target { fn from(required: #ty) -> Self {} }
                            }
                        });
                        functions.push(quote! { pub fn new(#arguments) -> Self {} });
                    }
                    Some(name) => {
                        functions.push(quote! { pub fn #name(mut self, #arguments) -> Self {} });
                    }
                    None => {}
                }
            }
            _ => {}
        }
    }
    let blocks = [Some(quote! { impl #target { #(#functions)* } }), conversion];
    let blocks = blocks.into_iter().flatten();
    blocks.filter_map(|block| syn::parse2(block).ok()).collect()
}

/// The methods that the lines of a record name behind their colons: one tells whether a member is null, one makes it so.
fn null_methods(target: &Ident, tokens: impl Iterator<Item = TokenTree>) -> Option<ItemImpl> {
    let is = |token: &TokenTree, sign: char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
    let tokens: Vec<TokenTree> = tokens.collect();
    let lines = tokens.split(|token| is(token, ';'));
    let functions = lines.filter_map(|line| {
        let colon = line.iter().position(|token| is(token, ':'))?;
        let [TokenTree::Ident(asks), comma, TokenTree::Ident(sets)] = &line[colon + 1..] else {
            return None;
        };
        is(comma, ',').then(|| {
            quote! {
                pub fn #asks(&self) -> bool {}
                pub fn #sets(&mut self) {}
            }
        })
    });
    let functions: TokenStream = functions.collect();
    syn::parse2(quote! { impl #target { #functions } }).ok()
}

/// Whether a token stands before the name of the type: `impl`, or the `@` of a rule for other macros.
fn is_sign(token: &TokenTree) -> bool {
    matches!(token.to_string().as_str(), "impl" | "@")
}

/// The bodies of `(pattern) => { body };`.
fn rules(tokens: TokenStream) -> Vec<TokenStream> {
    let groups = tokens.into_iter().filter_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.stream()),
        _ => None,
    });
    groups.collect()
}

/// A body with the name of a type for `$name`. A part that depends on other arguments is left out: `$(…)?`, `$(…),+`.
fn filled(body: TokenStream, target: &Ident) -> TokenStream {
    let mut written = Vec::new();
    let mut tokens = body.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '$' => match tokens.next() {
                Some(TokenTree::Ident(name)) if name == "name" => {
                    written.push(TokenTree::Ident(target.clone()));
                }
                // A separator may stand before the sign.
                Some(TokenTree::Group(_)) => {
                    let repeats = |next: &TokenTree| matches!(next, TokenTree::Punct(sign) if "?*+".contains(sign.as_char()));
                    if tokens.next().is_some_and(|next| !repeats(&next)) {
                        tokens.next();
                    }
                }
                Some(other) => written.push(other),
                None => {}
            },
            TokenTree::Group(group) => {
                let inner = filled(group.stream(), target);
                written.push(TokenTree::Group(Group::new(group.delimiter(), inner)));
            }
            other => written.push(other),
        }
    }
    written.into_iter().collect()
}
