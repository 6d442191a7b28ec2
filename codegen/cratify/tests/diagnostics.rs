//! What is said of wrong documents: each of `fixtures/bad` is generated from, and what is reported
//! is held against the file of the same name that ends in `.stderr`.
//!
//! `UPDATE=1 cargo test` writes those files anew; read them as a user would.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use cratify::Severity;

/// Where the documents are; paths in what is reported start from here.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad")
}

/// Everything that is reported of a document.
///
/// # Errors
///
/// What is wrong with the report itself: where something is wrong, nothing is written, and every
/// problem says how to mend it.
fn report(name: &str, schema: &Path) -> Result<String, String> {
    let scratch = tempfile::tempdir().expect("a folder for temporary files");
    let output = scratch.path().join("generated");
    let mut config = cratify::configure().schema(schema).output(&output);
    if name.starts_with("foreign") {
        config = config.allow_crates(["my-crate", "money", "list", "uuid"]);
    }
    let generated = config.generate();
    let (text, problems) = match &generated {
        Ok(generated) => (generated.rendered_warnings(), generated.warnings()),
        Err(error) => (&*error.to_string(), error.diagnostics()),
    };
    let failed = problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    if failed != generated.is_err() || failed == name.starts_with("warn_") {
        return Err(format!(
            "{name}: warnings only where they are expected:\n{text}"
        ));
    }
    if problems.is_empty() {
        return Err(format!("{name}: nothing is reported"));
    }
    if let Some(problem) = problems.iter().find(|problem| problem.help.is_none()) {
        return Err(format!("{name}: no mend for: {}", problem.message));
    }
    if output.exists() {
        return Err(format!("{name}: something was written"));
    }
    Ok(text.replace(&format!("{}/", folder().display()), ""))
}

/// Holds reports against the files beside the documents.
struct Goldens {
    update: bool,
    failures: String,
}

impl Goldens {
    fn new() -> Self {
        Self {
            update: std::env::var_os("UPDATE").is_some(),
            failures: String::new(),
        }
    }

    fn check(&mut self, name: &str, report: Result<String, String>) {
        let text = match report {
            Ok(text) => text,
            Err(failure) => {
                let _ = writeln!(self.failures, "{failure}");
                return;
            }
        };
        let path = folder().join(format!("{name}.stderr"));
        let golden = fs::read_to_string(&path).ok();
        if golden.as_deref() == Some(&text) {
            return;
        }
        if self.update {
            fs::write(&path, text).expect("the golden file can be written");
            return;
        }
        let expected = golden.as_deref().unwrap_or("(there is no such file)\n");
        let _ = writeln!(
            self.failures,
            "--- {name}.stderr\n{expected}\n+++ reported\n{text}"
        );
    }

    fn finish(self) {
        assert!(
            self.failures.is_empty(),
            "UPDATE=1 rewrites the files\n{}",
            self.failures
        );
    }
}

/// The names of the fixtures, and of the goldens.
fn names() -> (BTreeSet<String>, BTreeSet<String>) {
    let mut fixtures = BTreeSet::new();
    let mut goldens = BTreeSet::new();
    for entry in fs::read_dir(folder()).expect("the fixtures can be listed") {
        let name = entry.expect("the fixtures can be listed").file_name();
        let name = name.into_string().expect("names in ASCII");
        match name.strip_suffix(".stderr") {
            Some(golden) => goldens.insert(golden.to_owned()),
            None => fixtures.insert(name),
        };
    }
    (fixtures, goldens)
}

#[test]
fn documents() {
    let mut goldens = Goldens::new();
    for name in names().0 {
        goldens.check(&name, report(&name, &folder().join(&name)));
    }
    goldens.finish();
}

