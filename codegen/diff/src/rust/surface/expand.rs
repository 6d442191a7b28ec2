//! Turns calls of the macros of the support code into the implementations that they write.
//!
//! The macros are expanded as the compiler does it: the rules are those of the crate, so nothing has to be known of any of them.
//! The bodies of functions are left out, since no surface has them.

use std::collections::HashMap;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Expr, ImplItem, Item, ItemImpl, Macro, Meta, Path, Type, Visibility};

use super::modules::Module;

/// A macro that calls itself more often than this has no end.
const DEEPEST: usize = 64;

/// The macros of the support code.
pub(super) struct Macros {
    /// The rules of each macro, by its path.
    rules: HashMap<String, Vec<Rule>>,
}

/// A rule of a macro.
struct Rule {
    pattern: Vec<Part>,
    body: Vec<Part>,
}

/// A part of a pattern or of a body.
enum Part {
    Token(TokenTree),
    Group(Delimiter, Vec<Part>),
    /// `$name`, in a pattern with the kind of what it stands for.
    Variable(String, String),
    /// `$( … )`, with the separator, and how often: `?`, `*`, `+`.
    Repeated(Vec<Part>, Option<TokenTree>, char),
}

/// What a variable stands for.
#[derive(Clone)]
enum Bound {
    One(TokenStream),
    Many(Vec<Bound>),
}

type Bindings = HashMap<String, Bound>;

impl Macros {
    /// The macros that modules define.
    pub(super) fn of(modules: &[Module]) -> Self {
        let mut rules = HashMap::new();
        for module in modules {
            for item in &module.items {
                if let Item::Macro(definition) = item
                    && let Some(name) = &definition.ident
                {
                    let path = module.path_of(&name.to_string());
                    rules.insert(path, rules_of(definition.mac.tokens.clone()));
                }
            }
        }
        Self { rules }
    }

    /// The implementations that a call in a module writes, those of the calls in its body included.
    ///
    /// # Errors
    ///
    /// The macro is not one of the crate, or writes something else: what it is.
    pub(super) fn expand(&self, call: &Macro, module: &Module) -> Result<Vec<ItemImpl>, String> {
        let mut blocks = Vec::new();
        let path = path_of(&call.path);
        // In the module of the macro, its name is enough.
        let local = module.path_of(&path);
        let path = if self.rules.contains_key(&local) {
            local
        } else {
            path
        };
        let is_other = !self.rules.contains_key(&path);
        if is_other && module.path.first().is_some_and(|first| first == "support") {
            return Ok(blocks);
        }
        self.expand_into(&path, &call.tokens, &[], 0, &mut blocks)?;
        Ok(blocks)
    }

    /// Adds what a call with these attributes writes.
    fn expand_into(
        &self,
        path: &str,
        tokens: &TokenStream,
        attributes: &[Attribute],
        depth: usize,
        blocks: &mut Vec<ItemImpl>,
    ) -> Result<(), String> {
        let written = self.written(path, tokens, depth)?;
        let file: syn::File =
            syn::parse2(written).map_err(|error| format!("`{path}!` writes no items: {error}"))?;
        for item in file.items {
            match item {
                Item::Impl(mut block) => {
                    block.attrs.extend_from_slice(attributes);
                    block.items = self.parts(block.items, depth)?;
                    blocks.push(block);
                }
                Item::Macro(inner) if inner.ident.is_none() => {
                    let attributes = [attributes, &inner.attrs].concat();
                    let path = path_of(&inner.mac.path);
                    self.expand_into(&path, &inner.mac.tokens, &attributes, depth + 1, blocks)?;
                }
                _ => return Err(format!("`{path}!` writes an item that is no `impl`")),
            }
        }
        Ok(())
    }

