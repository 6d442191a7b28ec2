//! Runs a configuration in a build script, and reports the result to Cargo.
//!
//! Cargo shows a line `cargo::warning=` or `cargo::error=` behind the name of the package. If the script fails, Cargo
//! also shows everything that it wrote. So errors go to standard error alone: Cargo then shows them once, as they are
//! written. The warnings of a script that succeeds can only be such lines: each is one of them.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::config::Config;
use crate::generated::Generated;
use crate::last_run::{LastRun, program};
use crate::report::Error;
use crate::watch::Watch;
use cratify_rust::tree::RECORD;

/// The file in `OUT_DIR` that lists the types for `cratify_check`.
const CHECKS: &str = "cratify_checks.rs";

/// The instruction by which the features of a module are expected.
const FEATURES: &str = "rustc-check-cfg=cfg(feature, values(\"schemars\", \"validate\"))";

impl Config {
    /// Generates and writes the crate, and reports to Cargo: for the `main` of a build script.
    ///
    /// Warnings become warnings of the build. Errors fail it, and the crate on disk stays what it was. Cargo
    /// runs the build script again when the schema changes, and when a generated file is deleted or edited.
    ///
    /// In `OUT_DIR`, if Cargo has set it, the list of all types is written for the tests:
    /// see `cratify_check`.
    #[must_use]
    #[expect(
        clippy::print_stdout,
        clippy::print_stderr,
        reason = "this is how a build script talks to Cargo"
    )]
    pub fn build(&self) -> ExitCode {
        match self.generate_and_write() {
            Ok(instructions) => {
                print!("{instructions}");
                ExitCode::SUCCESS
            }
            // Cargo runs a script that failed once more in any case: it needs no instructions.
            Err(problem) => {
                eprint!("{problem}");
                ExitCode::FAILURE
            }
        }
    }

    fn generate_and_write(&self) -> Result<String, String> {
        let Some(folder) = std::env::var_os("OUT_DIR").map(PathBuf::from) else {
            let mut generated = self.generate_for_build().map_err(text)?;
            if self.module.is_none() {
                generated.write().map_err(text)?;
            }
            generated
                .look_around(self.library().as_deref())
                .map_err(text)?;
            let (inputs, warnings) = (self.inputs(&generated), warnings(&generated));
            return Ok(self.instructions(&inputs, &warnings));
        };
        let last = LastRun::read(&folder);
        let run = if last.would_repeat(self) {
            last
        } else {
            let run = self.run_in(&folder, &last)?;
            let kept = run.write(&folder);
            kept.map_err(|error| format!("error: cannot write to `OUT_DIR`: {error}\n"))?;
            run
        };
        let paths = run.generated.keys().map(String::as_str);
        let mut watched = run.inputs.clone();
        watched.extend(Watch::new(&self.output, &folder, &run).watched(paths));
        Ok(self.instructions(&watched, &run.warnings))
    }

    /// Generates, and writes the crate or the module.
    fn run_in(&self, folder: &Path, last: &LastRun) -> Result<LastRun, String> {
        // The program may be compiled anew while it runs.
        let program = program(self);
        let mut run = LastRun::default();
        let mut generated = self.generate_for_build().map_err(text)?;
        let put = |run: &mut LastRun, name: &str, text: &str| {
            let path = folder.join(name);
            put(&path, text)?;
            run.files.insert(path, Some(text.into()));
            Ok::<_, String>(())
        };
        let mut is_edited = false;
        if let Some(name) = &self.module {
            put(&mut run, &format!("{name}.rs"), &generated.module())?;
        } else {
            let watch = Watch::new(&self.output, folder, last);
            let edited = watch.edited(&generated);
            is_edited = !edited.is_empty();
            let summary = generated.write().map_err(text)?;
            generated.warn_of_edits(edited).map_err(text)?;
            watch.settle(&summary);
            run.written = watch.written();
            run.add(&self.output.join(RECORD));
            put(&mut run, CHECKS, &generated.checks())?;
            let files = generated.files();
            run.generated = files
                .map(|(path, text)| (path.to_owned(), text.into()))
                .collect();
        }
        let manifests = generated
            .look_around(self.library().as_deref())
            .map_err(text)?;
        run.inputs = self.inputs(&generated);
        run.warnings = warnings(&generated);
        for path in run
            .inputs
            .clone()
            .iter()
            .chain(&manifests)
            .chain([&self.records])
        {
            run.add(path);
        }
        // An edit is reported once. A file that is not there may come.
        let can_repeat = !is_edited && !generated.content.lacks_files;
        run.program = program.filter(|_| can_repeat);
        Ok(run)
    }

    /// The source of the library, if it is generated.
    fn library(&self) -> Option<PathBuf> {
        let library = || self.output.join("src/lib.rs");
        self.module.is_none().then(library)
    }

    /// The files that decide about the crate.
    fn inputs(&self, generated: &Generated) -> Vec<PathBuf> {
        let documents = std::iter::once(&*self.schema).chain(self.other_inputs());
        let documents = documents.chain(generated.other_documents());
        let own = ["build.rs", "Cargo.toml"].map(Path::new).into_iter();
        // Cargo runs the script in each build if a file that it names does not exist.
        let optional = own.chain([&*self.records]).filter(|path| path.exists());
        optional.chain(documents).map(Path::to_owned).collect()
    }

    /// The lines for Cargo: the files to run the script again for, and the warnings.
    fn instructions(&self, watched: &[PathBuf], warnings: &[String]) -> String {
        let paths = watched.iter().map(|path| path.display().to_string());
        let mut paths: Vec<String> = paths.collect();
        // A path of several lines would be instructions of its own. Without paths, Cargo runs the script again
        // whenever a file of the package changes.
        if paths.iter().any(|path| path.contains('\n')) {
            paths.clear();
        }
        let paths = paths.iter().map(|path| format!("rerun-if-changed={path}"));
        // A module asks for features that its package need not have.
        let features = self.module.as_ref().map(|_| FEATURES.to_owned());
        let warnings = warnings.iter().map(|warning| format!("warning={warning}"));
        let mut lines = String::new();
        for line in paths.chain(features).chain(warnings) {
            lines.push_str(&format!("cargo::{line}\n"));
        }
        lines
    }
}

