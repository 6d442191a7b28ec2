//! Proves documents with mistakes and traps: the small documents of the corpus (`faults`) and the documents of the folder
//! `faults` here. The generator accepts each, so its crate compiles, has documentation, and passes all checks.
//! `NAME.instances.json` beside a document has values with their verdicts.

use cratify_proofs::{Suite, faults};

fn main() {
    let (subjects, missing) = faults();
    Suite::new("faults", env!("CARGO_TARGET_TMPDIR"))
        .with_documentation()
        .run(subjects, missing);
}
