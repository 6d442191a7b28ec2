//! Each document of `fixtures/ok` shows a group of constructs; its crate compiles and is proven.

mod common;

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
            if name == "numbers" {
                subject.exceptions = LARGE_NUMBERS;
            }
            subject
        })
        .collect();
    prove("fixtures", &subjects);
}
