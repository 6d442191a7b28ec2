//! Turns the files of a crate into the paths that Cargo watches, so that a deleted file comes back and a hand edit is reported.
//!
//! Cargo runs a build script again if a file that it names is missing, or newer than the start of the script. The
//! script itself writes these files, and a second build must find nothing to do. So the files that it has written get
//! the time at which Cargo started it.
//!
//! Another compiler may have read the old contents meanwhile, for the package in the output folder or for an
//! editor. It takes a file with that time for old. Therefore `src/lib.rs`, which every compilation reads, keeps a time
//! after all writes, and is not named in that run.
//!
//! A build with other flags, an editor or the command may have written the crate since the last run here. The time of the
//! record tells: each write sets it. Edits before that write are then unknown, and nothing is reported.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::files::Summary;
use crate::generated::Generated;
use crate::last_run::LastRun;
use cratify_rust::tree::RECORD;

/// The file of the crate that every compilation reads.
const LIBRARY: &str = "src/lib.rs";

/// The files of a crate, as Cargo and the last run have seen them.
#[derive(Debug)]
pub(crate) struct Watch<'a> {
    /// The folder of the crate.
    output: &'a Path,
    /// When Cargo started the script; `None` if that is unknown.
    started: Option<SystemTime>,
    last: &'a LastRun,
}

impl<'a> Watch<'a> {
    /// The state of a crate for a script that Cargo has started with this `OUT_DIR`.
    pub(crate) fn new(output: &'a Path, folder: &Path, last: &'a LastRun) -> Self {
        // Cargo compares the times of files with the time of this one.
        let stamp = folder.parent().map(|above| above.join("invoked.timestamp"));
        Self {
            output,
            started: stamp.and_then(|stamp| modified(&stamp)),
            last,
        }
    }

    /// The files that somebody has edited since the last run, and that are about to be written again.
    pub(crate) fn edited(&self, generated: &Generated) -> Vec<PathBuf> {
        if self.last.written != self.written() {
            return Vec::new();
        }
        let edited = generated.files().filter_map(|(path, contents)| {
            let last = self.last.generated.get(path)?;
            let path = self.output.join(path);
            let found = fs::read(&path).ok()?;
            (found != contents.as_bytes() && found != *last).then_some(path)
        });
        edited.collect()
    }

    /// Sets the times of the files that were written.
    pub(crate) fn settle(&self, summary: &Summary) {
        let Some(started) = self.started else {
            return;
        };
        if summary.is_unchanged()
            || set_modified(&self.output.join(LIBRARY), SystemTime::now()).is_err()
        {
            return;
        }
        let written = summary.written.iter().map(String::as_str);
        for path in written.chain([RECORD]).filter(|path| *path != LIBRARY) {
            // A file that keeps its time is not watched.
            let _ = set_modified(&self.output.join(path), started);
        }
    }

    /// The files of the crate that Cargo may watch.
    pub(crate) fn watched(&self, paths: impl Iterator<Item = &'a str>) -> Vec<PathBuf> {
        let Some(started) = self.started else {
            return Vec::new();
        };
        let paths = paths.chain([RECORD]).map(|path| self.output.join(path));
        let is_older = |path: &PathBuf| modified(path).is_some_and(|time| time <= started);
        paths.filter(is_older).collect()
    }

    /// When the record of the crate on disk was written, in nanoseconds since 1970.
    pub(crate) fn written(&self) -> Option<u128> {
        let time = modified(&self.output.join(RECORD))?;
        let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        Some(since.as_nanos())
    }
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}

