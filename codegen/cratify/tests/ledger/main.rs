//! The ledger of a document is complete and true.
//!
//! - *complete*: the ledger has every keyword once. `places.rs` finds the keywords: it walks the raw document
//!   and knows nothing about the generator.
//! - *true*: the test removes a keyword from the document. If the types change, the ledger has to say that the
//!   keyword shapes them. It tries one keyword in 16; `CRATIFY_LEDGER=8` tries one in eight, and
//!   `CRATIFY_LEDGER=all` all of them, which takes minutes.
//! - *golden*: the table that a person has reviewed. `UPDATE=1` accepts a new one.

mod places;
mod skeleton;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use cratify::{FeatureGroups, Ledger, Outcome};
use cratify_testing::{Fixture, corpus, golden};
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::Value;

/// Keywords that the ledger does not count as shaping, though types change without them: the document, the
/// start of the pointers, the reason.
const EXCEPTIONS: [(&str, &str, &str); 10] = [
    (
        "values",
        "/components/schemas/Holder/properties/required_uri/format",
        "a value with a constraint beside it is an enum of one value, and a constant without it",
    ),
    (
        "extern_types/schema",
        "/components/schemas/Money/properties",
        "a schema that only a replaced schema uses gets a type when that one no longer uses it",
    ),
    ("constraints", "/$defs", DEFINITIONS),
    ("constraints/kept_together", "/$defs", DEFINITIONS),
    (
        "nulls",
        "/components/schemas/Spelled/properties/text/oneOf/1",
        NULL,
    ),
    (
        "nulls/spellings",
        "/components/schemas/Holder/properties/text/oneOf/1",
        NULL,
    ),
    (
        "recorded_nulls",
        "/components/schemas/Spelled/properties/text/oneOf/1",
        NULL,
    ),
    (
        "requirements",
        "/components/schemas/Excluded/oneOf/1/not",
        "without it, the branches differ in `required` alone and are one struct",
    ),
    (
        "facts",
        "/components/schemas/Lists/anyOf/0/items/type",
        ELEMENTS,
    ),
    (
        "facts",
        "/components/schemas/Lists/anyOf/1/items/type",
        ELEMENTS,
    ),
];

const DEFINITIONS: &str = "constraints refer to them, though no type is made of them";
const NULL: &str = "without it, the branch accepts everything, and `oneOf` leaves null only";
const ELEMENTS: &str = "without it, the branches are the same and become one list";

/// One keyword in so many is tried.
const SHARE: usize = 16;

fn main() {
    let arguments = Arguments::from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ledger/documents");
    let mut trials = Vec::new();
    for fixture in Fixture::all(&folder) {
        let name = fixture.name.clone();
        let add = |kind: &str, test: fn(&Fixture) -> Result<(), Failed>| {
            let fixture = fixture.clone();
            Trial::test(format!("{kind}/{name}"), move || test(&fixture))
        };
        trials.push(add("complete", is_complete));
        trials.push(add("golden", is_as_reviewed));
        trials.push(add("true", |fixture| is_true(fixture, 0, 1)));
    }
    for (index, fixture) in Fixture::goldens()
        .into_iter()
        .chain(Fixture::proofs())
        .enumerate()
    {
        let (name, other) = (fixture.name.clone(), fixture.clone());
        trials.push(Trial::test(format!("complete/{name}"), move || {
            is_complete(&other)
        }));
        trials.push(Trial::test(format!("true/{name}"), move || {
            let wish = std::env::var("CRATIFY_LEDGER").ok();
            let share = match wish.as_deref() {
                Some("all") => 1,
                Some(number) => number.parse()?,
                None => SHARE,
            };
            is_true(&fixture, index % share, share)
        }));
    }
    trials.extend(corpus::trials(
        "complete/corpus",
        &["openapi", "jsonschema"],
        |path| is_complete(&Fixture::plain(path)),
    ));
    libtest_mimic::run(&arguments, trials).exit();
}

