//! Serde's traits, derived and written out, read and write the same, with the same errors.

use cratify_proofs::compare_twins;
use cratify_testing::Fixture;

#[test]
fn written_code_behaves_as_derived_code() {
    let chosen = std::env::var("TWINS").ok();
    let mut fixtures = Fixture::proofs();
    fixtures.retain(|fixture| {
        chosen
            .as_ref()
            .is_none_or(|names| names.split(',').any(|name| name == fixture.name))
    });
    match compare_twins(env!("CARGO_TARGET_TMPDIR"), &fixtures) {
        Ok(counts) => println!("{counts}"),
        Err(differences) => panic!("{differences}"),
    }
}
