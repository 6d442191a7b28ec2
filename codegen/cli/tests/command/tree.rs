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
#[cfg_attr(
    not(target_os = "linux"),
    ignore = "other systems have other packages: the page counts those of Linux"
)]
fn trees_have_as_many_packages_as_the_page_says() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ARCHITECTURE.md");
    let page = std::fs::read_to_string(page).expect("the page can be read");
    for (arguments, count, claim) in [
        (&["-p", "cratify"][..], 35, "35 packages with our own"),
        (
            &["-p", "cargo-cratify", "--no-default-features"],
            49,
            "49 without the feature `diff`",
        ),
        (&["-p", "cargo-cratify"], 110, "its tree has 110 packages"),
    ] {
        let found = packages(arguments);
        assert_eq!(found.len(), count, "{arguments:?}: {found:?}");
        assert!(page.contains(claim), "the page does not say: {claim}");
    }
}
