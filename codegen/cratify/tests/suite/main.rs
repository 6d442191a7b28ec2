//! The official JSON Schema Test Suite of draft 2020-12, where `CRATIFY_CORPUS` says that it is.
//!
//! Every group becomes a crate's worth of types, which are compiled and then asked about each test:
//! a valid instance is read and comes back as it was, and strict reading judges as the suite does.
//! The settings are those that keep everything, so that no exception hides a loss. What differs has
//! to be on the [reviewed] list, with its reason.

#[path = "../common/cargo.rs"]
mod cargo;
mod groups;
mod packages;
mod reviewed;
mod verdict;

use std::path::{Path, PathBuf};
use std::time::Instant;

use cratify::{Config, Generated, NullMembers, Severity, UnknownMembers, Untyped};
use groups::Group;

/// The settings of the suite.
fn configure(schema: &Path, suite: &Path) -> Config {
    cratify::configure()
        .schema(schema)
        .untyped(Untyped::Literal)
        .null_members(NullMembers::Distinct)
        .unknown_members(UnknownMembers::Keep)
        .map_references("http://localhost:1234/", suite.join("remotes"))
}

fn suite() -> Option<PathBuf> {
    Some(PathBuf::from(std::env::var_os("CRATIFY_CORPUS")?).join("suite"))
}

#[test]
fn every_test_is_passed() {
    let Some(suite) = suite() else { return };
    let start = Instant::now();
    let groups = groups::read(&suite.join("tests/draft2020-12"));
    assert!(groups.len() >= 383, "the suite is not whole");
    let answers = packages::ask(&groups);
    let verdicts = verdict::judge(&groups, &answers);
    println!("{}", verdict::table(&groups, &verdicts));
    println!("in {:.1} s", start.elapsed().as_secs_f64());
    let open = reviewed::open(&verdicts);
    assert!(open.is_empty(), "{}\n", open.join("\n"));
}

/// What is optional to a validator is generated from all the same.
#[test]
fn optional_groups_are_generated() {
    let Some(suite) = suite() else { return };
    let folder = tempfile::tempdir().expect("a folder can be made");
    let groups = groups::read(&suite.join("tests/draft2020-12/optional"));
    assert!(groups.len() >= 50, "the suite is not whole");
    let refused = groups.iter().filter_map(|group| {
        let problems = generate(group, folder.path()).err()?;
        Some(format!("{}: {problems}", group.name()))
    });
    let refused: Vec<String> = refused.collect();
    assert!(refused.is_empty(), "refused:\n{}", refused.join("\n"));
}

/// Generates from the schema of a group, which is written to the folder; the error is what is wrong
/// with it.
fn generate(group: &Group, folder: &Path) -> Result<Generated, String> {
    let path = folder.join("schema.json");
    std::fs::write(&path, &group.schema).expect("the schema can be written");
    let suite = suite().expect("the groups were read from the suite");
    configure(&path, &suite).generate().map_err(|error| {
        let problems = error.diagnostics().iter();
        let errors = problems.filter(|problem| problem.severity == Severity::Error);
        let errors =
            errors.map(|problem| format!("{}: {}", problem.code.as_str(), problem.message));
        errors.collect::<Vec<_>>().join("; ")
    })
}
