//! Turns a path that a generator or a file names into one that is safe to use.

use super::{RECORD, STAGE};

/// The form of a path that a file system without case compares. Simple lower-casing is close
/// enough to every such file system for names a generator makes.
pub fn fold(path: &str) -> String {
    path.to_lowercase()
}

/// The folders above a path, from the outermost on, and the path itself.
pub fn parts(path: &str) -> impl Iterator<Item = &str> {
    let parents = path.match_indices('/').map(|(end, _)| &path[..end]);
    parents.chain([path])
}

/// Checks a path of the tree or the record. Anybody can edit the record, so
/// this is also what keeps a removal inside the output folder.
///
/// # Errors
///
/// Completes the sentence "the path ...".
pub fn check_path(path: &str) -> Result<(), &'static str> {
    if path.is_empty() {
        return Err("is empty");
    }
    if path.starts_with('/') {
        return Err("is absolute");
    }
    // `C:x` is absolute on Windows and `x:y` names a stream of the file `x`.
    if path.contains(['\\', ':']) {
        return Err("has a backslash or a colon");
    }
    if path.chars().any(char::is_control) {
        return Err("has a control character");
    }
    // In the record a leading `#` marks the header comment.
    if path.starts_with('#') {
        return Err("starts with `#`");
    }
    if path.split('/').any(str::is_empty) {
        return Err("has an empty component");
    }
    if path.split('/').any(|part| part == "." || part == "..") {
        return Err("has a `.` or `..` component");
    }
    // Windows drops these silently, so two names would become one.
    if path.split('/').any(|part| part.ends_with(['.', ' '])) {
        return Err("has a component that ends in a dot or a space");
    }
    let first = fold(path.split('/').next().unwrap_or_default());
    if first == RECORD || first == STAGE {
        return Err("is reserved for cratify's own bookkeeping");
    }
    Ok(())
}
