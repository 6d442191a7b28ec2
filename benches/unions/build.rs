//! Writes the library of this package from its schema.

use std::process::ExitCode;

fn main() -> ExitCode {
    cratify::configure()
        .schema("unions.yaml")
        .output("generated")
        .build()
}
