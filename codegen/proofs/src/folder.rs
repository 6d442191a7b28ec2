//! Writes files of packages for tests.

use std::fs;
use std::path::{Path, PathBuf};

/// Writes a file that differs, so that Cargo compiles no more than it has to.
///
/// # Panics
///
/// The file cannot be written.
pub fn write(path: &Path, text: &str) {
    let folder = path.parent().expect("a file is in a folder");
    if !fs::read_to_string(path).is_ok_and(|old| old == text) {
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(path, text))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

/// The folder of the repository.
///
/// # Panics
///
/// The package is elsewhere.
#[must_use]
pub fn repository() -> PathBuf {
    let codegen = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    codegen
        .and_then(Path::parent)
        .expect("the package is in `codegen`")
        .to_owned()
}

/// Copies the lock file of the repository to a workspace, so that Cargo fetches nothing.
///
/// # Panics
///
/// The file cannot be copied.
pub fn lock(workspace: &Path) {
    fs::copy(
        repository().join("Cargo.lock"),
        workspace.join("Cargo.lock"),
    )
    .expect("the lock file can be copied");
}
