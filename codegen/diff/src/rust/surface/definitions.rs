//! Turns definitions of items into items of the surface.

use std::collections::BTreeMap;

use syn::ext::IdentExt;
use syn::{Fields, Visibility};

use super::attributes::{self, Stated};
use super::exports::{Export, Exports};
use super::impls::{function, trait_name};
use super::modules::Module;
use super::scope::Scope;
use super::{Item, Kind, Member};

/// The items that are public, by their paths.
pub(super) fn read(modules: &[Module], exports: &Exports) -> BTreeMap<String, Item> {
    let mut items = BTreeMap::new();
    for module in modules {
        let scope = Scope::of(module, exports);
        for item in &module.items {
            let Some(name) = name(item) else { continue };
            if let Some(export) = exports.get(&module.path_of(&name))
                && let Some(item) = define(item, export, &scope)
            {
                items.insert(item.path.clone(), item);
            }
        }
    }
    items
}

fn name(item: &syn::Item) -> Option<String> {
    let ident = match item {
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        syn::Item::Const(item) => &item.ident,
        syn::Item::Fn(item) => &item.sig.ident,
        syn::Item::Mod(item) => &item.ident,
        _ => return None,
    };
    Some(ident.unraw().to_string())
}

fn define(item: &syn::Item, export: &Export, scope: &Scope<'_>) -> Option<Item> {
    Some(match item {
        syn::Item::Struct(item) => {
            let stated = attributes::stated(&item.attrs);
            let kind = match item.fields {
                Fields::Named(_) => Kind::Struct,
                _ => Kind::Tuple,
            };
            let is_public = |field: &&syn::Field| matches!(field.vis, Visibility::Public(_));
            let members = item.fields.iter().enumerate();
            let members = members.filter(|(_, field)| is_public(field));
            Item {
                open: stated.non_exhaustive || !item.fields.iter().all(|field| is_public(&field)),
                members: members
                    .map(|(index, one)| field(index, one, scope))
                    .collect(),
                ..new(export, kind, stated, scope)
            }
        }
        syn::Item::Enum(item) => {
            let stated = attributes::stated(&item.attrs);
            Item {
                open: stated.non_exhaustive,
                members: item
                    .variants
                    .iter()
                    .map(|one| variant(one, scope))
                    .collect(),
                ..new(export, Kind::Enum, stated, scope)
            }
        }
        syn::Item::Type(item) => Item {
            ty: Some(scope.ty(&item.ty)),
            ..new(export, Kind::Alias, attributes::stated(&item.attrs), scope)
        },
        syn::Item::Const(item) => Item {
            ty: Some(scope.ty(&item.ty)),
            ..new(
                export,
                Kind::Constant,
                attributes::stated(&item.attrs),
                scope,
            )
        },
        syn::Item::Fn(item) => Item {
            ty: Some(function(&item.sig, None, scope).to_string()),
            ..new(
                export,
                Kind::Function,
                attributes::stated(&item.attrs),
                scope,
            )
        },
        syn::Item::Mod(item) => new(export, Kind::Module, attributes::stated(&item.attrs), scope),
        _ => return None,
    })
}

fn new(export: &Export, kind: Kind, stated: Stated, scope: &Scope<'_>) -> Item {
    let derives = stated.derives.into_iter();
    Item {
        path: export.path.clone(),
        kind,
        features: export.features.clone(),
        open: false,
        deprecated: stated.deprecated,
        unstable: false,
        ty: None,
        members: Vec::new(),
        functions: Vec::new(),
        traits: derives
            .map(|(path, feature)| (derived(&path, scope), feature))
            .collect(),
        attributes: stated.others,
    }
}

/// The trait that a derive implements. A type of the crate may have its name, but is not a macro.
fn derived(path: &syn::Path, scope: &Scope<'_>) -> String {
    match (scope.path(path), path.get_ident()) {
        (found, Some(written)) if found.starts_with("crate::") => written.to_string(),
        (found, _) => trait_name(&found),
    }
}

fn field(index: usize, field: &syn::Field, scope: &Scope<'_>) -> Member {
    let stated = attributes::stated(&field.attrs);
    let name = field.ident.as_ref();
    Member {
        name: name.map_or_else(|| index.to_string(), |name| name.unraw().to_string()),
        types: vec![scope.ty(&field.ty)],
        json: None,
        deprecated: stated.deprecated,
        attributes: stated.others,
    }
}

fn variant(variant: &syn::Variant, scope: &Scope<'_>) -> Member {
    let stated = attributes::stated(&variant.attrs);
    Member {
        name: variant.ident.unraw().to_string(),
        types: variant
            .fields
            .iter()
            .map(|field| scope.ty(&field.ty))
            .collect(),
        json: None,
        deprecated: stated.deprecated,
        attributes: stated.others,
    }
}
