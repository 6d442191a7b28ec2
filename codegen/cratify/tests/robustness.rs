//! Whatever a document says, the generator answers: with a crate or with what is wrong, never with a
//! panic, and never not at all.
//!
//! Documents that are fine are changed at random places. The numbers come from a seed, so that what
//! fails once fails always. `CRATIFY_MUTATIONS` sets how many documents are tried.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use serde_json::{Map, Value, json};

/// How long the generator may take for one document.
const PATIENCE: Duration = Duration::from_secs(60);

const KEYWORDS: [&str; 56] = [
    "type",
    "enum",
    "const",
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "items",
    "prefixItems",
    "allOf",
    "anyOf",
    "oneOf",
    "$ref",
    "format",
    "discriminator",
    "propertyName",
    "mapping",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "multipleOf",
    "minLength",
    "pattern",
    "minItems",
    "uniqueItems",
    "contains",
    "minProperties",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "dependencies",
    "not",
    "if",
    "then",
    "else",
    "unevaluatedItems",
    "unevaluatedProperties",
    "title",
    "description",
    "default",
    "examples",
    "example",
    "deprecated",
    "readOnly",
    "$defs",
    "definitions",
    "$anchor",
    "$id",
    "$schema",
    "nullable",
    "x-rust-name",
    "x-crate",
    "x-nullable",
    "x-enum-varnames",
    "components",
    "openapi",
];

const WORDS: [&str; 32] = [
    "",
    "string",
    "integer",
    "number",
    "object",
    "array",
    "null",
    "boolean",
    "date-time",
    "int64",
    "uuid",
    "type",
    "self",
    "Self",
    "a b",
    "ä",
    "😀",
    "\u{0}",
    "//",
    "*/",
    "]]>",
    "```",
    "{",
    "#",
    "#/",
    "#/components/schemas",
    "#/$defs/~0",
    "^(a|b)*$",
    "(",
    "3.1.0",
    "2.0",
    "r#\"\"#",
];

/// A generator of numbers: xorshift, by Marsaglia.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    fn value(&mut self) -> Value {
        match self.below(16) {
            0 => Value::Null,
            1 => json!(true),
            2 => json!(false),
            3 => json!(self.of(&[0, 1, -1, 5, i64::MAX, i64::MIN])),
            4 => json!(self.of(&[0.5, -0.0, 1.0, 1e308, 5e-324, 18_446_744_073_709_551_616.0])),
            5 => json!(u64::MAX),
            6 => json!([]),
            7 => json!({}),
            8 => json!([self.of(&WORDS), self.of(&WORDS), 1, null]),
            9 => json!({ self.of(&KEYWORDS): self.of(&WORDS) }),
            10 => json!({ "type": self.of(&WORDS[1..8]) }),
            11 => json!({ "$ref": self.of(&WORDS) }),
            12 => {
                json!([{ "type": "object", "properties": { self.of(&WORDS): {} } }, { "type": "string" }])
            }
            _ => json!(self.of(&WORDS)),
        }
    }
}

/// The pointers to all values.
fn places(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(members) => open.extend(members.iter().map(|(name, value)| {
                (
                    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")),
                    value,
                )
            })),
            Value::Array(items) => {
                open.extend(
                    items
                        .iter()
                        .enumerate()
                        .map(|(index, value)| (format!("{pointer}/{index}"), value)),
                );
            }
            _ => {}
        }
        found.push(pointer);
    }
    found
}

