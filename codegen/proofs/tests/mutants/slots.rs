//! Edits of what a type is made of: fields, their types, null and presence, and variants. Whatever
//! else stands for the same decision is edited with it, or left out where no check needs it.

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Attribute, Field, Fields, File, GenericArgument, Item, PathArguments, Type, parse_quote,
};

use crate::edit::{Found, implemented, without};
use crate::tables;
use crate::tokens::{entries, inner, is_ident, is_punct, joined, text_of, tokens_of, with_group};

/// Finds the edits of the types of a file.
pub(crate) fn edits(file: &File, found: Found<'_>) {
    for (at, item) in file.items.iter().enumerate() {
        match item {
            Item::Struct(item) => {
                let name = item.ident.to_string();
                // Constructors are made for the fields as they are.
                let file = without(file, |item| tables::is_constructor(item, &name));
                let at = file.items.iter().position(
                    |other| matches!(other, Item::Struct(other) if other.ident == item.ident),
                );
                fields(
                    &file,
                    at.expect("the struct is kept"),
                    &item.fields,
                    &name,
                    found,
                );
                shown(&file, &name, found);
            }
            Item::Enum(item) => {
                let name = item.ident.to_string();
                for (index, variant) in item.variants.iter().enumerate() {
                    let place = format!("{name}.{}", variant.ident);
                    if variant.ident == "Unknown" {
                        continue;
                    }
                    match &variant.fields {
                        Fields::Unit => value(file, &name, &variant.ident.to_string(), found),
                        fields => {
                            let mut file = file.clone();
                            let Item::Enum(item) = &mut file.items[at] else {
                                continue;
                            };
                            let Some(field) = fields.iter().next() else {
                                continue;
                            };
                            item.variants[index].fields =
                                Fields::Unnamed(parse_quote!((serde_json::Value)));
                            if field.ty.to_token_stream().to_string() != "serde_json :: Value" {
                                found("branch widened", &place, file.to_token_stream());
                            }
                        }
                    }
                }
                shown(file, &name, found);
            }
            _ => {}
        }
    }
}

