//! Recognises placeholders, which a user writes so that Cargo runs the build script: a source without code, a manifest
//! with nothing but the package.
//!
//! Cargo needs the library and the member of a workspace before it runs a build script that writes them. The generator
//! may replace a file without contents of its own.

use std::fs;
use std::path::Path;

/// The longest placeholder, in bytes.
const LONGEST: u64 = 4096;

/// The lines of a manifest that only declare a package.
const MANIFEST: [&str; 7] = [
    "[package]",
    "[lib]",
    "name",
    "version",
    "edition",
    "publish",
    "path",
];

/// Whether the file at a path of the crate has no contents that could be lost.
pub(super) fn is_placeholder(out: &Path, path: &str, size: u64) -> bool {
    let is_idle: fn(&str) -> bool = match path {
        "Cargo.toml" => |line| line.starts_with('#') || MANIFEST.contains(&key(line)),
        path if Path::new(path)
            .extension()
            .is_some_and(|ending| ending == "rs") =>
        {
            |line| line.starts_with("//")
        }
        _ => return false,
    };
    let text = (size <= LONGEST).then(|| fs::read_to_string(out.join(path)).ok());
    text.flatten().is_some_and(|text| {
        let mut lines = text.lines().map(str::trim);
        lines.all(|line| line.is_empty() || is_idle(line))
    })
}

/// The key of a line of a manifest, or its header.
fn key(line: &str) -> &str {
    line.split_once('=').map_or(line, |(key, _)| key.trim())
}
