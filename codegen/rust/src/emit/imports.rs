//! Turns the types in a file into its imports.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::context::Context;
use super::{serde, types};
use crate::format::Code;
use crate::syntax;
use crate::text::Rust;
use cratify_model::model::{TypeDef, TypeId, TypeKind};
use cratify_model::settings::MapType;

/// The imports of a file: maps of the standard library; other maps, and traits to derive; types of other files. Also the
/// types that it must name by path, because their names are taken.
pub(super) fn imports(
    context: &Context<'_>,
    owner: TypeId,
    types: &[(TypeId, &TypeDef)],
) -> ([Code; 3], BTreeSet<TypeId>) {
    let mut used = types::Used::default();
    for (_, def) in types {
        used.visit(&def.kind);
    }
    let names = context.names;
    let here = |id: TypeId| (&names[id].space, &names[id].module);
    let others = used.types.iter().copied().filter(|id| {
        let is_own = !matches!(context.model[*id].kind, TypeKind::Extern(_));
        is_own && here(*id) != here(owner)
    });
    let others: Vec<TypeId> = others.collect();
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for id in types.iter().map(|(id, _)| id).chain(&others) {
        *bearers.entry(&names[*id].ident).or_default() += 1;
    }
    let mut by_path: BTreeSet<TypeId> = BTreeSet::new();
    let mut idents: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for id in others {
        if bearers[names[id].ident.as_str()] > 1 {
            by_path.insert(id);
        } else {
            let space = idents.entry(&names[id].space).or_default();
            space.insert(&names[id].ident);
        }
    }
    let [standard, mut text] = import_maps(&used.maps);
    let mut derived = types.iter().filter(|(_, def)| !serde::is_written(def));
    let serialize = derived.clone().any(|(_, def)| {
        matches!(
            def.kind,
            TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Newtype(_) | TypeKind::Never
        )
    });
    let deserialize = derived.any(|(_, def)| {
        matches!(
            def.kind,
            TypeKind::Struct(_) | TypeKind::Newtype(_) | TypeKind::Never
        )
    });
    match (serialize, deserialize) {
        (true, true) => text.push(&"use serde::{Deserialize, Serialize};\n"),
        (true, false) => text.push(&"use serde::Serialize;\n"),
        _ => {}
    }
    let mut own = Rust::default();
    for (space, idents) in idents {
        let module = match space {
            "" => Rust::path("crate"),
            _ => Rust::of(&[&"crate::", &syntax::ident(space)]),
        };
        own.push(&use_line("use ", &module, idents));
    }
    ([standard, text, own].map(Code::Text), by_path)
}

/// The imports of map types: of the standard library, then of other crates.
pub(super) fn import_maps(maps: &BTreeSet<MapType>) -> [Rust; 2] {
    ["std::collections", "indexmap"].map(|module| {
        let maps = maps.iter().filter(|map| map.module() == module);
        let maps: Vec<&str> = maps.map(|map| map.ident()).collect();
        if maps.is_empty() {
            Rust::default()
        } else {
            use_line("use ", &Rust::path(module), maps)
        }
    })
}

/// An import of names from a module.
pub(super) fn use_line<'n>(
    before: &'static str,
    module: &Rust,
    names: impl IntoIterator<Item = &'n str>,
) -> Rust {
    let names: Vec<_> = names.into_iter().map(syntax::ident).collect();
    let (open, close) = if names.len() == 1 {
        ("", "")
    } else {
        ("{", "}")
    };
    let names = Rust::join(names, ", ");
    Rust::of(&[&before, module, &"::", &open, &names, &close, &";\n"])
}