/// `Debug` as the derive has it.
fn shown(file: &File, name: &str, found: Found<'_>) {
    let is_debug = |item: &Item| {
        implemented(item).is_some_and(|(of, what)| of == name && what.as_deref() == Some("Debug"))
    };
    if !file.items.iter().any(is_debug) {
        return;
    }
    let mut file = without(file, is_debug);
    for item in &mut file.items {
        let (ident, attrs) = match item {
            Item::Struct(item) => (&item.ident, &mut item.attrs),
            Item::Enum(item) => (&item.ident, &mut item.attrs),
            _ => continue,
        };
        if ident == name {
            attrs.push(parse_quote!(#[derive(Debug)]));
        }
    }
    found("Debug derived", name, file.to_token_stream());
}

/// An enum without a value.
fn value(file: &File, name: &str, variant: &str, found: Found<'_>) {
    let items = file.items.iter().map(|item| {
        let is_of_enum = match item {
            Item::Enum(item) => item.ident == name,
            item => implemented(item).is_some_and(|(of, _)| of == name),
        };
        match tables::without_variant(item, name, variant) {
            Some(table) => table.to_token_stream(),
            None if is_of_enum => without_variant(&tokens_of(item), variant),
            None => item.to_token_stream(),
        }
    });
    found(
        "value dropped",
        &format!("{name}.{variant}"),
        items.collect(),
    );
}

/// The tokens without the entries and arms about a variant.
fn without_variant(tokens: &[TokenTree], variant: &str) -> TokenStream {
    let mut tokens = tokens.to_vec();
    for at in 0..tokens.len() {
        for delimiter in [Delimiter::Brace, Delimiter::Bracket, Delimiter::Parenthesis] {
            let Some(body) = inner(tokens.get(at), delimiter) else {
                continue;
            };
            let mut parts = entries(&body);
            let all = parts.len();
            parts.retain(|part| !is_about(part, variant));
            let body = if parts.len() == all {
                body
            } else {
                // The length of `ALL` stands before it.
                if let Some(length) = tokens[..at]
                    .iter()
                    .rposition(|token| matches!(token, TokenTree::Group(_)))
                    && let Some(declared) = inner(tokens.get(length), Delimiter::Bracket)
                    && declared.iter().any(|token| is_punct(token, ';'))
                {
                    let mut declared = declared;
                    declared.pop();
                    declared.push(TokenTree::Literal(Literal::usize_unsuffixed(parts.len())));
                    tokens = with_group(&tokens, length, declared);
                }
                joined(&parts)
            };
            let body = without_variant(&body, variant).into_iter().collect();
            tokens = with_group(&tokens, at, body);
        }
    }
    tokens.into_iter().collect()
}

/// Whether an entry is the variant itself, or has `Self::Variant` at its top.
fn is_about(part: &[TokenTree], variant: &str) -> bool {
    let own = part.iter().rposition(|token| is_punct(token, '#'));
    let rest = &part[own.map_or(0, |own| own + 2)..];
    rest.first().is_some_and(|token| is_ident(token, variant))
        || part
            .windows(4)
            .any(|four| is_ident(&four[0], "Self") && is_ident(&four[3], variant))
}

/// The edits of the fields of a struct.
fn fields(file: &File, at: usize, fields: &Fields, name: &str, found: Found<'_>) {
    for (index, field) in fields.iter().enumerate() {
        let ident = field
            .ident
            .as_ref()
            .map_or_else(|| "0".to_owned(), ToString::to_string);
        let place = format!("{name}.{ident}");
        let put = |field: Option<Field>| {
            let mut file = file.clone();
            if let Item::Struct(item) = &mut file.items[at] {
                match (&mut item.fields, field) {
                    (fields, Some(field)) => {
                        *fields.iter_mut().nth(index).expect("the field is there") = field;
                    }
                    (Fields::Named(fields), None) => {
                        let all = std::mem::take(&mut fields.named).into_iter();
                        let kept = all.enumerate().filter(|(at, _)| *at != index);
                        fields.named = kept.map(|(_, field)| field).collect();
                    }
                    _ => {}
                }
            }
            file.to_token_stream()
        };
        let is_named = field.ident.is_some();
        if is_named {
            found("member dropped", &place, put(None));
        }
        let flattened = says(field, "flatten");
        for (kind, field) in typed(field) {
            found(kind, &place, put(Some(field)));
        }
        if is_named && !flattened {
            for (kind, field) in present(field) {
                found(kind, &place, put(Some(field)));
            }
        }
    }
}

/// Makes the text of a type another one.
type Retype<'a> = &'a dyn Fn(&str) -> String;

/// The field with another type, also where schemars is told of one.
fn typed(field: &Field) -> Vec<(&'static str, Field)> {
    let mut typed = Vec::new();
    let edits: [(&'static str, Retype<'_>); 4] = [
        ("i64 made i32", &|ty| ty.replace("i64", "i32")),
        ("i64 made f64", &|ty| ty.replace("i64", "f64")),
        ("String widened", &|ty| {
            let keys = ty
                .replace("< String ,", "< KEY ,")
                .replace("<String,", "<KEY,");
            keys.replace("String", "serde_json::Value")
                .replace("KEY", "String")
        }),
        ("list unwrapped", &|ty| match ty.split_once("Vec") {
            Some((before, after)) => format!("{before}Box{after}"),
            None => ty.to_owned(),
        }),
    ];
    for (kind, edit) in edits {
        let mut other = field.clone();
        let before = field.ty.to_token_stream().to_string();
        let after = edit(&before);
        if let Some(ty) = syn::parse_str(&after).ok().filter(|_| before != after) {
            other.ty = ty;
            edit_with(&mut other, &|with| Some(edit(with)));
            typed.push((kind, other));
        }
    }
    typed
}

/// The field with another say about absence and null.
fn present(field: &Field) -> Vec<(&'static str, Field)> {
    let mut edits = Vec::new();
    let ty = &field.ty;
    let text = ty.to_token_stream().to_string();
    let mut other = field.clone();
    match (argument(ty, "Option"), says(field, "default")) {
        (Some(argument), true) => {
            other.ty = argument;
            drop_serde(&mut other, &["default", "skip_serializing_if"]);
            edit_with(&mut other, &|_| None);
            edits.push(("made required", other));
        }
        (Some(argument), false) => {
            other.ty = argument;
            edit_with(&mut other, &|_| None);
            edits.push(("null dropped", other));
        }
        (None, false) => {
            other.ty = parse_quote!(Option<#ty>);
            edit_with(&mut other, &|with| Some(format!("Option<{with}>")));
            edits.push(("null added", other.clone()));
            edit_with(&mut other, &|_| None);
            other
                .attrs
                .push(parse_quote!(#[serde(default, skip_serializing_if = "Option::is_none")]));
            other
                .attrs
                .push(parse_quote!(#[cfg_attr(feature = "schemars", schemars(with = #text))]));
            edits.push(("made optional", other));
        }
        (None, true) => {}
    }
    edits
}

/// The argument of a generic type of this name.
fn argument(ty: &Type, name: &str) -> Option<Type> {
    let Type::Path(path) = ty else {
        return None;
    };
    let last = path
        .path
        .segments
        .last()
        .filter(|segment| segment.ident == name)?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            GenericArgument::Type(ty) => Some(ty.clone()),
            _ => None,
        },
        _ => None,
    }
}

fn says(field: &Field, word: &str) -> bool {
    field.attrs.iter().any(|attribute| {
        attribute.path().is_ident("serde")
            && tokens_of(&attribute.meta).iter().any(|token| {
                inner(Some(token), Delimiter::Parenthesis)
                    .is_some_and(|list| list.iter().any(|token| is_ident(token, word)))
            })
    })
}

fn drop_serde(field: &mut Field, words: &[&str]) {
    edit_list(field, "serde", &|part| {
        let first = words.iter().any(|word| is_ident(&part[0], word));
        (!first).then(|| part.to_vec())
    });
}

/// Tells schemars of another type, or no longer of one.
fn edit_with(field: &mut Field, edit: &dyn Fn(&str) -> Option<String>) {
    edit_list(field, "schemars", &|part| {
        if !is_ident(&part[0], "with") {
            return Some(part.to_vec());
        }
        let mut part = part.to_vec();
        let with = edit(&part.pop().as_ref().and_then(text_of)?)?;
        part.push(TokenTree::Literal(Literal::string(&with)));
        Some(part)
    });
}

/// Edits the entries of the lists that are for `who`.
fn edit_list(field: &mut Field, who: &str, edit: &dyn Fn(&[TokenTree]) -> Option<Vec<TokenTree>>) {
    for attribute in &mut field.attrs {
        let tokens = edited_list(&tokens_of(&attribute.meta), who, edit);
        let tokens: TokenStream = tokens.into_iter().collect();
        let mut all: Vec<Attribute> =
            syn::parse::Parser::parse2(Attribute::parse_outer, quote!(#[#tokens]))
                .expect("this is an attribute");
        *attribute = all.remove(0);
    }
}

fn edited_list(
    tokens: &[TokenTree],
    who: &str,
    edit: &dyn Fn(&[TokenTree]) -> Option<Vec<TokenTree>>,
) -> Vec<TokenTree> {
    let mut tokens = tokens.to_vec();
    for at in 1..tokens.len() {
        let Some(list) = inner(tokens.get(at), Delimiter::Parenthesis) else {
            continue;
        };
        if is_ident(&tokens[at - 1], who) {
            let parts: Vec<_> = entries(&list)
                .iter()
                .filter_map(|part| edit(part))
                .collect();
            tokens = with_group(&tokens, at, joined(&parts));
        } else if is_ident(&tokens[at - 1], "cfg_attr") {
            tokens = with_group(&tokens, at, edited_list(&list, who, edit));
        }
    }
    tokens
}
