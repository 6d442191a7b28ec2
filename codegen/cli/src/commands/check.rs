//! `check`: compares the output with the crate that would be generated, and prints the difference.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

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
    let diff = match &place.module {
        Some(path) => diff_of_file(path, Some(&generated.module()))?,
        None => diff_of_crate(&generated, &place.output, terminal)?,
    };
    if diff.is_empty() {
        terminal.message("up to date");
        return Ok(());
    }
    terminal.result(&diff)?;
    terminal
        .difference("not up to date; `cargo cratify generate` with the same arguments writes it");
    Err(Stop::Findings)
}

/// A unified diff of all files that differ.
fn diff_of_crate(generated: &Generated, output: &Path, terminal: &Terminal) -> Outcome<String> {
    let differences = generated
        .compare()
        .map_err(|error| terminal.errors(&error))?;
    let mut diff = String::new();
    for difference in differences {
        let path = difference.path();
        let wanted = generated.files().find(|(file, _)| *file == path);
        let wanted = match difference {
            Difference::Stale(_) => None,
            // The record of the files is not among them.
            _ => Some(wanted.map_or("", |(_, text)| text)),
        };
        if wanted == Some("") {
            diff.push_str(&format!(
                "{}: the list of generated files differs\n",
                output.join(path).display()
            ));
        } else {
            diff.push_str(&diff_of_file(&output.join(path), wanted)?);
        }
    }
    Ok(diff)
}

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
