//! Serde's traits, derived and written out, read and write the same, with the same errors.

use cratify_proofs::compare_twins;
use cratify_testing::Fixture;

/// Documents that have all constructs together; to compile each twice takes time.
const DOCUMENTS: [&str; 12] = [
    "forms",
    "members_dropped",
    "members_kept",
    "members_recorded",
    "members_refused",
    "nulls",
    "numbers",
    "objects",
    "packed",
    "presence",
    "secrets",
    "unions",
];

#[test]
fn twins_behave_the_same() {
    let mut fixtures = Fixture::proofs();
    fixtures.retain(|fixture| DOCUMENTS.contains(&fixture.name.as_str()));
    assert_eq!(fixtures.len(), DOCUMENTS.len());
    match compare_twins(env!("CARGO_TARGET_TMPDIR"), &fixtures) {
        Ok(counts) => println!("{counts}"),
        Err(differences) => panic!("{differences}"),
    }
}
