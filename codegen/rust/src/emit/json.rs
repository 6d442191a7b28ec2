//! Turns JSON values into tokens of Rust.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use cratify_schema::source::Value;

/// Values with more nodes than this are parsed from text: `json!` recurses on each element.
const MOST_NODES: usize = 24;

/// A value as the right side of `extend("…" = …)`, which is the inside of `json!`.
pub(super) fn emit_json(value: &Value) -> TokenStream {
    if nodes(value) > MOST_NODES {
        let text = Literal::string(&value.to_string());
        return quote! { crate::support::schema::json(#text) };
    }
    tokens(value)
}

/// A value as the inside of `json!`.
pub(super) fn tokens(value: &Value) -> TokenStream {
    match value {
        Value::Null => quote! { null },
        Value::Bool(boolean) => quote! { #boolean },
        Value::Number(number) => {
            if number.as_i64() == Some(i64::MIN) {
                // Its absolute value is not an `i64`.
                return quote! { i64::MIN };
            }
            let text = number.to_string();
            if let Some(positive) = text.strip_prefix('-') {
                let literal = number_literal(positive);
                quote! { -#literal }
            } else {
                let literal = number_literal(&text);
                quote! { #literal }
            }
        }
        Value::String(text) => {
            let literal = Literal::string(text);
            quote! { #literal }
        }
        Value::Array(values) => {
            let values = values.iter().map(tokens);
            quote! { [#(#values),*] }
        }
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let (name, value) = (Literal::string(name), tokens(value));
                quote! { #name: #value }
            });
            quote! { { #(#members),* } }
        }
    }
}

/// A number without a sign. A number that does not fit `i32`, the type of a bare integer, has a suffix.
fn number_literal(text: &str) -> Literal {
    if let Ok(whole) = text.parse::<u64>() {
        return if i32::try_from(whole).is_ok() {
            Literal::u64_unsuffixed(whole)
        } else if i64::try_from(whole).is_ok() {
            Literal::i64_suffixed(i64::try_from(whole).unwrap_or(i64::MAX))
        } else {
            Literal::u64_suffixed(whole)
        };
    }
    Literal::f64_unsuffixed(text.parse().unwrap_or_default())
}

fn nodes(value: &Value) -> usize {
    match value {
        Value::Array(values) => 1 + values.iter().map(nodes).sum::<usize>(),
        Value::Object(members) => 1 + members.values().map(nodes).sum::<usize>(),
        _ => 1,
    }
}