    /// The parts of an implementation, with what the calls among them write.
    fn parts(&self, parts: Vec<ImplItem>, depth: usize) -> Result<Vec<ImplItem>, String> {
        let mut all = Vec::with_capacity(parts.len());
        for part in parts {
            let ImplItem::Macro(call) = part else {
                all.push(part);
                continue;
            };
            let path = path_of(&call.mac.path);
            let written = self.written(&path, &call.mac.tokens, depth + 1)?;
            let block: ItemImpl = syn::parse2(quote::quote! { impl Name { #written } })
                .map_err(|error| format!("`{path}!` writes no parts of an `impl`: {error}"))?;
            all.extend(self.parts(block.items, depth + 1)?);
        }
        Ok(all)
    }

    /// The body of the rule that a call keeps.
    fn written(
        &self,
        path: &str,
        tokens: &TokenStream,
        depth: usize,
    ) -> Result<TokenStream, String> {
        let rules = self.rules.get(path);
        let rules = rules.ok_or_else(|| format!("the crate has no macro `{path}!`"))?;
        if depth > DEEPEST {
            return Err(format!("`{path}!` calls itself too often"));
        }
        let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
        for rule in rules {
            let mut bindings = Bindings::new();
            if matched(&rule.pattern, &tokens, &mut bindings) == Some(tokens.len()) {
                return write(&rule.body, &bindings)
                    .ok_or_else(|| format!("`{path}!` repeats something that does not vary"));
            }
        }
        Err(format!("no rule of `{path}!` takes its call"))
    }
}

/// `crate::support::union::union` as the path of the macro.
fn path_of(path: &Path) -> String {
    let segments = path.segments.iter().map(|one| one.ident.to_string());
    let segments: Vec<String> = segments.filter(|name| name != "crate").collect();
    segments.join("::")
}

/// The rules `(pattern) => { body };`.
fn rules_of(tokens: TokenStream) -> Vec<Rule> {
    let groups = tokens.into_iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    let groups: Vec<TokenStream> = groups.collect();
    let rules = groups.chunks_exact(2);
    let rules = rules.map(|rule| Rule {
        pattern: parts_of(rule[0].clone(), true),
        body: parts_of(without_bodies(rule[1].clone()), false),
    });
    rules.collect()
}

/// The parts of a pattern, where variables have a kind, or of a body.
fn parts_of(tokens: TokenStream, in_pattern: bool) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '$' => match tokens.next() {
                Some(TokenTree::Ident(name)) if name == "crate" => {
                    parts.push(Part::Token(TokenTree::Ident(name)));
                }
                Some(TokenTree::Ident(name)) => {
                    let mut kind = String::new();
                    if in_pattern {
                        tokens.next();
                        kind = tokens
                            .next()
                            .map(|kind| kind.to_string())
                            .unwrap_or_default();
                    }
                    parts.push(Part::Variable(name.to_string(), kind));
                }
                Some(TokenTree::Group(group)) => {
                    let inner = parts_of(group.stream(), in_pattern);
                    let mut separator = None;
                    let mut often = tokens.next();
                    if !often.as_ref().is_some_and(says_how_often) {
                        separator = often;
                        often = tokens.next();
                    }
                    let often = often.map(|sign| sign.to_string()).unwrap_or_default();
                    let often = often.chars().next().unwrap_or('*');
                    parts.push(Part::Repeated(inner, separator, often));
                }
                other => parts.extend(other.map(Part::Token)),
            },
            TokenTree::Group(group) => {
                let inner = parts_of(group.stream(), in_pattern);
                parts.push(Part::Group(group.delimiter(), inner));
            }
            other => parts.push(Part::Token(other)),
        }
    }
    parts
}

fn says_how_often(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(sign) if "?*+".contains(sign.as_char()))
}

/// A body in which functions do nothing.
fn without_bodies(tokens: TokenStream) -> TokenStream {
    let mut in_function = false;
    let mut previous_is_fn = false;
    let tokens = tokens.into_iter().map(|token| {
        // Another `fn` is a type.
        let names = matches!(&token, TokenTree::Ident(_))
            || matches!(&token, TokenTree::Punct(sign) if sign.as_char() == '$');
        in_function |= previous_is_fn && names;
        previous_is_fn = matches!(&token, TokenTree::Ident(word) if word == "fn");
        let TokenTree::Group(group) = token else {
            return token;
        };
        let is_body = in_function && group.delimiter() == Delimiter::Brace;
        let inner = if is_body {
            in_function = false;
            TokenStream::new()
        } else {
            without_bodies(group.stream())
        };
        TokenTree::Group(Group::new(group.delimiter(), inner))
    });
    tokens.collect()
}

