//! Text of a document stays text, wherever it stands: each text below, in each keyword that has text.
//!
//! Each crate is compared with the crate of a document that has a plain word in the place of the text.

mod document;
mod markdown;
mod rust;

use std::collections::BTreeSet;
use std::panic::resume_unwind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;

use document::{Files, OTHERS, PROSE, Part, generate};
use markdown::{markdown_faults, tests_of};
use rust::{doc_comments, rust_faults};

/// Texts that must not become Rust, a doctest, HTML, a link, TOML, or unseen characters.
const TEXTS: [&str; 12] = [
    "My API\n",
    "x\n#![doc = include_str!(\"/etc/hostname\")]\n//",
    "x\r#![doc = include_str!(\"/etc/hostname\")]\r//\u{2028}fn evil() {}\u{2029}\u{85}\u{b}\u{c}",
    "see\n```\nassert!(false);\n```\n> ~~~rust\n> assert!(false);\n> ~~~\n\n    assert!(false);\n\n\tassert!(false);",
    "- ```should_panic\n  assert!(false);\n\n` ```` `",
    "\u{202e}gnp.exe \u{2066}a\u{2069} \u{200f}\u{061c}\u{feff}\u{e0041}\u{0}\u{1b}[31m\u{7f}",
    "*/ fn evil() {} /* \"; fn evil() {} const X: &str = \" \"#; fn evil() {} r#\"",
    "\"##)] #[path = \"/etc/passwd\"] mod evil; // {} {0} {name} $ident $$ \\u{41} \\n \u{e000}0",
    "<script>alert(1)</script> [x](javascript:alert(1)) [y][x] [`crate::Nothing`]\n\n[x]: javascript:alert(1)",
    "'''\n\"\"\"\n[dependencies]\nevil = \"1\"\n\n| a | b |\n| --- | --- |\n| \\| | ` | ` |\n\n# heading\n\nsetext\n===",
    "\\",
    "Self",
];

/// A word without a meaning in any of these.
const PLAIN: &str = "word";

#[test]
fn text_stays_text() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let places: Vec<&[Part]> = std::iter::once(PROSE).chain(OTHERS.chunks(1)).collect();
    let next = AtomicUsize::new(0);
    let (generated, faults) = (AtomicUsize::new(0), Mutex::new(BTreeSet::new()));
    let work = || {
        while let Some(parts) = places.get(next.fetch_add(1, Ordering::Relaxed)) {
            let plain = generate(folder.path(), parts, PLAIN);
            for text in TEXTS {
                let Some(files) = generate(folder.path(), parts, text) else {
                    assert!(parts.len() == 1, "prose is not an error: {text:?}");
                    continue;
                };
                generated.fetch_add(1, Ordering::Relaxed);
                let found = inspect(&files, plain.as_ref()).into_iter();
                let found = found.map(|fault| format!("{parts:?} with {text:?}: {fault}"));
                faults.lock().expect("no thread panics").extend(found);
            }
        }
    };
    thread::scope(|scope| {
        let threads = [(); 4].map(|()| scope.spawn(work));
        for thread in threads {
            thread.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
    });
    let faults = faults.into_inner().expect("no thread panics");
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // Most texts are not errors in most places.
    let generated = generated.into_inner();
    assert!(
        generated > places.len() * TEXTS.len() * 2 / 3,
        "{generated} crates"
    );
}

/// The faults of a file, and its blocks of code.
#[derive(Debug, Default)]
struct Findings {
    faults: Vec<String>,
    /// How many doctests there are, or blocks of Rust in a page.
    tests: usize,
}

/// Finds the faults of a crate. Files that equal the files of the plain crate are not read again.
fn inspect(files: &Files, plain: Option<&Files>) -> BTreeSet<String> {
    let mut faults = BTreeSet::new();
    let (mut tests, mut plain_tests) = (0, 0);
    for (path, text) in files {
        let other = plain.and_then(|plain| plain.get(path));
        if other == Some(text) {
            continue;
        }
        let found = inspect_file(path, text, files);
        faults.extend(
            found
                .faults
                .into_iter()
                .map(|what| format!("{path}: {what}")),
        );
        tests += found.tests;
    }
    let Some(plain) = plain else {
        return faults;
    };
    for (path, text) in plain
        .iter()
        .filter(|(path, text)| files.get(*path) != Some(*text))
    {
        plain_tests += inspect_file(path, text, plain).tests;
    }
    if tests != plain_tests {
        faults.insert(format!("has {tests} blocks of code, not {plain_tests}"));
    }
    if dependencies(files) != dependencies(plain) {
        faults.insert(format!("depends on {:?}", dependencies(files)));
    }
    faults
}

fn inspect_file(path: &str, text: &str, files: &Files) -> Findings {
    let mut found = Findings::default();
    let unseen = text
        .chars()
        .chain(path.chars())
        .find(|character| is_unseen(*character));
    found
        .faults
        .extend(unseen.map(|unseen| format!("has {unseen:?}")));
    match path.rsplit('.').next() {
        Some("rs") => {
            // Macros of the support code document methods by the identifiers that they are called with.
            let is_support = path.starts_with("src/support/");
            let of_macro = |fault: &String| fault.starts_with("has documentation from ");
            let faults = rust_faults(text).into_iter();
            found
                .faults
                .extend(faults.filter(|fault| !(is_support && of_macro(fault))));
            found.tests = doc_comments(text).iter().map(|docs| tests_of(docs)).sum();
        }
        Some("md") => {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            found.faults.extend(markdown_faults(text, folder, files));
            found.tests = tests_of(text);
        }
        Some("json") => {
            let json = serde_json::from_str::<Value>(text);
            found
                .faults
                .extend(json.err().map(|error| error.to_string()));
        }
        Some("toml") if path == "Cargo.toml" => {
            let manifest: Result<toml::Table, _> = text.parse();
            let keys = manifest.map(|manifest| manifest.keys().cloned().collect::<Vec<_>>());
            if keys.as_deref().ok()
                != Some(&["dependencies", "features", "package"].map(str::to_owned))
            {
                found.faults.push(format!("has {keys:?}"));
            }
        }
        _ => {}
    }
    found
}

/// The dependencies of a crate.
fn dependencies(files: &Files) -> Vec<String> {
    let manifest: toml::Table = files["Cargo.toml"].parse().unwrap_or_default();
    let dependencies = manifest.get("dependencies").and_then(toml::Value::as_table);
    dependencies
        .into_iter()
        .flat_map(|table| table.keys().cloned())
        .collect()
}

/// Characters that have no place in any file, but escaped.
fn is_unseen(character: char) -> bool {
    character.is_control() && character != '\n'
        || matches!(character, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0041}')
}
