//! Tests of writing trees, against real folders.

mod kill;
mod refuse;
mod update;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use super::FileTree;

pub(super) fn tree(files: &[(&str, &str)]) -> FileTree {
    let mut tree = FileTree::new();
    for (path, contents) in files {
        tree.insert(*path, *contents).unwrap();
    }
    tree
}

/// Every file below a folder with its contents; folders end in `/`,
/// links show where they point.
pub(super) fn disk(out: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    walk(out, "", &mut |name, path| {
        let meta = fs::symlink_metadata(path).unwrap();
        if meta.is_symlink() {
            found.insert(
                name,
                format!("-> {}", fs::read_link(path).unwrap().display()),
            );
        } else if meta.is_dir() {
            found.insert(name + "/", String::new());
        } else {
            found.insert(name, fs::read_to_string(path).unwrap());
        }
    });
    found
}

/// The modification time of everything, the folder itself included.
pub(super) fn times(out: &Path) -> BTreeMap<String, SystemTime> {
    let mut found = BTreeMap::new();
    let time = |path: &Path| fs::symlink_metadata(path).unwrap().modified().unwrap();
    found.insert(String::new(), time(out));
    walk(out, "", &mut |name, path| {
        found.insert(name, time(path));
    });
    found
}

fn walk(folder: &Path, prefix: &str, visit: &mut dyn FnMut(String, &Path)) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        visit(name.clone(), &path);
        if path.is_dir() && !path.is_symlink() {
            walk(&path, &format!("{name}/"), visit);
        }
    }
}

/// The file contents without folders and cratify's own bookkeeping.
pub(super) fn files(out: &Path) -> BTreeMap<String, String> {
    let mut files = disk(out);
    files.retain(|name, _| !name.ends_with('/') && !name.starts_with(".cratify"));
    files
}

pub(super) fn contents(tree: &FileTree) -> BTreeMap<String, String> {
    tree.iter()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}
