//! Random documents, and random edits of documents.

mod addition;
mod document;
mod fixtures;
mod refactoring;
mod schema;

use proptest::test_runner::{Config, FileFailurePersistence, RngSeed};

pub use addition::{Addition, additions};
pub use document::{Document, KEYWORDS, any_json, unrelated, well_formed, with_schemas_reversed};
pub use fixtures::fixtures;
pub use refactoring::{Refactoring, refactorings};
pub use schema::{json, object, schema, word};

/// A name as a token of a JSON Pointer (RFC 6901, section 3).
#[must_use]
pub fn token(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The number of documents for a property: as the environment asks, or a few that are the same in each run. Seeds of
/// documents that break it are kept in a file.
#[must_use]
pub fn few(cases: u32, regressions: &'static str) -> Config {
    let wished = std::env::var_os("PROPTEST_CASES").is_some();
    let default = Config::default();
    Config {
        cases: if wished { default.cases } else { cases },
        rng_seed: if wished {
            default.rng_seed
        } else {
            RngSeed::Fixed(0)
        },
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(regressions))),
        // A slow document is shown before it is the smallest of its kind.
        max_shrink_time: 120_000,
        ..default
    }
}
