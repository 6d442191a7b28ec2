//! Names modules and files: the public module of a document file, the private module of a type.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::scope::{Claim, Scope};
use crate::ident::{file_name, is_device, is_keyword};
use crate::model::{Layout, Model, Origin, TypeDef, TypeId, TypeKind};
use cratify_schema::source::FileId;

/// The public module for the structs of required members, in the root of the crate and in each of its public modules.
pub const REQUIRED: &str = "required";

/// Module names that would hide a crate or a module that generated code refers to.
const RESERVED: [&str; 17] = [
    "std",
    "core",
    "alloc",
    "arbitrary",
    "arbitrary_impls",
    "regex_syntax",
    "serde",
    "serde_impls",
    "serde_json",
    "schemars",
    "jsonschema",
    "support",
    REQUIRED,
    "lib",
    "main",
    "mod",
    "test",
];

/// Where each type is.
pub(super) struct Modules {
    /// The public module, or nothing for the root of the crate.
    pub spaces: Vec<String>,
    /// The private module in it, which is a file.
    pub modules: Vec<String>,
    /// The name of the type in file names beside `src`.
    pub files: Vec<String>,
    /// The names of the pages that the types are on.
    pub pages: Vec<String>,
}

/// The public module of each type.
pub(super) fn spaces(model: &Model) -> Vec<String> {
    let Some(by_file) = &model.modules else {
        return vec![String::new(); model.types.len()];
    };
    let file_of = |(id, def): (TypeId, &TypeDef)| -> Option<FileId> {
        if matches!(def.kind, TypeKind::Extern(_)) {
            // It has no module: its type is in another crate.
            return None;
        }
        let file = by_file.file_of(&model[def.origin.owner(id)].at);
        (by_file.root != Some(file)).then_some(file)
    };
    let files: BTreeSet<FileId> = model.iter().filter_map(file_of).collect();
    let files: Vec<FileId> = files.into_iter().collect();
    let claims: Vec<Claim<'_>> = files
        .iter()
        .map(|file| {
            let name = &by_file.names[file.index()];
            Claim::exactly(name, module_name(name))
        })
        .collect();
    let names = Scope::reserving(&RESERVED, "_model").assign(&claims);
    let space = |file: Option<FileId>| {
        let found = files.iter().position(|other| Some(*other) == file);
        found.map(|index| names[index].clone()).unwrap_or_default()
    };
    model.iter().map(|type_| space(file_of(type_))).collect()
}

/// The modules of types with these names.
pub(super) fn modules(model: &Model, spaces: Vec<String>, idents: &[String]) -> Modules {
    let mut reserved = RESERVED.to_vec();
    reserved.extend(spaces.iter().map(String::as_str));
    let claims = model.types.iter().zip(idents).zip(&spaces);
    let claims: Vec<Claim<'_>> = claims
        .map(|((def, ident), space)| Claim {
            rank: u8::from(def.origin != Origin::Named),
            ..Claim::exactly(ident, join(space, &module_name(ident)))
        })
        .collect();
    let files = Scope::reserving(&reserved, "_model").assign(&claims);
    let modules = match model.layout {
        Layout::Separate => separate(model, &spaces, idents, files.clone()),
        Layout::Packed => packed(model, &spaces, idents, &reserved),
    };
    let owners = model
        .iter()
        .map(|(id, def)| def.origin.owner(id).0 as usize);
    let modules: Vec<String> = owners.map(|owner| modules[owner].clone()).collect();
    let pages = match model.layout {
        Layout::Separate => files.clone(),
        Layout::Packed => shared_pages(&spaces, &modules),
    };
    Modules {
        spaces,
        modules,
        files,
        pages,
    }
}

/// The modules of named types, each of which has one, where `modules` are their names in the whole crate.
fn separate(
    model: &Model,
    spaces: &[String],
    idents: &[String],
    mut modules: Vec<String>,
) -> Vec<String> {
    // In a module of its own a name need not say which.
    let mut members: IndexMap<&str, Vec<usize>> = IndexMap::new();
    for (index, space) in spaces.iter().enumerate() {
        let is_owner = model.types[index].origin == Origin::Named;
        if is_owner && !space.is_empty() {
            members.entry(space).or_default().push(index);
        }
    }
    for indices in members.into_values() {
        let claims = indices.iter().map(|index| {
            let ident = &idents[*index];
            Claim::exactly(ident, module_name(ident))
        });
        let claims: Vec<Claim<'_>> = claims.collect();
        let names = Scope::reserving(&RESERVED, "_model").assign(&claims);
        for (index, name) in indices.into_iter().zip(names) {
            modules[index] = name;
        }
    }
    modules
}

/// The modules of named types, where those whose names begin with the same word share one. It is called after that word
/// even if only one type has it, so that a new schema moves no type.
fn packed(model: &Model, spaces: &[String], idents: &[String], reserved: &[&str]) -> Vec<String> {
    let prefix = &model.affixes.prefix;
    let mut of_words: BTreeMap<&str, BTreeMap<String, Vec<usize>>> = BTreeMap::new();
    for (index, def) in model.types.iter().enumerate() {
        if def.origin == Origin::Named {
            let ident = &idents[index];
            let stem = ident.strip_prefix(&**prefix).unwrap_or(ident);
            let words = file_name(stem);
            let word = words.split('_').find(|word| !word.is_empty());
            let word = word.unwrap_or(&words).to_owned();
            let of_space = of_words.entry(&spaces[index]).or_default();
            of_space.entry(word).or_default().push(index);
        }
    }
    let mut modules = vec![String::new(); idents.len()];
    for (space, of_words) in of_words {
        let claims = of_words
            .keys()
            .map(|word| Claim::exactly(word, module_name(word)));
        let claims: Vec<Claim<'_>> = claims.collect();
        // In a public module, the others are not in the way.
        let reserved = if space.is_empty() {
            reserved
        } else {
            &RESERVED
        };
        let names = Scope::reserving(reserved, "_model").assign(&claims);
        for (name, indices) in names.iter().zip(of_words.values()) {
            for index in indices {
                modules[*index].clone_from(name);
            }
        }
    }
    modules
}

/// The pages of types, where the types of a module share one.
fn shared_pages(spaces: &[String], modules: &[String]) -> Vec<String> {
    let all: BTreeSet<(&str, &str)> = (spaces.iter().zip(modules))
        .map(|(space, module)| (space.as_str(), module.as_str()))
        .collect();
    let claims: Vec<Claim<'_>> = all
        .iter()
        .map(|(space, module)| Claim::exactly(module, join(space, module)))
        .collect();
    let names = Scope::reserving(&[], "_model").assign(&claims);
    let names: BTreeMap<_, _> = all.into_iter().zip(names).collect();
    let pages = spaces.iter().zip(modules);
    let pages = pages.map(|(space, module)| names[&(space.as_str(), module.as_str())].clone());
    pages.collect()
}

/// The name of a module for something with this name.
fn module_name(name: &str) -> String {
    let file = file_name(name);
    if is_keyword(&file) || is_device(&file) {
        format!("{file}_model")
    } else {
        file
    }
}

fn join(space: &str, module: &str) -> String {
    if space.is_empty() {
        module.to_owned()
    } else {
        format!("{space}_{module}")
    }
}
