//! Files that somebody made so that Cargo runs the build script: a source without code, a manifest without a choice.
//!
//! Cargo wants the library and the member of a workspace to be there before it runs a build script that writes them. What
//! has nothing in it may be replaced.

use std::fs;
use std::path::Path;

/// The longest placeholder, in bytes.
const LONGEST: u64 = 4096;

/// The lines of a manifest that say no more than that there is a package.
const MANIFEST: [&str; 7] = [
    "[package]",
    "[lib]",
    "name",
    "version",
    "edition",
    "publish",
    "path",
];

/// Whether the file at a path of the crate has nothing in it that could be lost.
pub(super) fn is_placeholder(out: &Path, path: &str, size: u64) -> bool {
    let is_source = Path::new(path)
        .extension()
        .is_some_and(|ending| ending == "rs");
    let is_idle: fn(&str) -> bool = match path {
        "Cargo.toml" => |line| line.starts_with('#') || MANIFEST.contains(&key(line)),
        _ if is_source => |line| line.starts_with("//"),
        _ => return false,
    };
    let text = (size <= LONGEST).then(|| fs::read_to_string(out.join(path)).ok());
    text.flatten().is_some_and(|text| {
        let mut lines = text.lines().map(str::trim);
        lines.all(|line| line.is_empty() || is_idle(line))
    })
}

/// What a line of a manifest is about.
fn key(line: &str) -> &str {
    line.split_once('=').map_or(line, |(key, _)| key.trim())
}
