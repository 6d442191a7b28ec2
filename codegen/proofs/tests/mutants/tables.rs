//! Edits of tables: of enums, with their values and their settings for errors and for the derived schema, and of
//! published schemas.

use proc_macro2::{Delimiter, Ident, Literal, Punct, Spacing, Span, TokenTree};
use quote::ToTokens;
use syn::{Item, ItemMacro};

use crate::edit::Found;
use crate::schemas;
use crate::tokens::{Tokens, changed, inner, is_ident, is_punct, spliced, text_of, tokens_of};

/// A table: `impl Name … { Variant = value; … }`.
struct Table {
    name: String,
    /// All before the values.
    head: Tokens,
    /// The lines, without the sign that ends each.
    lines: Vec<Tokens>,
}

impl Table {
    fn of(item: &ItemMacro) -> Option<Self> {
        let path = item.mac.path.to_token_stream().to_string();
        if !path.contains("open_enum") && !path.contains("closed_enum") {
            return None;
        }
        let mut head = tokens_of(&item.mac.tokens);
        let body = inner(head.pop().as_ref(), Delimiter::Brace)?;
        let lines = body.split(|token| is_punct(token, ';'));
        let lines = lines.filter(|line| !line.is_empty()).map(<[_]>::to_vec);
        Some(Self {
            name: head.get(1)?.to_string(),
            lines: lines.collect(),
            head,
        })
    }

    /// The call with this head and these lines.
    fn written(item: &ItemMacro, head: &[TokenTree], lines: &[Tokens]) -> ItemMacro {
        let end = [TokenTree::Punct(Punct::new(';', Spacing::Alone))];
        let lines = lines
            .iter()
            .flat_map(|line| line.iter().chain(&end))
            .cloned();
        let body = proc_macro2::Group::new(Delimiter::Brace, lines.collect());
        let mut item = item.clone();
        item.mac.tokens = head
            .iter()
            .cloned()
            .chain([TokenTree::Group(body)])
            .collect();
        item
    }
}

/// Finds the edits of a call, if it is a table.
pub(crate) fn edits(item: &ItemMacro, found: Found<'_>) {
    if item
        .mac
        .path
        .to_token_stream()
        .to_string()
        .contains("published")
    {
        return published(item, found);
    }
    let Some(Table { name, head, lines }) = Table::of(item) else {
        return;
    };
    let put =
        |head: &[TokenTree], lines: &[Tokens]| Table::written(item, head, lines).to_token_stream();
    if let [before @ .., comma, hide] = head.as_slice()
        && is_punct(comma, ',')
    {
        found(&format!("{hide} dropped"), &name, put(before, &lines));
    }
    let keywords = head.iter().position(|token| is_ident(token, "with"));
    if let Some(at) = keywords.map(|at| at + 1)
        && let Some(schema) = text_of(&head[at]).and_then(|text| serde_json::from_str(&text).ok())
    {
        for (kind, schema) in schemas::edits(&schema) {
            let text = TokenTree::Literal(Literal::string(&schema.to_string()));
            let head = spliced(&head, at, 1, vec![text]);
            found(
                &format!("derived schema: {kind}"),
                &name,
                put(&head, &lines),
            );
        }
    }
    for (index, line) in lines.iter().enumerate() {
        let with = |line: Option<Tokens>| {
            let (before, after) = (&lines[..index], &lines[index + 1..]);
            put(&head, &[before, line.as_slice(), after].concat())
        };
        let place = format!("{name}.{}", line[0]);
        if is_punct(&line[0], '.') {
            found("other values dropped", &name, with(None));
        } else if let Some((last, other)) =
            line.last().and_then(|last| Some((last, changed(last)?)))
        {
            let at = line.len() - 1;
            found(
                "value changed",
                &place,
                with(Some(spliced(line, at, 1, vec![other]))),
            );
            let next = lines.get(index + 1).and_then(|next| next.last());
            if let Some(next) = next.filter(|next| matches!(next, TokenTree::Literal(_))) {
                let mut lines = lines.clone();
                let value = next.clone();
                lines[index + 1].pop();
                lines[index + 1].push(last.clone());
                lines[index].pop();
                lines[index].push(value);
                found("values swapped", &place, put(&head, &lines));
            }
        }
    }
}

/// Finds the edits of the table of published schemas: what hides values in the messages of violations.
fn published(item: &ItemMacro, found: Found<'_>) {
    let tokens = tokens_of(&item.mac.tokens);
    for (at, token) in tokens.iter().enumerate() {
        if is_ident(token, "masked") {
            let line = tokens[..at].rsplit(|token| is_punct(token, ';')).next();
            let name = line.and_then(<[TokenTree]>::first).map(ToString::to_string);
            let mut item = item.clone();
            let shown = TokenTree::Ident(Ident::new("shown", Span::call_site()));
            item.mac.tokens = spliced(&tokens, at, 1, vec![shown]).into_iter().collect();
            found(
                "masked dropped",
                &name.unwrap_or_default(),
                item.to_token_stream(),
            );
        }
    }
}

/// Whether an item is the table of the constructor of a struct.
pub(crate) fn is_constructor(item: &Item, name: &str) -> bool {
    let Item::Macro(item) = item else {
        return false;
    };
    let first = item.mac.tokens.clone().into_iter().next();
    let path = item.mac.path.to_token_stream().to_string();
    path.contains("construct") && first.is_some_and(|token| is_ident(&token, name))
}

/// The table without the line of a variant, if it is the table of the enum.
pub(crate) fn without_variant(item: &Item, name: &str, variant: &str) -> Option<ItemMacro> {
    let Item::Macro(item) = item else {
        return None;
    };
    let table = Table::of(item).filter(|table| table.name == name)?;
    let mut lines = table.lines;
    lines.retain(|line| !is_ident(&line[0], variant));
    Some(Table::written(item, &table.head, &lines))
}
