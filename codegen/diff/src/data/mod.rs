//! Two sides to the verdicts of the four data boundaries.
//!
//! Each boundary asks whether all values of one [language](cratify_rust::publish::Language) are values of another:
//!
//! | boundary | all values of | are values of |
//! |---|---|---|
//! | write | what the old crate writes | what the new schema accepts |
//! | read back | what the old crate writes | what the new crate reads |
//! | read strictly | what the new schema accepts | what the old schema accepts |
//! | read | what the new schema means | what the old crate reads |
//!
//! `within` proves it by the structure of both schemas, `witness` finds a counter-example where that fails, and the
//! algebra of schemas decides what is left, within a time. A change is a question of the schema whose own text has
//! changed: references to a schema of the same name are equal there.

mod conjunction;
mod languages;
mod question;
mod types;
mod usage;
mod validator;
mod within;
mod witness;

use std::collections::HashSet;

use cratify_rust::parallel::on_deep_stack;
use cratify_rust::publish::Language;
use cratify_schema::diagnostic::SourceLocation;

use crate::{Boundary, Side, Verdicts};
use conjunction::reached;
use languages::Version;
use question::Question;
use usage::{Usage, usage};
use within::Known;

/// The verdicts for a schema whose own text has changed.
#[derive(Debug, Clone)]
pub struct SchemaVerdict {
    /// The name of the schema in the document.
    pub schema: String,
    /// The answers.
    pub verdicts: Verdicts,
    /// The schemas that refer to it, directly or not, by their names in the new document.
    pub reached: Vec<String>,
}

/// The limits of a comparison.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The time for one question about one schema.
    pub time: std::time::Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: std::time::Duration::from_secs(2),
        }
    }
}

/// The verdicts for each schema of both documents whose own text has changed, in the order of the new one.
pub fn compare(old: &Side, new: &Side, limits: Limits) -> Vec<SchemaVerdict> {
    on_deep_stack(|| compare_all(old, new, limits))
}

fn compare_all(old: &Side, new: &Side, limits: Limits) -> Vec<SchemaVerdict> {
    let [old_version, new_version] = [old, new].map(Version::new);
    let keys = new_version.types().map(|(key, _)| key);
    let common: HashSet<String> = keys
        .filter(|key| old_version.get(key).is_some())
        .map(str::to_owned)
        .collect();
    let is_same = |key: &str| {
        let mut languages = Language::ALL.into_iter();
        languages.all(|language| {
            let [old, new] =
                [&old_version, &new_version].map(|one| one.definitions(language).get(key));
            old == new
        })
    };
    let edited: HashSet<&str> = common
        .iter()
        .map(String::as_str)
        .filter(|key| !is_same(key))
        .collect();
    if edited.is_empty() {
        return Vec::new();
    }
    let unchanged = unchanged(&new_version, &common, &edited);
    let usages = [old, new].map(usage);
    let mut verdicts = Vec::new();
    for (key, described) in new_version.types() {
        if !edited.contains(key) {
            continue;
        }
        let used = [old, new].into_iter().zip(&usages).map(|(side, usages)| {
            pointer_of(side, key).and_then(|pointer| usages.get(&pointer).copied())
        });
        let used: Vec<Usage> = used.map(|usage| usage.unwrap_or(Usage::Both)).collect();
        let mut answers = Verdicts::default();
        for boundary in Boundary::ALL {
            if !arises(boundary, &used) {
                continue;
            }
            let question = Question {
                boundary,
                key,
                old: &old_version,
                new: &new_version,
                known: Known {
                    common: &common,
                    unchanged: &unchanged,
                },
                time: limits.time,
            };
            answers[boundary] = Some(question.answer());
        }
        verdicts.push(SchemaVerdict {
            schema: described.wire_name.clone(),
            verdicts: answers,
            reached: reaching(&new_version, key),
        });
    }
    verdicts
}

/// Whether the question of a boundary arises for a schema that is used in this way, on either side.
fn arises(boundary: Boundary, used: &[Usage]) -> bool {
    let only = |usage| used.iter().all(|one| *one == usage);
    match boundary {
        Boundary::Write => !only(Usage::Responses),
        Boundary::ReadBack => true,
        Boundary::ReadStrict | Boundary::Read => !only(Usage::Requests),
    }
}

/// The JSON Pointer, in the document as written, of the schema of a definition; `None` in another file.
fn pointer_of(side: &Side, key: &str) -> Option<String> {
    let described = side.decisions.languages.types.get(key)?;
    let at = &side.model()[described.id].at;
    if at.file != side.decisions.root {
        return None;
    }
    match side.decisions.locations.written(at.value()) {
        SourceLocation::Pointer { pointer, .. } => Some(pointer.to_string()),
        _ => None,
    }
}

/// The definitions that are the same on both sides, with all that they refer to.
fn unchanged(
    version: &Version<'_>,
    common: &HashSet<String>,
    edited: &HashSet<&str>,
) -> HashSet<String> {
    let definitions = version.definitions(Language::Accepted);
    let is_unchanged = |key: &str| common.contains(key) && !edited.contains(key);
    let unchanged = definitions.iter().filter(|(key, schema)| {
        let mut reached = reached(schema, definitions).into_iter();
        is_unchanged(key) && reached.all(is_unchanged)
    });
    unchanged.map(|(key, _)| key.clone()).collect()
}

/// The named schemas that refer to a definition, directly or not.
fn reaching(version: &Version<'_>, key: &str) -> Vec<String> {
    let definitions = version.definitions(Language::Accepted);
    let types = version.types().filter(|(other, described)| {
        let schema = definitions.get(*other);
        *other != key
            && described.is_named
            && schema.is_some_and(|schema| reached(schema, definitions).contains(key))
    });
    types
        .map(|(_, described)| described.wire_name.clone())
        .collect()
}
