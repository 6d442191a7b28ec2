//! Runs tests side by side, and prints what each of them writes when it ends.
//!
//! Many of these tests wait for one compiler or one validator, so that a run of one after the other leaves processors idle.

use std::collections::VecDeque;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Output;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

/// Tests that compile for a long time. All that compile share a build folder, which one run of Cargo has at a time.
const FIRST: [&str; 4] = ["workspaces", "corpus", "fixtures", "mutants"];
/// Tests that compile no crates, the longest at the end. Each runs beside one that compiles.
const LAST: [&str; 8] = [
    "history",
    "properties",
    "fuzz",
    "support_modules",
    "behaviour",
    "additions",
    "ledger",
    "released_names",
];

/// A run of Cargo.
#[derive(Clone)]
pub(crate) struct Job {
    name: String,
    arguments: Vec<String>,
    environment: Vec<(&'static str, &'static str)>,
}

impl Job {
    /// A test target.
    pub(crate) fn new(name: &str) -> Self {
        let arguments = [
            &["test"],
            &crate::PACKAGES[..],
            &["--no-fail-fast", "--test", name],
        ]
        .concat();
        Self::of(name, &arguments)
    }

    /// All tests of a package, compiled without the features that other packages of the workspace ask for.
    pub(crate) fn alone(package: &str) -> Self {
        Self::of(package, &["test", "-p", package])
    }

    /// The lints of a package outside of the workspace.
    pub(crate) fn lints(name: &str, package: &Path, target: &Path) -> Self {
        let manifest = format!("--manifest-path={}", package.join("Cargo.toml").display());
        let target = format!("--target-dir={}", target.display());
        let lints = ["--benches", "--", "-D", "warnings"];
        Self::of(
            name,
            &[&["clippy", &manifest, &target], &lints[..]].concat(),
        )
    }

    /// Another task of this program.
    pub(crate) fn task(arguments: &[&str]) -> Self {
        Self::of(arguments[0], &[&["xtask"], arguments].concat())
    }

    fn of(name: &str, arguments: &[&str]) -> Self {
        Self {
            name: name.to_owned(),
            arguments: arguments
                .iter()
                .map(|argument| (*argument).to_owned())
                .collect(),
            environment: Vec::new(),
        }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The same with a variable of the environment.
    pub(crate) fn with(mut self, variable: &'static str, value: &'static str) -> Self {
        self.environment.push((variable, value));
        self
    }

    fn output(&self) -> io::Result<Output> {
        let mut command = crate::cargo();
        command
            .args(&self.arguments)
            .envs(self.environment.iter().copied());
        command.output()
    }
}

/// The test targets of the proofs, without the mutants, of which a run has a share.
///
/// # Panics
///
/// The folder of the tests cannot be read.
pub(crate) fn targets_of_proofs() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../proofs/tests");
    let entries = fs::read_dir(folder).expect("the folder of the proofs can be read");
    let names = entries.map(|entry| {
        let path = entry.expect("its entries can be read").path();
        path.file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    });
    let mut names: Vec<String> = names.filter(|name| name != "mutants").collect();
    names.sort();
    names
}

/// Runs all, as many at a time as there are processors: every other worker begins at the end. Whether all pass.
pub(crate) fn run(mut jobs: Vec<Job>) -> bool {
    jobs.sort_by_key(|job| {
        let place = |list: &[&str]| list.iter().position(|name| *name == job.name);
        match (place(&FIRST), place(&LAST)) {
            (Some(index), _) => (0, index),
            (None, None) => (1, 0),
            (None, Some(index)) => (2, index),
        }
    });
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let (queue, failures) = (Mutex::new(VecDeque::from(jobs)), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for worker in 0..workers {
            let (queue, failures) = (&queue, &failures);
            scope.spawn(move || {
                while let Some(job) = next(queue, worker) {
                    let start = Instant::now();
                    let output = job.output();
                    let mut failures = failures.lock().expect("no worker panics");
                    if !report(&job.name, &output, start.elapsed()) {
                        failures.push(job.name);
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().expect("no worker panics");
    if !failures.is_empty() {
        eprintln!("failed: {}", failures.join(", "));
    }
    failures.is_empty()
}

/// The next job of a worker.
fn next(queue: &Mutex<VecDeque<Job>>, worker: usize) -> Option<Job> {
    let mut queue = queue.lock().expect("no worker panics");
    if worker.is_multiple_of(2) {
        queue.pop_front()
    } else {
        queue.pop_back()
    }
}

/// Prints what a target wrote. Whether it passed.
fn report(name: &str, output: &io::Result<Output>, time: Duration) -> bool {
    println!("\n-- {name} ({} s)", time.as_secs());
    match output {
        Ok(output) => {
            print!("{}", String::from_utf8_lossy(&output.stdout));
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            output.status.success()
        }
        Err(error) => {
            eprintln!("{error}");
            false
        }
    }
}
