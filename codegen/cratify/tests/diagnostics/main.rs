//! Golden files of diagnostics: the report about each wrong document in `diagnostics/documents` is compared
//! with the file of the same name that ends in `.stderr`. A header, here at the end of the file, has settings.
//!
//! `UPDATE=1 cargo test -p cratify --test diagnostics` accepts the reports; read them as a user would.

mod made;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cratify::Severity;
use cratify_testing::{Fixture, golden};
use libtest_mimic::{Arguments, Failed, Trial};

/// How the name of a golden file ends.
const GOLDEN: &str = ".stderr";

/// Cases besides the [made documents](made::documents): a file of two gigabytes, an empty folder, no file.
const OTHERS: [&str; 3] = ["made_large", "made_folder", "made_missing"];

fn main() {
    let arguments = Arguments::from_args();
    let (documents, goldens) = names();
    let mut trials = Vec::new();
    for name in &documents {
        let path = folder().join(name);
        trials.push(trial(name, move |name| compare(name, &path, &folder())));
    }
    for (name, bytes) in made::documents() {
        trials.push(trial(name, move |name| {
            made_here(name, |path| fs::write(path, &bytes))
        }));
    }
    let [large, empty, missing] = OTHERS;
    // None of it is on the disk, nor ever in memory.
    trials.push(trial(large, |name| {
        made_here(name, |path| fs::File::create(path)?.set_len(2 << 30))
    }));
    trials.push(trial(empty, |name| {
        made_here(name, |path| fs::create_dir(path))
    }));
    trials.push(trial(missing, |name| made_here(name, |_| Ok(()))));
    trials.push(Trial::test("no file is left over", move || {
        left_over(&documents, &goldens)
    }));
    libtest_mimic::run(&arguments, trials).exit();
}

/// A test with the name of its document.
fn trial(name: &str, test: impl FnOnce(&str) -> Result<(), Failed> + Send + 'static) -> Trial {
    let document = name.to_owned();
    Trial::test(name, move || test(&document))
}

/// Where the documents and the golden files are.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/documents")
}

/// Makes a document in a temporary folder and compares the report about it.
fn made_here(name: &str, make: impl FnOnce(&Path) -> std::io::Result<()>) -> Result<(), Failed> {
    let scratch = tempfile::tempdir()?;
    let path = scratch.path().join(name);
    make(&path)?;
    compare(name, &path, scratch.path())
}

/// Compares the report about a document with the golden file. Paths are relative to the folder.
fn compare(name: &str, document: &Path, folder: &Path) -> Result<(), Failed> {
    let report = report(name, document)?;
    let report = report.replace(&format!("{}/", folder.display()), "");
    let golden = self::folder().join(format!("{name}{GOLDEN}"));
    Ok(golden::compare(&golden, &report)?)
}

/// The report about a document.
///
/// # Errors
///
/// The report itself is wrong: an error comes with written files, or a diagnostic without a mend.
fn report(name: &str, document: &Path) -> Result<String, String> {
    let scratch = tempfile::tempdir().map_err(|error| error.to_string())?;
    let output = scratch.path().join("generated");
    let is_yaml = document
        .extension()
        .is_some_and(|extension| extension == "yaml");
    let fixture = if is_yaml {
        Fixture::read(document)
    } else {
        Fixture::plain(document)
    };
    let generated = fixture.configure().output(&output).generate();
    let (text, problems) = match &generated {
        Ok(generated) => (generated.rendered_warnings(), generated.warnings()),
        Err(error) => (&*error.to_string(), error.diagnostics()),
    };
    let failed = problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    if failed != generated.is_err() || failed == name.starts_with("warn_") {
        return Err(format!(
            "a `warn_` document has warnings only, any other has an error:\n{text}"
        ));
    }
    if problems.is_empty() {
        return Err("nothing is reported".to_owned());
    }
    if let Some(problem) = problems.iter().find(|problem| problem.help.is_none()) {
        return Err(format!("no mend for: {}", problem.message));
    }
    if output.exists() {
        return Err("something was written".to_owned());
    }
    Ok(text.to_owned())
}

/// The names of the documents, and the names in golden files.
fn names() -> (BTreeSet<String>, BTreeSet<String>) {
    let mut documents = BTreeSet::new();
    let mut goldens = BTreeSet::new();
    for entry in fs::read_dir(folder()).expect("the documents can be listed") {
        let name = entry.expect("the documents can be listed").file_name();
        let name = name.into_string().expect("names in ASCII");
        match name.strip_suffix(GOLDEN) {
            Some(golden) => goldens.insert(golden.to_owned()),
            None => documents.insert(name),
        };
    }
    (documents, goldens)
}

fn left_over(documents: &BTreeSet<String>, goldens: &BTreeSet<String>) -> Result<(), Failed> {
    let made = made::documents();
    let made = made.iter().map(|(name, _)| *name).chain(OTHERS);
    let known: BTreeSet<&str> = documents.iter().map(String::as_str).chain(made).collect();
    let unneeded: Vec<&String> = goldens
        .iter()
        .filter(|name| !known.contains(name.as_str()))
        .collect();
    if unneeded.is_empty() {
        Ok(())
    } else {
        Err(format!("no document has these: {unneeded:?}").into())
    }
}
