//! Writes the files beside the Rust: manifest, licence texts, README, and pages about the types, for readers on GitHub
//! and crates.io. They are made from the same model and names as the Rust.

mod example;
mod index;
mod links;
mod notes;
mod page;
mod readme;
pub mod table;

use std::collections::BTreeMap;

use crate::emit::{Context, Used, put};
use crate::package::{self, Features};
use crate::parallel;
use crate::tree::FileTree;
use cratify_model::model::TypeId;
use cratify_model::package::Package;

/// Writes the files beside `src/`.
pub fn emit(context: &Context<'_>, package: &Package, tree: &mut FileTree) {
    let features = Features::of(context.model, context.arbitrary);
    put(
        tree,
        "Cargo.toml".to_owned(),
        package::manifest(
            &package.info,
            features,
            context.groups,
            context.dependencies,
            context.document,
        ),
    );
    let licenses = package::license_files(&package.info);
    let pages = PageContext::new(*context);
    // The files are compared byte for byte, so `cargo fmt` in a workspace must not change them.
    put(
        tree,
        "rustfmt.toml".to_owned(),
        "disable_all_formatting = true\n".to_owned(),
    );
    put(
        tree,
        "README.md".to_owned(),
        readme::text(&pages, package, &licenses),
    );
    for (path, text) in licenses {
        put(tree, path, text);
    }
    put(
        tree,
        format!("docs/{}", links::INDEX),
        index::text(&pages, &package.title),
    );
    let mut files: BTreeMap<String, Vec<TypeId>> = BTreeMap::new();
    for id in &pages.sorted {
        files
            .entry(links::file(context, *id))
            .or_default()
            .push(*id);
    }
    let files: Vec<(String, Vec<TypeId>)> = files.into_iter().collect();
    let texts = parallel::map(&files, |(_, types)| page::text(&pages, types));
    for ((file, _), text) in files.into_iter().zip(texts) {
        put(tree, format!("docs/{file}"), text);
    }
}

/// The input of all pages.
#[derive(Debug)]
struct PageContext<'a> {
    context: Context<'a>,
    /// The types with pages, in the order of their names.
    sorted: Vec<TypeId>,
    /// For each type, the types that refer to it, in the order of their names.
    users: Vec<Vec<TypeId>>,
}

impl<'a> PageContext<'a> {
    fn new(context: Context<'a>) -> Self {
        let ids = context.model.own_types().map(|(id, _)| id);
        let mut sorted: Vec<TypeId> = ids.filter(|id| links::has_page(&context, *id)).collect();
        // A reader expects one alphabet, not capital letters first.
        sorted.sort_by_cached_key(|id| {
            let ident = &context.names[*id].path;
            (ident.to_lowercase(), ident.clone())
        });
        let mut users = vec![Vec::new(); context.model.types.len()];
        for user in &sorted {
            let mut used = Used::default();
            used.visit(&context.model[*user].kind);
            for target in used.types.iter().filter(|target| *target != user) {
                users[target.0 as usize].push(*user);
            }
        }
        Self {
            context,
            sorted,
            users,
        }
    }

    fn users_of(&self, id: TypeId) -> &[TypeId] {
        &self.users[id.0 as usize]
    }
}
