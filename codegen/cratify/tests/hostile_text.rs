//! Text of a document stays text, wherever it stands: each text below, in each keyword that has text.
//!
//! What a text makes of a crate is compared with what a plain word makes of it in the same place.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use cratify::Operations;
use proc_macro2::{TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use serde_json::{Map, Value, json};

/// What should not become Rust, a doctest, HTML, a link, TOML, or something that nobody sees.
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

/// A word that is none of this.
const PLAIN: &str = "word";

/// What of a document is replaced.
#[derive(Debug, Clone, Copy)]
enum Part {
    /// The text at a JSON Pointer.
    Text(&'static str),
    /// The name of the member at a JSON Pointer.
    Name(&'static str),
    /// The name of the file.
    File,
}

/// Where a document has prose, which is never an error: a text stands in all of these at once.
const PROSE: &[Part] = &[
    Part::Text("/info/title"),
    Part::Text("/info/description"),
    Part::Text("/info/x-crate/description"),
    Part::Text("/info/x-crate/copyright-holder"),
    Part::Text("/externalDocs/description"),
    Part::Text("/tags/0/name"),
    Part::Text("/tags/0/description"),
    Part::Text("/paths/~1pets/get/summary"),
    Part::Text("/paths/~1pets/get/description"),
    Part::Text("/paths/~1pets/get/tags/0"),
    Part::Text("/paths/~1pets/get/parameters/0/description"),
    Part::Text("/paths/~1pets/get/responses/200/description"),
    Part::Text("/components/schemas/Pet/title"),
    Part::Text("/components/schemas/Pet/description"),
    Part::Text("/components/schemas/Pet/$comment"),
    Part::Text("/components/schemas/Pet/x-note"),
    Part::Text("/components/schemas/Pet/externalDocs/description"),
    Part::Text("/components/schemas/Pet/properties/note/title"),
    Part::Text("/components/schemas/Pet/properties/note/description"),
    Part::Text("/components/schemas/Pet/properties/note/examples/0"),
    Part::Text("/components/schemas/Pet/properties/note/externalDocs/description"),
    Part::Text("/components/schemas/Pet/properties/level/x-enum-descriptions/0"),
    Part::Text("/components/schemas/Pet/properties/level/x-enum-descriptions/1"),
    Part::Text("/components/schemas/Name/examples/0"),
    Part::Text("/components/schemas/Name/description"),
];

/// Where else it has text: in one of these at a time.
const OTHERS: &[Part] = &[
    Part::File,
    Part::Text("/info/version"),
    Part::Text("/info/license/name"),
    Part::Text("/info/license/url"),
    Part::Text("/info/contact/name"),
    Part::Text("/info/contact/email"),
    Part::Text("/info/contact/url"),
    Part::Text("/info/x-crate/authors/0"),
    Part::Text("/info/x-crate/homepage"),
    Part::Text("/info/x-crate/keywords/0"),
    Part::Text("/externalDocs/url"),
    Part::Name("/paths/~1pets"),
    Part::Text("/paths/~1pets/get/operationId"),
    Part::Text("/paths/~1pets/get/parameters/0/name"),
    Part::Name("/paths/~1pets/get/responses/200/content/application~1json"),
    Part::Name("/components/schemas/Pet"),
    Part::Name("/components/schemas/Pet/x-note"),
    Part::Text("/components/schemas/Pet/externalDocs/url"),
    Part::Text("/components/schemas/Pet/required/1"),
    Part::Name("/components/schemas/Pet/properties/note"),
    Part::Text("/components/schemas/Pet/properties/note/default"),
    Part::Text("/components/schemas/Pet/properties/note/pattern"),
    Part::Text("/components/schemas/Pet/properties/note/format"),
    Part::Text("/components/schemas/Pet/properties/note/contentMediaType"),
    Part::Text("/components/schemas/Pet/properties/note/externalDocs/url"),
    Part::Text("/components/schemas/Pet/properties/level/enum/0"),
    Part::Text("/components/schemas/Pet/properties/level/x-enum-varnames/0"),
    Part::Text("/components/schemas/Pet/properties/fixed/const"),
    Part::Text("/components/schemas/Pet/properties/mixed/enum/1"),
    Part::Text("/components/schemas/Pet/properties/named/x-rust-name"),
    Part::Text("/components/schemas/Pet/properties/named/x-rust-type-name"),
    Part::Text("/components/schemas/Pet/properties/extern/x-rust-type"),
    Part::Text("/components/schemas/Pet/not/required/0"),
    Part::Text("/components/schemas/Pet/propertyNames/pattern"),
    Part::Text("/components/schemas/Any/discriminator/propertyName"),
    Part::Name("/components/schemas/Any/discriminator/mapping/cat"),
    Part::Text("/components/schemas/Any/x-cratify/derive"),
    Part::Text("/components/schemas/Cat/properties/kind/const"),
    Part::Text("/components/schemas/Cat/properties/pin/default"),
    Part::Text("/components/schemas/Closed/enum/0"),
];

fn document() -> Value {
    let link = json!({ "url": "https://example.org/a", "description": "More" });
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": PLAIN,
            "version": "1.0.0",
            "description": PLAIN,
            "license": { "name": PLAIN, "url": "https://example.org/l" },
            "contact": { "name": PLAIN, "email": "a@example.org", "url": "https://example.org/c" },
            "x-crate": {
                "name": "sample",
                "description": PLAIN,
                "copyright-holder": PLAIN,
                "authors": [PLAIN],
                "homepage": "https://example.org/h",
                "keywords": [PLAIN]
            }
        },
        "externalDocs": link,
        "tags": [{ "name": PLAIN, "description": PLAIN }],
        "paths": { "/pets": { "get": {
            "operationId": PLAIN,
            "summary": PLAIN,
            "description": PLAIN,
            "tags": [PLAIN],
            "parameters": [{ "name": PLAIN, "in": "query", "description": PLAIN, "schema": { "enum": ["a", "b"] } }],
            "responses": { "200": { "description": PLAIN, "content": { "application/json": {
                "schema": { "type": "object", "properties": { "total": { "type": "integer" } } }
            } } } }
        } } },
        "components": { "schemas": {
            "Pet": {
                "type": "object",
                "title": PLAIN,
                "description": PLAIN,
                "$comment": PLAIN,
                "x-note": PLAIN,
                "externalDocs": link,
                "required": ["level", "absent"],
                "not": { "required": [PLAIN, "nothing"] },
                "propertyNames": { "pattern": PLAIN },
                "properties": {
                    "note": {
                        "type": "string",
                        "title": PLAIN,
                        "description": PLAIN,
                        "default": PLAIN,
                        "examples": [PLAIN],
                        "pattern": PLAIN,
                        "format": PLAIN,
                        "contentMediaType": PLAIN,
                        "externalDocs": link
                    },
                    "level": {
                        "enum": [PLAIN, "other"],
                        "x-enum-varnames": ["Word", "Other"],
                        "x-enum-descriptions": [PLAIN, PLAIN]
                    },
                    "fixed": { "const": PLAIN },
                    "mixed": { "enum": [1, PLAIN] },
                    "named": { "enum": ["a"], "x-rust-name": PLAIN, "x-rust-type-name": "Word" },
                    "extern": { "type": "string", "x-rust-type": "std::string::String" }
                }
            },
            "Name": { "type": "string", "description": PLAIN, "examples": [PLAIN] },
            "Cat": { "type": "object", "required": ["kind"], "properties": {
                "kind": { "const": PLAIN },
                "pin": { "type": "string", "format": "password", "default": PLAIN }
            } },
            "Dog": { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "dog" } } },
            "Any": {
                "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
                "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat" } },
                "x-cratify": { "derive": "PartialOrd" }
            },
            "Closed": { "enum": [PLAIN, "other"], "x-cratify": { "unknown-values": "refuse" } }
        } }
    })
}

