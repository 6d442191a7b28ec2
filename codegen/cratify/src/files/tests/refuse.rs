//! Tests of what a write refuses to touch, and of what it says then.

use std::fs;
use std::io;

use super::super::write::write_with;
use super::super::{Obstacle, ObstacleKind, WriteError, compare, write};
use super::{disk, files, times, tree};

fn blocked(error: &WriteError) -> &[Obstacle] {
    let WriteError::Blocked(obstacles) = error else {
        panic!("{error}")
    };
    obstacles
}

fn obstacle(path: &str, kind: ObstacleKind) -> Obstacle {
    let path = path.into();
    Obstacle { path, kind }
}

#[test]
fn all_foreign_files_are_named_and_nothing_changes() {
    let temp = tempfile::tempdir().unwrap();
    write(&tree(&[("a", "1"), ("gone", "2")]), temp.path()).unwrap();
    fs::create_dir(temp.path().join("src")).unwrap();
    for (path, text) in [
        ("src/lib.rs", "mine"),
        ("README.md", "mine"),
        ("same", "generated"),
    ] {
        fs::write(temp.path().join(path), text).unwrap();
    }
    let before = (disk(temp.path()), times(temp.path()));
    let next = tree(&[
        ("a", "new"),
        ("src/lib.rs", "x"),
        ("README.md", "y"),
        ("same", "generated"),
    ]);
    for error in [
        write(&next, temp.path()).unwrap_err(),
        compare(&next, temp.path()).unwrap_err(),
    ] {
        let foreign = |path| obstacle(path, ObstacleKind::Foreign);
        assert_eq!(
            blocked(&error),
            [foreign("README.md"), foreign("src/lib.rs")]
        );
        assert!(
            error.to_string().contains("\n  src/lib.rs is a file that"),
            "{error}"
        );
        assert_eq!((disk(temp.path()), times(temp.path())), before);
    }
}

#[test]
fn a_full_folder_without_a_record_is_not_ours() {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("Cargo.toml"), "mine").unwrap();
    let error = write(&tree(&[("Cargo.toml", "x")]), temp.path()).unwrap_err();
    let foreign = obstacle("Cargo.toml", ObstacleKind::Foreign);
    assert_eq!(blocked(&error), [foreign]);
    write(&tree(&[("other", "x")]), temp.path()).unwrap();
    assert_eq!(files(temp.path())["Cargo.toml"], "mine");
}

#[cfg(unix)]
#[test]
fn links_are_refused_wherever_they_are() {
    use std::os::unix::fs::symlink;
    let temp = tempfile::tempdir().unwrap();
    let (out, elsewhere) = (temp.path().join("out"), temp.path().join("elsewhere"));
    fs::create_dir_all(&elsewhere).unwrap();
    fs::write(elsewhere.join("lib.rs"), "precious").unwrap();
    let old = tree(&[("src/lib.rs", "1"), ("top", "2")]);
    write(&old, &out).unwrap();
    fs::remove_dir_all(out.join("src")).unwrap();
    symlink(&elsewhere, out.join("src")).unwrap();
    fs::remove_file(out.join("top")).unwrap();
    symlink(elsewhere.join("lib.rs"), out.join("top")).unwrap();
    let before = disk(&out);
    // Wanted as before, and no longer wanted: both must not be followed.
    for next in [old, tree(&[("new", "3")])] {
        let error = write(&next, &out).unwrap_err();
        let link = |path| obstacle(path, ObstacleKind::Symlink);
        assert_eq!(blocked(&error), [link("src"), link("top")]);
        assert!(
            error.to_string().contains("src is a symbolic link"),
            "{error}"
        );
    }
    assert_eq!(disk(&out), before);
    assert_eq!(
        fs::read_to_string(elsewhere.join("lib.rs")).unwrap(),
        "precious"
    );
}

#[cfg(unix)]
#[test]
fn cratifys_own_entries_must_not_be_links() {
    use std::os::unix::fs::symlink;
    for name in [".cratify", ".cratify-stage"] {
        let temp = tempfile::tempdir().unwrap();
        let (out, elsewhere) = (temp.path().join("out"), temp.path().join("elsewhere"));
        write(&tree(&[]), &elsewhere).unwrap();
        fs::create_dir(&out).unwrap();
        symlink(&elsewhere, out.join(name)).unwrap();
        let error = write(&tree(&[("a", "1")]), &out).unwrap_err();
        assert_eq!(blocked(&error)[0].kind, ObstacleKind::Symlink);
        assert!(elsewhere.join(".cratify").exists());
    }
}

#[cfg(unix)]
#[test]
fn the_output_folder_itself_may_be_a_link() {
    let temp = tempfile::tempdir().unwrap();
    fs::create_dir(temp.path().join("real")).unwrap();
    std::os::unix::fs::symlink("real", temp.path().join("out")).unwrap();
    write(&tree(&[("a", "1")]), &temp.path().join("out")).unwrap();
    assert!(temp.path().join("real/a").exists());
}

