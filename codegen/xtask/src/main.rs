//! Tasks that take longer than `cargo test`. Each runs Cargo with the packages and variables that it needs.

mod jobs;

use std::env;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use jobs::Job;

const USAGE: &str = "\
cargo xtask prove [NAME]             compiles and proves the crates of the fixtures, the corpus and the suite;
                                     only the tests with NAME in their names, if there is one
cargo xtask all                      `prove`, `mutants` and a minute of `fuzz` on the same documents, side by side
cargo xtask mutants [--every N]      edits generated crates: one edit of each kind, or every Nth of all
cargo xtask fuzz [--minutes N]       tries the properties on other documents, for 5 minutes or N;
                                     with `--seed N` behind it, on the same ones in each run

CRATIFY_CORPUS names the folder of the corpus; without it, what needs it is ignored.";

/// The number of random documents for each property: in a proof, and in a round of fuzzing.
const CASES: (&str, &str) = ("256", "512");

/// The packages of the proofs, the command and the generator.
const COMMAND: [&str; 2] = ["-p", "cargo-cratify"];
const PROOFS: [&str; 2] = ["-p", "cratify-proofs"];
const CRATIFY: [&str; 2] = ["-p", "cratify"];
const MODEL: [&str; 2] = ["-p", "cratify-model"];
const DIFF: [&str; 2] = ["-p", "cratify-diff"];

/// The tests of versions that take minutes on real documents.
const VERSIONS: [&str; 2] = ["additions", "released_names"];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let passed = match arguments.as_slice() {
        ["prove"] => build() && jobs::run(proofs("all", "all")),
        ["all"] => build() && jobs::run([proofs("8", "600"), sample()].concat()),
        ["prove", name] => {
            fetch()
                && test(&PROOFS, &["--no-fail-fast", "--", name], &[])
                && test(&COMMAND, &["--test", "workspaces", "--", name], &[])
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

/// Compiles all tests: those that run side by side would wait for each other's compiler. Package by package, as they run:
/// Cargo compiles other features for several packages.
fn build() -> bool {
    let packages = [PROOFS, COMMAND, CRATIFY, MODEL, DIFF];
    fetch()
        && packages
            .iter()
            .all(|package| test(package, &["--no-run"], &[]))
        && test(&PROOFS, &["--no-run", "--test", "mutants"], &[])
}

/// All proofs, and more cases of tests that `cargo test` runs a share of: of the ledger, one keyword in this number; of the
/// tests that take minutes, those of documents of up to this number of KiB.
fn proofs(ledger: &'static str, longest: &'static str) -> Vec<Job> {
    let names = jobs::targets_of_proofs().into_iter();
    let mut jobs: Vec<Job> = names.map(|name| Job::new(&name, &PROOFS)).collect();
    jobs.push(Job::new("workspaces", &COMMAND));
    jobs.push(Job::new("ledger", &CRATIFY).with("CRATIFY_LEDGER", ledger));
    jobs.push(Job::new("properties", &CRATIFY).with("PROPTEST_CASES", CASES.0));
    jobs.push(Job::new("support_modules", &CRATIFY).with("CRATIFY_LONG", longest));
    let versions = VERSIONS.map(|name| Job::new(name, &DIFF).with("CRATIFY_LONG", longest));
    jobs.extend(versions);
    if longest == "all" {
        // The languages of all edits of the table.
        jobs.push(Job::new("behaviour", &DIFF).with("CRATIFY_LONG", longest));
    }
    jobs
}

/// A share of what takes hours.
fn sample() -> Vec<Job> {
    vec![
        Job::new("mutants", &PROOFS),
        Job::task(&["fuzz", "--minutes", "1", "--seed", "1"]),
    ]
}

fn mutants(every: Option<&str>) -> bool {
    let wish = every.map(|number| ("CRATIFY_MUTANTS", number));
    let wish: Vec<_> = wish.into_iter().collect();
    fetch() && test(&PROOFS, &["--test", "mutants", "--", "--nocapture"], &wish)
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
            ("PROPTEST_CASES", CASES.1),
            ("PROPTEST_RNG_SEED", seed.as_str()),
        ];
        let documents = test(&CRATIFY, &["--test", "properties"], &cases);
        if !documents || !test(&MODEL, &["--lib", "properties"], &cases) {
            return false;
        }
        rounds += 1;
    }
    println!("{rounds} rounds of {} documents for each property", CASES.1);
    true
}

/// Fetches the dependencies of generated crates, which are compiled offline.
fn fetch() -> bool {
    run(cargo().args(["fetch", "--locked"]))
}

fn test(package: &[&str], arguments: &[&str], environment: &[(&str, &str)]) -> bool {
    run(cargo()
        .arg("test")
        .args(package)
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
