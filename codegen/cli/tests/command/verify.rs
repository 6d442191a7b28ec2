//! A release is of a crate that is proven and packaged. Cargo is a script here; `workspaces` has the real one.

use std::os::unix::fs::PermissionsExt;

use crate::support::Run;
use crate::{Folder, PETS};

/// Notes what it is called with, and fails for the command that a file names.
const CARGO: &str = "\
#!/bin/sh
echo \"$@\" >> calls
if [ \"$1\" = run ]; then echo 'the table'; fi
if [ -f fails ] && [ \"$1\" = \"$(cat fails)\" ]; then exit 1; fi
";

/// A folder with a document, its crate, and the script.
fn crate_of(document: &str) -> Folder {
    let folder = Folder::new();
    folder.write("api.yaml", document);
    folder.good("generate api.yaml");
    folder.write("cargo.sh", CARGO);
    let script = folder.path().join("cargo.sh");
    let mode = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(script, mode).expect("it can be made a program");
    folder
}

fn release(folder: &Folder, arguments: &str) -> Run {
    let script = folder.path().join("cargo.sh");
    let script = script.to_string_lossy();
    let variables = [("CARGO", &*script), ("CARGO_TARGET_DIR", "target")];
    folder.run_in(&format!("release api.yaml {arguments}"), "", &variables)
}

/// The commands that Cargo was called with.
fn calls(folder: &Folder) -> Vec<String> {
    let calls = folder.read("calls");
    std::fs::remove_file(folder.path().join("calls")).expect("it is there");
    let words = calls
        .lines()
        .map(|line| line.split(' ').next().unwrap_or(line));
    words.map(str::to_owned).collect()
}

#[test]
fn a_release_is_proven_and_packaged() {
    let folder = crate_of(PETS);
    let run = release(&folder, "");
    assert_eq!(run.status, 0, "{}", run.stderr);
    let package = folder.read("calls");
    let package = package.lines().find(|line| line.starts_with("package "));
    let package = package.expect("the crate is packaged");
    assert!(
        package.contains("--manifest-path generated/Cargo.toml"),
        "{package}"
    );
    assert!(package.contains("--allow-dirty"), "{package}");
    assert_eq!(calls(&folder), ["build", "run", "package"]);
    assert!(!folder.has("released") && !folder.has("CHANGELOG.md"));

    let run = release(&folder, "--execute --format json");
    assert_eq!(run.status, 0, "{}", run.stderr);
    // The result is the report alone; the first release has none.
    assert_eq!(run.stdout, "");
    assert!(!folder.read("calls").contains("--allow-dirty"));
    assert!(
        run.stderr
            .ends_with("Commit, then:\n  cargo publish --manifest-path generated/Cargo.toml\n"),
        "{}",
        run.stderr
    );
    assert!(folder.has("released/1.0.0.json") && folder.has("CHANGELOG.md"));
}

#[test]
fn a_crate_that_fails_a_check_is_not_released() {
    let folder = crate_of(PETS);
    for (command, status, expected) in [
        ("build", 2, "does not compile"),
        ("run", 1, "the table\n\nthe crate is not proven"),
        ("package", 2, "Cargo cannot package"),
    ] {
        folder.write("fails", command);
        for arguments in ["", "--execute"] {
            let run = release(&folder, arguments);
            assert_eq!(run.status, status, "{command}: {}", run.stderr);
            assert!(run.stderr.contains(expected), "{command}: {}", run.stderr);
            assert_eq!(calls(&folder).last().map(String::as_str), Some(command));
            assert!(!folder.has("released") && !folder.has("CHANGELOG.md"));
        }
    }
    let run = release(&folder, "--execute --no-verify");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!folder.has("calls"));
    assert!(run.stderr.contains("cargo publish"), "{}", run.stderr);
}

#[test]
fn the_crate_on_the_disk_is_the_one_that_is_recorded() {
    let folder = crate_of(PETS);
    let refused = |arguments: &str, status: i32, expected: &str| {
        let run = release(&folder, arguments);
        assert_eq!(run.status, status, "{arguments}: {}", run.stderr);
        assert!(run.stderr.contains(expected), "{arguments}: {}", run.stderr);
        assert!(!folder.has("calls") && !folder.has("released"));
    };
    let stale = "differs from the crate of the document and these settings";
    // A setting that the crate was not generated with, even where the crate is not proven.
    refused("--execute --set unknown-members=keep", 1, stale);
    refused("--execute --no-verify --set unknown-members=keep", 1, stale);
    folder.write("generated/src/pet.rs", "// edited\n");
    refused("--execute", 1, "generated/src/pet.rs");
    refused("--execute --output elsewhere", 2, "no crate in `elsewhere`");
    folder.write("cratify.toml", "module = \"pets\"\n");
    refused("--execute", 2, "a module of another package");
}

#[test]
fn the_settings_file_names_the_folders() {
    let folder = Folder::new();
    folder.write("schema/api.yaml", PETS);
    folder.write(
        "cratify.toml",
        "schema = \"schema\"\noutput = \"pets\"\nrecords = \"schema/records\"\n",
    );
    folder.good("generate");
    let run = folder.good("release --no-verify --execute");
    assert!(
        run.stderr.contains("--manifest-path pets/Cargo.toml"),
        "{}",
        run.stderr
    );
    assert!(folder.has("schema/records/1.0.0.json"));
    folder.good("release --no-verify --execute --records others");
    assert!(folder.has("others/1.0.0.json"));
}
