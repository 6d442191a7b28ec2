//! Tests of a write that stops at any step, by being killed or by an error.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use super::super::write::write_with;
use super::super::{FileTree, Summary, WriteError, compare};
use super::{contents, disk, files, tree};

/// Files that change, stay, come, go, and change between file and directory.
fn old_and_new() -> (FileTree, FileTree) {
    let old = tree(&[
        ("Cargo.toml", "old manifest"),
        ("src/lib.rs", "old lib"),
        ("src/same.rs", "same"),
        ("src/gone/deep/x.rs", "old x"),
        ("to_dir", "old file"),
        ("to_file/a", "old a"),
        ("src/Case.rs", "old case"),
    ]);
    let new = tree(&[
        ("Cargo.toml", "new manifest, longer"),
        ("src/lib.rs", "new lib"),
        ("src/same.rs", "same"),
        ("src/models/y.rs", "new y"),
        ("to_dir/inner/b", "new b"),
        ("to_file", "new file"),
        ("src/case.rs", "new case"),
    ]);
    (old, new)
}

struct Killed;

/// Writes without flushing, which the hundreds of writes here would wait for.
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

/// What a directory holds after an uninterrupted write.
fn expected(old: &FileTree, new: &FileTree) -> BTreeMap<String, String> {
    let temp = tempfile::tempdir().unwrap();
    start(old, temp.path());
    write(new, temp.path()).unwrap();
    disk(temp.path())
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
        let whole = expected(from, to);
        let mut at = 0;
        loop {
            let temp = tempfile::tempdir().unwrap();
            start(from, temp.path());
            if !killed(to, temp.path(), at) {
                break;
            }
            assert_whole(temp.path(), from, to, at);
            if !temp.path().join(".cratify-stage/commit").exists() {
                let found = files(temp.path());
                let untouched = from
                    .iter()
                    .all(|(path, text)| found.get(path).is_some_and(|it| it == text));
                let done = to
                    .iter()
                    .all(|(path, text)| found.get(path).is_some_and(|it| it == text));
                assert!(untouched || done, "step {at}: changed without a marker");
                // A kill in the middle of staging leaves a cut-off file.
                if temp.path().join(".cratify-stage").exists() {
                    fs::write(temp.path().join(".cratify-stage/0"), "new ma").unwrap();
                }
            }
            assert_eq!(
                compare(to, temp.path()).unwrap().is_empty(),
                disk(temp.path()) == whole
            );
            write(to, temp.path()).unwrap();
            assert_eq!(disk(temp.path()), whole, "step {at}");
            at += 1;
        }
        assert!(at > 10, "only {at} steps");
    }
}

#[test]
fn killed_again_while_finishing() {
    let (old, new) = old_and_new();
    let whole = expected(&old, &new);
    for first in 0.. {
        let temp = tempfile::tempdir().unwrap();
        start(&old, temp.path());
        if !killed(&new, temp.path(), first) {
            break;
        }
        // One more step each time, so every step is killed at least once. Of
        // the runs that only start over, the first few steps are enough.
        let committed = temp.path().join(".cratify-stage/commit").exists();
        for more in (0..).take(if committed { usize::MAX } else { 5 }) {
            if !killed(&new, temp.path(), more) {
                break;
            }
            assert_whole(temp.path(), &old, &new, first);
        }
        write(&new, temp.path()).unwrap();
        assert_eq!(disk(temp.path()), whole, "first killed at {first}");
    }
}

#[test]
fn killed_and_then_another_tree_is_written() {
    let (old, new) = old_and_new();
    let third = tree(&[("src/lib.rs", "third"), ("to_dir", "third")]);
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
fn an_error_at_any_step_is_undone_or_finished_later() {
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
        if let WriteError::Unfinished { .. } = &error {
            unfinished += 1;
            assert!(
                error.to_string().contains("finishes this write first"),
                "{error}"
            );
            assert!(error.to_string().contains(".cratify-stage"), "{error}");
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
    let temp = tempfile::tempdir().unwrap();
    let (old, new) = (
        tree(&[("a", "1"), ("gone", "2")]),
        tree(&[("a", "3"), ("z", "4")]),
    );
    write(&old, temp.path()).unwrap();
    for at in 0.. {
        assert!(killed(&new, temp.path(), at));
        if temp.path().join(".cratify-stage/commit").exists() {
            break;
        }
    }
    fs::write(temp.path().join("z"), "mine").unwrap();
    let error = write(&new, temp.path()).unwrap_err();
    let WriteError::Unfinished { source, .. } = error else {
        panic!("{error}")
    };
    assert!(
        matches!(*source, WriteError::ForeignFile { .. }),
        "{source}"
    );
    assert_eq!(files(temp.path())["z"], "mine");
    fs::remove_file(temp.path().join("z")).unwrap();
    write(&new, temp.path()).unwrap();
    assert_eq!(files(temp.path()), contents(&new));
}

#[test]
fn a_file_made_by_hand_where_a_stale_one_was_is_not_removed() {
    let (old, new) = (tree(&[("a", "1"), ("gone", "2")]), tree(&[("a", "3")]));
    let mut seen = 0;
    for at in 0.. {
        let temp = tempfile::tempdir().unwrap();
        write(&old, temp.path()).unwrap();
        if !killed(&new, temp.path(), at) {
            break;
        }
        let record = fs::read_to_string(temp.path().join(".cratify")).unwrap();
        if !record.contains("gone") {
            seen += usize::from(temp.path().join(".cratify-stage/commit").exists());
            fs::write(temp.path().join("gone"), "mine").unwrap();
            write(&new, temp.path()).unwrap();
            assert_eq!(files(temp.path())["gone"], "mine", "step {at}");
        }
    }
    assert!(seen > 0, "some kill is between the new record and the end");
}

#[test]
fn a_marker_that_reaches_outside_or_is_cut_off_is_refused() {
    for marker in [
        "cratify journal 1\nwrite ../up\nend\n",
        "cratify journal 1\nremove /etc/x\nend\n",
        "cratify journal 1\nwrite a\n",
        "cratify journal 1\nend\nwrite a\n",
        "cratify journal 2\nend\n",
        "",
    ] {
        let temp = tempfile::tempdir().unwrap();
        fs::create_dir(temp.path().join(".cratify-stage")).unwrap();
        fs::write(temp.path().join(".cratify-stage/commit"), marker).unwrap();
        let error = write(&tree(&[("b", "")]), temp.path()).unwrap_err();
        assert!(matches!(error, WriteError::BadJournal { .. }), "{error}");
        assert!(
            error.to_string().contains("delete the directory"),
            "{error}"
        );
    }
}
