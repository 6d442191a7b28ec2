//! Compares generated text with a golden file, which a person has reviewed.
//!
//! `UPDATE=1` in the environment accepts the generated text.

use std::fs;
use std::path::Path;

use similar::TextDiff;

/// Compares text with a golden file, or accepts it.
///
/// # Errors
///
/// The difference, as a unified diff.
///
/// # Panics
///
/// The file cannot be written.
pub fn compare(golden: &Path, written: &str) -> Result<(), String> {
    let reviewed = fs::read_to_string(golden).unwrap_or_default();
    if reviewed == written {
        return Ok(());
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(golden, written).unwrap_or_else(|error| panic!("{}: {error}", golden.display()));
        return Ok(());
    }
    let name = golden.file_name().unwrap_or_default().to_string_lossy();
    let diff = TextDiff::from_lines(&*reviewed, written);
    Err(format!(
        "{} differs; UPDATE=1 accepts the new text\n{}",
        golden.display(),
        diff.unified_diff()
            .header(&format!("{name} (reviewed)"), &format!("{name} (written)"))
    ))
}
