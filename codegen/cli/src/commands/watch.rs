//! `watch`: generates again whenever a document changes, until it is stopped.
//!
//! The files are looked at every half second. A document with errors leaves the crate on the disk as it is.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::generate::{generate, told, write, write_if_changed};
use crate::arguments::Watch;
use crate::findings::Terminal;
use crate::{Outcome, Stop};

/// The time between two looks at the files.
const PAUSE: Duration = Duration::from_millis(500);

/// The files that a run reads, each with its time and its length.
type Seen = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

pub(crate) fn run(arguments: &Watch, terminal: &Terminal) -> Outcome {
    let document = &arguments.target.document;
    if document == Path::new("-") {
        return Err("`watch` needs a file".to_owned().into());
    }
    let mut others = arguments.target.settings.overlay.clone();
    loop {
        // A change while a run reads the files is newer than this look at them.
        let before = look(document, &others);
        match once(arguments, terminal) {
            Ok(read) => others = read,
            Err(Stop::Failure(message)) => return Err(Stop::Failure(message)),
            Err(Stop::Findings | Stop::Shown) => {
                terminal.message("nothing was written; waiting for a change");
            }
        }
        let mut seen = look(document, &others);
        for (path, stamp) in before {
            seen.entry(path).and_modify(|seen| *seen = stamp);
        }
        while look(document, &others) == seen {
            std::thread::sleep(PAUSE);
        }
    }
}

/// Generates once. The result has the files that references led to.
fn once(arguments: &Watch, terminal: &Terminal) -> Outcome<Vec<PathBuf>> {
    let target = &arguments.target;
    let generated = generate(target, terminal)?;
    match target.module() {
        Some(path) => {
            let written = write_if_changed(path, &generated.module())?;
            terminal.message(&told(path, written));
        }
        None => write(&generated, &target.output(), terminal)?,
    }
    let overlays = target.settings.overlay.iter().cloned();
    let others = generated.other_documents().map(Path::to_owned);
    Ok(overlays.chain(others).collect())
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
