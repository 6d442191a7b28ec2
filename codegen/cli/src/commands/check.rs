//! `check`: compares the output with the crate that would be generated, and prints the difference.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use cratify::{Difference, Generated};
use similar::TextDiff;

use super::generate::generate;
use crate::arguments::Check;
use crate::findings::Terminal;
use crate::stop::{Outcome, Stop};

pub(crate) fn run(arguments: &Check, terminal: &Terminal) -> Outcome {
    let place = arguments.target.place()?;
    let output = place.module.as_deref().unwrap_or(&place.output);
    if output == Path::new("-") {
        return Err("`check` compares files: name the file of the module"
            .to_owned()
            .into());
    }
    if !output.exists() {
        return Err(format!("there is no `{}` to check", output.display()).into());
    }
    let generated = generate(&place.config, terminal)?;
    let drift = match &place.module {
        Some(path) => Drift::of_module(path, &generated)?,
        None => Drift::of_crate(&generated, &place.output, terminal)?,
    };
    if drift.files.is_empty() {
        terminal.message("up to date");
        return Ok(());
    }
    terminal.result(&drift.diff)?;
    let help = "`cargo cratify generate` with the same arguments writes it".to_owned();
    let hint = hint_of_build_script(arguments, output);
    let help: Vec<String> = [help].into_iter().chain(hint).collect();
    terminal.difference(&drift.files, &help);
    Err(Stop::Findings)
}

/// A note about settings that the command cannot know.
fn hint_of_build_script(arguments: &Check, output: &Path) -> Option<String> {
    if arguments.target.settings.has_file() {
        return None;
    }
    let parent = output.parent().unwrap_or(Path::new(""));
    let scripts = [Path::new(""), parent].map(|folder| folder.join("build.rs"));
    let mut scripts = scripts.iter();
    let script = scripts
        .find(|path| fs::read_to_string(path).is_ok_and(|text| text.contains("cratify::")))?;
    Some(format!(
        "note: settings that are only in `{}` are not known here: with them in `cratify.toml`, `check` and the build script \
         have the same",
        script.display()
    ))
}

/// The generated files that are not up to date.
#[derive(Default)]
struct Drift {
    /// A unified diff of all of them.
    diff: String,
    /// Their paths, and what is wrong with them.
    files: Vec<(PathBuf, &'static str)>,
}

impl Drift {
    fn of_module(path: &Path, generated: &Generated) -> Result<Self, String> {
        let diff = diff_of_file(path, Some(&generated.module()))?;
        let files = if diff.is_empty() {
            Vec::new()
        } else {
            vec![(path.to_owned(), CHANGED)]
        };
        Ok(Self { diff, files })
    }

    fn of_crate(generated: &Generated, output: &Path, terminal: &Terminal) -> Outcome<Self> {
        let differences = generated
            .compare()
            .map_err(|error| terminal.errors(&error))?;
        let mut drift = Self::default();
        for difference in differences {
            let path = output.join(difference.path());
            let wanted = generated
                .files()
                .find(|(file, _)| *file == difference.path());
            let (wanted, what) = match difference {
                Difference::Stale(_) => (None, "is not generated from the document any longer"),
                Difference::Missing(_) => (wanted, "is missing"),
                Difference::Changed(_) => (wanted, CHANGED),
            };
            if wanted.is_none() && !matches!(difference, Difference::Stale(_)) {
                // The record of the files is not among them.
                let line = format!("{}: the list of generated files differs\n", path.display());
                drift.diff.push_str(&line);
            } else {
                let diff = diff_of_file(&path, wanted.map(|(_, text)| text))?;
                drift.diff.push_str(&diff);
            }
            drift.files.push((path, what));
        }
        Ok(drift)
    }
}

const CHANGED: &str = "differs from what is generated from the document";

/// A unified diff of a file and what it should have in it; `None` if it should not be there.
fn diff_of_file(path: &Path, wanted: Option<&str>) -> Result<String, String> {
    let found = match fs::read(path) {
        Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(format!("cannot read {}: {error}", path.display())),
    };
    if found.as_deref() == wanted {
        return Ok(String::new());
    }
    let name = path.display().to_string();
    let side = |letter: char, text: Option<&str>| match text {
        Some(_) => format!("{letter}/{name}"),
        None => "/dev/null".to_owned(),
    };
    let (old, new) = (found.as_deref(), wanted);
    let diff = TextDiff::from_lines(old.unwrap_or_default(), new.unwrap_or_default());
    let text = diff
        .unified_diff()
        .header(&side('a', old), &side('b', new))
        .to_string();
    // An empty file that is missing has no lines that differ.
    Ok(if text.is_empty() {
        format!("--- {}\n+++ {}\n", side('a', old), side('b', new))
    } else {
        text
    })
}
