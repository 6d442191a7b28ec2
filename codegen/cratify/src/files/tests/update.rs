//! Tests of what a write changes and what it leaves alone.

use std::fs;
use std::path::Path;
use std::time::Duration;

use super::super::{Difference, FileTree, Summary, compare, write};
use super::{contents, disk, files, times, tree};

fn summary(written: &[&str], removed: &[&str], unchanged: usize) -> Summary {
    let owned = |list: &[&str]| list.iter().map(|path| (*path).to_owned()).collect();
    Summary {
        written: owned(written),
        removed: owned(removed),
        unchanged,
    }
}

#[test]
fn a_fresh_folder_gets_the_tree_and_a_record() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("deep/er");
    let tree = tree(&[("src/lib.rs", "//!\n"), ("Cargo.toml", "[package]\r\n")]);
    assert_eq!(
        write(&tree, &out).unwrap(),
        summary(&["Cargo.toml", "src/lib.rs"], &[], 0)
    );
    assert_eq!(files(&out), contents(&tree));
    let record = fs::read_to_string(out.join(".cratify")).unwrap();
    let lines: Vec<&str> = record.lines().collect();
    assert!(lines[0].starts_with('#'));
    assert_eq!(lines[1..], ["Cargo.toml", "src/lib.rs"]);
    assert_eq!(
        disk(&out).keys().collect::<Vec<_>>(),
        [".cratify", "Cargo.toml", "src/", "src/lib.rs"]
    );
}

#[test]
fn a_second_run_touches_nothing() {
    let temp = tempfile::tempdir().unwrap();
    let tree = tree(&[("src/lib.rs", "a"), ("src/x/y.rs", "b")]);
    write(&tree, temp.path()).unwrap();
    let before = times(temp.path());
    std::thread::sleep(Duration::from_millis(20));
    assert_eq!(write(&tree, temp.path()).unwrap(), summary(&[], &[], 2));
    assert!(compare(&tree, temp.path()).unwrap().is_empty());
    assert_eq!(times(temp.path()), before);
}

#[test]
fn only_the_changed_file_is_written() {
    let temp = tempfile::tempdir().unwrap();
    write(
        &tree(&[("src/a", "1"), ("src/b", "2"), ("c/d", "3")]),
        temp.path(),
    )
    .unwrap();
    let before = times(temp.path());
    std::thread::sleep(Duration::from_millis(20));
    let next = tree(&[("src/a", "1"), ("src/b", "changed"), ("c/d", "3")]);
    assert_eq!(
        write(&next, temp.path()).unwrap(),
        summary(&["src/b"], &[], 2)
    );
    assert_eq!(files(temp.path()), contents(&next));
    let after = times(temp.path());
    let changed: Vec<&String> = after
        .keys()
        .filter(|name| after[*name] != before[*name])
        .collect();
    assert_eq!(
        changed,
        ["", ".cratify", "src", "src/b"],
        "the time of the record tells of the write"
    );
}

#[test]
fn stale_files_and_their_empty_folders_go() {
    let temp = tempfile::tempdir().unwrap();
    write(
        &tree(&[("a/b/c", "1"), ("a/d", "2"), ("e/f/g", "3"), ("h", "4")]),
        temp.path(),
    )
    .unwrap();
    fs::write(temp.path().join("e/mine"), "hand-written").unwrap();
    let next = tree(&[("a/d", "2")]);
    let expected = summary(&[], &["a/b/c", "e/f/g", "h"], 1);
    assert_eq!(write(&next, temp.path()).unwrap(), expected);
    let left: Vec<String> = disk(temp.path()).into_keys().collect();
    assert_eq!(left, [".cratify", "a/", "a/d", "e/", "e/mine"]);
    write(&FileTree::new(), temp.path()).unwrap();
    assert_eq!(
        files(temp.path()).into_keys().collect::<Vec<_>>(),
        ["e/mine"]
    );
    assert!(temp.path().is_dir(), "the output folder itself stays");
}

#[test]
fn owned_files_edited_or_deleted_are_restored() {
    let temp = tempfile::tempdir().unwrap();
    let tree = tree(&[("a", "1"), ("b", "2"), ("c", "3")]);
    write(&tree, temp.path()).unwrap();
    fs::write(temp.path().join("a"), "9").unwrap();
    fs::remove_file(temp.path().join("b")).unwrap();
    let differences = compare(&tree, temp.path()).unwrap();
    assert_eq!(
        differences,
        [
            Difference::Changed("a".into()),
            Difference::Missing("b".into())
        ]
    );
    assert_eq!(
        write(&tree, temp.path()).unwrap(),
        summary(&["a", "b"], &[], 1)
    );
    assert_eq!(files(temp.path()), contents(&tree));
}

#[test]
fn a_lost_record_is_made_again_from_equal_files() {
    let temp = tempfile::tempdir().unwrap();
    let tree = tree(&[("a", "1"), ("b", "2")]);
    write(&tree, temp.path()).unwrap();
    fs::remove_file(temp.path().join(".cratify")).unwrap();
    assert_eq!(
        compare(&tree, temp.path()).unwrap(),
        [Difference::Missing(".cratify".into())]
    );
    assert_eq!(write(&tree, temp.path()).unwrap(), summary(&[], &[], 2));
    assert!(compare(&tree, temp.path()).unwrap().is_empty());
}

#[test]
fn comparing_writes_nothing() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("out");
    let missing = compare(&tree(&[("a", "1")]), &out).unwrap();
    assert_eq!(
        missing,
        [
            Difference::Missing(".cratify".into()),
            Difference::Missing("a".into())
        ]
    );
    assert!(!out.exists());
    write(&tree(&[("a", "1"), ("b", "2")]), &out).unwrap();
    let before = times(&out);
    let differences = compare(&tree(&[("b", "3"), ("c", "4")]), &out).unwrap();
    let expected = [
        Difference::Changed(".cratify".into()),
        Difference::Stale("a".into()),
        Difference::Changed("b".into()),
        Difference::Missing("c".into()),
    ];
    assert_eq!(differences, expected);
    assert_eq!(times(&out), before);
}

#[test]
fn writers_at_once_leave_one_whole_tree() {
    let temp = tempfile::tempdir().unwrap();
    let trees: Vec<FileTree> = (0..4)
        .map(|id| {
            let mut tree = FileTree::new();
            (0..20).for_each(|n| {
                tree.insert(format!("d{}/{n}", n % (id + 1)), format!("{id}"))
                    .unwrap();
            });
            tree
        })
        .collect();
    let run = |tree: &FileTree, out: &Path| (0..5).for_each(|_| drop(write(tree, out).unwrap()));
    std::thread::scope(|scope| {
        for tree in &trees {
            scope.spawn(|| run(tree, temp.path()));
        }
    });
    assert!(
        trees
            .iter()
            .any(|tree| files(temp.path()) == contents(tree))
    );
}
