//! Makes a test of each document and check. The tests that are run share one program.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use libtest_mimic::{Arguments, Trial};

use crate::program::{CHECKS, Program};
use crate::subject::Subject;

/// The state that the tests of one suite share.
struct Suite {
    name: &'static str,
    temporary: &'static Path,
    /// The documents of the tests that are run.
    subjects: Vec<Subject>,
    program: OnceLock<Result<Program, String>>,
    /// The errors of packages with one feature alone.
    features: OnceLock<BTreeMap<String, String>>,
    /// The counts of the checks.
    counts: Mutex<BTreeMap<String, String>>,
}

impl Suite {
    fn program(&self) -> Result<&Program, &String> {
        let program = self.program.get_or_init(|| {
            let subjects: Vec<&Subject> = self.subjects.iter().collect();
            Program::build(self.temporary, self.name, &subjects)
        });
        program.as_ref()
    }
}

/// Runs a test for each document and each check, and `others`; then prints the counts of the checks.
///
/// `temporary` is `env!("CARGO_TARGET_TMPDIR")` of the test.
///
/// # Panics
///
/// A test panics while it counts.
pub fn run(
    name: &'static str,
    temporary: &'static str,
    subjects: Vec<Subject>,
    others: Vec<Trial>,
) -> ! {
    let arguments = Arguments::from_args();
    let names = |subject: &Subject| {
        let checks = CHECKS.into_iter().chain(["features"]);
        let checks = checks
            .filter(|check| *check != "published" || !subject.fixture.has_several_documents());
        checks
            .map(|check| (check, format!("{}/{check}", subject.name)))
            .collect::<Vec<_>>()
    };
    let mut chosen = subjects.clone();
    chosen.retain(|subject| {
        names(subject)
            .iter()
            .any(|(_, name)| is_chosen(&arguments, name))
    });
    let suite = Arc::new(Suite {
        name,
        temporary: Path::new(temporary),
        subjects: chosen,
        program: OnceLock::new(),
        features: OnceLock::new(),
        counts: Mutex::default(),
    });
    let mut trials = others;
    for subject in subjects {
        for (check, name) in names(&subject) {
            let (suite, subject) = (Arc::clone(&suite), subject.clone());
            trials.push(Trial::test(name.clone(), move || {
                let program = suite.program()?;
                if check == "features" {
                    let errors = suite
                        .features
                        .get_or_init(|| program.compile_with_each_feature());
                    return Ok(program.features(&subject, errors)?);
                }
                let counts = program.ask(&subject, check)?;
                suite
                    .counts
                    .lock()
                    .expect("no test panics")
                    .insert(name, counts);
                Ok(())
            }));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    let counts = suite.counts.lock().expect("no test panics");
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
