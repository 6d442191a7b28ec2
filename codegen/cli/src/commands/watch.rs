//! `watch`: generates again whenever a document changes, until it is stopped.
//!
//! The files are looked at every half second. A document with errors leaves the crate on the disk as it is.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::generate::{generate, write, write_module};
use crate::arguments::{Place, Watch};
use crate::findings::Terminal;
use crate::stop::{Outcome, Stop};

/// The time between two looks at the files.
const PAUSE: Duration = Duration::from_millis(500);

/// How much older than the clock the time of a file that is written now may be.
const GRAIN: Duration = Duration::from_millis(20);

/// The files that a run reads, each with its time and its length.
type Seen = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

pub(crate) fn run(arguments: &Watch, terminal: &Terminal) -> Outcome {
    if arguments.target.documents.is_stdin() {
        return Err("`watch` needs a file".to_owned().into());
    }
    let mut others = Vec::new();
    loop {
        // The settings may have changed as well.
        let place = arguments.target.place()?;
        let document = place.config.schema_path().to_owned();
        if others.is_empty() {
            others = inputs(&place);
        }
        // A change while a run reads the files is newer than this look at them.
        let before = look(&document, &others);
        let started = SystemTime::now() - GRAIN;
        match once(&place, terminal) {
            Ok(read) => others = read,
            Err(Stop::Failure(message)) => return Err(Stop::Failure(message)),
            Err(Stop::Findings | Stop::Shown) => {
                terminal.message("nothing was written; waiting for a change");
            }
        }
        let mut seen = look(&document, &others);
        for (path, stamp) in &mut seen {
            match before.get(path) {
                Some(before) => *stamp = *before,
                // The run has found this file, and may have read it before a change.
                None => *stamp = stamp.filter(|(time, _)| *time < started),
            }
        }
        while look(&document, &others) == seen {
            std::thread::sleep(PAUSE);
        }
    }
}

/// The files beside the document, as far as the settings name them.
fn inputs(place: &Place) -> Vec<PathBuf> {
    place.config.other_inputs().map(Path::to_owned).collect()
}

/// Generates once. The result has all files that were read beside the document.
fn once(place: &Place, terminal: &Terminal) -> Outcome<Vec<PathBuf>> {
    let generated = generate(&place.config, terminal)?;
    match &place.module {
        Some(path) => write_module(&generated, path, terminal)?,
        None => write(&generated, &place.output, terminal)?,
    }
    let others = generated.other_documents().map(Path::to_owned);
    Ok(inputs(place).into_iter().chain(others).collect())
}

/// Looks at the document, or at all files of its folder, and at the files that references led to.
fn look(document: &Path, others: &[PathBuf]) -> Seen {
    let stamp = |path: &Path| {
        let data = std::fs::metadata(path).ok()?;
        Some((data.modified().ok()?, data.len()))
    };
    let listed = std::fs::read_dir(document).into_iter().flatten().flatten();
    let listed = listed.map(|entry| entry.path());
    let all = listed
        .chain([document.to_owned()])
        .chain(others.iter().cloned());
    all.map(|path| (path.clone(), stamp(&path))).collect()
}
