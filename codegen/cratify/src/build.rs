//! Runs a configuration in a build script, and reports the result to Cargo.
//!
//! Cargo shows a line `cargo::warning=` or `cargo::error=` behind the name of the package. If the script fails, Cargo
//! also shows everything that it wrote. So errors go to standard error alone: Cargo then shows them once, as they are
//! written. The warnings of a script that succeeds can only be such lines: each is one of them.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::config::Config;
use crate::generated::Generated;
use crate::report::Error;
use crate::watch::Watch;

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
        let mut generated = self.generate_for_build().map_err(text)?;
        let mut watched = Vec::new();
        if let Some(name) = &self.module {
            put(&format!("{name}.rs"), &generated.module())?;
        } else {
            watched = write(&mut generated)?;
            put(CHECKS, &generated.checks())?;
        }
        let library = self.output.join("src/lib.rs");
        let library = self.module.is_none().then_some(&*library);
        generated.look_around(library).map_err(text)?;
        Ok(self.instructions(&generated, &watched))
    }

    /// The lines for Cargo: what to run the script again for, and the warnings.
    fn instructions(&self, generated: &Generated, watched: &[PathBuf]) -> String {
        let documents = std::iter::once(&*self.schema).chain(self.other_inputs());
        let documents = documents.chain(generated.other_documents());
        // Cargo runs the script in each build if a file that it names does not exist.
        let records = Some(&*self.records).filter(|folder| folder.exists());
        let documents = documents.chain(records);
        let own = ["build.rs", "Cargo.toml"].map(Path::new).into_iter();
        let watched = watched.iter().map(PathBuf::as_path);
        let paths = own.chain(documents).chain(watched);
        let mut paths: Vec<String> = paths.map(|path| path.display().to_string()).collect();
        // A path of several lines would be instructions of its own. Without paths, Cargo runs the script again
        // whenever a file of the package changes.
        if paths.iter().any(|path| path.contains('\n')) {
            paths.clear();
        }
        let paths = paths.iter().map(|path| format!("rerun-if-changed={path}"));
        // A module asks for features that its package need not have.
        let features = self.module.as_ref().map(|_| FEATURES.to_owned());
        let paths = paths.chain(features);
        // Cargo puts the name of the package before each line, so a warning is one line.
        let warnings = generated.warnings().iter();
        let warnings = warnings.map(|warning| format!("warning={warning}"));
        let mut lines = String::new();
        for line in paths.chain(warnings) {
            lines.push_str(&format!("cargo::{line}\n"));
        }
        lines
    }
}

/// Writes the crate, and returns the files for Cargo to watch.
fn write(generated: &mut Generated) -> Result<Vec<PathBuf>, String> {
    let Some(folder) = std::env::var_os("OUT_DIR") else {
        generated.write().map_err(text)?;
        return Ok(Vec::new());
    };
    let watch = Watch::new(folder.into());
    let edited = watch.edited(generated);
    let summary = generated.write().map_err(text)?;
    generated.warn_of_edits(edited).map_err(text)?;
    let watched = watch.watched(generated, &summary);
    let kept = watch.keep(generated);
    kept.map_err(|error| format!("error: cannot write to `OUT_DIR`: {error}\n"))?;
    Ok(watched)
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` has the error")]
fn text(error: Error) -> String {
    error.to_string()
}

/// Writes a file into `OUT_DIR`, if Cargo has set it and the file differs.
fn put(name: &str, text: &str) -> Result<(), String> {
    let Some(folder) = std::env::var_os("OUT_DIR") else {
        return Ok(());
    };
    let path = Path::new(&folder).join(name);
    if std::fs::read_to_string(&path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    std::fs::write(path, text).map_err(|error| format!("error: cannot write {name}: {error}\n"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    #[test]
    fn paths_are_no_instructions() {
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
            config.instructions(&generated, &[])
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
        let instructions = config.instructions(&generated, &[]);
        for path in &paths {
            let line = format!("cargo::rerun-if-changed={}\n", path.display());
            assert_eq!(instructions.matches(&line).count(), 1, "{instructions}");
        }
    }
}