#[test]
fn files_and_folders_in_each_others_place_are_refused() {
    let temp = tempfile::tempdir().unwrap();
    fs::create_dir_all(temp.path().join("is_dir/with")).unwrap();
    fs::create_dir(temp.path().join("empty")).unwrap();
    fs::write(temp.path().join("is_file"), "").unwrap();
    let next = tree(&[
        ("is_dir", "1"),
        ("empty", "2"),
        ("is_file/a", "3"),
        ("is_file/b", "4"),
    ]);
    let error = write(&next, temp.path()).unwrap_err();
    let expected = [
        obstacle("empty", ObstacleKind::Directory),
        obstacle("is_dir", ObstacleKind::Directory),
        obstacle("is_file", ObstacleKind::File),
    ];
    assert_eq!(blocked(&error), expected);
    assert!(files(temp.path()).contains_key("is_file"));
}

#[test]
fn an_output_path_that_is_a_file_is_refused() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("file");
    fs::write(&out, "").unwrap();
    let error = write(&tree(&[]), &out).unwrap_err();
    assert!(matches!(error, WriteError::NotADirectory(_)));
    assert!(compare(&tree(&[]), &out).is_err());
}

#[test]
fn a_record_that_reaches_outside_is_refused() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::write(temp.path().join("precious"), "").unwrap();
    fs::write(out.join(".cratify"), "# header\nfine\n../precious\n").unwrap();
    let error = write(&tree(&[]), &out).unwrap_err();
    assert!(
        matches!(error, WriteError::BadRecord { line: 3, .. }),
        "{error}"
    );
    assert!(temp.path().join("precious").exists());
    fs::write(out.join(".cratify"), [0xff, 0xfe]).unwrap();
    assert!(
        write(&tree(&[]), &out)
            .unwrap_err()
            .to_string()
            .contains("is not UTF-8")
    );
}

#[test]
fn a_folder_that_cannot_be_written_says_so() {
    let temp = tempfile::tempdir().unwrap();
    let refuse =
        &mut |_: &'static str, _: &std::path::Path| Err(io::ErrorKind::PermissionDenied.into());
    let error = write_with(&tree(&[("a", "1")]), temp.path(), refuse, false)
        .unwrap_err()
        .to_string();
    let stage = temp.path().join(".cratify-stage");
    let expected = format!("cannot create the folder {}: ", stage.display());
    assert!(error.starts_with(&expected), "{error}");
    assert!(
        error.to_lowercase().contains("permission denied"),
        "{error}"
    );
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_says_so_and_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let temp = tempfile::tempdir().unwrap();
    write(&tree(&[("a", "1")]), temp.path()).unwrap();
    let set = |mode| fs::set_permissions(temp.path(), fs::Permissions::from_mode(mode)).unwrap();
    set(0o555);
    // Root may write anywhere; the test above covers the message there.
    if fs::write(temp.path().join("probe"), "").is_err() {
        let error = write(&tree(&[("a", "2")]), temp.path())
            .unwrap_err()
            .to_string();
        assert!(
            error.contains(".cratify-stage: Permission denied"),
            "{error}"
        );
        // With nothing to change, a read-only folder is not a problem.
        write(&tree(&[("a", "1")]), temp.path()).unwrap();
    }
    set(0o755);
    assert_eq!(files(temp.path())["a"], "1");
}

#[test]
fn a_file_that_may_be_a_stale_one_in_another_case_is_not_taken_over() {
    let temp = tempfile::tempdir().unwrap();
    write(&tree(&[("Foo", "1")]), temp.path()).unwrap();
    let next = tree(&[("foo", "1")]);
    // A file system that ignores case shows `Foo` here.
    fs::write(temp.path().join("foo"), "1").unwrap();
    let error = write(&next, temp.path()).unwrap_err();
    assert_eq!(blocked(&error), [obstacle("foo", ObstacleKind::Foreign)]);
    fs::remove_file(temp.path().join("foo")).unwrap();
    write(&next, temp.path()).unwrap();
    assert_eq!(files(temp.path())["foo"], "1");
}

#[test]
fn what_has_nothing_in_it_may_be_replaced() {
    let tree = tree(&[
        ("Cargo.toml", "[package]"),
        ("src/lib.rs", "mod a;"),
        ("a.md", "a"),
    ]);
    for (path, text, is_replaced) in [
        ("src/lib.rs", "", true),
        (
            "src/lib.rs",
            "//! Written by the build script.\n\n// Soon.\n",
            true,
        ),
        ("src/lib.rs", "// Mine:\nfn main() {}\n", false),
        (
            "Cargo.toml",
            "# Soon.\n[package]\nname = \"a\"\nversion = \"0.0.0\"\nedition = \"2024\"\n",
            true,
        ),
        (
            "Cargo.toml",
            "[package]\nname = \"a\"\n\n[dependencies]\nserde = \"1\"\n",
            false,
        ),
        ("a.md", "// Mine.\n", false),
    ] {
        let temp = tempfile::tempdir().unwrap();
        let file = temp.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        let written = write(&tree, temp.path());
        assert_eq!(written.is_ok(), is_replaced, "{path}: {text}");
        if !is_replaced {
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
    }
}
