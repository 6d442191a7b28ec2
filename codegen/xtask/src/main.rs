//! Tasks that take longer than `cargo test`. Each runs Cargo with the packages and variables that it needs.

mod jobs;

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use jobs::Job;

const USAGE: &str = "\
cargo xtask prove [NAME]             compiles and proves the crates of the fixtures, the corpus and the suite;
                                     only the tests with NAME in their names, if there is one
cargo xtask all                      a share of these that takes minutes: the proofs without the largest documents, edits of
                                     some kinds, a minute of `fuzz` on the same documents in each run
cargo xtask mutants [--every N]      edits generated crates: one edit of each kind, or every Nth of all
cargo xtask fuzz [--minutes N]       tries the properties on other documents, for 5 minutes or N;
                                     with `--seed N` behind it, on the same ones in each run

CRATIFY_CORPUS names the folder of the corpus; without it, what needs it is ignored.";

/// The number of random documents for each property, in a round of fuzzing.
const CASES: &str = "64";

/// The packages of all runs. With another selection, Cargo would enable other features of what they share, and compile it
/// again. The benchmarks bring packages of their own.
const PACKAGES: [&str; 3] = ["--workspace", "--exclude", "cratify-benches"];

/// The proofs of which a run with a limit has less.
const PROOFS_WITH_LIMIT: [&str; 3] = ["corpus", "edits", "fixtures"];
/// The proofs that compile the crates of fixtures once more, with other features.
const ONCE_MORE: [&str; 2] = ["arbitrary", "precision"];
/// The tests of the command that compile.
const WORKSPACES: &str = "workspaces";
/// The tests that take minutes on real documents.
const LONG: [&str; 3] = ["support_modules", "additions", "released_names"];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let passed = match arguments.as_slice() {
        ["prove"] => build() && jobs::run(proofs()),
        ["all"] => build() && jobs::run(sample()),
        ["prove", name] => {
            let targets = jobs::targets_of_proofs();
            let targets = targets
                .iter()
                .map(String::as_str)
                .chain([WORKSPACES])
                .flat_map(|target| ["--test", target]);
            let arguments: Vec<&str> = targets.chain(["--no-fail-fast", "--", name]).collect();
            fetch() && test(&arguments, &[])
        }
        ["mutants"] => mutants(None),
        ["mutants", "--every", number] if is_number(number) => mutants(Some(number)),
        ["fuzz"] => fuzz(5, None),
        ["fuzz", "--minutes", number] if is_number(number) => {
            fuzz(number.parse().unwrap_or(u64::MAX), None)
        }
        ["fuzz", "--minutes", number, "--seed", seed] if is_number(number) && is_number(seed) => {
            fuzz(number.parse().unwrap_or(u64::MAX), seed.parse().ok())
        }
        _ => {
            eprintln!("{USAGE}");
            false
        }
    };
    if passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn is_number(text: &str) -> bool {
    text.parse::<u64>().is_ok_and(|number| number > 0)
}

/// Compiles all tests: tests that run side by side would wait for each other's compiler.
fn build() -> bool {
    fetch() && test(&["--no-run"], &[]) && test(&["--no-run", "--test", "mutants"], &[])
}

/// All proofs, and all cases of tests that `cargo test` runs a share of.
fn proofs() -> Vec<Job> {
    let mut jobs = proofs_up_to("all");
    jobs.push(Job::new("ledger").with("CRATIFY_LEDGER", "all"));
    jobs.push(Job::new("properties").with("PROPTEST_CASES", "256"));
    // The languages of all edits of the table.
    jobs.push(Job::new("behaviour").with("CRATIFY_LONG", "all"));
    // The support code with no more features of `serde_json` than it asks for.
    jobs.push(Job::alone("cratify-support-tests"));
    // A package with the versions of the workspace, which is not a member of it.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let package = root.join("benches/unions");
    let copied = fs::copy(root.join("Cargo.lock"), package.join("Cargo.lock"));
    copied.expect("the lock file can be copied");
    jobs.push(Job::lints("unions", &package, &root.join("target")));
    jobs
}

/// The proofs. Proofs that take minutes on real documents have the documents of up to this number of KiB; if it is one,
/// crates are not compiled with each feature alone.
fn proofs_up_to(longest: &'static str) -> Vec<Job> {
    let names = jobs::targets_of_proofs();
    let names = names
        .iter()
        .map(String::as_str)
        .chain([WORKSPACES])
        .chain(LONG);
    let is_long = |name: &str| PROOFS_WITH_LIMIT.contains(&name) || LONG.contains(&name);
    let job = |name: &str| {
        let job = Job::new(name);
        if is_long(name) {
            job.with("CRATIFY_LONG", longest)
        } else {
            job
        }
    };
    names.map(job).collect()
}

/// The proofs of all documents but the largest, and a share of what takes hours.
fn sample() -> Vec<Job> {
    let mut jobs = proofs_up_to("700");
    jobs.retain(|job| !ONCE_MORE.contains(&job.name()));
    jobs.push(Job::new("mutants").with("CRATIFY_MUTANTS", "1/1"));
    jobs.push(Job::task(&["fuzz", "--minutes", "1", "--seed", "1"]));
    jobs
}

fn mutants(every: Option<&str>) -> bool {
    let wish = every.map(|number| ("CRATIFY_MUTANTS", number));
    let wish: Vec<_> = wish.into_iter().collect();
    fetch() && test(&["--test", "mutants", "--", "--nocapture"], &wish)
}

/// Rounds of properties on new documents, until the time is over.
fn fuzz(minutes: u64, first: Option<u64>) -> bool {
    let start = Instant::now();
    let limit = Duration::from_secs(minutes.saturating_mul(60));
    let mut rounds = 0;
    while start.elapsed() < limit {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let seed = first.map(|first| first + rounds);
        let seed = seed.unwrap_or_else(|| now.map_or(rounds, |now| now.as_secs()));
        let seed = seed.to_string();
        println!("PROPTEST_RNG_SEED={seed}");
        let cases = [
            ("PROPTEST_CASES", CASES),
            ("PROPTEST_RNG_SEED", seed.as_str()),
        ];
        let documents = test(&["--test", "properties"], &cases);
        if !documents || !test(&["--lib", "markdown::tests::properties"], &cases) {
            return false;
        }
        rounds += 1;
    }
    println!("{rounds} rounds of {CASES} documents for each property");
    true
}

/// Fetches the dependencies of generated crates, which are compiled offline.
fn fetch() -> bool {
    run(cargo().args(["fetch", "--locked"]))
}

fn test(arguments: &[&str], environment: &[(&str, &str)]) -> bool {
    run(cargo()
        .arg("test")
        .args(PACKAGES)
        .args(arguments)
        .envs(environment.iter().copied()))
}

fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn run(command: &mut Command) -> bool {
    match command.status() {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("{command:?}: {error}");
            false
        }
    }
}