/// Changes something.
fn mutate(document: &mut Value, chance: &mut Chance) {
    let places = places(document);
    let place = places[chance.below(places.len())].clone();
    let other = places[chance.below(places.len())].clone();
    let copy = document.pointer(&other).cloned().unwrap_or_default();
    let reference = json!({ "$ref": format!("#{other}") });
    let Some(target) = document.pointer_mut(&place) else {
        return;
    };
    match (chance.below(12), target) {
        (0 | 1, target) => *target = chance.value(),
        // What is too large or too deep is another test's matter.
        (2 | 3, target) if copy.to_string().len() < 2_000 => *target = copy,
        (4 | 5, target) => *target = reference,
        (6, target) => {
            let inner = std::mem::take(target);
            *target =
                json!({ chance.of(&["allOf", "anyOf", "oneOf", "enum", "prefixItems"]): [inner] });
        }
        (7, target) => {
            let inner = std::mem::take(target);
            *target = json!({ chance.of(&KEYWORDS): inner });
        }
        (_, Value::Object(members)) => change_member(members, chance),
        (_, Value::Array(items)) => {
            let at = chance.below(items.len() + 1);
            match items.get(at).cloned() {
                Some(item) if chance.below(2) == 0 => items.insert(at, item),
                Some(_) => drop(items.remove(at)),
                None => items.push(chance.value()),
            }
        }
        (_, Value::String(text)) => {
            let at = text
                .char_indices()
                .map(|(at, _)| at)
                .nth(chance.below(8))
                .unwrap_or(text.len());
            text.insert_str(at, chance.of(&WORDS));
        }
        (_, target) => *target = chance.value(),
    }
}

fn change_member(members: &mut Map<String, Value>, chance: &mut Chance) {
    let names: Vec<String> = members.keys().cloned().collect();
    let value = names
        .get(chance.below(names.len()))
        .and_then(|name| match chance.below(3) {
            0 => members.get(name).cloned(),
            _ => members.remove(name),
        });
    let name = match chance.below(4) {
        0 => return,
        1 => chance.of(&WORDS).to_owned(),
        _ => chance.of(&KEYWORDS).to_owned(),
    };
    members.insert(name, value.unwrap_or_else(|| chance.value()));
}

/// Everything there is to start from: what is fine, or near it.
fn documents() -> Vec<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["tests/fixtures/ok", "tests/fixtures/bad", "../../schema"];
    let mut paths: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| {
            std::fs::read_dir(root.join(folder)).expect("the fixtures can be listed")
        })
        .map(|entry| entry.expect("the fixtures can be listed").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "yaml" || extension == "json")
        })
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            !path.parent().is_some_and(|folder| folder.ends_with("bad"))
                || name.starts_with("warn_")
        })
        .collect();
    paths.sort();
    let texts = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("a fixture"));
    texts
        .filter_map(|text| serde_yaml::from_str(&text).ok())
        .collect()
}

/// The document of a number.
fn document(number: usize, documents: &[Value]) -> Value {
    let mut chance =
        Chance(0x9e37_79b9_7f4a_7c15 ^ (number as u64 + 1).wrapping_mul(0xbf58_476d_1ce4_e5b9));
    let mut document = documents[number % documents.len()].clone();
    for _ in 0..=chance.below(5) {
        mutate(&mut document, &mut chance);
    }
    document
}

#[test]
fn every_document_is_answered() {
    let count: usize = std::env::var("CRATIFY_MUTATIONS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(2_000);
    let first: usize = std::env::var("CRATIFY_FIRST")
        .ok()
        .and_then(|first| first.parse().ok())
        .unwrap_or(0);
    let scratch = tempfile::tempdir().expect("a folder for temporary files");
    let path = scratch.path().join("document.json");
    let (answers, waiting) = mpsc::channel();
    std::thread::spawn(move || {
        let documents = documents();
        for number in first..first + count {
            let text = document(number, &documents).to_string();
            std::fs::write(&path, &text).expect("a temporary file");
            answers.send((number, text.clone(), None)).ok();
            let answer = catch_unwind(AssertUnwindSafe(|| {
                let generated = cratify::configure()
                    .schema(&path)
                    .output("never-written")
                    .generate();
                generated
                    .map(|generated| generated.files().count())
                    .map_err(|error| error.diagnostics().len())
            }));
            answers
                .send((number, text, Some(answer.map_err(drop))))
                .ok();
        }
    });
    let mut crates = 0;
    let mut current = (0, String::new());
    let mut failures = Vec::new();
    loop {
        match waiting.recv_timeout(PATIENCE) {
            Ok((number, text, None)) => current = (number, text),
            Ok((number, text, Some(answer))) => match answer {
                Ok(Ok(_)) => crates += 1,
                Ok(Err(0)) => failures.push(format!("{number}: an error without a word\n{text}")),
                Ok(Err(_)) => {}
                Err(()) => failures.push(format!("{number}: a panic\n{text}")),
            },
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                panic!("{}: no answer\n{}", current.0, current.1)
            }
        }
    }
    println!("{crates} of {count} documents became crates");
    assert!(
        failures.is_empty(),
        "{} failures, such as\n{}",
        failures.len(),
        failures[..failures.len().min(5)].join("\n\n")
    );
    assert!(
        crates > count / 10,
        "hardly any document is good enough to get far"
    );
}

