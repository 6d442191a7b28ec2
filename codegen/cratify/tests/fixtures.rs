//! Each document of `fixtures/ok` shows a group of constructs; its crate compiles and is proven.
//!
//! `CRATIFY_FIXTURE=union,object cargo test --test fixtures` takes only those with `union` or `object`
//! in their name.

mod common;
#[path = "common/exceptions.rs"]
mod exceptions;
#[path = "common/settings.rs"]
mod settings;

use std::path::Path;

use common::{Subject, compile_with_each_feature, prove};

/// Examples and defaults that contradict their own schemas, on purpose.
const FINDINGS: &[(&str, usize)] = &[("values", 1)];

#[test]
fn fixtures_are_proven() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ok");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the fixtures can be listed")
        .map(|entry| entry.expect("the fixtures can be listed").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml" || extension == "json")
        })
        .collect();
    if let Some(only) = std::env::var_os("CRATIFY_FIXTURE") {
        let only = only.to_string_lossy().into_owned();
        paths.retain(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            only.split(',').any(|part| name.contains(part))
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
            subject.alone = !name.ends_with("modules");
            subject.exceptions = exceptions::of(&name);
            let known = FINDINGS.iter().find(|(fixture, _)| *fixture == name);
            subject.findings = Some(known.map_or(0, |(_, findings)| *findings));
            subject
        })
        .collect();
    prove("fixtures", &subjects);
    compile_with_each_feature("fixtures", &subjects);
}
