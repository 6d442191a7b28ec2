//! Runs the checks of the generator's fixtures on one mutant.

use cratify_check::{self as check, Case};

/// A mutant, as the package that it is in lists it.
pub struct Mutant {
    pub id: usize,
    pub cases: fn() -> Vec<Case>,
    pub document: &'static str,
    /// Whether a published schema was changed: only then is what is published held against the document.
    pub published: bool,
    /// Failures that are there without any mutant: type and check.
    pub expected: &'static [(&'static str, &'static str)],
}

impl Mutant {
    /// The first failure, if there is one.
    pub fn judge(&self) -> Option<String> {
        let cases = (self.cases)();
        let document = || check::Document::read(self.document).expect("the document can be read");
        let checks: [&dyn Fn() -> check::Report; 5] = [
            &|| check::equality(&cases),
            &|| check::annotations(&cases),
            &|| check::instances(&cases),
            &|| check::examples(&document(), &cases).0,
            &|| check::published(&document(), &cases),
        ];
        let count = if self.published { 5 } else { 4 };
        checks[..count].iter().find_map(|check| {
            let failures = check().failures.into_iter();
            let mut failures = failures.filter(|failure| {
                let known = |(case, check): &(&str, &str)| failure.case == *case && failure.check == *check;
                !self.expected.iter().any(known)
            });
            failures.next().map(|failure| format!("{} {}: {}", failure.check, failure.case, failure.message))
        })
    }
}

/// Reads the numbers of mutants and writes the verdict on each as a line of JSON.
pub fn run(all: &[&[Mutant]]) {
    std::panic::set_hook(Box::new(|_| {}));
    for line in std::io::stdin().lines() {
        let id: usize = line.expect("lines of text").parse().expect("a number");
        let mutant = all.iter().copied().flatten().find(|mutant| mutant.id == id).expect("a known mutant");
        let verdict = std::panic::catch_unwind(|| mutant.judge()).unwrap_or_else(|_| Some("the checks panic".to_owned()));
        println!("{}", serde_json::json!(verdict));
    }
}
