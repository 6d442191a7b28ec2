//! How many packages are compiled for a build script, and for the command.

use std::collections::BTreeSet;
use std::process::Command;

/// The packages in the tree of a package, with itself.
fn packages(arguments: &[&str]) -> BTreeSet<String> {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--edges", "normal", "--prefix", "none"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("Cargo runs");
    let text = String::from_utf8_lossy(&tree.stdout).into_owned();
    assert!(
        tree.status.success(),
        "{}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let names = text
        .lines()
        .filter_map(|line| line.split(" (").next())
        .filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

#[test]
fn trees_stay_small() {
    for (arguments, most) in [
        (&["-p", "cratify"][..], 34),
        (&["-p", "cargo-cratify", "--no-default-features"], 50),
        (&["-p", "cargo-cratify"], 109),
    ] {
        let found = packages(arguments);
        assert!(
            (10..=most).contains(&found.len()),
            "{arguments:?}: {} packages, not {most}: {found:?}",
            found.len()
        );
    }
}