/// What is long, and no longer than it may be, is no deeper than the stack of a thread.
#[test]
fn long_documents_become_crates() {
    let chain = |count: usize, schema: &dyn Fn(Value) -> Value| {
        let mut schemas = Map::new();
        for number in 0..count {
            schemas.insert(
                format!("A{number}"),
                schema(json!({ "$ref": format!("#/$defs/A{}", number + 1) })),
            );
        }
        schemas.insert(
            format!("A{count}"),
            json!({ "type": "object", "properties": { "x": { "type": "string" } } }),
        );
        schemas.insert(
            "Z".to_owned(),
            json!({ "oneOf": [{ "$ref": "#/$defs/A0" }, { "type": "integer" }] }),
        );
        json!({ "$defs": schemas })
    };
    let documents = [
        chain(240, &|next| json!({ "anyOf": [next, { "type": "null" }] })),
        chain(
            240,
            &|next| json!({ "oneOf": [next, { "type": "integer" }] }),
        ),
        chain(
            240,
            &|next| json!({ "allOf": [next], "description": "more" }),
        ),
        chain(480, &|next| next),
        chain(
            800,
            &|next| json!({ "type": "object", "properties": { "next": next }, "required": ["next"] }),
        ),
        chain(800, &|next| json!({ "type": "array", "items": next })),
        chain(60, &|next| json!({ "allOf": [next, next] })),
        chain(60, &|next| json!({ "anyOf": [next, next] })),
        chain(
            60,
            &|next| json!({ "type": "object", "properties": { "a": next, "b": next }, "required": ["a", "b"] }),
        ),
    ];
    let scratch = tempfile::tempdir().expect("a folder for temporary files");
    let path = scratch.path().join("document.json");
    for document in documents {
        std::fs::write(&path, document.to_string()).expect("a temporary file");
        let generated = cratify::configure()
            .schema(&path)
            .output("never-written")
            .generate();
        generated.unwrap_or_else(|error| panic!("{}\n{error}", document["$defs"]["A0"]));
    }
}

#[test]
fn what_is_met_on_the_way_to_itself_is_answered() {
    let reference = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let document = json!({
        "$id": "https://example.com/recursion",
        "title": "Recursion",
        "$defs": {
            // To refer to it, where null was taken away, is not to use its name.
            "Null": { "oneOf": [
                { "type": ["string", "null"] },
                { "type": "array", "items": { "oneOf": [{ "type": "integer" }, reference("Null")] } }
            ] },
            "Lists": { "type": "array", "items": { "allOf": [reference("Lists"), { "items": { "maxItems": 1 } }] } },
            "Maps": {
                "type": "object",
                "additionalProperties": { "allOf": [reference("Maps"), { "additionalProperties": { "maxProperties": 1 } }] }
            },
            "Types": { "type": ["array", "null", "string"], "items": { "type": ["array", "string"], "allOf": [reference("Types")] } }
        }
    });
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("met_within");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let path = folder.join("recursion.json");
    std::fs::write(&path, document.to_string()).expect("a file can be written");
    let generated = cratify::configure()
        .schema(&path)
        .output(folder.join("out"))
        .generate();
    assert!(
        generated.is_ok(),
        "{:?}",
        generated.err().map(|error| error.to_string())
    );
}
