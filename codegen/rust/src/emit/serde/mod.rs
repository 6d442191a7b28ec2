//! Writes out implementations of serde's traits: a file for each file of types, in a module of its own.
//!
//! `support/members.rs` has the code that all structs share. The files have the rest.

mod attribute;
mod local;
mod object;
mod other;
mod way;

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::files::{Types, header, is_shared, path, put};
use super::imports::{import_maps, use_line};
use super::{groups, root};
use crate::format::{self, Code, Item};
use crate::parallel;
use crate::syntax;
use crate::text::{DocLines, Rust, sentence};
use crate::tree::FileTree;
use cratify_model::model::{TypeDef, TypeId, TypeKind};
use cratify_model::settings::{MapType, SerdeCode};

pub use attribute::check;
pub(super) use attribute::{around_derive, attribute};
pub(super) use way::needed_support;

/// The name of the module.
pub(super) const MODULE: &str = "serde_impls";

/// Whether the implementations of a type are written out.
pub(super) fn is_written(def: &TypeDef) -> bool {
    def.serde == SerdeCode::Written && def.has_serde_impls()
}

/// The traits that a type derives.
pub(super) fn derives(def: &TypeDef) -> &'static [&'static str] {
    if is_written(def) {
        &[]
    } else {
        &["Serialize", "Deserialize"]
    }
}

/// The public modules that have the module, the root of the crate among them as the empty name.
pub(super) fn spaces<'a>(context: &Context<'a>, files: &[Types<'_>]) -> BTreeSet<&'a str> {
    let files = files.iter().filter(|types| has_written(types));
    let spaces = files.map(|types| context.names[types[0].0].space.as_str());
    spaces.collect()
}

/// Writes the module in each public module.
pub(super) fn emit(context: &Context<'_>, files: &[Types<'_>], tree: &mut FileTree) {
    let written: Vec<&Types<'_>> = files.iter().filter(|types| has_written(types)).collect();
    let texts = parallel::map(&written, |types| emit_file(context, types));
    let mut modules: BTreeMap<&str, BTreeMap<&str, Rust>> = BTreeMap::new();
    for (types, text) in written.iter().zip(texts) {
        let names = &context.names[types[0].0];
        put(
            tree,
            path(&names.space, &format!("{MODULE}/{}", names.module)),
            text,
        );
        modules
            .entry(&names.space)
            .or_default()
            .insert(&names.module, groups::attribute(context, types[0].0));
    }
    for (space, modules) in modules {
        let mods = modules
            .iter()
            .map(|(module, attribute)| Rust::of(&[attribute, &root::mod_line("mod", module)]));
        let mods = Rust::join(mods, "");
        let docs = DocLines::of("How types are read and written.");
        let text = format::file(&header(context, docs), vec![mods.into()]);
        put(tree, path(space, &format!("{MODULE}/mod")), text);
    }
}

fn has_written(types: &Types<'_>) -> bool {
    types.iter().any(|(_, def)| is_written(def))
}

/// The imports of the code of a file: the items that it does not name by path.
#[derive(Default)]
struct Imports {
    maps: BTreeSet<MapType>,
    /// Traits with methods of `Writer`, by the names of their support modules.
    traits: BTreeSet<(&'static str, &'static str)>,
}

/// The file of a named type and of the types made for its members.
fn emit_file(context: &Context<'_>, types: &Types<'_>) -> String {
    let (owner, _) = types[0];
    let names = &context.names[owner];
    let mut imports = Imports::default();
    let mut items: Vec<Item> = Vec::new();
    let mut idents: BTreeSet<&str> = BTreeSet::new();
    for (id, def) in types.iter().filter(|(_, def)| is_written(def)) {
        let code = emit_type(context, *id, def, &mut imports);
        idents.extend((!code.is_empty()).then_some(context.names[*id].ident.as_str()));
        items.extend(code.into_iter().map(Item::from));
    }
    let [standard, others] = import_maps(&imports.maps);
    let mut uses = Rust::default();
    let home = match names.space.as_str() {
        "" => Rust::path("crate"),
        space => Rust::of(&[&"crate::", &syntax::ident(space)]),
    };
    if !idents.is_empty() {
        uses.push(&use_line("use ", &home, idents));
    }
    for (module, name) in imports.traits {
        uses.push(&Rust::of(&[
            &"use crate::support::",
            &module,
            &"::",
            &name,
            &" as _;\n",
        ]));
    }
    let uses = [standard, others, uses].map(|group| Item::from(Code::Text(group)));
    items.splice(0..0, uses);
    let ident = Rust::path(&names.ident);
    let about = if is_shared(types) {
        sentence![
            "How `",
            ident,
            "` and the types whose names begin with the same word are read and written."
        ]
    } else if types.len() > 1 {
        sentence![
            "How `",
            ident,
            "` and its inline types are read and written."
        ]
    } else {
        sentence!["How `", ident, "` is read and written."]
    };
    format::file(&header(context, DocLines::of(about)), items)
}

fn emit_type(context: &Context<'_>, id: TypeId, def: &TypeDef, imports: &mut Imports) -> Vec<Code> {
    match &def.kind {
        TypeKind::Struct(object) => object::emit(context, id, def, object, imports),
        TypeKind::Union(union) => vec![other::emit_union(context, id, union)],
        TypeKind::Newtype(slot) => vec![other::emit_newtype(context, id, def, slot)],
        TypeKind::Never => vec![other::emit_never(context, id)],
        // The macros of its support code implement the traits.
        TypeKind::StringEnum(_)
        | TypeKind::ValueEnum(_)
        | TypeKind::Constant(_)
        | TypeKind::Alias(_)
        | TypeKind::Extern(_) => Vec::new(),
    }
}