/// Documents that no repository should hold, and what is said of them.
fn made() -> Vec<(&'static str, Vec<u8>)> {
    let mut latin = b"openapi: 3.1.1\ninfo:\n  title: Caf".to_vec();
    latin.extend([0xe9, b'\n']);
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend("type: string\n".encode_utf16().flat_map(u16::to_le_bytes));
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..30 {
        let before = level - 1;
        let aliases = vec![format!("*a{before}"); 10].join(", ");
        let _ = writeln!(bomb, "a{level}: &a{level} [{aliases}]");
    }
    let mut chain = String::from("$defs:\n");
    for level in 0..20_000 {
        let _ = writeln!(chain, "  A{level}: {{$ref: '#/$defs/A{}'}}", level + 1);
    }
    chain.push_str("  A20000: {type: 5}\n");
    vec![
        ("made_latin_1", latin),
        ("made_utf_16", utf16),
        ("made_nul", b"type: string\ndescription: a\0b\n".to_vec()),
        (
            "made_deep_json",
            [
                b"{\"not\": ".repeat(100_000),
                b"true".to_vec(),
                b"}".repeat(100_000),
            ]
            .concat(),
        ),
        (
            "made_deep_flow",
            [b"[".repeat(100_000), b"]".repeat(100_000)].concat(),
        ),
        ("made_deep_unclosed", b"{\"a\":[".repeat(100_000)),
        ("made_deep_block", deep_block()),
        ("made_alias_bomb", bomb.into_bytes()),
        ("made_alias_of_itself", b"a: &a\n  b: *a\n".to_vec()),
        ("made_long_line", long_line()),
        ("made_many", many()),
        ("made_long_chain", chain.into_bytes()),
        (
            "made_long_combination",
            combinations(1_000, |next| {
                format!("{{anyOf: [{next}, {{type: 'null'}}]}}")
            }),
        ),
        (
            "made_multiplying",
            combinations(25, |next| {
                let branch =
                    |name: &str| format!("{{type: object, required: [{name}], allOf: [{next}]}}");
                format!("{{oneOf: [{}, {}]}}", branch("a"), branch("b"))
            }),
        ),
    ]
}

/// A document on one line, with a mistake at its end.
fn long_line() -> Vec<u8> {
    let mut text = String::from("{\"$defs\":{");
    for number in 0..5_000 {
        let _ = write!(text, "\"S{number}\":{{\"type\":\"string\"}},");
    }
    text.push_str("\"Last\":{\"type\":\"strnig\"}}}");
    text.into_bytes()
}

/// More mistakes than anybody reads.
fn many() -> Vec<u8> {
    let mut text = String::from("$defs:\n");
    for number in 0..500 {
        let _ = writeln!(text, "  S{number}: {{type: strnig}}");
    }
    text.into_bytes()
}

/// Schemas each of which is made of the next one.
fn combinations(count: usize, schema: impl Fn(&str) -> String) -> Vec<u8> {
    let mut text = String::from("$defs:\n");
    for number in 0..count {
        let next = format!("{{$ref: '#/$defs/A{}'}}", number + 1);
        let _ = writeln!(text, "  A{number}: {}", schema(&next));
    }
    let _ = writeln!(
        text,
        "  A{count}: {{type: object, properties: {{x: {{type: string}}}}}}"
    );
    text.into_bytes()
}

fn deep_block() -> Vec<u8> {
    let mut text = String::new();
    for level in 0..1_000 {
        let _ = writeln!(text, "{}a:", " ".repeat(level));
    }
    text.into_bytes()
}

#[test]
fn documents_made_here() {
    let mut goldens = Goldens::new();
    let scratch = tempfile::tempdir().expect("a folder for temporary files");
    for (name, bytes) in made() {
        let path = scratch.path().join(name);
        fs::write(&path, bytes).expect("a temporary file");
        goldens.check(
            name,
            report(name, &path).map(|text| relative(&text, scratch.path())),
        );
    }
    // Two gigabytes, none of which is on the disk, nor ever in memory.
    let path = scratch.path().join("made_large");
    fs::File::create(&path)
        .and_then(|file| file.set_len(2 << 30))
        .expect("a sparse file");
    goldens.check(
        "made_large",
        report("made_large", &path).map(|text| relative(&text, scratch.path())),
    );
    let empty = scratch.path().join("made_folder");
    fs::create_dir(&empty).expect("a folder");
    goldens.check(
        "made_folder",
        report("made_folder", &empty).map(|text| relative(&text, scratch.path())),
    );
    goldens.check(
        "made_missing",
        report("made_missing", &folder().join("no-such-file.yaml")),
    );
    goldens.finish();
}

fn relative(text: &str, scratch: &Path) -> String {
    text.replace(&scratch.display().to_string(), "$TMP")
}

#[test]
fn no_golden_is_left_over() {
    let (fixtures, goldens) = names();
    let made: BTreeSet<String> = made()
        .into_iter()
        .map(|(name, _)| name.to_owned())
        .collect();
    let others = ["made_large", "made_folder", "made_missing"].map(str::to_owned);
    let known: BTreeSet<String> = fixtures.into_iter().chain(made).chain(others).collect();
    let unneeded: Vec<&String> = goldens.difference(&known).collect();
    assert!(unneeded.is_empty(), "no document has these: {unneeded:?}");
}
