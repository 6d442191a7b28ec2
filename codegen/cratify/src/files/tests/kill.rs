//! Tests of a write that stops at any step, by being killed or by an error.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use super::super::write::write_with;
use super::super::{FileTree, Summary, WriteError, compare};
use super::{contents, disk, files, tree};

/// Files that change, stay, come and go, with their folders.
fn old_and_new() -> (FileTree, FileTree) {
    let old = tree(&[
        ("Cargo.toml", "old manifest"),
        ("src/lib.rs", "old lib"),
        ("src/same.rs", "same"),
        ("src/gone/deep/x.rs", "old x"),
        ("docs/old/a", "old a"),
        ("docs/b", "old b"),
    ]);
    let new = tree(&[
        ("Cargo.toml", "new manifest, longer"),
        ("src/lib.rs", "new lib"),
        ("src/same.rs", "same"),
        ("src/models/y.rs", "new y"),
        ("docs/new/er/a", "new a"),
        ("README.md", "new file"),
        ("docs/b", "new b"),
    ]);
    (old, new)
}

struct Killed;

/// Writes without waiting for the disk, as hundreds of writes here would.
fn write(tree: &FileTree, out: &Path) -> Result<Summary, WriteError> {
    write_with(tree, out, &mut |_, _| Ok(()), false)
}

/// Writes, and stops like a killed process before step `at`. Says whether
/// there were that many steps.
fn killed(tree: &FileTree, out: &Path, at: usize) -> bool {
    let mut step = 0;
    let mut hook = |_: &'static str, _: &Path| {
        step += 1;
        // Unlike a panic this prints nothing.
        if step > at {
            resume_unwind(Box::new(Killed))
        } else {
            Ok(())
        }
    };
    match catch_unwind(AssertUnwindSafe(|| write_with(tree, out, &mut hook, false))) {
        Ok(result) => result.map(|_| false).unwrap(),
        Err(payload) => payload.is::<Killed>() || resume_unwind(payload),
    }
}

/// Files in the state a kill can leave: each whole, old or new.
fn assert_whole(out: &Path, old: &FileTree, new: &FileTree, at: usize) {
    let found = files(out);
    for (path, text) in &found {
        let ours = [
            old.get(path),
            new.get(path),
            (path == "mine").then_some("hand-written"),
        ];
        assert!(
            ours.contains(&Some(text.as_str())),
            "step {at}: {path} is {text:?}"
        );
    }
    for (path, text) in old.iter().filter(|(path, _)| new.get(path).is_some()) {
        assert!(
            found.contains_key(path),
            "step {at}: {path} ({text:?}) is missing"
        );
    }
}

fn start(old: &FileTree, out: &Path) {
    write(old, out).unwrap();
    fs::write(out.join("mine"), "hand-written").unwrap();
}

/// The contents of a folder after an uninterrupted write.
fn expected(old: &FileTree, new: &FileTree) -> BTreeMap<String, String> {
    let temp = tempfile::tempdir().unwrap();
    start(old, temp.path());
    write(new, temp.path()).unwrap();
    disk(temp.path())
}

/// Whether all contents are in the stage, so that files are being moved.
fn is_moving(out: &Path) -> bool {
    out.join(".cratify-stage/next-record").exists()
}

#[test]
fn killed_at_any_step_the_next_run_completes() {
    let (old, new) = old_and_new();
    for (from, to) in [
        (&old, &new),
        (&new, &old),
        (&FileTree::new(), &new),
        (&old, &FileTree::new()),
    ] {
        let (before, whole) = (expected(from, from), expected(from, to));
        let mut at = 0;
        loop {
            let temp = tempfile::tempdir().unwrap();
            start(from, temp.path());
            if !killed(to, temp.path(), at) {
                break;
            }
            assert_whole(temp.path(), from, to, at);
            let stage = temp.path().join(".cratify-stage");
            if stage.exists() && !is_moving(temp.path()) {
                let all = [&before, &whole].map(|all| all.get(".cratify"));
                let record = disk(temp.path()).get(".cratify").cloned();
                assert!(all.contains(&record.as_ref()), "step {at}");
                // A kill in the middle of staging leaves a file cut off.
                fs::create_dir_all(stage.join("files/src")).unwrap();
                fs::write(stage.join("files/src/lib.rs"), "new l").unwrap();
            }
            let mut crate_alone = disk(temp.path());
            crate_alone.retain(|path, _| !path.starts_with(".cratify-stage"));
            // Folders without files are no difference.
            let without_folders = |mut disk: BTreeMap<String, String>| {
                disk.retain(|path, _| !path.ends_with('/'));
                disk
            };
            assert_eq!(
                compare(to, temp.path()).unwrap().is_empty(),
                without_folders(crate_alone) == without_folders(whole.clone())
            );
            write(to, temp.path()).unwrap();
            assert_eq!(disk(temp.path()), whole, "step {at}");
            at += 1;
        }
        assert!(at > 10, "only {at} steps");
    }
}

