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

/// Whether tests that take minutes are run: `cargo xtask` asks for them by the variable `CRATIFY_LONG`.
#[must_use]
pub fn is_long() -> bool {
    std::env::var_os("CRATIFY_LONG").is_some()
}

/// Tests as those of [`trials`] that take minutes: they are ignored where nobody asks for them.
#[must_use]
pub fn long_trials(
    name: &str,
    folders: &[&str],
    test: impl Fn(&Path) -> Result<(), Failed> + Copy + Send + 'static,
) -> Vec<Trial> {
    let trials = trials(name, folders, test).into_iter();
    let trials = trials.map(|trial| {
        if is_long() {
            trial
        } else {
            trial.with_ignored_flag(true)
        }
    });
    trials.collect()
}

/// A test of each document in these folders of the corpus; without a corpus, one ignored test.
#[must_use]
pub fn trials(
    name: &str,
    folders: &[&str],
    test: impl Fn(&Path) -> Result<(), Failed> + Copy + Send + 'static,
) -> Vec<Trial> {
    let Some(corpus) = folder() else {
        return vec![trial(name, "", test)];
    };
    let documents = folders
        .iter()
        .flat_map(|folder| entries(&corpus.join(folder)));
    documents
        .filter(|path| is_document(path))
        .map(|path| Trial::test(format!("{name}/{}", name_of(&path)), move || test(&path)))
        .collect()
}
