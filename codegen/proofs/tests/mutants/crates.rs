//! The generated crates of the fixtures, and all mutants of them.

use std::path::PathBuf;

use cratify::FeatureGroups;
use cratify_testing::Fixture;
use serde_json::Value;

use crate::edit::edits;
use crate::schemas;

/// A generated crate.
pub(crate) struct Crate {
    /// The fixture.
    pub name: String,
    pub document: PathBuf,
    /// Paths and texts.
    pub files: Vec<(String, String)>,
    /// The list of its types, as the checks take it.
    pub checks: String,
    /// Failures that are there without any mutant: type and check.
    pub expected: Vec<(String, String)>,
}

/// The files that differ from the files of the crate.
#[derive(Debug, Clone)]
pub(crate) enum Change {
    /// Nothing: the copy has to pass, or noticing would say nothing.
    None,
    /// The text of the file of types.
    Code(String),
    /// The text of a file in `schema/`.
    Schema { path: String, text: String },
}

/// A file of a crate with one decision made otherwise.
#[derive(Debug, Clone)]
pub(crate) struct Mutant {
    /// Which crate.
    pub owner: usize,
    /// The file of types.
    pub file: String,
    pub kind: String,
    /// The fixture, the type, and what in it.
    pub place: String,
    pub change: Change,
}

/// The kind of a copy without a change.
pub(crate) const COPY: &str = "copy";

/// A fixture of aliases: in a crate of mutants they are unused, which is a warning there.
const ALIASES: &str = "former_names";

/// Generates the crates of the fixtures, except for fixtures of aliases, and fixtures whose types are in modules: what is decided
/// there are paths, which the compiler checks.
pub(crate) fn generate() -> Vec<Crate> {
    let fixtures = Fixture::proofs()
        .into_iter()
        .filter(|fixture| !fixture.sets("modules") && fixture.name != ALIASES);
    let crates = fixtures.map(|fixture| {
        // Several crates become one, which has no features that select types.
        let config = fixture.configure().feature_groups(FeatureGroups::None);
        let generated = config.generate();
        let generated = generated.unwrap_or_else(|error| panic!("{error}"));
        let files = generated.files();
        let exceptions = fixture.exceptions();
        Crate {
            files: files
                .map(|(path, text)| (path.to_owned(), text.to_owned()))
                .collect(),
            checks: generated.checks(),
            expected: exceptions
                .into_iter()
                .map(|known| (known.case, known.check))
                .collect(),
            document: fixture.path,
            name: fixture.name,
        }
    });
    crates.collect()
}

/// All mutants of a crate, and a copy of each file without a change.
pub(crate) fn mutants(owner: usize, of: &Crate) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (path, text) in &of.files {
        let is_types = path
            .strip_prefix("src/")
            .is_some_and(|name| !name.contains('/'));
        // The structs of required members have the names of types, and no JSON.
        let is_other = ["src/lib.rs", "src/required.rs"].contains(&path.as_str());
        if !is_types || is_other || of.types(text).is_empty() {
            continue;
        }
        let mut add = |kind: String, place: &str, change| {
            mutants.push(Mutant {
                owner,
                file: path.clone(),
                kind,
                place: format!("{} {place}", of.name),
                change,
            });
        };
        add(COPY.to_owned(), path, Change::None);
        for edit in edits(text) {
            add(edit.kind, &edit.place, Change::Code(edit.text));
        }
        for (path, text) in of.schemas(text) {
            let schema: Value = serde_json::from_str(text).expect("a schema is JSON");
            for (kind, schema) in schemas::edits(&schema) {
                let change = Change::Schema {
                    path: path.clone(),
                    text: schema.to_string(),
                };
                add(format!("published: {kind}"), path, change);
            }
        }
    }
    mutants
}

impl Crate {
    /// The files of schemas that a file of types includes.
    pub(crate) fn schemas<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = &'a (String, String)> {
        self.files.iter().filter(move |(path, _)| {
            path.starts_with("schema/") && text.contains(&format!("\"../{path}\""))
        })
    }

    /// The lines of the list of types that are about the types of a file.
    pub(crate) fn types(&self, text: &str) -> Vec<&str> {
        let lines = self.checks.lines().skip(1);
        lines
            .filter(|line| {
                line.trim().split_once(' ').is_some_and(|(name, _)| {
                    ["struct", "enum"].iter().any(|word| {
                        let definition = format!("pub {word} {name}");
                        text.match_indices(&definition).any(|(at, _)| {
                            let next = text[at + definition.len()..].chars().next();
                            next.is_some_and(|next| " ({;".contains(next))
                        })
                    })
                })
            })
            .collect()
    }
}
