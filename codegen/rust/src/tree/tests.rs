//! Tests of which paths a tree takes.

use super::FileTree;

fn tree(files: &[(&str, &str)]) -> FileTree {
    let mut tree = FileTree::new();
    for (path, contents) in files {
        tree.insert(*path, *contents).unwrap();
    }
    tree
}

#[test]
fn files_are_sorted_by_path() {
    let tree = tree(&[
        ("src/lib.rs", "b"),
        ("Cargo.toml", "a"),
        ("src/a/mod.rs", "c"),
    ]);
    let paths: Vec<&str> = tree.iter().map(|(path, _)| path).collect();
    assert_eq!(paths, ["Cargo.toml", "src/a/mod.rs", "src/lib.rs"]);
    assert_eq!(tree.get("Cargo.toml"), Some("a"));
}

#[test]
fn unusable_paths_are_refused() {
    for path in [
        "",
        "/etc/passwd",
        "../up",
        "a/../../up",
        "a/./b",
        "a//b",
        "a/",
        "C:/x",
        "a\\b",
        "a:b",
        "a\nb",
        "#a",
        "a./b",
        "b ",
        ".cratify",
        ".Cratify",
        ".cratify-stage/0",
        ".cratify/x",
    ] {
        let mut tree = FileTree::new();
        let error = tree.insert(path, "").unwrap_err();
        assert!(error.starts_with("the generated path"), "{path:?}: {error}");
        assert_eq!(tree, FileTree::new());
    }
}

#[test]
fn usable_paths_are_taken() {
    for path in [
        ".gitignore",
        "a.b/c..d",
        "src/type#.rs",
        ".cratify2",
        "ü/日本.rs",
        "a b",
    ] {
        FileTree::new().insert(path, "").unwrap();
    }
}

#[test]
fn the_same_path_twice_is_an_error() {
    let mut tree = tree(&[("a", "first")]);
    let error = tree.insert("a", "second").unwrap_err();
    assert_eq!(error, "\"a\" is generated twice");
    assert_eq!(tree.get("a"), Some("first"));
}

#[test]
fn paths_that_differ_only_in_case_are_an_error() {
    for (first, second) in [
        ("src/Foo.rs", "src/foo.rs"),
        ("ÄRGER.rs", "ärger.rs"),
        ("Models/a.rs", "models/b.rs"),
        ("Models/a.rs", "models"),
        ("models", "Models/a.rs"),
    ] {
        let mut tree = tree(&[(first, "")]);
        let error = tree.insert(second, "").unwrap_err();
        assert!(error.ends_with("differ only in case"), "{error}");
    }
}

#[test]
fn a_path_is_a_file_or_a_folder() {
    let expected = "\"a\" is the folder of \"a/b\"";
    assert_eq!(tree(&[("a", "")]).insert("a/b", "").unwrap_err(), expected);
    assert_eq!(tree(&[("a/b", "")]).insert("a", "").unwrap_err(), expected);
    // Neither is a prefix of the other's components.
    tree(&[("a.rs", ""), ("a/b", ""), ("ab", "")]);
}

#[test]
fn a_refused_path_leaves_the_tree_as_it_was() {
    let mut changed = tree(&[("x/y", "")]);
    changed.insert("new/dir/../z", "").unwrap_err();
    changed.insert("x/y/z", "").unwrap_err();
    assert_eq!(changed, tree(&[("x/y", "")]));
}
