//! Properties of the generator that hold for every document, tried on random documents.
//!
//! proptest shrinks a document that breaks a property, and keeps its seed in `regressions.txt`.
//! `PROPTEST_CASES` sets the number of documents for each property. Without it, there are few, and the same
//! ones in each run. `cargo xtask fuzz` tries new documents in each run.

mod answer;
mod branches;
mod edit;

use proptest::prelude::*;

use crate::answer::{answer, is_sound};
use cratify_testing::random::{self, Document};

fn few(cases: u32) -> ProptestConfig {
    random::few(cases, "tests/properties/regressions.txt")
}

proptest! {
    #![proptest_config(few(48))]

    /// Documents whose keywords have the values that the standards allow.
    #[test]
    fn well_formed_documents_are_answered(document in random::well_formed()) {
        is_sound(&document)?;
    }

    /// Documents of the fixtures after a few edits.
    #[test]
    fn edited_documents_are_answered(document in edit::documents()) {
        is_sound(&document)?;
    }

    /// Documents in which any JSON is the value of any keyword.
    #[test]
    fn any_json_is_answered(document in random::any_json()) {
        is_sound(&document)?;
    }

    /// Names of types do not depend on the order of unrelated schemas.
    #[test]
    fn names_do_not_depend_on_the_order_of_schemas(document in random::unrelated()) {
        let reversed = random::with_schemas_reversed(&document);
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
    let strategy = random::well_formed();
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