#[test]
fn killed_and_then_taken_back() {
    let (old, new) = old_and_new();
    let before = expected(&old, &old);
    for at in 0.. {
        let temp = tempfile::tempdir().unwrap();
        start(&old, temp.path());
        if !killed(&new, temp.path(), at) {
            break;
        }
        write(&old, temp.path()).unwrap();
        assert_eq!(disk(temp.path()), before, "step {at}");
    }
}

#[test]
fn nothing_changes_before_all_contents_are_staged() {
    let (old, new) = old_and_new();
    let before = contents(&old);
    let mut staging = 0;
    for at in 0.. {
        let temp = tempfile::tempdir().unwrap();
        write(&old, temp.path()).unwrap();
        assert!(killed(&new, temp.path(), at), "nothing is ever moved");
        if is_moving(temp.path()) {
            break;
        }
        assert_eq!(files(temp.path()), before, "step {at}");
        staging += 1;
    }
    assert!(staging > 6, "only {staging} steps");
}

#[test]
fn killed_again_while_mending() {
    let (old, new) = old_and_new();
    let third = tree(&[("src/lib.rs", "third"), ("docs/c", "third")]);
    let whole = expected(&old, &third);
    for first in 0.. {
        let temp = tempfile::tempdir().unwrap();
        start(&old, temp.path());
        if !killed(&new, temp.path(), first) {
            break;
        }
        // One more step each time, so every step is killed at least once.
        for more in 0.. {
            if !killed(&third, temp.path(), more) {
                break;
            }
            assert_eq!(files(temp.path())["mine"], "hand-written");
        }
        assert_eq!(disk(temp.path()), whole, "first killed at {first}");
    }
}

#[test]
fn killed_and_then_another_tree_is_written() {
    let (old, new) = old_and_new();
    let third = tree(&[("src/lib.rs", "third"), ("docs/c", "third")]);
    let whole = expected(&old, &third);
    for at in 0.. {
        let temp = tempfile::tempdir().unwrap();
        start(&old, temp.path());
        if !killed(&new, temp.path(), at) {
            break;
        }
        write(&third, temp.path()).unwrap();
        assert_eq!(disk(temp.path()), whole, "step {at}");
    }
}

#[test]
fn an_error_at_any_step_changes_nothing_or_is_mended_later() {
    let (old, new) = old_and_new();
    let whole = expected(&old, &new);
    let mut unfinished = 0;
    for at in 0.. {
        let temp = tempfile::tempdir().unwrap();
        start(&old, temp.path());
        let before = disk(temp.path());
        let mut step = 0;
        let mut hook = |_: &'static str, _: &Path| {
            step += 1;
            if step == at + 1 {
                Err(io::ErrorKind::StorageFull.into())
            } else {
                Ok(())
            }
        };
        let Err(error) = write_with(&new, temp.path(), &mut hook, false) else {
            break;
        };
        if let WriteError::Unfinished(_) = &error {
            unfinished += 1;
            assert!(error.to_string().contains("generate again"), "{error}");
            assert_whole(temp.path(), &old, &new, at);
        } else {
            assert!(matches!(error, WriteError::Io { .. }), "{error}");
            assert_eq!(disk(temp.path()), before, "step {at}");
        }
        write(&new, temp.path()).unwrap();
        assert_eq!(disk(temp.path()), whole, "step {at}");
    }
    assert!(unfinished > 10);
}

