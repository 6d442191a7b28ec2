//! Runs the generator on a document, and checks the result for the properties of every result.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use cratify::{Error, Generated, Located, SerdeCode, Severity};
use proptest::prelude::*;
use serde_json::Value;

use cratify_testing::missing_support;
use cratify_testing::random::Document;

/// The time that the generator may take for one document.
const PATIENCE: Duration = Duration::from_secs(60);

/// Generates from a document.
///
/// # Errors
///
/// The generator panics, or does not end.
pub(crate) fn answer(document: &Document) -> Result<Result<Generated, Error>, TestCaseError> {
    let scratch = tempfile::tempdir().expect("a folder for temporary files");
    let path = scratch.path().join("document.json");
    std::fs::write(&path, pretty(document)).expect("a temporary file");
    answer_at(&path)
}

/// The text of the document, on many lines.
fn pretty(Document(document): &Document) -> String {
    serde_json::to_string_pretty(document).expect("a value is JSON")
}

fn answer_at(path: &Path) -> Result<Result<Generated, Error>, TestCaseError> {
    let (sender, receiver) = mpsc::channel();
    let config = cratify::configure().schema(path).output("never-written");
    // A thread that hangs stays behind: nothing can end it.
    std::thread::spawn(move || {
        let answer = catch_unwind(AssertUnwindSafe(|| config.generate()));
        let _ = sender.send(answer);
    });
    match receiver.recv_timeout(PATIENCE) {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(_)) => Err(TestCaseError::fail("the generator panics")),
        Err(_) => Err(TestCaseError::fail("the generator does not end")),
    }
}

/// Checks the properties of every result.
///
/// - A second run has the same result.
/// - The generated files are well-formed Rust, JSON and TOML. The support code that they name is there, with serde's traits
///   derived and written out.
/// - Without a crate there is an error. Every diagnostic has a location in the file, and a mend.
///
/// # Errors
///
/// The property that does not hold.
pub(crate) fn is_sound(document: &Document) -> Result<(), TestCaseError> {
    let scratch = tempfile::tempdir().expect("a folder for temporary files");
    let path = scratch.path().join("document.json");
    let text = pretty(document);
    std::fs::write(&path, &text).expect("a temporary file");
    match (answer_at(&path)?, answer_at(&path)?) {
        (Ok(generated), Ok(again)) => {
            prop_assert!(
                generated.files().eq(again.files()),
                "the second run writes other files"
            );
            // The support code is compiled and tested where it stands.
            let files = generated.files();
            for (path, text) in files.filter(|(path, _)| !path.starts_with("src/support/")) {
                is_well_formed(path, text)?;
            }
            has_support(&generated)?;
            let written = cratify::configure().schema(&path).serde(SerdeCode::Written);
            // An attribute of serde in the document is an error there.
            written
                .generate()
                .map_or(Ok(()), |written| has_support(&written))?;
            are_located(generated.warnings(), &path, &text)
        }
        (Err(error), Err(again)) => {
            prop_assert_eq!(error.to_string(), again.to_string());
            let problems = error.diagnostics();
            prop_assert!(
                problems
                    .iter()
                    .any(|problem| problem.severity == Severity::Error)
            );
            are_located(problems, &path, &text)
        }
        _ => Err(TestCaseError::fail("only one of two runs makes a crate")),
    }
}

fn has_support(generated: &Generated) -> Result<(), TestCaseError> {
    let missing = missing_support(generated);
    prop_assert!(missing.is_empty(), "there is no {missing:?} in `support`");
    Ok(())
}

fn is_well_formed(path: &str, text: &str) -> Result<(), TestCaseError> {
    let fail =
        |error: &dyn std::fmt::Display| TestCaseError::fail(format!("{path}: {error}\n{text}"));
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("rs") => drop(syn::parse_file(text).map_err(|error| fail(&error))?),
        Some("json") => drop(serde_json::from_str::<Value>(text).map_err(|error| fail(&error))?),
        Some("toml") => drop(text.parse::<toml::Table>().map_err(|error| fail(&error))?),
        _ => {}
    }
    Ok(())
}

fn are_located(problems: &[Located], path: &Path, text: &str) -> Result<(), TestCaseError> {
    let lines: Vec<&str> = text.lines().collect();
    for problem in problems {
        prop_assert_eq!(&problem.path, path);
        let line = problem.line.checked_sub(1).and_then(|line| lines.get(line));
        let columns = line.map_or(0, |line| line.chars().count());
        prop_assert!(
            (1..=columns + 1).contains(&problem.column),
            "not in the file: {problem:?}"
        );
        prop_assert!(problem.help.is_some(), "no mend: {problem:?}");
    }
    Ok(())
}
