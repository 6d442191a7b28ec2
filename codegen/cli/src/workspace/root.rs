//! Finds the workspace of a package, as Cargo does.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The manifest of the workspace that a manifest belongs to, as Cargo finds it. It is also the test that Cargo takes all
/// manifests.
pub(crate) fn root(manifest: &Path) -> Result<PathBuf, String> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
            "--manifest-path",
        ])
        .arg(manifest)
        .output()
        .map_err(|error| format!("Cargo cannot be run: {error}"))?;
    if !output.status.success() {
        return Err(format!(
            "Cargo refuses the manifest:\n{}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("the answer of Cargo cannot be read: {error}"))?;
    let root = metadata["workspace_root"].as_str().unwrap_or_default();
    Ok(Path::new(root).join("Cargo.toml"))
}
