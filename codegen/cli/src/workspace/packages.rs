//! Finds the source of the packages of cratify: the registry, or the source checkout that this command was built in.

use std::path::{Path, PathBuf};

use crate::findings::Terminal;

/// The version of all packages of cratify.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The folder `codegen` of the source checkout, if the command was built in one that is still there. A package of the
/// registry has no such neighbours.
fn checkout() -> Option<PathBuf> {
    let codegen = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?;
    let neighbours = ["cratify", "check"].map(|folder| codegen.join(folder).join("Cargo.toml"));
    neighbours
        .iter()
        .all(|manifest| manifest.is_file())
        .then(|| codegen.to_owned())
}

/// The value of a dependency on a package of cratify: `"0.1.0"` or `{ path = "…" }`.
pub(super) fn dependency(folder: &str) -> toml_edit::Value {
    match checkout() {
        Some(codegen) => {
            let path = codegen.join(folder).to_string_lossy().into_owned();
            let mut table = toml_edit::InlineTable::new();
            table.insert("path", path.into());
            table.into()
        }
        None => VERSION.into(),
    }
}

/// Says where the packages come from, if that is not the registry.
pub(crate) fn explain_source(terminal: &Terminal) {
    if let Some(codegen) = checkout() {
        terminal.message(&format!(
            "note: this command was built from source, so `Cargo.toml` has the packages of cratify by path, in {}; \
             with published packages, write `cratify = \"{VERSION}\"` there",
            codegen.display()
        ));
    }
}
