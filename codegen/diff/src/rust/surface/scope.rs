//! Turns the words of a module into absolute paths, and types into text.

use std::collections::HashMap;

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{GenericArgument, Item, PathArguments, Type, TypeParamBound};

use super::exports::{Exports, absolute, imports};
use super::modules::Module;

/// The names that a module knows.
pub(super) struct Scope<'e> {
    exports: &'e Exports,
    names: HashMap<String, String>,
    /// The type that `Self` means.
    pub own: Option<String>,
}

/// The roots of paths that mean the standard library.
const STANDARD: [&str; 3] = ["std", "core", "alloc"];

/// The types and traits of the standard library, serde and schemars that are shown without a path.
const PLAIN: [&str; 22] = [
    "option::Option",
    "string::String",
    "vec::Vec",
    "boxed::Box",
    "result::Result",
    "convert::From",
    "convert::Into",
    "convert::TryFrom",
    "convert::AsRef",
    "default::Default",
    "clone::Clone",
    "cmp::PartialEq",
    "cmp::Eq",
    "cmp::PartialOrd",
    "cmp::Ord",
    "iter::FromIterator",
    "iter::IntoIterator",
    "iter::Extend",
    "ops::Deref",
    "ops::DerefMut",
    "hash::Hash",
    "marker::Copy",
];

impl<'e> Scope<'e> {
    /// The names that a module defines, and the names that it imports.
    pub(super) fn of(module: &Module, exports: &'e Exports) -> Self {
        let mut names = HashMap::new();
        for item in &module.items {
            let ident = match item {
                Item::Struct(item) => &item.ident,
                Item::Enum(item) => &item.ident,
                Item::Type(item) => &item.ident,
                Item::Use(import) => {
                    for (segments, name) in imports(&import.tree) {
                        let in_crate = ["crate", "self", "super"].contains(&&*segments[0]);
                        names.insert(
                            name,
                            if in_crate {
                                in_this_crate(exports, &absolute(&module.path, &segments))
                            } else {
                                segments.join("::")
                            },
                        );
                    }
                    continue;
                }
                _ => continue,
            };
            let name = ident.unraw().to_string();
            let path = in_this_crate(exports, &module.path_of(&name));
            names.insert(name, path);
        }
        Self {
            exports,
            names,
            own: None,
        }
    }

    /// The absolute path of what a path names, without generic arguments.
    pub(super) fn path(&self, path: &syn::Path) -> String {
        let segments = path.segments.iter();
        let segments: Vec<String> = segments.map(|one| one.ident.unraw().to_string()).collect();
        let first = segments[0].as_str();
        if first == "crate" {
            return in_this_crate(self.exports, &segments[1..].join("::"));
        }
        if let (true, Some(own)) = (first == "Self", &self.own) {
            return [std::slice::from_ref(own), &segments[1..]]
                .concat()
                .join("::");
        }
        if path.leading_colon.is_none()
            && let Some(known) = self.names.get(first)
        {
            let mut whole = vec![known.clone()];
            whole.extend(segments[1..].iter().cloned());
            return plain(&whole.join("::"));
        }
        plain(&segments.join("::"))
    }

    /// A type, as code of another crate would write it behind `use`s of the standard library: with `crate` for this one.
    pub(super) fn ty(&self, ty: &Type) -> String {
        match ty {
            Type::Path(path) if path.qself.is_none() => self.generic(&path.path),
            Type::Reference(reference) => {
                let lifetime = reference.lifetime.as_ref().map(|one| format!("{one} "));
                let mutable = reference.mutability.map_or("", |_| "mut ");
                format!(
                    "&{}{mutable}{}",
                    lifetime.unwrap_or_default(),
                    self.ty(&reference.elem)
                )
            }
            Type::Tuple(tuple) => {
                let types: Vec<String> = tuple.elems.iter().map(|ty| self.ty(ty)).collect();
                let comma = if types.len() == 1 { "," } else { "" };
                format!("({}{comma})", types.join(", "))
            }
            Type::Slice(slice) => format!("[{}]", self.ty(&slice.elem)),
            Type::Array(array) => {
                format!(
                    "[{}; {}]",
                    self.ty(&array.elem),
                    array.len.to_token_stream()
                )
            }
            Type::ImplTrait(bounds) => {
                let bounds = bounds.bounds.iter().map(|bound| match bound {
                    TypeParamBound::Trait(one) => self.generic(&one.path),
                    other => other.to_token_stream().to_string(),
                });
                format!("impl {}", bounds.collect::<Vec<_>>().join(" + "))
            }
            Type::Paren(inner) => self.ty(&inner.elem),
            other => other.to_token_stream().to_string(),
        }
    }

    /// A path with its generic arguments. Lifetimes are left out.
    pub(super) fn generic(&self, path: &syn::Path) -> String {
        let name = self.path(path);
        let Some(PathArguments::AngleBracketed(arguments)) =
            path.segments.last().map(|last| &last.arguments)
        else {
            return name;
        };
        let arguments = arguments.args.iter().filter_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(self.ty(ty)),
            GenericArgument::Lifetime(_) => None,
            other => Some(other.to_token_stream().to_string()),
        });
        let arguments: Vec<String> = arguments.collect();
        if arguments.is_empty() {
            name
        } else {
            format!("{name}<{}>", arguments.join(", "))
        }
    }
}

/// The path of an item of this crate: by its public path if it has one.
fn in_this_crate(exports: &Exports, path: &str) -> String {
    match exports.get(path) {
        Some(export) => format!("crate::{}", export.path),
        None => format!("crate::{path}"),
    }
}

/// The shortest of the paths by which code knows a thing.
fn plain(path: &str) -> String {
    let (first, rest) = path.split_once("::").unwrap_or(("", path));
    if STANDARD.contains(&first) {
        if PLAIN.contains(&rest) {
            return rest.rsplit("::").next().unwrap_or(rest).to_owned();
        }
        return format!("std::{rest}");
    }
    path.to_owned()
}
