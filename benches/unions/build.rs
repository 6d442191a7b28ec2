//! Writes `generated/` from `unions.yaml`.

use std::process::ExitCode;

fn main() -> ExitCode {
    cratify::configure().schema("unions.yaml").output("generated").build()
}
