//! Writes `generated/` from the document in `schema/`.

use std::process::ExitCode;

fn main() -> ExitCode {
    cratify::configure()
        .schema("schema")
        .output("generated")
        .build()
}
