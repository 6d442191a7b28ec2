//! Every crate has the support code that its types name, with serde's traits derived and written out.

use std::path::Path;

use cratify::{Config, SerdeCode};
use cratify_testing::{Fixture, corpus, missing_support};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let fixtures = Fixture::goldens().into_iter().chain(Fixture::proofs());
    let trials = fixtures.map(|fixture| {
        let name = format!("fixtures/{}", fixture.name);
        Trial::test(name, move || has_support(&fixture.configure()))
    });
    let mut trials: Vec<Trial> = trials.collect();
    let of_corpus = |path: &Path| has_support(&cratify::configure().schema(path));
    trials.extend(corpus::long_trials(
        "corpus",
        &["openapi", "jsonschema"],
        of_corpus,
    ));
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn has_support(config: &Config) -> Result<(), Failed> {
    let mut problems = Vec::new();
    for code in [SerdeCode::Derive, SerdeCode::Written] {
        // Some documents ask for what one of the two cannot have; none asks for what neither has.
        let generated = match config.clone().serde(code).generate() {
            Ok(generated) => generated,
            Err(error) => {
                problems.push(error.to_string());
                continue;
            }
        };
        let missing = missing_support(&generated);
        if !missing.is_empty() {
            return Err(format!("{code:?} has no {missing:?}").into());
        }
    }
    if problems.len() == 2 {
        return Err(problems.join("\n").into());
    }
    Ok(())
}