/// How many tokens a pattern takes; `None` if it does not match.
fn matched(pattern: &[Part], tokens: &[TokenTree], bindings: &mut Bindings) -> Option<usize> {
    let mut at = 0;
    for part in pattern {
        let rest = &tokens[at..];
        at += match part {
            Part::Token(token) => {
                let is_same = rest.first().is_some_and(|first| is_same(token, first));
                is_same.then_some(1)?
            }
            Part::Group(delimiter, inner) => {
                let Some(TokenTree::Group(group)) = rest.first() else {
                    return None;
                };
                let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
                let is_whole = group.delimiter() == *delimiter
                    && matched(inner, &tokens, bindings) == Some(tokens.len());
                is_whole.then_some(1)?
            }
            Part::Variable(name, kind) => {
                let length = fragment(kind, rest)?;
                let found = rest[..length].iter().cloned().collect();
                bindings.insert(name.clone(), Bound::One(found));
                length
            }
            Part::Repeated(inner, separator, often) => {
                repeated(inner, separator.as_ref(), *often, rest, bindings)?
            }
        };
    }
    Some(at)
}

fn repeated(
    inner: &[Part],
    separator: Option<&TokenTree>,
    often: char,
    tokens: &[TokenTree],
    bindings: &mut Bindings,
) -> Option<usize> {
    let mut rounds = Vec::new();
    let mut at = 0;
    while often != '?' || rounds.is_empty() {
        let mut start = at;
        if let (Some(separator), false) = (separator, rounds.is_empty()) {
            if !tokens
                .get(start)
                .is_some_and(|token| is_same(separator, token))
            {
                break;
            }
            start += 1;
        }
        let mut round = Bindings::new();
        match matched(inner, &tokens[start..], &mut round) {
            Some(length) if length > 0 => {
                at = start + length;
                rounds.push(round);
            }
            _ => break,
        }
    }
    if often == '+' && rounds.is_empty() {
        return None;
    }
    let mut names = Vec::new();
    variables(inner, &mut names);
    for name in names {
        let each = rounds.iter().filter_map(|round| round.get(name).cloned());
        bindings.insert(name.to_owned(), Bound::Many(each.collect()));
    }
    Some(at)
}

fn is_same(one: &TokenTree, other: &TokenTree) -> bool {
    match (one, other) {
        (TokenTree::Punct(one), TokenTree::Punct(other)) => one.as_char() == other.as_char(),
        (TokenTree::Ident(one), TokenTree::Ident(other)) => one == other,
        (TokenTree::Literal(one), TokenTree::Literal(other)) => {
            one.to_string() == other.to_string()
        }
        _ => false,
    }
}

/// How many tokens are of a kind.
fn fragment(kind: &str, tokens: &[TokenTree]) -> Option<usize> {
    let first = tokens.first()?;
    match kind {
        "ident" => matches!(first, TokenTree::Ident(word) if word != "_").then_some(1),
        "tt" => Some(1),
        "literal" => match first {
            TokenTree::Literal(_) => Some(1),
            TokenTree::Ident(word) => (word == "true" || word == "false").then_some(1),
            TokenTree::Punct(sign) if sign.as_char() == '-' => {
                matches!(tokens.get(1), Some(TokenTree::Literal(_))).then_some(2)
            }
            _ => None,
        },
        "ty" => length(tokens, |input| input.parse::<Type>().map(drop)),
        "expr" => length(tokens, |input| input.parse::<Expr>().map(drop)),
        "path" => length(tokens, |input| input.parse::<Path>().map(drop)),
        "meta" => length(tokens, |input| input.parse::<Meta>().map(drop)),
        "vis" => length(tokens, |input| input.parse::<Visibility>().map(drop)),
        _ => None,
    }
}

/// How many tokens a parser takes. None of the kinds has a semicolon outside of brackets.
fn length(tokens: &[TokenTree], parse: fn(ParseStream<'_>) -> syn::Result<()>) -> Option<usize> {
    let is_end =
        |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ';');
    let end = tokens.iter().position(is_end).unwrap_or(tokens.len());
    let parser = |input: ParseStream<'_>| {
        parse(input)?;
        let rest: TokenStream = input.parse()?;
        Ok(rest.into_iter().count())
    };
    let rest = parser
        .parse2(tokens[..end].iter().cloned().collect())
        .ok()?;
    Some(end - rest)
}

