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

/// What takes longest comes first: the others fill the gaps.
const LONGEST: [&str; 5] = ["corpus", "fixtures", "mutants", "workspaces", "ledger"];

/// A run of Cargo.
#[derive(Clone)]
pub(crate) struct Job {
    name: String,
    arguments: Vec<String>,
    environment: Vec<(&'static str, &'static str)>,
}

impl Job {
    /// A test target of a package.
    pub(crate) fn new(name: &str, package: &[&str]) -> Self {
        let arguments = [&["test"], package, &["--no-fail-fast", "--test", name]].concat();
        Self::of(name, &arguments)
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

/// Runs all, as many at a time as there are processors. Whether all pass.
pub(crate) fn run(mut jobs: Vec<Job>) -> bool {
    jobs.sort_by_key(|job| {
        LONGEST
            .iter()
            .position(|name| *name == job.name)
            .unwrap_or(LONGEST.len())
    });
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let jobs = Mutex::new(VecDeque::from(jobs));
    let failed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let next = jobs.lock().expect("no worker panics").pop_front();
                    let Some(job) = next else { break };
                    let start = Instant::now();
                    let output = job.output();
                    let mut failed = failed.lock().expect("no worker panics");
                    if !report(&job.name, &output, start.elapsed()) {
                        failed.push(job.name);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().expect("no worker panics");
    if !failed.is_empty() {
        eprintln!("failed: {}", failed.join(", "));
    }
    failed.is_empty()
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
