//! Everything of the crate that is not Rust: its manifest, its licence, its README and a page of
//! documentation for each model.

use crate::document::Package;
use crate::emit::{Context, put};
use crate::files::FileTree;
use crate::package::{self, Features};

/// Writes the files beside `src/`.
pub fn emit(context: &Context<'_>, package: &Package, tree: &mut FileTree) {
    let features = Features::default();
    put(tree, "Cargo.toml".to_owned(), package::manifest(&package.info, &features, context.document));
    for (path, text) in package::license_files(&package.info) {
        put(tree, path, text);
    }
}
