//! Replaces files of the user, each whole or not at all.

use std::fs;
use std::path::Path;

/// Writes a file if it differs, by way of another one. The folder is made if it is missing.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), String> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let cannot = |error: std::io::Error| format!("cannot write {}: {error}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(cannot)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    // It is the same for each run: the next one replaces what an interrupted one has left.
    name.push(".cratify-stage");
    let stage = path.with_file_name(name);
    let moved = fs::write(&stage, text).and_then(|()| fs::rename(&stage, path));
    moved.map_err(|error| {
        let _ = fs::remove_file(&stage);
        cannot(error)
    })
}
