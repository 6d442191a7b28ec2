//! Proves each document of `fixtures`. Each has a group of constructs, and its settings in the lines that start
//! with `#:`.
//!
//! `cargo test -p cratify-proofs --test fixtures union` runs the tests with `union` in their name. If `CRATIFY_LONG` is a number,
//! the crates are not compiled with each of their features alone.

use cratify_proofs::Suite;
use cratify_testing::{Fixture, corpus};

fn main() {
    let subjects = Fixture::proofs().into_iter().map(Into::into).collect();
    let suite = Suite::new("fixtures", env!("CARGO_TARGET_TMPDIR"));
    let suite = if corpus::is_limited() {
        suite.without_single_features()
    } else {
        suite
    };
    suite.run(subjects, Vec::new());
}