/// Generates the document with a text in the place of parts; `None` where that is an error.
fn generate(folder: &Path, parts: &[Part], text: &str) -> Option<Files> {
    let mut document = document();
    let mut name = "sample.json".to_owned();
    for part in parts {
        match *part {
            Part::File => name = format!("{}.json", text.replace(['/', '\0'], "_")),
            Part::Text(pointer) => {
                let value = document.pointer_mut(pointer);
                *value.unwrap_or_else(|| panic!("the document has nothing at {pointer}")) =
                    json!(text);
            }
            Part::Name(pointer) => {
                let (object, last) = pointer.rsplit_once('/').expect("a pointer has a last part");
                let last = last.replace("~1", "/");
                let object = document.pointer_mut(object).and_then(Value::as_object_mut);
                let object =
                    object.unwrap_or_else(|| panic!("the document has no object at {pointer}"));
                assert!(
                    object.contains_key(&last),
                    "the document has nothing at {pointer}"
                );
                let members = std::mem::take(object).into_iter();
                let renamed = members.map(|(name, value)| {
                    let is_renamed = name == last;
                    (if is_renamed { text.to_owned() } else { name }, value)
                });
                *object = renamed.collect::<Map<String, Value>>();
            }
        }
    }
    let folder = tempfile::tempdir_in(folder).expect("a folder can be made");
    let path = folder.path().join(name);
    fs::write(&path, document.to_string()).unwrap_or_else(|error| panic!("{text:?}: {error}"));
    let config = cratify::configure()
        .schema(&path)
        .operations(Operations::All);
    match config.generate() {
        Ok(generated) => {
            let files = generated.files();
            let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
            Some(files.collect())
        }
        Err(error) => {
            assert!(text != PLAIN || parts.len() == 1, "{error}");
            None
        }
    }
}

