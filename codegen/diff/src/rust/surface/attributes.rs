//! Turns attributes into the parts that matter to the surface: derives, features, deprecation.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

/// The attributes of an item, by what they are about.
#[derive(Default)]
pub(super) struct Stated {
    /// The derived traits, as they are written, with the features that they need.
    pub derives: Vec<(syn::Path, Option<String>)>,
    /// `#[non_exhaustive]`.
    pub non_exhaustive: bool,
    /// `#[deprecated]`.
    pub deprecated: bool,
    /// The attributes that are not about the form in JSON, the documentation or the compiler's lints.
    pub others: Vec<String>,
}

/// The attributes that promise nothing to Rust code outside.
const SILENT: [&str; 9] = [
    "doc", "serde", "schemars", "default", "cfg", "allow", "expect", "warn", "inline",
];

/// Reads attributes.
pub(super) fn stated(attributes: &[Attribute]) -> Stated {
    let mut stated = Stated::default();
    for attribute in attributes {
        add(&mut stated, &attribute.meta, None);
    }
    stated
}

fn add(stated: &mut Stated, meta: &Meta, feature: Option<&str>) {
    let path = meta.path();
    if path.is_ident("cfg_attr") {
        let mut parts = list(meta).into_iter();
        let feature = parts.next().and_then(|condition| named_feature(&condition));
        for part in parts {
            add(stated, &part, feature.as_deref());
        }
    } else if path.is_ident("derive") {
        let derives = list(meta).into_iter();
        let derives = derives.map(|derive| (derive.path().clone(), feature.map(str::to_owned)));
        stated.derives.extend(derives);
    } else if path.is_ident("non_exhaustive") {
        stated.non_exhaustive = true;
    } else if path.is_ident("deprecated") {
        stated.deprecated = true;
    } else if !SILENT.iter().any(|silent| path.is_ident(silent)) {
        stated.others.push(meta.to_token_stream().to_string());
    }
}

/// The feature of `#[cfg(feature = "…")]`.
pub(super) fn feature(attributes: &[Attribute]) -> Option<String> {
    features(attributes).into_iter().next()
}

/// The features of `#[cfg(feature = "…")]`, or of `#[cfg(any(feature = "…", …))]`: one of them is enough.
pub(super) fn features(attributes: &[Attribute]) -> BTreeSet<String> {
    let conditions = attributes.iter().filter(|one| one.path().is_ident("cfg"));
    let conditions = conditions.flat_map(|one| list(&one.meta));
    let alternatives = conditions.flat_map(|condition| {
        if condition.path().is_ident("any") {
            list(&condition)
        } else {
            vec![condition]
        }
    });
    alternatives.filter_map(|one| named_feature(&one)).collect()
}

/// The feature of `feature = "…"`.
fn named_feature(condition: &Meta) -> Option<String> {
    let Meta::NameValue(pair) = condition else {
        return None;
    };
    let syn::Expr::Lit(syn::ExprLit {
        lit: syn::Lit::Str(name),
        ..
    }) = &pair.value
    else {
        return None;
    };
    pair.path.is_ident("feature").then(|| name.value())
}

/// The parts of `name(a, b)`.
fn list(meta: &Meta) -> Vec<Meta> {
    let Meta::List(list) = meta else {
        return Vec::new();
    };
    let parts = Punctuated::<Meta, Token![,]>::parse_terminated.parse2(list.tokens.clone());
    parts.into_iter().flatten().collect()
}
