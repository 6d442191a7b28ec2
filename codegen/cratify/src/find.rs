//! Turns a path into the document that it means: a file, or the only document in a folder.

use std::path::{Path, PathBuf};

use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation};

/// The file endings of documents.
const ENDINGS: [&str; 3] = ["yaml", "yml", "json"];

/// The file to read; `None` if a folder has no document or several, which is reported. Overlays may be in the folder.
pub(crate) fn find_document(
    path: &Path,
    overlays: &[PathBuf],
    diagnostics: &mut Diagnostics,
) -> Option<PathBuf> {
    if !path.is_dir() {
        return Some(path.to_owned());
    }
    let entries = std::fs::read_dir(path).into_iter().flatten();
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let overlays: Vec<PathBuf> = overlays
        .iter()
        .filter_map(|overlay| overlay.canonicalize().ok())
        .collect();
    let is_overlay = |path: &Path| {
        let path = path.canonicalize();
        path.is_ok_and(|path| overlays.contains(&path))
    };
    let mut documents: Vec<PathBuf> = files
        .filter(|path| is_document(path) && !is_overlay(path))
        .collect();
    documents.sort();
    let problem = |message: &str| {
        let location = SourceLocation::File(path.to_owned());
        Diagnostic::error(Code::NoSingleDocument, location, message)
    };
    diagnostics.push(match documents.len() {
        0 => problem("the folder has no document in it")
            .help("put a `.yaml`, `.yml` or `.json` file into it, or name the file itself"),
        1 => return documents.pop(),
        _ => {
            let names = documents.iter();
            let names: Vec<String> = names.map(|path| format!("`{}`", path.display())).collect();
            problem("the folder has several documents in it")
                .note(format!("found {}", names.join(", ")))
                .help("name one of them, or all of them if they belong to one API")
        }
    });
    None
}

fn is_document(path: &Path) -> bool {
    let ending = path.extension();
    let mut endings = ENDINGS.iter();
    path.is_file()
        && ending.is_some_and(|ending| endings.any(|known| ending.eq_ignore_ascii_case(known)))
}
