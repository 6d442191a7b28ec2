//! Turns implementations into traits and functions of the items.

use std::collections::BTreeMap;

use syn::ext::IdentExt;
use syn::{
    Expr, FnArg, GenericParam, ImplItem, Pat, ReceiverKind, ReturnType, Signature, Type, Visibility,
};

use super::exports::Exports;
use super::modules::Module;
use super::scope::Scope;
use super::{Argument, Function, Item, attributes, expand};

/// Adds what implementations give to the items, by their paths.
///
/// # Errors
///
/// A macro is called that is not one of the crate, or writes something else.
pub(super) fn read(
    modules: &[Module],
    exports: &Exports,
    items: &mut BTreeMap<String, Item>,
) -> Result<(), String> {
    let macros = expand::Macros::of(modules);
    for module in modules {
        let mut scope = Scope::of(module, exports);
        for item in &module.items {
            match item {
                syn::Item::Impl(block) => {
                    let feature = attributes::feature(&block.attrs);
                    add(block, feature.as_deref(), &mut scope, items);
                }
                syn::Item::Macro(call) if call.ident.is_none() => {
                    let feature = attributes::feature(&call.attrs);
                    for block in macros.expand(&call.mac, module)? {
                        let own = attributes::feature(&block.attrs);
                        let feature = feature.as_deref().or(own.as_deref());
                        add(&block, feature, &mut scope, items);
                    }
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// Adds one implementation.
fn add(
    block: &syn::ItemImpl,
    feature: Option<&str>,
    scope: &mut Scope<'_>,
    items: &mut BTreeMap<String, Item>,
) {
    scope.own = None;
    let target = scope.ty(&block.self_ty);
    let known = target
        .strip_prefix("crate::")
        .and_then(|path| items.get_mut(path));
    let Some(item) = known else { return };
    scope.own = Some(target);
    if let Some((path, _)) = &block.trait_ {
        let mut name = trait_name(&scope.generic(path));
        let types = block.items.iter().filter_map(|item| match item {
            ImplItem::Type(ty) => Some(format!("{} = {}", ty.ident, scope.ty(&ty.ty))),
            _ => None,
        });
        let types: Vec<String> = types.collect();
        if !types.is_empty() {
            name.push_str(&format!(" with {}", types.join(", ")));
        }
        // The traits of the support code are private.
        if !name.starts_with("crate::support::") {
            item.traits.insert(name, feature.map(str::to_owned));
        }
        return;
    }
    for part in &block.items {
        match part {
            ImplItem::Fn(one) if matches!(one.vis, Visibility::Public(_)) => {
                let found = function(&one.sig, scope.own.as_deref(), scope);
                let own = attributes::feature(&one.attrs);
                item.functions.push(Function {
                    feature: own.or_else(|| feature.map(str::to_owned)),
                    deprecated: attributes::stated(&one.attrs).deprecated,
                    ..found
                });
            }
            ImplItem::Const(one) if matches!(one.vis, Visibility::Public(_)) => {
                item.functions.push(Function {
                    name: one.ident.unraw().to_string(),
                    feature: feature.map(str::to_owned),
                    is_const: true,
                    arguments: None,
                    ty: of_constant(&one.ty, scope),
                    generic: false,
                    deprecated: attributes::stated(&one.attrs).deprecated,
                    variant: variant(&one.expr),
                });
            }
            _ => {}
        }
    }
}

/// The type of a constant. A list of all values has the length that the schema has: it is not a promise.
fn of_constant(ty: &Type, scope: &Scope<'_>) -> String {
    match ty {
        Type::Array(array) => format!("[{}; _]", scope.ty(&array.elem)),
        other => scope.ty(other),
    }
}

/// The variant that a constant is: `Self::Open`.
fn variant(value: &Expr) -> Option<String> {
    let Expr::Path(value) = value else {
        return None;
    };
    let mut segments = value.path.segments.iter();
    let (own, variant) = (segments.next()?, segments.next()?);
    let is_own = own.ident == "Self" && segments.next().is_none();
    is_own.then(|| variant.ident.unraw().to_string())
}

/// A function of a type, or one by itself.
pub(super) fn function(signature: &Signature, own: Option<&str>, scope: &Scope<'_>) -> Function {
    let arguments = signature.inputs.iter().map(|input| match input {
        FnArg::Receiver(receiver) => receiver_of(receiver, own.unwrap_or("Self"), scope),
        FnArg::Typed(typed) => Argument {
            name: match &*typed.pat {
                Pat::Ident(name) => name.ident.unraw().to_string(),
                _ => "_".to_owned(),
            },
            ty: scope.ty(&typed.ty),
        },
    });
    let lifetime = |one: &GenericParam| matches!(one, GenericParam::Lifetime(_));
    Function {
        name: signature.ident.unraw().to_string(),
        feature: None,
        is_const: signature.constness.is_some(),
        arguments: Some(arguments.collect()),
        ty: match &signature.output {
            ReturnType::Default => String::new(),
            ReturnType::Type(_, ty) => scope.ty(ty),
        },
        generic: !signature.generics.params.iter().all(lifetime),
        deprecated: false,
        variant: None,
    }
}

/// `self`, by its type.
fn receiver_of(receiver: &syn::Receiver, own: &str, scope: &Scope<'_>) -> Argument {
    let ty = match &receiver.kind {
        ReceiverKind::Reference(_, _, None) => format!("&{own}"),
        ReceiverKind::Reference(..) => format!("&mut {own}"),
        ReceiverKind::Typed(_, ty) => scope.ty(ty),
        _ => own.to_owned(),
    };
    Argument {
        name: "self".to_owned(),
        ty,
    }
}

/// The name by which a trait is known: traits of the standard library, serde and schemars by the last word.
pub(super) fn trait_name(path: &str) -> String {
    let (name, arguments) = match path.find('<') {
        Some(at) => path.split_at(at),
        None => (path, ""),
    };
    let first = name.split("::").next().unwrap_or_default();
    let known = ["std", "serde", "schemars"].contains(&first);
    let short = if known {
        name.rsplit("::").next().unwrap_or(name)
    } else {
        name
    };
    format!("{short}{arguments}")
}