fn set_modified(path: &Path, time: SystemTime) -> io::Result<()> {
    let file = File::options().write(true).open(path)?;
    file.set_modified(time)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    struct Run {
        scratch: tempfile::TempDir,
        started: SystemTime,
    }

    impl Run {
        /// A run that Cargo started a minute ago.
        fn new() -> Self {
            let scratch = tempfile::tempdir().expect("a folder can be made");
            let path = |name: &str| scratch.path().join(name);
            fs::create_dir(path("out")).expect("a folder can be made");
            let started = SystemTime::now() - Duration::from_secs(60);
            fs::write(path("invoked.timestamp"), "").expect("a file can be written");
            set_modified(&path("invoked.timestamp"), started).expect("a time can be set");
            let schema = "x-crate: {license: MIT}\ntype: object\nproperties: {a: {type: string}}\n";
            fs::write(path("api.yaml"), schema).expect("a file can be written");
            Self { scratch, started }
        }

        fn path(&self, name: &str) -> PathBuf {
            self.scratch.path().join(name)
        }

        /// Edited files and watched files.
        fn run(&self) -> (Vec<PathBuf>, Vec<PathBuf>) {
            self.run_in("out")
        }

        /// The same with another `OUT_DIR`.
        fn run_in(&self, folder: &str) -> (Vec<PathBuf>, Vec<PathBuf>) {
            let config = crate::configure().schema(self.path("api.yaml"));
            let config = config.output(self.path("generated"));
            let generated = config.generate().unwrap_or_else(|error| panic!("{error}"));
            let folder = self.path(folder);
            let last = LastRun::read(&folder);
            let watch = Watch::new(&generated.output, &folder, &last);
            let edited = watch.edited(&generated);
            let summary = generated.write().unwrap_or_else(|error| panic!("{error}"));
            watch.settle(&summary);
            let watched = watch.watched(generated.files().map(|(path, _)| path));
            let files = generated.files();
            let run = LastRun {
                written: watch.written(),
                generated: files
                    .map(|(path, text)| (path.to_owned(), text.into()))
                    .collect(),
                ..LastRun::default()
            };
            run.write(&folder).expect("a file can be written");
            (edited, watched)
        }
    }

    #[test]
    fn only_the_library_is_newer_than_the_script() {
        let run = Run::new();
        let before = SystemTime::now();
        let (edited, watched) = run.run();
        assert!(edited.is_empty());
        assert!(watched.len() > 10, "{watched:?}");
        let library = run.path("generated/src/lib.rs");
        assert!(!watched.contains(&library));
        assert!(watched.contains(&run.path("generated/.cratify")));
        for path in &watched {
            assert!(modified(path) <= Some(run.started), "{path:?}");
        }
        // A compiler that ran before this time compiles again.
        assert!(modified(&library) >= Some(before));
    }

    #[test]
    fn a_run_without_changes_sets_no_time() {
        let run = Run::new();
        run.run();
        let library = run.path("generated/src/lib.rs");
        set_modified(&library, run.started).expect("a time can be set");
        let (edited, watched) = run.run();
        assert!(edited.is_empty());
        assert!(watched.contains(&library));
        assert_eq!(modified(&library), modified(&watched[0]));
    }

    #[test]
    fn an_edit_is_reported_once_and_a_change_of_the_schema_is_not() {
        let run = Run::new();
        run.run();
        let readme = run.path("generated/README.md");
        fs::write(&readme, "mine").expect("a file can be written");
        assert_eq!(run.run().0, [readme]);
        assert!(run.run().0.is_empty());
        let schema = "x-crate: {license: MIT}\ntype: object\nproperties: {b: {type: string}}\n";
        fs::write(run.path("api.yaml"), schema).expect("a file can be written");
        assert!(run.run().0.is_empty());
    }

    #[test]
    fn the_files_of_another_build_are_not_edits() {
        let run = Run::new();
        fs::create_dir(run.path("release")).expect("a folder can be made");
        let schema = |name: &str| {
            let text = format!(
                "x-crate: {{license: MIT}}\ntype: object\nproperties: {{{name}: {{type: string}}}}\n"
            );
            fs::write(run.path("api.yaml"), text).expect("a file can be written");
        };
        for name in ["b", "c", "d"] {
            for folder in ["out", "release"] {
                // Cargo starts the script anew.
                let started = SystemTime::now();
                set_modified(&run.path("invoked.timestamp"), started).expect("a time can be set");
                assert!(run.run_in(folder).0.is_empty(), "{name} {folder}");
                schema(&format!("{name}_{folder}"));
            }
        }
        run.run_in("out");
        let library = run.path("generated/src/lib.rs");
        fs::write(&library, "// mine").expect("a file can be written");
        assert_eq!(run.run_in("out").0, [library]);
    }

    #[test]
    fn without_the_time_of_the_start_nothing_is_watched() {
        let run = Run::new();
        fs::remove_file(run.path("invoked.timestamp")).expect("a file can be removed");
        assert!(run.run().1.is_empty());
    }
}