fn read(path: &Path) -> Result<Value, Failed> {
    let text = std::fs::read_to_string(path)?;
    Ok(serde_json::from_str(&text).or_else(|_| serde_yaml::from_str(&text))?)
}

fn ledger(fixture: &Fixture) -> Result<Ledger, Failed> {
    Ok(fixture.configure().ledger()?)
}

/// The ledger has every keyword of every schema once, and nothing else.
fn is_complete(fixture: &Fixture) -> Result<(), Failed> {
    let wanted = places::keywords(&read(&fixture.path)?);
    let ledger = ledger(fixture)?;
    // Keywords of other files are in their own documents.
    let own = ledger
        .entries()
        .iter()
        .filter(|entry| entry.path == fixture.path);
    let found: BTreeSet<String> = own.clone().map(|entry| entry.pointer.clone()).collect();
    let missing: Vec<&String> = wanted.difference(&found).take(5).collect();
    let surplus: Vec<&String> = found.difference(&wanted).take(5).collect();
    if !missing.is_empty() || !surplus.is_empty() {
        return Err(
            format!("missing from the ledger {missing:#?}, not a keyword {surplus:#?}").into(),
        );
    }
    if own.count() != found.len() {
        return Err("a keyword is in the ledger twice".into());
    }
    Ok(())
}

fn is_as_reviewed(fixture: &Fixture) -> Result<(), Failed> {
    let folder = fixture.path.parent().unwrap_or(Path::new(""));
    let text = ledger(fixture)?.to_string();
    let text = text.replace(&format!("{}/", folder.display()), "");
    Ok(golden::compare(&fixture.path.with_extension("md"), &text)?)
}

/// The generated types without their documentation.
fn types(fixture: &Fixture, document: &Path) -> Option<Vec<(String, String)>> {
    // The ledger is about types. A reference in an operation also selects the features that have one.
    let config = fixture.configure_for(document);
    let generated = config.feature_groups(FeatureGroups::None).generate().ok()?;
    let rust = generated
        .files()
        .filter(|(path, _)| path.starts_with("src/") && !path.starts_with("src/support/"));
    Some(
        rust.map(|(path, text)| (path.to_owned(), skeleton::of(text)))
            .collect(),
    )
}

/// Removes every `step`th keyword from the document, one at a time, starting with the `first`.
fn is_true(fixture: &Fixture, first: usize, step: usize) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let mut wrong = Vec::new();
    let document = read(&fixture.path)?;
    let without: PathBuf = folder
        .path()
        .join(fixture.path.file_name().unwrap_or_default());
    std::fs::write(&without, document.to_string())?;
    // A document that refers to others generates nothing without them.
    let Some(whole) = types(fixture, &without) else {
        return Ok(());
    };
    let ledger = ledger(fixture)?;
    let entries = ledger.entries().iter();
    let own = entries.filter(|entry| entry.path == fixture.path);
    for entry in own.skip(first).step_by(step) {
        let (outer, _) = entry
            .pointer
            .rsplit_once('/')
            .expect("a keyword is a member");
        let mut document = document.clone();
        let schema = document.pointer_mut(outer).and_then(Value::as_object_mut);
        schema
            .expect("a keyword is in a schema")
            .shift_remove(&entry.keyword);
        std::fs::write(&without, document.to_string())?;
        // A document that is wrong without the keyword shows nothing about it.
        let is_same = types(fixture, &without).is_none_or(|types| types == whole);
        // A body that equals another one shares its type, until it is another body.
        let is_of_operation =
            entry.outcome == Outcome::Unused && entry.pointer.starts_with("/paths/");
        let may_matter =
            is_of_operation || matches!(entry.outcome, Outcome::Shapes | Outcome::Organises);
        let is_known = EXCEPTIONS
            .iter()
            .any(|(name, start, _)| *name == fixture.name && entry.pointer.starts_with(start));
        if !is_same && !may_matter && !is_known {
            wrong.push(format!(
                "#{}: {}, but the types are others without it",
                entry.pointer, entry.outcome
            ));
        }
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n").into())
    }
}
