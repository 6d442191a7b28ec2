//! Values that are made of bytes are valid, for each type of documents with all constructs.

use cratify_proofs::draw;
use cratify_testing::Fixture;

/// Documents that have all constructs together.
const DOCUMENTS: [&str; 16] = [
    "all_of",
    "arrays",
    "assertions",
    "constraints",
    "dates",
    "facts",
    "formats",
    "inheritance",
    "maps",
    "members_kept",
    "modules",
    "numbers",
    "recursion",
    "requirements",
    "shared",
    "unions",
];

#[test]
fn values_of_bytes_are_valid() {
    let mut fixtures = Fixture::proofs();
    fixtures.retain(|fixture| DOCUMENTS.contains(&fixture.name.as_str()));
    assert_eq!(fixtures.len(), DOCUMENTS.len());
    match draw(env!("CARGO_TARGET_TMPDIR"), &fixtures) {
        Ok(counts) => println!("{counts}"),
        Err(failures) => panic!("{failures}"),
    }
}
