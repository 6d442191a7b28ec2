//! Turns the files of a crate into its modules.

use std::collections::{BTreeMap, BTreeSet};

use syn::ext::IdentExt;
use syn::{Item, Visibility};

use super::attributes;

/// A module.
pub(super) struct Module {
    /// The names of the modules around it and its own; empty for the root of the crate.
    pub path: Vec<String>,
    /// Whether each of these is public.
    pub is_public: bool,
    /// The features of which it needs one; none if it needs none.
    pub features: BTreeSet<String>,
    /// Its items.
    pub items: Vec<Item>,
}

impl Module {
    /// The path of an item in it.
    pub(super) fn path_of(&self, name: &str) -> String {
        let mut path = self.path.join("::");
        if !path.is_empty() {
            path.push_str("::");
        }
        path + name
    }

    /// The features of an item in it: its own, or else the features of the module.
    pub(super) fn features_or(&self, own: BTreeSet<String>) -> BTreeSet<String> {
        if own.is_empty() {
            self.features.clone()
        } else {
            own
        }
    }
}

/// Reads the root of the crate, and the modules that it leads to.
pub(super) fn read(files: &BTreeMap<&str, &str>) -> Result<Vec<Module>, String> {
    let root = Module {
        path: Vec::new(),
        is_public: true,
        features: BTreeSet::new(),
        items: parse(files, "src/lib.rs")?,
    };
    let mut modules = vec![root];
    let mut next = 0;
    while next < modules.len() {
        let outer = &mut modules[next];
        let mut items = std::mem::take(&mut outer.items);
        let mut found = Vec::new();
        for item in &mut items {
            let Item::Mod(inner) = item else { continue };
            let mut path = outer.path.clone();
            path.push(inner.ident.unraw().to_string());
            let items = match inner.content.take() {
                Some((_, items)) => items,
                None => parse(files, &file_of(files, &path))?,
            };
            let features = attributes::features(&inner.attrs);
            found.push(Module {
                is_public: outer.is_public && matches!(inner.vis, Visibility::Public(_)),
                features: outer.features_or(features),
                path,
                items,
            });
        }
        outer.items = items;
        modules.extend(found);
        next += 1;
    }
    Ok(modules)
}

/// The file of a module.
fn file_of(files: &BTreeMap<&str, &str>, path: &[String]) -> String {
    let folder = format!("src/{}", path.join("/"));
    let file = format!("{folder}.rs");
    if files.contains_key(&*file) {
        file
    } else {
        format!("{folder}/mod.rs")
    }
}

fn parse(files: &BTreeMap<&str, &str>, name: &str) -> Result<Vec<Item>, String> {
    let text = files
        .get(name)
        .ok_or_else(|| format!("the crate has no file `{name}`"))?;
    let file = syn::parse_file(text).map_err(|error| format!("`{name}` is not Rust: {error}"))?;
    Ok(file.items)
}
