//! The model to the Rust of the crate, a file for each construct.
//!
//! Emission decides nothing about types. It sees schemas only as text, which [`publish`](crate::publish)
//! makes.

mod access;
mod arbitrary;
mod attributes;
mod branches;
mod constant;
mod construct;
mod debug;
mod defaults;
mod docs;
mod extern_types;
mod former;
mod groups;
mod json;
mod newtype;
mod object;
mod record;
mod root;
mod schemars;
mod serde;
mod string_enum;
pub mod support;
pub mod syntax;
mod types;
mod union;
mod value_enum;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use indexmap::IndexMap;
use quote::quote;

use crate::format::{self, Code, Comments, Header, Item};
use crate::parallel;
use crate::publish::ConstraintWriter;
use crate::text::{Comment, DocLines, RawStringLiteral, Rust, StringLiteral, sentence};
use crate::tree::FileTree;
use cratify_model::analyze::{Analysis, Groups};
use cratify_model::model::{Model, Origin, Secrecy, Type, TypeDef, TypeId, TypeKind};
use cratify_model::names::{Names, REQUIRED};
use cratify_model::package::Dependency;
use cratify_model::settings::{Arbitrary, Layout, MapType};
use cratify_schema::source::FileId;
use support::Support;

/// The input of emission.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The types.
    pub model: &'a Model,
    /// Their names.
    pub names: &'a Names,
    /// Boxes and samples.
    pub analysis: &'a Analysis,
    /// The features that select types.
    pub groups: &'a Groups,
    /// Writes what restricts values.
    pub constraints: &'a ConstraintWriter<'a>,
    /// The types whose schemas refer to shared definitions.
    pub sharing: &'a HashSet<TypeId>,
    /// The name of the crate as `use` has it.
    pub crate_ident: &'a str,
    /// The file names of the documents, for headers.
    pub document: &'a str,
    /// The names of all files that types come from.
    pub files: &'a [String],
    /// The JSON Schemas that have no file: those of constants and of extern types.
    pub schema_texts: &'a HashMap<TypeId, String>,
    /// The dependencies beside those of every crate.
    pub dependencies: &'a [Dependency],
    /// Whether values can be made of bytes.
    pub arbitrary: Arbitrary,
    /// The types that the current file names by path: it has another type of the same name.
    pub by_path: &'a BTreeSet<TypeId>,
}

impl<'a> Context<'a> {
    /// The name or the path of a type in the current file.
    fn called(&self, id: TypeId) -> String {
        let names = &self.names[id];
        if self.by_path.contains(&id) {
            format!("crate::{}", names.path)
        } else {
            names.ident.clone()
        }
    }

    /// The name of a file that types come from.
    pub fn file(&self, id: FileId) -> &'a str {
        self.files
            .get(id.index())
            .map_or(self.document, String::as_str)
    }
}

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
pub use extern_types::{EXTERN_TYPES, ExternTypes};
pub(crate) use groups::list as feature_list;
pub use object::{field_ident, field_type};
pub use root::DocumentInfo;
pub use serde::check as check_serde_attributes;
pub use types::Used;

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

/// Adds the file with the structs of required members, if a public module has one.
fn put_required(context: &Context<'_>, space: &str, tree: &mut FileTree) {
    if let Some(text) = construct::emit_required(context, space) {
        put(tree, path(space, REQUIRED), text);
    }
}

/// The file of a module in a public one.
fn path(space: &str, module: &str) -> String {
    match space {
        "" => format!("src/{module}.rs"),
        _ => format!("src/{space}/{module}.rs"),
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

/// The header of a file.
fn header(context: &Context<'_>, docs: DocLines) -> Header {
    Header {
        comment: Comment::generated_from(context.document),
        docs,
    }
}

/// The types of a file: a named type, then the types made for its members, in the order of the model. Several of these, in
/// the order of their names, where named types share a file.
type Types<'a> = Vec<(TypeId, &'a TypeDef)>;

/// The types of each file.
fn modules_of<'a>(context: &Context<'a>) -> Vec<Types<'a>> {
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
fn is_shared(types: &Types<'_>) -> bool {
    let named = types.iter().filter(|(_, def)| def.origin == Origin::Named);
    named.count() > 1
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
            let deprecated = def.docs.deprecated.then(|| syntax::word("deprecated"));
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

/// The imports of a file: maps of the standard library; other maps, and traits to derive; types of other files. Also the
/// types that it must name by path, because their names are taken.
fn imports(
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

/// The imports of map types: those of the standard library, then the others.
fn import_maps(maps: &BTreeSet<MapType>) -> [Rust; 2] {
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
fn use_line<'n>(
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
