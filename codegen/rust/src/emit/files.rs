//! Turns types into files: the path, the header and the order of the types in each.

use indexmap::IndexMap;

use super::context::Context;
use crate::format::Header;
use crate::text::{Comment, DocLines};
use crate::tree::FileTree;
use cratify_model::model::{Origin, TypeDef, TypeId};
use cratify_model::settings::Layout;

/// The header of a file.
pub(super) fn header(context: &Context<'_>, docs: DocLines) -> Header {
    Header {
        comment: Comment::generated_from(context.document),
        docs,
    }
}

/// The types of a file: a named type, then the types made for its members, in the order of the model. Several of these, in
/// the order of their names, where named types share a file.
pub(super) type Types<'a> = Vec<(TypeId, &'a TypeDef)>;

/// The types of each file.
pub(super) fn modules_of<'a>(context: &Context<'a>) -> Vec<Types<'a>> {
    let model = context.model;
    let mut owners: IndexMap<TypeId, Types<'_>> = IndexMap::new();
    let named = |(_, def): &(TypeId, &TypeDef)| def.origin == Origin::Named;
    for (id, def) in model.own_types().filter(named) {
        owners.insert(id, vec![(id, def)]);
    }
    for (id, def) in model.own_types() {
        if let Origin::Inline(owner) = def.origin {
            owners.entry(owner).or_default().push((id, def));
        }
    }
    if model.layout == Layout::Packed {
        owners.sort_by(|one, _, other, _| {
            context.names[*one].ident.cmp(&context.names[*other].ident)
        });
    }
    let mut files: IndexMap<(&str, &str), Types<'_>> = IndexMap::new();
    for (owner, types) in owners {
        let names = &context.names[owner];
        let file = files.entry((&names.space, &names.module)).or_default();
        file.extend(types);
    }
    files.into_values().collect()
}

/// Whether named types share a file.
pub(super) fn is_shared(types: &Types<'_>) -> bool {
    let named = types.iter().filter(|(_, def)| def.origin == Origin::Named);
    named.count() > 1
}

/// Adds a file.
///
/// # Panics
///
/// If the path is invalid or taken: names are made so that neither happens.
pub fn put(tree: &mut FileTree, path: String, contents: String) {
    if let Err(error) = tree.insert(path, contents) {
        panic!("two files of the crate have one name: {error}");
    }
}

/// The file of a module in a public one.
pub(super) fn path(space: &str, module: &str) -> String {
    match space {
        "" => format!("src/{module}.rs"),
        _ => format!("src/{space}/{module}.rs"),
    }
}
