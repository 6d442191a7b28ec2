//! The ledger of a document is complete and true.
//!
//! - *complete*: the ledger has every keyword once. `places.rs` finds the keywords: it walks the raw document
//!   and knows nothing about the generator.
//! - *true*: the test removes a keyword that should not matter, by the ledger, from the document. The types are
//!   the same without it. It tries one keyword in 16; `CRATIFY_LEDGER=8` tries one in eight, and
//!   `CRATIFY_LEDGER=all` all of them, which takes minutes.
//! - *exception*: each keyword of the [list](EXCEPTIONS) of which this is not true still changes the types.
//! - *golden*: the table that a person has reviewed. `UPDATE=1` accepts a new one.

mod places;
mod skeleton;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cratify::{Entry, FeatureGroups, Ledger, Outcome};
use cratify_testing::{Fixture, corpus, golden};
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::Value;
use tempfile::TempDir;

/// Keywords that the ledger does not count as shaping, though types change without them: the document, the
/// start of the pointers, the reason.
const EXCEPTIONS: [(&str, &str, &str); 9] = [
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
    (
        "equal_schemas",
        "/components/schemas/Enums/properties/described/description",
        "inline schemas with other documentation are not equal, so each has a type of its own",
    ),
];

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
        // A document with errors has a ledger, and no types.
        if fixture.name != "wrong" {
            trials.push(add("true", |fixture| is_true(fixture, 0, 1)));
        }
    }
    let fixtures: Vec<Fixture> = Fixture::goldens()
        .into_iter()
        .chain(Fixture::proofs())
        .collect();
    for (name, start, _) in EXCEPTIONS {
        let fixture = fixtures.iter().find(|fixture| fixture.name == name);
        let fixture = fixture.cloned();
        trials.push(Trial::test(
            format!("exception/{name}#{start}"),
            move || occurs(&fixture.ok_or("no fixture has this name")?, start),
        ));
    }
    for (index, fixture) in fixtures.into_iter().enumerate() {
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
    let text = fs::read_to_string(path)?;
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

/// A copy of a document, from which keywords are removed one at a time.
struct Copied {
    /// The document in a folder of its own, with all files around it: it may refer to them.
    fixture: Fixture,
    _folder: TempDir,
    document: Value,
    /// The types of the whole document.
    types: Vec<(String, String)>,
}

impl Copied {
    fn new(fixture: &Fixture) -> Result<Self, Failed> {
        let folder = tempfile::tempdir()?;
        let (around, name) = (fixture.path.parent(), fixture.path.file_name());
        copy_files(around.unwrap_or(Path::new("")), folder.path())?;
        let copied = Fixture::read(&folder.path().join(name.unwrap_or_default()));
        let types = types(&copied).map_err(|error| format!("the copy is refused: {error}"))?;
        Ok(Self {
            document: read(&copied.path)?,
            fixture: copied,
            _folder: folder,
            types,
        })
    }

    /// Whether the types are the same without a keyword. A document that is wrong without it shows nothing about it.
    fn is_same_without(&self, entry: &Entry) -> Result<bool, Failed> {
        let (outer, _) = entry
            .pointer
            .rsplit_once('/')
            .expect("a keyword is a member");
        let mut document = self.document.clone();
        let schema = document.pointer_mut(outer).and_then(Value::as_object_mut);
        schema
            .expect("a keyword is in a schema")
            .shift_remove(&entry.keyword);
        fs::write(&self.fixture.path, document.to_string())?;
        Ok(types(&self.fixture).map_or(true, |types| types == self.types))
    }
}

/// Copies the files of a folder, and of the folders in it.
fn copy_files(from: &Path, to: &Path) -> Result<(), Failed> {
    for entry in fs::read_dir(from)? {
        let (path, copy) = (entry?.path(), to.to_owned());
        let copy = copy.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            fs::create_dir(&copy)?;
            copy_files(&path, &copy)?;
        } else {
            fs::copy(&path, &copy)?;
        }
    }
    Ok(())
}

/// The generated types without their documentation.
fn types(fixture: &Fixture) -> Result<Vec<(String, String)>, cratify::Error> {
    // The ledger is about types. A reference in an operation also selects the features that have one.
    let config = fixture.configure().feature_groups(FeatureGroups::None);
    let generated = config.generate()?;
    let rust = generated
        .files()
        .filter(|(path, _)| path.starts_with("src/") && !path.starts_with("src/support/"));
    let skeletons = rust.map(|(path, text)| (path.to_owned(), skeleton::of(text)));
    Ok(skeletons.collect())
}

/// The keywords of a document that the ledger does not count as shaping.
fn without_effect(fixture: &Fixture) -> Result<Vec<Entry>, Failed> {
    let ledger = ledger(fixture)?;
    let entries = ledger.entries().iter().filter(|entry| {
        // A body that equals another one shares its type, until it is another body.
        let is_of_operation =
            entry.outcome == Outcome::Unused && entry.pointer.starts_with("/paths/");
        entry.path == fixture.path
            && !is_of_operation
            && !matches!(entry.outcome, Outcome::Shapes | Outcome::Organises)
    });
    Ok(entries.cloned().collect())
}

/// Removes every `step`th keyword that should not matter from the document, one at a time, starting with the `first`.
fn is_true(fixture: &Fixture, first: usize, step: usize) -> Result<(), Failed> {
    let copied = Copied::new(fixture)?;
    let mut wrong = Vec::new();
    for entry in without_effect(fixture)?.iter().skip(first).step_by(step) {
        let is_known = EXCEPTIONS
            .iter()
            .any(|(name, start, _)| *name == fixture.name && entry.pointer.starts_with(start));
        if !is_known && !copied.is_same_without(entry)? {
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

/// An exception still occurs: the types are others without one of its keywords.
fn occurs(fixture: &Fixture, start: &str) -> Result<(), Failed> {
    let copied = Copied::new(fixture)?;
    for entry in without_effect(fixture)? {
        if entry.pointer.starts_with(start) && !copied.is_same_without(&entry)? {
            return Ok(());
        }
    }
    Err("the types are the same without each keyword: remove the exception".into())
}