/// The names of the variables in parts.
fn variables<'p>(parts: &'p [Part], names: &mut Vec<&'p str>) {
    for part in parts {
        match part {
            Part::Token(_) => {}
            Part::Variable(name, _) => names.push(name),
            Part::Group(_, inner) | Part::Repeated(inner, ..) => variables(inner, names),
        }
    }
}

/// A body with what its variables stand for; `None` if it repeats something in which no variable does.
fn write(body: &[Part], bindings: &Bindings) -> Option<TokenStream> {
    let mut written = TokenStream::new();
    for part in body {
        match part {
            Part::Token(token) => written.extend([token.clone()]),
            Part::Group(delimiter, inner) => {
                let group = Group::new(*delimiter, write(inner, bindings)?);
                written.extend([TokenTree::Group(group)]);
            }
            Part::Variable(name, _) => match bindings.get(name)? {
                Bound::One(tokens) => written.extend(tokens.clone()),
                Bound::Many(_) => return None,
            },
            Part::Repeated(inner, separator, _) => {
                let mut names = Vec::new();
                variables(inner, &mut names);
                let many = names.iter().filter_map(|name| match bindings.get(*name) {
                    Some(Bound::Many(each)) => Some(each.len()),
                    _ => None,
                });
                for round in 0..many.max()? {
                    if let (Some(separator), true) = (separator, round > 0) {
                        written.extend([separator.clone()]);
                    }
                    let mut own = bindings.clone();
                    for name in &names {
                        if let Some(Bound::Many(each)) = bindings.get(*name) {
                            own.insert((*name).to_owned(), each.get(round)?.clone());
                        }
                    }
                    written.extend(write(inner, &own)?);
                }
            }
        }
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::Macros;
    use crate::rust::surface::modules;

    /// What a call writes, with a macro of these rules.
    fn expanded(rules: &str, call: &str) -> Result<String, String> {
        let text = format!("mod support {{ macro_rules! items {{ {rules} }} }}\n{call}");
        let modules = modules::read(&[("src/lib.rs", text.as_str())].into())?;
        let macros = Macros::of(&modules);
        let calls = modules[0].items.iter().filter_map(|item| match item {
            syn::Item::Macro(call) => Some(&call.mac),
            _ => None,
        });
        let mut written = String::new();
        for call in calls {
            for block in macros.expand(call, &modules[0])? {
                written += &quote::quote! { #block }.to_string();
            }
        }
        Ok(written.replace(' ', ""))
    }

    #[test]
    fn a_call_writes_what_the_compiler_makes_of_it() {
        let rules = "
            (impl $name:ident { $($method:ident = $($ty:ty),+ $(=> $convert:path)?;)* }) => {
                impl $name {
                    $(crate::support::items!(@ $method $($ty)+);)*
                    $(#[cfg($($convert)?)] const A: fn() = None;)*
                }
            };
            (@ $method:ident $($ty:ty)+) => { pub fn $method(&self, $(_: &$ty),+) { panic!() } };";
        let call =
            "crate::support::items! { impl One { a = Vec<u8>, [u8; 2]; b = String => x::y; } }";
        assert_eq!(
            expanded(rules, call).unwrap(),
            "implOne{pubfna(&self,_:&Vec<u8>,_:&[u8;2]){}pubfnb(&self,_:&String){}\
             #[cfg()]constA:fn()=None;#[cfg(x::y)]constA:fn()=None;}"
        );
    }

    #[test]
    fn what_is_not_known_is_an_error() {
        let of = |rules, call| expanded(rules, call).unwrap_err();
        let unknown = of("() => {}", "crate::support::others! {}");
        assert_eq!(unknown, "the crate has no macro `support::others!`");
        let refused = of("() => {}", "crate::support::items! { a }");
        assert_eq!(refused, "no rule of `support::items!` takes its call");
        let item = of("() => { pub struct New; }", "crate::support::items! {}");
        assert_eq!(item, "`support::items!` writes an item that is no `impl`");
        let endless = of(
            "() => { crate::support::items! {} }",
            "crate::support::items! {}",
        );
        assert_eq!(endless, "`support::items!` calls itself too often");
    }
}
