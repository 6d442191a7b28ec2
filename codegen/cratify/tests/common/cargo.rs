//! Cargo, run by a test on packages that it made.

use std::path::Path;
use std::process::Command;

/// Cargo in a folder, with the build folder that all tests share.
///
/// Nothing that is built so is debugged or edited: what would only serve that takes most of the disk,
/// and much of the time to link.
pub(crate) fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command
        .current_dir(folder)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"),
        )
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0")
        .env_remove("RUSTFLAGS");
    command
}