#[test]
fn a_file_made_by_hand_in_the_meantime_is_not_overwritten() {
    let (old, new) = (
        tree(&[("a", "1"), ("gone", "2")]),
        tree(&[("a", "3"), ("z", "4")]),
    );
    let mut made = 0;
    for at in 0.. {
        let temp = tempfile::tempdir().unwrap();
        write(&old, temp.path()).unwrap();
        if !killed(&new, temp.path(), at) {
            break;
        }
        if temp.path().join("z").exists() {
            continue;
        }
        made += usize::from(is_moving(temp.path()));
        fs::write(temp.path().join("z"), "mine").unwrap();
        // Neither the same run again nor one that does not know the file.
        let error = write(&new, temp.path()).unwrap_err();
        assert!(matches!(error, WriteError::Blocked(_)), "{error}");
        write(&old, temp.path()).unwrap();
        assert_eq!(files(temp.path())["z"], "mine", "step {at}");
        fs::remove_file(temp.path().join("z")).unwrap();
        write(&new, temp.path()).unwrap();
        assert_eq!(files(temp.path()), contents(&new));
    }
    assert!(made > 2, "some kill is between the stage and the file");
}

#[test]
fn a_file_made_by_hand_where_a_stale_one_was_is_not_removed() {
    let (old, new) = (tree(&[("a", "1"), ("gone", "2")]), tree(&[("a", "3")]));
    let mut made = 0;
    for at in 0.. {
        let temp = tempfile::tempdir().unwrap();
        write(&old, temp.path()).unwrap();
        if !killed(&new, temp.path(), at) {
            break;
        }
        let record = fs::read_to_string(temp.path().join(".cratify")).unwrap();
        if !record.contains("gone") {
            made += usize::from(temp.path().join(".cratify-stage").exists());
            fs::write(temp.path().join("gone"), "mine").unwrap();
            write(&new, temp.path()).unwrap();
            assert_eq!(files(temp.path())["gone"], "mine", "step {at}");
        }
    }
    assert!(made > 0, "some kill is between the new record and the end");
}

#[test]
fn the_staged_record_goes_before_the_stage() {
    let (old, new) = old_and_new();
    let temp = tempfile::tempdir().unwrap();
    write(&old, temp.path()).unwrap();
    for at in 0.. {
        assert!(killed(&new, temp.path(), at), "nothing is ever moved");
        if is_moving(temp.path()) {
            break;
        }
    }
    // Else a kill while the stage is removed would make its files ours.
    let mut removed = Vec::new();
    let mut hook = |action: &'static str, path: &Path| {
        if action.starts_with("remove") && path.starts_with(temp.path().join(".cratify-stage")) {
            removed.push(path.to_owned());
        }
        Ok(())
    };
    write_with(&new, temp.path(), &mut hook, false).unwrap();
    assert!(removed[0].ends_with("next-record"), "{removed:?}");
}

#[test]
fn a_staged_record_that_reaches_outside_is_refused() {
    for record in ["../up\n", "/etc/x\n", "a/../../up\n"] {
        let temp = tempfile::tempdir().unwrap();
        fs::create_dir(temp.path().join(".cratify-stage")).unwrap();
        fs::write(temp.path().join(".cratify-stage/next-record"), record).unwrap();
        let error = write(&tree(&[("b", "")]), temp.path()).unwrap_err();
        assert!(
            matches!(error, WriteError::BadRecord { line: 1, .. }),
            "{error}"
        );
    }
}

#[test]
fn contents_that_a_power_failure_took_come_back() {
    let tree = tree(&[("Cargo.toml", "manifest"), ("src/lib.rs", "lib")]);
    let temp = tempfile::tempdir().unwrap();
    write(&tree, temp.path()).unwrap();
    let whole = disk(temp.path());
    for lost in ["", "\0\0\0", "lib!"] {
        let path = temp.path().join("src/lib.rs");
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        fs::write(&path, lost).unwrap();
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(time).unwrap();
        assert_eq!(write(&tree, temp.path()).unwrap().written, ["src/lib.rs"]);
        assert_eq!(disk(temp.path()), whole);
    }
}
