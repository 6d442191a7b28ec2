//! A program with the types of many documents, which runs one check on one of them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::json;

use crate::cargo::{Messages, cargo};
use crate::subject::{Package, Subject};
use crate::trials::Suite;
use crate::workspace;

/// The checks of the program.
pub(crate) const CHECKS: [&str; 7] = [
    "equality",
    "annotations",
    "published",
    "instances",
    "examples",
    "samples",
    "values",
];

/// The errors of Cargo, by the name of the package.
pub(crate) type Errors = BTreeMap<String, String>;

/// Compiled generated crates.
pub(crate) struct Program {
    temporary: PathBuf,
    folder: PathBuf,
    packages: BTreeMap<String, Package>,
    /// The documents that are not part of it, with the reason.
    failures: BTreeMap<String, String>,
    executable: PathBuf,
}

impl Program {
    /// Generates and compiles. A document whose crate does not compile is left out; its tests fail with the
    /// errors of the compiler.
    ///
    /// # Errors
    ///
    /// The program itself does not compile.
    pub(crate) fn build(suite: Suite, subjects: &[&Subject]) -> Result<Self, String> {
        let temporary = suite.temporary;
        let folder = temporary.join(suite.name);
        fs::create_dir_all(&folder).expect("a folder can be made");
        // All suites share a build folder, and may run side by side.
        let program = format!("{}-program", suite.name);
        let mut packages = BTreeMap::new();
        let mut failures = BTreeMap::new();
        for subject in subjects {
            match subject.generate(&folder.join(&subject.name)) {
                Ok(package) => drop(packages.insert(subject.name.clone(), package)),
                Err(failure) => drop(failures.insert(subject.name.clone(), failure)),
            }
        }
        loop {
            workspace::put(&folder, &program, &packages, suite.serde_json);
            let output = run(cargo(temporary, &folder).args(["build", "-p", &program]));
            let messages = Messages::of(&output);
            if let (true, Some(executable)) = (output.status.success(), messages.executable()) {
                return Ok(Self {
                    temporary: temporary.to_owned(),
                    folder,
                    packages,
                    failures,
                    executable,
                });
            }
            let before = packages.len();
            let errors = messages.errors();
            packages.retain(|name, package| {
                let error = errors
                    .get(&package.name)
                    .or_else(|| errors.get(&format!("cases_{name}")));
                if let Some(error) = error {
                    failures.insert(name.clone(), error.clone());
                }
                error.is_none()
            });
            if packages.len() == before {
                return Err(format!(
                    "the program does not compile (in {}):\n{}{}",
                    folder.display(),
                    String::from_utf8_lossy(&output.stderr),
                    errors.into_values().collect::<String>()
                ));
            }
        }
    }

    /// Runs a check, and returns its counts.
    ///
    /// # Errors
    ///
    /// The check fails, or the document has no compiled types.
    ///
    /// # Panics
    ///
    /// The program cannot be run.
    pub(crate) fn ask(&self, subject: &Subject, check: &str) -> Result<String, String> {
        self.is_part(subject)?;
        let exceptions = subject.exceptions.iter().map(|exception| {
            json!({ "case": exception.case, "check": exception.check, "reason": exception.reason })
        });
        let known = json!({
            "document": subject.fixture.path,
            "further": subject.fixture.configure().read_options().further_documents,
            "exceptions": exceptions.collect::<Vec<_>>(),
            "findings": subject.findings,
            "instances": subject.instances,
            "samples": self.packages[&subject.name].samples,
        });
        let mut child = Command::new(&self.executable)
            .args([&subject.name, check])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut input = child.stdin.take().expect("it is piped");
        // A program that fails early does not read its input.
        let _ = input.write_all(known.to_string().as_bytes());
        drop(input);
        let output = child.wait_with_output().expect("the program ends");
        let text = String::from_utf8_lossy(&output.stdout);
        if output.status.success() {
            return Ok(text.lines().last().unwrap_or_default().to_owned());
        }
        Err(format!("{text}{}", String::from_utf8_lossy(&output.stderr)))
    }

    /// Compiles all crates with each of these features alone, and with none for an empty name: a feature may not depend
    /// on another one. Then the crates with features for parts of their types, with each of these features
    /// alone, unless `features` has none.
    pub(crate) fn compile_with_each(&self, features: &[&str]) -> Errors {
        let mut errors = Errors::new();
        for feature in features {
            let mut cargo = cargo(&self.temporary, &self.folder);
            cargo.args(["check", "--lib"]);
            for package in self.packages.values() {
                cargo.args(["-p", &package.name]);
                if !feature.is_empty() {
                    cargo.args(["--features", &format!("{}/{feature}", package.name)]);
                }
            }
            let found = self.errors(&mut cargo).into_iter();
            errors
                .extend(found.map(|(package, error)| {
                    (package, format!("with {feature:?} alone:\n{error}"))
                }));
        }
        let is_each_wanted = features.iter().any(|feature| !feature.is_empty());
        for package in self.packages.values().filter(|_| is_each_wanted) {
            for group in &package.groups {
                let mut cargo = cargo(&self.temporary, &self.folder);
                cargo.args([
                    "check",
                    "--lib",
                    "-p",
                    &package.name,
                    "--no-default-features",
                ]);
                cargo.args(["--features", &format!("{}/{group}", package.name)]);
                let found = self.errors(&mut cargo).into_iter();
                errors.extend(found.map(|(package, error)| {
                    (
                        package,
                        format!("with the types of {group:?} alone:\n{error}"),
                    )
                }));
            }
        }
        errors
    }

    /// Builds the documentation of all crates, with all features.
    pub(crate) fn document(&self) -> Errors {
        let mut cargo = cargo(&self.temporary, &self.folder);
        cargo.env("RUSTDOCFLAGS", "-D warnings").args([
            "doc",
            "--no-deps",
            "--lib",
            "--all-features",
        ]);
        for package in self.packages.values() {
            cargo.args(["-p", &package.name]);
        }
        self.errors(&mut cargo)
    }

    /// Runs Cargo on packages, and returns the errors of each.
    ///
    /// # Panics
    ///
    /// Cargo fails for another reason.
    fn errors(&self, cargo: &mut Command) -> Errors {
        if self.packages.is_empty() {
            return Errors::new();
        }
        let output = run(cargo);
        let found = Messages::of(&output).errors();
        assert!(
            output.status.success() || !found.is_empty(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        found
    }

    /// Whether Cargo had no error for a crate.
    ///
    /// # Errors
    ///
    /// The errors of Cargo, or the document has no compiled types.
    pub(crate) fn compiles(&self, subject: &Subject, errors: &Errors) -> Result<(), String> {
        self.is_part(subject)?;
        let error = errors.get(&self.packages[&subject.name].name);
        error.map_or(Ok(()), |error| Err(error.clone()))
    }

    fn is_part(&self, subject: &Subject) -> Result<(), String> {
        let failure = self.failures.get(&subject.name);
        failure.map_or(Ok(()), |failure| Err(failure.clone()))
    }
}

fn run(cargo: &mut Command) -> Output {
    cargo
        .args([
            "--offline",
            "--quiet",
            "--keep-going",
            "--message-format=json",
        ])
        .output()
        .expect("Cargo runs")
}
