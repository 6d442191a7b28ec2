//! Turns the model into the Rust of the crate, a file for each construct.
//!
//! Emission decides nothing about types. It sees schemas only as text, which [`publish`](crate::publish)
//! makes.

mod access;
mod arbitrary;
mod attributes;
mod branches;
mod constant;
mod construct;
mod context;
mod debug;
mod defaults;
mod docs;
mod extern_types;
mod files;
mod former;
mod groups;
mod imports;
mod json;
mod newtype;
mod object;
mod record;
mod root;
mod schemars;
mod serde;
mod string_enum;
pub mod support;
pub mod types;
mod union;
mod value_enum;

use quote::quote;

use crate::format::{self, Code, Comments, Item};
use crate::parallel;
use crate::syntax;
use crate::text::{DocLines, RawStringLiteral, Rust, StringLiteral, sentence};
use crate::tree::FileTree;
use cratify_model::model::{Secrecy, Type, TypeDef, TypeId, TypeKind};
use cratify_model::names::REQUIRED;
use cratify_model::settings::Arbitrary;
use files::{Types, header, is_shared, modules_of, path};
use imports::imports;
use support::Support;

/// Writes `src/` of the crate.
pub fn emit(context: &Context<'_>, info: &root::DocumentInfo<'_>, tree: &mut FileTree) {
    let support = Support::needed(context);
    let modules = modules_of(context);
    let texts = parallel::map(&modules, |types| emit_module(context, types));
    for (types, text) in modules.iter().zip(texts) {
        let names = &context.names[types[0].0];
        put(tree, path(&names.space, &names.module), text);
    }
    put(
        tree,
        "src/lib.rs".to_owned(),
        root::emit(context, info, &support, &modules),
    );
    serde::emit(context, &modules, tree);
    if context.arbitrary == Arbitrary::Feature {
        let text = arbitrary::emit(context);
        put(tree, path("", arbitrary::MODULE), text);
    }
    for (space, text) in root::emit_spaces(context, &modules) {
        put_required(context, &space, tree);
        put(tree, path(&space, "mod"), text);
    }
    put_required(context, "", tree);
    support.emit(context, tree);
}

pub use attributes::check as check_attribute;
pub use context::Context;
pub use extern_types::{EXTERN_TYPES, ExternTypes};
pub use files::put;
pub(crate) use groups::list as feature_list;
pub use object::{field_ident, field_type};
pub use root::DocumentInfo;
pub use serde::check as check_serde_attributes;
pub use types::Used;

/// Adds the file with the structs of required members, if a public module has one.
fn put_required(context: &Context<'_>, space: &str, tree: &mut FileTree) {
    if let Some(text) = construct::emit_required(context, space) {
        put(tree, path(space, REQUIRED), text);
    }
}

/// The file of types.
fn emit_module(context: &Context<'_>, types: &Types<'_>) -> String {
    let (owner, def) = types[0];
    let (imports, by_path) = imports(context, owner, types);
    let context = &Context {
        by_path: &by_path,
        ..*context
    };
    let mut items: Vec<Item> = imports.into_iter().map(Item::from).collect();
    for (id, def) in types {
        items.extend(emit_type(context, *id, def));
    }
    let published: Vec<Rust> = types
        .iter()
        .filter(|(_, def)| !matches!(def.kind, TypeKind::Alias(_) | TypeKind::Extern(_)))
        .map(|(id, def)| published_line(context, *id, def))
        .collect();
    if !published.is_empty() {
        let lines = Rust::join(published, "");
        let table = Rust::of(&[&"crate::support::published::published! {\n", &lines, &"}\n"]);
        items.push(Code::Table(table).into());
    }
    let ident = Rust::path(&context.names[owner].ident);
    let about = match def.kind {
        _ if is_shared(types) => {
            sentence![
                "[`",
                ident,
                "`], and the types whose names begin with the same word."
            ]
        }
        TypeKind::Alias(_) => sentence!["`", ident, "`."],
        _ if types.len() > 1 => sentence!["[`", ident, "`] and its inline types."],
        _ => sentence!["[`", ident, "`]."],
    };
    format::file(&header(context, DocLines::of(about)), items)
}

/// The items of a type, its definition first.
fn emit_type(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Vec<Item> {
    let mut comments = Comments::default();
    let mut items = match &def.kind {
        TypeKind::Struct(object) => object::emit(context, id, def, object, &mut comments),
        TypeKind::StringEnum(values) => string_enum::emit(context, id, def, values, &mut comments),
        TypeKind::ValueEnum(values) => value_enum::emit(context, id, def, values, &mut comments),
        TypeKind::Constant(constant) => constant::emit(context, id, def, constant),
        TypeKind::Union(union) => union::emit(context, id, def, union, &mut comments),
        TypeKind::Newtype(slot) => newtype::emit(context, id, def, slot),
        TypeKind::Never => newtype::emit_never(context, id, def),
        TypeKind::Extern(_) => return Vec::new(),
        TypeKind::Alias(target) => {
            let ident = syntax::ident(&context.names[id].ident);
            let target = types::emit_type(context, &Type::Named(*target), false);
            let requested = attributes::requested(&def.extras.attributes);
            let deprecated = attributes::deprecated(&def.docs);
            vec![Code::Tokens(
                quote! { #deprecated #(#requested)* pub type #ident = #target; },
            )]
        }
    };
    if !matches!(def.kind, TypeKind::Alias(_)) {
        items.extend(debug::implement(context, id, def).map(Code::Tokens));
    }
    let mut items: Vec<Item> = items.into_iter().map(Item::from).collect();
    if let Some(definition) = items.first_mut() {
        definition.docs = docs::type_docs(context, id, def);
        definition.comments = comments;
    }
    let of_members = match &def.kind {
        TypeKind::Struct(object) => former::emit_methods(context, id, object),
        TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) => former::emit_values(context, id),
        _ => None,
    };
    items.extend(of_members.map(Item::from));
    items.extend(former::emit(context, id, def).map(Item::from));
    items
}

/// The published schema of a type, as a line of the table of a file.
fn published_line(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Rust {
    let ident = syntax::ident(&context.names[id].ident);
    let up = match context.names[id].space.as_str() {
        "" => "..",
        _ => "../..",
    };
    let path = format!("{up}/{}", crate::publish::path(context.names, id));
    let schema = match context.schema_texts.get(&id) {
        Some(text) => Rust::of(&[&RawStringLiteral::json(text)]),
        None => Rust::of(&[&"include_str!(", &StringLiteral::new(&path), &")"]),
    };
    let more = match (def.secrecy, context.sharing.contains(&id)) {
        (Secrecy::Open, false) => "",
        (Secrecy::Open, true) => ", shown, shared",
        (Secrecy::Part | Secrecy::Whole, false) => ", masked",
        (Secrecy::Part | Secrecy::Whole, true) => ", masked, shared",
    };
    Rust::of(&[&"    ", &ident, &" = ", &schema, &more, &";\n"])
}
