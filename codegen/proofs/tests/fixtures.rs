//! Proves each document of `fixtures`. Each has a group of constructs, and its settings in the lines that start
//! with `#:`.
//!
//! `cargo test -p cratify-proofs --test fixtures union` runs the tests with `union` in their name.

use cratify_proofs::Suite;
use cratify_testing::Fixture;

fn main() {
    let subjects = Fixture::proofs().into_iter().map(Into::into).collect();
    Suite::new("fixtures", env!("CARGO_TARGET_TMPDIR")).run(subjects, Vec::new());
}
