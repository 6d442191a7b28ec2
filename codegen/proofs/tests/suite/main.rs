//! The official JSON Schema Test Suite of draft 2020-12, in the folder that `CRATIFY_CORPUS` names. Without the
//! variable the test is ignored.
//!
//! The types of every group are generated, compiled and tried on each instance: a valid instance is read and
//! written back unchanged, and strict reading agrees with the suite. The settings keep every value, so that no
//! exception hides a loss. A difference has to be on the [reviewed] list, with its reason.

mod groups;
mod packages;
mod reviewed;
mod verdict;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use cratify::{Config, Generated, NullMembers, Severity, UnknownMembers, Untyped};
use cratify_testing::corpus;
use libtest_mimic::{Arguments, Failed, Trial};

use groups::Group;
use verdict::Problem;

/// Where the groups are, below the corpus.
const GROUPS: &str = "suite/tests/draft2020-12";

/// The least number of groups, required and optional.
const WHOLE: (usize, usize) = (383, 50);

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = vec![corpus::trial("the suite is whole", GROUPS, is_whole)];
    if let Some(folder) = corpus::folder()
        .map(|folder| folder.join(GROUPS))
        .filter(|folder| folder.exists())
    {
        trials.extend(required(&folder));
        trials.extend(optional(&folder));
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    conclusion.exit();
}

fn is_whole(folder: &Path) -> Result<(), Failed> {
    let count = |groups: Vec<Group>| groups.len();
    let found = (
        count(groups::read(folder)),
        count(groups::read(&folder.join("optional"))),
    );
    if found.0 >= WHOLE.0 && found.1 >= WHOLE.1 {
        return Ok(());
    }
    Err(format!("{found:?} groups of at least {WHOLE:?}").into())
}

/// A test for each file of required groups. All of them share one program.
fn required(folder: &Path) -> Vec<Trial> {
    let groups = groups::read(folder);
    let files = files(&groups);
    let groups = Arc::new(groups);
    let problems: Arc<OnceLock<Vec<Problem>>> = Arc::default();
    let trial = |file: String| {
        let (groups, problems) = (Arc::clone(&groups), Arc::clone(&problems));
        Trial::test(file.clone(), move || {
            let problems =
                problems.get_or_init(|| verdict::judge(&groups, &packages::ask(&groups)));
            let own = problems.iter().filter(|problem| problem.file == file);
            passes(&reviewed::open(&file, &own.collect::<Vec<_>>()))
        })
    };
    files.into_iter().map(trial).collect()
}

/// A test for each file of optional groups, which only have to be generated.
fn optional(folder: &Path) -> Vec<Trial> {
    let groups = groups::read(&folder.join("optional"));
    let files = files(&groups);
    let groups = Arc::new(groups);
    let trial = |file: String| {
        let groups = Arc::clone(&groups);
        Trial::test(format!("optional/{file}"), move || {
            let scratch = tempfile::tempdir()?;
            let own = groups.iter().filter(|group| group.file == file);
            let refused = own.filter_map(|group| {
                let problems = generate(group, scratch.path()).err()?;
                Some(format!("{}: {problems}", group.name()))
            });
            passes(&refused.collect::<Vec<_>>())
        })
    };
    files.into_iter().map(trial).collect()
}

/// The files that the groups are in.
fn files(groups: &[Group]) -> Vec<String> {
    let mut files: Vec<String> = groups.iter().map(|group| group.file.clone()).collect();
    files.dedup();
    files
}

fn passes(problems: &[String]) -> Result<(), Failed> {
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems.join("\n").into())
    }
}

/// The settings of the suite.
fn configure(schema: &Path) -> Config {
    let corpus = corpus::folder().expect("the groups were read from the corpus");
    cratify::configure()
        .schema(schema)
        .untyped(Untyped::Literal)
        .null_members(NullMembers::Distinct)
        .unknown_members(UnknownMembers::Keep)
        .map_references("http://localhost:1234/", corpus.join("suite/remotes"))
}

/// Generates from the schema of a group, which is written to the folder; the error is what is wrong
/// with it.
fn generate(group: &Group, folder: &Path) -> Result<Generated, String> {
    let path = folder.join("schema.json");
    std::fs::write(&path, &group.schema).expect("the schema can be written");
    configure(&path).generate().map_err(|error| {
        let problems = error.diagnostics().iter();
        let errors = problems.filter(|problem| problem.severity == Severity::Error);
        let errors =
            errors.map(|problem| format!("{}: {}", problem.code.as_str(), problem.message));
        errors.collect::<Vec<_>>().join("; ")
    })
}
