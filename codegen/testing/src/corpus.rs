//! The corpus: real documents outside this repository, in the folder that `CRATIFY_CORPUS` names.
//!
//! Without that variable a test of the corpus is *ignored*, never passed. With it, a missing document fails.

use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

use crate::fixture::{entries, is_document, name_of};

/// The folder of the corpus, if the environment names one.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    std::env::var_os("CRATIFY_CORPUS").map(PathBuf::from)
}

/// A test of a file or folder of the corpus.
#[must_use]
pub fn trial(
    name: &str,
    path: &str,
    test: impl FnOnce(&Path) -> Result<(), Failed> + Send + 'static,
) -> Trial {
    let Some(path) = folder().map(|folder| folder.join(path)) else {
        return Trial::test(name, || Err("CRATIFY_CORPUS is not set".into()))
            .with_ignored_flag(true);
    };
    Trial::test(name, move || {
        if !path.exists() {
            return Err(format!("{} is missing", path.display()).into());
        }
        test(&path)
    })
}

/// A test of each document in these folders of the corpus; without a corpus, one ignored test.
#[must_use]
pub fn trials(
    name: &str,
    folders: &[&str],
    test: impl Fn(&Path) -> Result<(), Failed> + Copy + Send + 'static,
) -> Vec<Trial> {
    trials_of(name, folders, test, |_| true)
}

/// The same for tests that take minutes: tests of larger documents than [`longest`] are ignored.
#[must_use]
pub fn long_trials(
    name: &str,
    folders: &[&str],
    test: impl Fn(&Path) -> Result<(), Failed> + Copy + Send + 'static,
) -> Vec<Trial> {
    let limit = longest().unwrap_or_default();
    trials_of(name, folders, test, |path| is_within(path, limit))
}

/// The length of the documents for which tests that take minutes are run, in bytes; `None` where the environment does
/// not ask for these tests. `CRATIFY_LONG` has it in KiB, or `all`.
///
/// # Panics
///
/// `CRATIFY_LONG` is not a number.
#[must_use]
pub fn longest() -> Option<u64> {
    let wish = std::env::var("CRATIFY_LONG").ok()?;
    if wish == "all" {
        return Some(u64::MAX);
    }
    let number: u64 = wish.parse().expect("`CRATIFY_LONG` is a number or `all`");
    Some(number.saturating_mul(1024))
}

/// Whether a file has at most this many bytes.
#[must_use]
pub fn is_within(path: &Path, limit: u64) -> bool {
    path.metadata().is_ok_and(|file| file.len() <= limit)
}

/// Whether `CRATIFY_LONG` is a number: then tests that take minutes leave something out.
#[must_use]
pub fn is_limited() -> bool {
    longest().is_some_and(|longest| longest < u64::MAX)
}

fn trials_of(
    name: &str,
    folders: &[&str],
    test: impl Fn(&Path) -> Result<(), Failed> + Copy + Send + 'static,
    is_wanted: impl Fn(&Path) -> bool,
) -> Vec<Trial> {
    let Some(corpus) = folder() else {
        return vec![trial(name, "", test)];
    };
    let documents = folders
        .iter()
        .flat_map(|folder| entries(&corpus.join(folder)));
    documents
        .filter(|path| is_document(path))
        .map(|path| {
            let is_wanted = is_wanted(&path);
            let trial = Trial::test(format!("{name}/{}", name_of(&path)), move || test(&path));
            trial.with_ignored_flag(!is_wanted)
        })
        .collect()
}
