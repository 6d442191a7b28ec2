//! Turns modules into the paths by which their items are public.

use std::collections::{BTreeSet, HashMap};

use syn::ext::IdentExt;
use syn::{Item, UseTree, Visibility};

use super::attributes;
use super::modules::Module;

/// The public paths of items, by their own paths.
pub(super) struct Exports {
    public: HashMap<String, Export>,
}

/// How an item is public.
#[derive(Clone)]
pub(super) struct Export {
    /// Its public path.
    pub path: String,
    /// The features of which it needs one; none if it needs none.
    pub features: BTreeSet<String>,
}

impl Exports {
    /// The items that public modules define or re-export.
    pub(super) fn of(modules: &[Module]) -> Self {
        let mut public = HashMap::new();
        for module in modules.iter().filter(|module| module.is_public) {
            for item in &module.items {
                let Item::Use(import) = item else {
                    if let Some((name, features)) = public_name(item) {
                        let path = module.path_of(&name);
                        let features = module.features_or(features);
                        public.insert(path.clone(), Export { path, features });
                    }
                    continue;
                };
                if !matches!(import.vis, Visibility::Public(_)) {
                    continue;
                }
                let features = attributes::features(&import.attrs);
                for (segments, name) in imports(&import.tree) {
                    let target = absolute(&module.path, &segments);
                    let export = Export {
                        path: module.path_of(&name),
                        features: module.features_or(features.clone()),
                    };
                    public.entry(target).or_insert(export);
                }
            }
        }
        Self { public }
    }

    /// How the item of a path is public, if it is.
    pub(super) fn get(&self, path: &str) -> Option<&Export> {
        self.public.get(path)
    }
}

/// The name of a public item, and the features of which it needs one.
fn public_name(item: &Item) -> Option<(String, BTreeSet<String>)> {
    let (vis, ident, attrs) = match item {
        Item::Struct(item) => (&item.vis, &item.ident, &item.attrs),
        Item::Enum(item) => (&item.vis, &item.ident, &item.attrs),
        Item::Type(item) => (&item.vis, &item.ident, &item.attrs),
        Item::Const(item) => (&item.vis, &item.ident, &item.attrs),
        Item::Fn(item) => (&item.vis, &item.sig.ident, &item.attrs),
        Item::Mod(item) => (&item.vis, &item.ident, &item.attrs),
        _ => return None,
    };
    matches!(vis, Visibility::Public(_))
        .then(|| (ident.unraw().to_string(), attributes::features(attrs)))
}

/// The paths that a `use` brings in, each with the name by which it is known.
pub(super) fn imports(tree: &UseTree) -> Vec<(Vec<String>, String)> {
    match tree {
        UseTree::Path(path) => {
            let first = path.ident.unraw().to_string();
            let mut rest = imports(&path.tree);
            for (segments, _) in &mut rest {
                segments.insert(0, first.clone());
            }
            rest
        }
        UseTree::Name(name) => {
            let name = name.ident.unraw().to_string();
            vec![(vec![name.clone()], name)]
        }
        UseTree::Rename(rename) => {
            let name = rename.ident.unraw().to_string();
            vec![(vec![name], rename.rename.unraw().to_string())]
        }
        UseTree::Group(group) => group.items.iter().flat_map(imports).collect(),
        // The generator writes none.
        UseTree::Glob(_) => Vec::new(),
    }
}

/// The path from the root of the crate of what a module names.
pub(super) fn absolute(module: &[String], segments: &[String]) -> String {
    let (start, rest): (&[String], &[String]) = match segments.first().map(String::as_str) {
        Some("crate") => (&[], &segments[1..]),
        Some("self") => (module, &segments[1..]),
        Some("super") => (&module[..module.len().saturating_sub(1)], &segments[1..]),
        _ => (module, segments),
    };
    [start, rest].concat().join("::")
}
