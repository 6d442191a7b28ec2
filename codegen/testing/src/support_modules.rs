//! Finds the modules of the support code that a generated crate names, and the modules that it has.

use std::collections::BTreeSet;

use cratify::Generated;

/// The path of the modules.
const SUPPORT: &str = "crate::support::";

/// The modules that the code of the types names and the crate does not have: it would not compile.
#[must_use]
pub fn missing_support(generated: &Generated) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    let mut missing = BTreeSet::new();
    for (path, text) in generated.files() {
        if path.starts_with("src/support/") || !path.starts_with("src/") {
            continue;
        }
        for rest in text.split(SUPPORT).skip(1) {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            named.insert(rest[..end.unwrap_or(rest.len())].to_owned());
        }
    }
    for name in named {
        let file = format!("src/support/{name}.rs");
        if !generated.files().any(|(path, _)| path == file) {
            missing.insert(name);
        }
    }
    missing
}