/// What is found of a file.
#[derive(Debug, Default)]
struct Findings {
    faults: Vec<String>,
    /// How many doctests there are, or blocks of Rust in a page.
    tests: usize,
}

/// The files of a crate.
type Files = BTreeMap<String, String>;

/// Finds what is wrong with a crate. Files that are those of the plain crate are not read again.
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
            found.faults.extend(rust_faults(text));
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

/// Rust that is more than types: attributes, macros and files that no type brings.
fn rust_faults(text: &str) -> Vec<String> {
    let file = match syn::parse_file(text) {
        Ok(file) => file,
        Err(error) => return vec![format!("is not Rust: {error}")],
    };
    let mut faults = Vec::new();
    for attribute in &file.attrs {
        let path = attribute
            .path()
            .get_ident()
            .map(ToString::to_string)
            .unwrap_or_default();
        if !["allow", "doc", "forbid", "warn"].contains(&path.as_str()) {
            faults.push(format!("has the inner attribute {path}"));
        }
    }
    walk(text.parse().expect("it was Rust before"), &mut faults);
    faults
}

fn walk(tokens: TokenStream, faults: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        let next = |offset: usize| {
            tokens
                .get(index + offset)
                .map(ToString::to_string)
                .unwrap_or_default()
        };
        let (is_literal, value) = (
            matches!(tokens.get(index + 2), Some(TokenTree::Literal(_))),
            next(2),
        );
        let fault = match token {
            TokenTree::Group(group) => {
                walk(group.stream(), faults);
                continue;
            }
            TokenTree::Ident(ident) => match ident.to_string().as_str() {
                "doc" if next(1) == "=" && !is_literal => format!("has documentation from {value}"),
                "include_str" if !value.starts_with("(\"../") => format!("includes {value}"),
                "path" if next(1) == "=" && is_literal => format!("has a file at {value}"),
                "evil" => "has an item of the document".to_owned(),
                _ => continue,
            },
            _ => continue,
        };
        faults.push(fault);
    }
}

/// The doc comments of a file, each as rustdoc has it.
fn doc_comments(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut follows = false;
    for line in text.lines() {
        let line = line.trim_start();
        let docs = line
            .strip_prefix("///")
            .or_else(|| line.strip_prefix("//!"));
        if let Some(docs) = docs {
            if !follows {
                all.push(String::new());
            }
            let docs = docs.strip_prefix(' ').unwrap_or(docs);
            let _ = writeln!(all.last_mut().expect("one was added"), "{docs}");
        }
        follows = docs.is_some();
    }
    all
}

/// How many code blocks of a text rustdoc would compile.
fn tests_of(markdown: &str) -> usize {
    let blocks = Parser::new_ext(markdown, Options::ENABLE_TABLES).filter(|event| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => true,
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
            let other = ["json", "sh", "text", "toml", "yaml"];
            !other.contains(&language.split([',', ' ']).next().unwrap_or_default())
        }
        _ => false,
    });
    blocks.count()
}

/// HTML, and links that lead nowhere or to a program.
fn markdown_faults(text: &str, folder: &str, files: &Files) -> Vec<String> {
    let mut faults = Vec::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Html(html) | Event::InlineHtml(html)
                if !["<br>", "<code>", "</code>"].contains(&html.trim()) =>
            {
                faults.push(format!("has the HTML {html}"));
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let is_web = ["https://", "http://"]
                    .iter()
                    .any(|scheme| dest_url.starts_with(scheme));
                let target = match dest_url.strip_prefix("../") {
                    Some(path) => path.to_owned(),
                    None if folder.is_empty() => dest_url.to_string(),
                    None => format!("{folder}/{dest_url}"),
                };
                if !is_web && !files.contains_key(&target) {
                    faults.push(format!("links to {dest_url}"));
                }
            }
            _ => {}
        }
    }
    faults
}

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
                    assert!(parts.len() == 1, "prose is no error: {text:?}");
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
    // Most texts are no error in most places.
    let generated = generated.into_inner();
    assert!(
        generated > places.len() * TEXTS.len() * 2 / 3,
        "{generated} crates"
    );
}
