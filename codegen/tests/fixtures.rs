//! Each document of `fixtures/ok` shows a group of constructs; its crate compiles and is proven.
//!
//! `CRATIFY_FIXTURE=union cargo test --test fixtures` takes only those with `union` in their name.

mod common;
#[path = "common/settings.rs"]
mod settings;

use std::path::Path;

use common::{Subject, prove};

/// The algebra has no integers beyond `i64`; what it cannot say is held by instances.
const LARGE_NUMBERS: &[(&str, &str, &str)] = &[
    (
        "Large",
        "equality/unknown",
        "the algebra does not model a bound beyond i64",
    ),
    (
        "Large",
        "published/unknown",
        "the algebra does not model a bound beyond i64",
    ),
];

/// Nor does it decide recursion through an array in each case.
const RECURSION: &[(&str, &str, &str)] = &[(
    "BothObject",
    "equality/unknown",
    "the algebra leaves recursion through an array and an enum open",
)];

#[test]
fn fixtures_are_proven() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ok");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the fixtures can be listed")
        .map(|entry| entry.expect("the fixtures can be listed").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml")
        })
        .collect();
    if let Some(only) = std::env::var_os("CRATIFY_FIXTURE") {
        let only = only.to_string_lossy().into_owned();
        paths.retain(|path| {
            path.file_stem()
                .is_some_and(|name| name.to_string_lossy().contains(&only))
        });
    }
    paths.sort();
    let subjects: Vec<Subject> = paths
        .into_iter()
        .map(|path| {
            let name = path
                .file_stem()
                .expect("a file has a name")
                .to_string_lossy()
                .into_owned();
            let mut subject = Subject::new(&name, path);
            subject.configure = settings::of(&name);
            subject.alone = name != "modules";
            subject.exceptions = match name.as_str() {
                "numbers" => LARGE_NUMBERS,
                "literal" => RECURSION,
                _ => &[],
            };
            subject
        })
        .collect();
    prove("fixtures", &subjects);
}
