//! The documents of the fixtures, as the start of random edits.

use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;

use crate::Fixture;

/// The documents of the fixtures, small ones first: an edit of an early one is the simpler case.
///
/// # Panics
///
/// A fixture cannot be read.
pub fn fixtures() -> &'static [Value] {
    &DOCUMENTS
}

static DOCUMENTS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../cratify/tests/diagnostics/documents");
    let warned = Fixture::all(&folder);
    let warned = warned
        .into_iter()
        .filter(|fixture| fixture.name.starts_with("warn_"));
    let fixtures = Fixture::goldens()
        .into_iter()
        .chain(warned)
        .chain(Fixture::proofs());
    fixtures
        .filter_map(|fixture| {
            let text = std::fs::read_to_string(fixture.path).expect("a fixture can be read");
            serde_yaml::from_str(&text).ok()
        })
        .collect()
});
