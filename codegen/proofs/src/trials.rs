//! Makes a test of each document and check. The tests that are run share one program.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use libtest_mimic::{Arguments, Trial};

use crate::program::{CHECKS, Errors, Program};
use crate::subject::Subject;

/// How the crates of some documents are compiled and proven.
#[derive(Debug, Clone, Copy)]
pub struct Suite {
    pub(crate) name: &'static str,
    pub(crate) temporary: &'static Path,
    /// The features of `serde_json` that the program switches on for all crates.
    pub(crate) serde_json: &'static [&'static str],
    /// Whether the documentation of the crates is built.
    is_documented: bool,
    /// The features with which the crates are compiled, each alone; an empty name stands for none.
    features: &'static [&'static str],
}

impl Suite {
    /// A suite that shares its name with no other. `temporary` is `env!("CARGO_TARGET_TMPDIR")` of the test.
    #[must_use]
    pub fn new(name: &'static str, temporary: &'static str) -> Self {
        Self {
            name,
            temporary: Path::new(temporary),
            serde_json: &[],
            is_documented: false,
            features: &["", "schemars", "validate"],
        }
    }

    /// Compiles the crates without features, and not with each feature alone: large crates take minutes.
    #[must_use]
    pub fn without_single_features(self) -> Self {
        Self {
            features: &[""],
            ..self
        }
    }

    /// Also builds the documentation of each crate, with warnings denied.
    #[must_use]
    pub fn with_documentation(self) -> Self {
        Self {
            is_documented: true,
            ..self
        }
    }

    /// Compiles the crates with these features of `serde_json`, which another crate may switch on.
    #[must_use]
    pub fn with_serde_json(self, features: &'static [&'static str]) -> Self {
        Self {
            serde_json: features,
            ..self
        }
    }

    /// Runs a test for each document and each check, and `others`; then prints the counts of the checks.
    ///
    /// # Panics
    ///
    /// A test panics while it counts.
    pub fn run(self, subjects: Vec<Subject>, others: Vec<Trial>) -> ! {
        let arguments = Arguments::from_args();
        let mut chosen = subjects.clone();
        chosen.retain(|subject| {
            let mut names = self.checks_of(subject).map(|(_, name)| name);
            names.any(|name| is_chosen(&arguments, &name))
        });
        let state = Arc::new(State {
            suite: self,
            subjects: chosen,
            program: OnceLock::new(),
            errors: BTreeMap::from([
                ("features", OnceLock::new()),
                ("documentation", OnceLock::new()),
            ]),
            counts: Mutex::default(),
        });
        let mut trials = others;
        for subject in subjects {
            for (check, name) in self.checks_of(&subject) {
                let (state, subject) = (Arc::clone(&state), subject.clone());
                trials.push(Trial::test(name.clone(), move || {
                    let counts = state.ask(&subject, check)?;
                    let mut all = state.counts.lock().expect("no test panics");
                    all.extend(counts.map(|counts| (name, counts)));
                    Ok(())
                }));
            }
        }
        let conclusion = libtest_mimic::run(&arguments, trials);
        let counts = state.counts.lock().expect("no test panics");
        if !counts.is_empty() {
            println!(
                "{:40}{:>6}{:>9}{:>6}{:>9}",
                "counts of the checks", "yes", "unknown", "no", "skipped"
            );
        }
        for (name, line) in counts.iter() {
            println!("{name:40}{line}");
        }
        conclusion.exit();
    }

    /// The checks of a document, and the names of their tests.
    fn checks_of(self, subject: &Subject) -> impl Iterator<Item = (&'static str, String)> {
        let values = subject.instances.is_some();
        let applies = move |check: &&str| match *check {
            "values" => values,
            // The features of a crate have nothing to do with the features of `serde_json`.
            "features" => self.serde_json.is_empty(),
            "documentation" => self.is_documented,
            _ => true,
        };
        let checks = CHECKS.into_iter().chain(["features", "documentation"]);
        let names = checks
            .filter(applies)
            .map(|check| (check, format!("{}/{check}", subject.name)));
        names.collect::<Vec<_>>().into_iter()
    }
}

/// The state that the tests of one suite share.
struct State {
    suite: Suite,
    /// The documents of the tests that are run.
    subjects: Vec<Subject>,
    program: OnceLock<Result<Program, String>>,
    /// The errors of Cargo for each package, by the check that runs Cargo.
    errors: BTreeMap<&'static str, OnceLock<Errors>>,
    /// The counts of the checks.
    counts: Mutex<BTreeMap<String, String>>,
}

impl State {
    /// Runs a check on a document, and returns its counts, if it counts.
    fn ask(&self, subject: &Subject, check: &str) -> Result<Option<String>, String> {
        let program = self.program.get_or_init(|| {
            let subjects: Vec<&Subject> = self.subjects.iter().collect();
            Program::build(self.suite, &subjects)
        });
        let program = program.as_ref().map_err(Clone::clone)?;
        let Some(errors) = self.errors.get(check) else {
            return program.ask(subject, check).map(Some);
        };
        let errors = errors.get_or_init(|| match check {
            "features" => program.compile_with_each(self.suite.features),
            _ => program.document(),
        });
        program.compiles(subject, errors).map(|()| None)
    }
}

/// Whether the test of this name is run.
fn is_chosen(arguments: &Arguments, name: &str) -> bool {
    let matches = |filter: &String| {
        if arguments.exact {
            name == filter
        } else {
            name.contains(filter.as_str())
        }
    };
    arguments.filter.as_ref().is_none_or(matches) && !arguments.skip.iter().any(matches)
}