/// The warnings for Cargo. Cargo puts the name of the package before each line, so a warning is one line.
fn warnings(generated: &Generated) -> Vec<String> {
    let warnings = generated.warnings().iter();
    warnings.map(ToString::to_string).collect()
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` has the error")]
fn text(error: Error) -> String {
    error.to_string()
}

/// Writes a file into `OUT_DIR`, if it differs.
fn put(path: &Path, text: &str) -> Result<(), String> {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let written = std::fs::write(path, text);
    written.map_err(|error| format!("error: cannot write {}: {error}\n", path.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::LastRun;

    #[test]
    fn paths_are_not_instructions() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let instructions = |name: &str| {
            let common = folder.path().join(name);
            fs::write(common, "$defs: { Id: { type: string } }").expect("a file can be written");
            let path = folder.path().join("api.yaml");
            let reference = name.replace('\n', "%0A");
            fs::write(
                &path,
                format!("$ref: '{reference}#/$defs/Id'\nmaxLegnth: 5\n"),
            )
            .expect("a file can be written");
            let config = crate::configure().schema(&path);
            let generated = config.generate().unwrap_or_else(|error| panic!("{error}"));
            config.instructions(&config.inputs(&generated), &super::warnings(&generated))
        };
        let usual = instructions("common.yaml");
        assert!(usual.contains("common.yaml\n"), "{usual}");
        assert!(
            usual.contains("api.yaml:2:1: warning[CR0204]: `maxLegnth`"),
            "{usual}"
        );
        let hostile = instructions("a\ncargo::rustc-env=A=B.yaml");
        let mut lines = hostile.lines();
        assert!(
            lines.all(|line| line.starts_with("cargo::warning=")),
            "{hostile}"
        );
    }

    #[test]
    fn all_documents_are_watched() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let paths = ["a.yaml", "b.yaml"].map(|name| folder.path().join(name));
        for path in &paths {
            fs::write(path, "$defs: { Id: { type: string } }").expect("a file can be written");
        }
        let config = crate::configure().schemas(&paths);
        let generated = config.generate().unwrap_or_else(|error| panic!("{error}"));
        let instructions =
            config.instructions(&config.inputs(&generated), &super::warnings(&generated));
        for path in &paths {
            let line = format!("cargo::rerun-if-changed={}\n", path.display());
            assert_eq!(instructions.matches(&line).count(), 1, "{instructions}");
        }
    }

    #[test]
    fn a_run_repeats_unless_a_file_may_come() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("out")).expect("a folder can be made");
        let run = |text: &str| {
            let text = format!("x-crate: {{license: MIT}}\n{text}");
            fs::write(path("api.yaml"), text).expect("a file can be written");
            let config = crate::configure().schema(path("api.yaml"));
            let config = config.output(path("generated"));
            let config = config.set("unresolved", "any").expect("a choice");
            let run = config.run_in(&path("out"), &LastRun::default());
            let run = run.unwrap_or_else(|error| panic!("{error}"));
            run.write(&path("out")).expect("a file can be written");
            (LastRun::read(&path("out")).would_repeat(&config), run)
        };
        let (repeats, quiet) = run("type: object\nproperties: {a: {type: string}}\n");
        assert!(repeats && quiet.warnings.is_empty(), "{:?}", quiet.warnings);
        let (repeats, warned) = run("type: string\nmaxLegnth: 5\n");
        assert!(
            repeats && warned.warnings.len() == 1,
            "{:?}",
            warned.warnings
        );
        let (repeats, lacking) = run("type: object\nproperties: {a: {$ref: other.yaml}}\n");
        assert!(
            !repeats && lacking.program.is_none(),
            "{:?}",
            lacking.warnings
        );
    }
}
