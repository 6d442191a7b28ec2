//! The names of a release stay: after random edits of random documents, of fixtures and of real documents, everything
//! that the release has a name for and that still has its schema has that name. Members that are behind a `Box` and
//! members that are not stay so too, and what each constructor takes.

use std::path::Path;

use cratify::released::Head;
use cratify_diff::Side;
use cratify_diff::rust::surface::{Function, Item, Kind, Member, Surface};
use cratify_testing::random::{self, Addition, Document, Refactoring, additions, refactorings};
use cratify_testing::{corpus, head};
use libtest_mimic::{Arguments, Failed, Trial};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::Value;

fn side(document: &Value, release: Option<Head>) -> Result<Side, String> {
    let config = cratify::configure().schema_text("document.json", document.to_string());
    let config = match release {
        Some(release) => config.for_released(Vec::new(), release),
        None => config,
    };
    Side::from_config("document", &config).map_err(|problem| problem.to_string())
}

/// The item that a path of a surface leads to.
fn find<'s>(surface: &'s Surface, path: &str) -> Option<&'s Item> {
    let item = surface.item(path)?;
    let target = item.ty.as_deref().filter(|_| item.kind == Kind::Alias);
    match target.and_then(|target| target.strip_prefix("crate::")) {
        Some(target) => surface.item(target),
        None => Some(item),
    }
}

/// How many boxes there are in the type of a member.
fn boxes(member: &Member) -> usize {
    let types = member.types.iter();
    types.map(|ty| ty.matches("Box<").count()).sum()
}

/// The names of the arguments of a function.
fn arguments(function: &Function) -> Option<Vec<&str>> {
    let arguments = function.arguments.as_ref()?.iter();
    Some(arguments.map(|argument| &*argument.name).collect())
}

/// The released names that are gone, and what has another form than in the release.
fn gone(old: &Surface, new: &Surface) -> Vec<String> {
    let mut gone = Vec::new();
    for item in &old.items {
        let Some(now) = find(new, &item.path) else {
            gone.push(item.path.clone());
            continue;
        };
        if item.kind != now.kind {
            continue;
        }
        let members = item.members.iter().filter(|member| {
            let now = now.member(&member.name);
            now.is_none_or(|now| boxes(now) != boxes(member))
        });
        let functions = item.functions.iter().filter(|function| {
            let now = now.function(&function.name);
            now.is_none_or(|now| arguments(now) != arguments(function))
        });
        let functions = functions.map(|function| &function.name);
        let names = members.map(|member| &member.name).chain(functions);
        gone.extend(names.map(|name| format!("{}.{name}", item.path)));
    }
    gone
}

/// Edits a document in steps, each of which is released.
fn hold(document: &Value, steps: &[Step]) -> Result<(), TestCaseError> {
    // Another document is tried in the place of one that is refused. No real one is.
    let first = side(document, None).map_err(TestCaseError::reject)?;
    let surface = |side: &Side| side.surface().map_err(TestCaseError::fail);
    let old = surface(&first)?;
    let mut release = head(&first.generated, &first.decisions);
    // A new schema in the place of a released one takes its name.
    let inline = release.names.types.iter().filter(|one| !one.is_named);
    let inline: Vec<String> = inline.map(|one| one.ident.clone()).collect();
    let mut edited = document.clone();
    for step in steps {
        let before = edited.clone();
        match step {
            Step::Refactorings(edits) => edits
                .iter()
                .for_each(|edit| edit.apply(&mut edited, &inline)),
            Step::Additions(edits) => edits.iter().for_each(|edit| edit.apply(&mut edited)),
        }
        let new = side(&edited, Some(release)).map_err(TestCaseError::fail)?;
        let gone = gone(&old, &surface(&new)?);
        prop_assert!(gone.is_empty(), "{gone:#?} {step:#?}\n{before}\n{edited}");
        release = head(&new.generated, &new.decisions);
    }
    Ok(())
}

/// The changes of a release.
#[derive(Debug, Clone)]
enum Step {
    Refactorings(Vec<Refactoring>),
    Additions(Vec<Addition>),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        2 => refactorings().prop_map(Step::Refactorings),
        1 => additions().prop_map(Step::Additions),
    ];
    vec(step, 1..4)
}

/// Tries random documents and edits.
fn random_documents<S>(documents: S) -> Result<(), Failed>
where
    S: Strategy<Value = Document>,
{
    let mut runner = TestRunner::new(random::few(6, "tests/released-names-regressions.txt"));
    let tried = runner.run(&(documents, steps()), |(Document(document), steps)| {
        hold(&document, &steps)
    });
    tried.map_err(|error| error.to_string().into())
}

/// Tries many edits of a real document, all at once.
fn real_document(path: &Path) -> Result<(), Failed> {
    let document = serde_yaml::from_str(&std::fs::read_to_string(path)?)?;
    let mut runner = TestRunner::deterministic();
    let bundles = (vec(refactorings(), 12), vec(additions(), 4));
    let (refactorings, additions) = bundles.new_tree(&mut runner)?.current();
    let steps = [
        Step::Refactorings(refactorings.concat()),
        Step::Additions(additions.concat()),
    ];
    hold(&document, &steps).map_err(|error| error.to_string())?;
    Ok(())
}

fn main() {
    let fixtures = any::<Index>().prop_map(|place| Document(place.get(random::fixtures()).clone()));
    let mut trials = vec![
        Trial::test("random", || random_documents(random::well_formed())),
        Trial::test("fixtures", || random_documents(fixtures)),
    ];
    trials.extend(corpus::long_trials(
        "released_names",
        &["openapi"],
        real_document,
    ));
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}
