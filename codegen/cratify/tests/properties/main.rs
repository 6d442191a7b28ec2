//! Properties of the generator that hold for every document, tried on random documents.
//!
//! proptest shrinks a document that breaks a property, and keeps its seed in `regressions.txt`.
//! `PROPTEST_CASES` sets the number of documents for each property. Without it, there are few, and the same
//! ones in each run. `cargo xtask fuzz` tries new documents in each run.

mod answer;
mod branches;
mod document;
mod edit;
mod schema;

use proptest::prelude::*;
use proptest::test_runner::{FileFailurePersistence, RngSeed};

use crate::answer::{answer, is_sound};
use crate::document::Document;

/// The number of documents: as the environment asks, or a few that are the same in each run.
fn few(cases: u32) -> ProptestConfig {
    let wished = std::env::var_os("PROPTEST_CASES").is_some();
    let default = ProptestConfig::default();
    ProptestConfig {
        cases: if wished { default.cases } else { cases },
        rng_seed: if wished {
            default.rng_seed
        } else {
            RngSeed::Fixed(0)
        },
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/properties/regressions.txt",
        ))),
        // A slow document is shown before it is the smallest of its kind.
        max_shrink_time: 120_000,
        ..default
    }
}

proptest! {
    #![proptest_config(few(48))]

    /// Documents whose keywords have the values that the standards allow.
    #[test]
    fn well_formed_documents_are_answered(document in document::well_formed()) {
        is_sound(&document)?;
    }

    /// Documents of the fixtures after a few edits.
    #[test]
    fn edited_documents_are_answered(document in edit::documents()) {
        is_sound(&document)?;
    }

    /// Documents in which any JSON is the value of any keyword.
    #[test]
    fn any_json_is_answered(document in document::any_json()) {
        is_sound(&document)?;
    }

    /// Names of types do not depend on the order of unrelated schemas.
    #[test]
    fn names_do_not_depend_on_the_order_of_schemas(document in document::unrelated()) {
        let reversed = document::with_schemas_reversed(&document);
        let types = |document: &Document| {
            let generated = answer(document)?.ok();
            Ok::<_, TestCaseError>(generated.map(|generated| {
                let mut types: Vec<String> = generated.checks().lines().map(str::to_owned).collect();
                types.sort();
                types
            }))
        };
        prop_assert_eq!(types(&document)?, types(&reversed)?);
    }
}

/// The properties are worth little if the generator refuses most documents: it accepts most well-formed ones.
#[test]
fn most_well_formed_documents_become_crates() {
    use proptest::strategy::ValueTree as _;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let strategy = document::well_formed();
    let mut refused = Vec::new();
    for _ in 0..40 {
        let document = strategy
            .new_tree(&mut runner)
            .expect("a document")
            .current();
        if let Err(error) = answer(&document).expect("an answer") {
            refused.push(error.to_string());
        }
    }
    assert!(
        refused.len() <= 10,
        "{} of 40 are refused, such as\n{}",
        refused.len(),
        refused[0]
    );
}
