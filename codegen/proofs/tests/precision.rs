//! Proves the documents of `tests/faults.rs` once more, with the features of `serde_json` that another crate may
//! switch on for everybody. They change how numbers are read.

use cratify_proofs::{Suite, faults};

fn main() {
    let (subjects, missing) = faults();
    Suite::new("precision", env!("CARGO_TARGET_TMPDIR"))
        .with_serde_json(&["arbitrary_precision", "float_roundtrip", "preserve_order"])
        .run(subjects, missing);
}
