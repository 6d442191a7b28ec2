//! Prints what each step of a history means, and a row of a table at the end: the files of a folder, in the order of their names.
//!
//! `cargo run --release -p cratify-diff --example history -- FOLDER [FIRST [LAST]]`

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use cratify_diff::{Boundary, Bump, Comparison, Options, Side, Verdict};
use serde_json::Value;

/// The sums over the steps of a history.
#[derive(Default)]
struct Totals {
    pairs: usize,
    panics: usize,
    reading: Vec<Duration>,
    comparing: Vec<Duration>,
    /// Steps that only add something to the document, and how many of them are major.
    additions: usize,
    needless: usize,
    answers: usize,
    unknown: usize,
    refused: usize,
    unshown: usize,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().expect("a folder"));
    let mut number = || arguments.next().and_then(|text| text.parse::<usize>().ok());
    let (first, last) = (number().unwrap_or(0), number().unwrap_or(usize::MAX));
    let entries = std::fs::read_dir(&folder).expect("the folder can be read");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with('v')
    });
    files.sort();
    let mut totals = Totals::default();
    let mut before: Option<(Side, Value)> = None;
    let wanted = files.iter().enumerate();
    let wanted = wanted.filter(|(index, _)| (first..=last).contains(index));
    for (_, file) in wanted {
        let name = file.to_string_lossy();
        let started = Instant::now();
        let side = match Side::read(&name, |path| Ok(cratify::configure().schema(path))) {
            Ok(side) => side,
            Err(problem) => {
                println!("{name}: {problem}");
                continue;
            }
        };
        totals.reading.push(started.elapsed());
        let document = side.decisions.documents[side.decisions.root.index()].clone();
        if let Some((old, old_document)) = &before {
            let only_adds = only_adds(old_document, &document);
            totals.step(old, &side, only_adds);
        }
        before = Some((side, document));
    }
    totals.print(&folder.file_name().unwrap_or_default().to_string_lossy());
}

impl Totals {
    fn step(&mut self, old: &Side, new: &Side, only_adds: bool) {
        self.pairs += 1;
        let started = Instant::now();
        let compared = catch_unwind(AssertUnwindSafe(|| {
            Comparison::of(old, new, Options::default())
        }));
        let time = started.elapsed();
        self.comparing.push(time);
        let Ok(compared) = compared else {
            self.panics += 1;
            return;
        };
        let comparison = compared.expect("both crates are Rust");
        let bump = comparison.rust_bump();
        let is_needless = only_adds && bump == Bump::Major;
        self.additions += usize::from(only_adds);
        self.needless += usize::from(is_needless);
        println!(
            "{}: compared in {time:.1?}, {} schemas, {}{}",
            new.name,
            comparison.schemas.len(),
            bump.as_str(),
            if only_adds { ", only adds" } else { "" }
        );
        for change in comparison.rust.iter().filter(|_| is_needless) {
            if change.bump == Bump::Major {
                println!("      {}: {}", change.id, change.text);
            }
        }
        for schema in &comparison.schemas {
            let (mut letters, mut shown) = (String::new(), Vec::new());
            for boundary in Boundary::ALL {
                let Some(verdict) = &schema.verdicts[boundary] else {
                    letters.push('-');
                    continue;
                };
                self.answers += 1;
                match verdict {
                    Verdict::Compatible => letters.push('.'),
                    Verdict::Incompatible { witness, .. } => {
                        self.refused += 1;
                        self.unshown += usize::from(witness.is_none());
                        letters.push('x');
                    }
                    Verdict::Unknown { .. } => {
                        self.unknown += 1;
                        letters.push('?');
                    }
                }
                if *verdict != Verdict::Compatible {
                    shown.push(format!("{boundary:?}: {verdict:?}"));
                }
            }
            let reached = schema.reached.len();
            println!("  {} {letters} (reaches {reached})", schema.schema);
            for line in shown {
                println!("      {line:.300}");
            }
        }
    }

    fn print(&mut self, name: &str) {
        let [reading, comparing] = [&mut self.reading, &mut self.comparing].map(|times| {
            times.sort();
            let median = times.get(times.len() / 2).copied().unwrap_or_default();
            let slowest = times.last().copied().unwrap_or_default();
            format!("{median:.2?}, {slowest:.2?}")
        });
        println!(
            "\n| history | pairs | panics | read: median, slowest | compared: median, slowest | only add | of these major | answers about data | unknown | no | without a counter-example |"
        );
        println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        let counts = [
            self.additions,
            self.needless,
            self.answers,
            self.unknown,
            self.refused,
            self.unshown,
        ];
        let counts = counts.map(|count| format!(" {count} |")).concat();
        println!(
            "| {name} | {} | {} | {reading} | {comparing} |{counts}",
            self.pairs, self.panics
        );
    }
}

/// Keywords whose value is text for people, or an example.
const TEXTS: [&str; 9] = [
    "title",
    "description",
    "summary",
    "example",
    "examples",
    "externalDocs",
    "version",
    "tags",
    "servers",
];

/// Whether a part of a document has all that it had: members, values and branches may be new, and texts for people may
/// differ. `required` stays as it is.
fn only_adds(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            let kept = old.iter().all(|(name, old)| {
                TEXTS.contains(&name.as_str())
                    || new.get(name).is_some_and(|new| match &**name {
                        "required" => same_names(old, new),
                        _ => only_adds(old, new),
                    })
            });
            // A restriction of an existing value is not an addition.
            let has_type = old.get("type").is_some_and(|ty| !ty.is_object());
            let is_schema = |name: &str| has_type && !TEXTS.contains(&name);
            let restricts = |name: &&String| !old.contains_key(*name) && is_schema(name);
            let harmless = |name: &String| {
                [
                    "properties",
                    "deprecated",
                    "default",
                    "readOnly",
                    "writeOnly",
                ]
                .contains(&&**name)
                    || name.starts_with("x-")
            };
            kept && new.keys().filter(restricts).all(harmless)
        }
        (Value::Array(old), Value::Array(new)) => old
            .iter()
            .all(|old| new.iter().any(|new| only_adds(old, new))),
        (old, new) => old == new,
    }
}

/// Whether two lists have the same names, in any order.
fn same_names(old: &Value, new: &Value) -> bool {
    let (Some(old), Some(new)) = (old.as_array(), new.as_array()) else {
        return only_adds(old, new);
    };
    old.len() == new.len() && old.iter().all(|name| new.contains(name))
}
