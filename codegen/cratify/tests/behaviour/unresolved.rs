//! References without a target: an error by default, any value with `unresolved: any`.

use std::fs;
use std::path::PathBuf;

use cratify::{Config, Error, Generated, Located, Outcome, Severity, Unresolved};
use tempfile::TempDir;

/// Kinds of references that fail: the schema of a member, the code of the problem, and the keyword that it is about.
const KINDS: [(&str, &str, &str); 11] = [
    ("{$ref: '#/components/schemas/Nope'}", "CR0301", "$ref"),
    ("{$ref: '#'}", "CR0301", "$ref"),
    ("{$ref: '#/info/title'}", "CR0301", "$ref"),
    ("{$ref: '#/%zz'}", "CR0301", "$ref"),
    ("{$ref: missing.yaml}", "CR0301", "$ref"),
    ("{$ref: broken.yaml}", "CR0301", "$ref"),
    ("{$ref: '../outside.yaml'}", "CR0303", "$ref"),
    ("{$ref: 'https://example.com/a.json'}", "CR0303", "$ref"),
    ("{$ref: '#anchor'}", "CR0301", "$ref"),
    ("{$dynamicRef: '#node'}", "CR0301", "$dynamicRef"),
    (
        "{allOf: [{$ref: '#/components/schemas/A/properties/a'}]}",
        "CR0302",
        "a",
    ),
];

struct Document {
    folder: TempDir,
    path: PathBuf,
}

impl Document {
    /// A document whose schema `A` has this member, beside a member with a good schema.
    fn new(head: &str, member: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("in/root.yaml");
        let text = format!(
            "openapi: 3.1.0\ninfo: {{title: R, version: 1.0.0, license: {{name: MIT}}}}\n{head}\ncomponents:\n  \
             schemas:\n    A: {{type: object, properties: {{a: {member}, b: {{type: string}}}}}}\n"
        );
        fs::create_dir(folder.path().join("in")).expect("a folder can be made");
        for (name, text) in [
            ("in/root.yaml", &*text),
            ("in/broken.yaml", "a: [\n"),
            ("outside.yaml", "type: string\n"),
        ] {
            fs::write(folder.path().join(name), text).expect("a file can be written");
        }
        Self { folder, path }
    }

    fn config(&self) -> Config {
        cratify::configure().schema(&self.path)
    }

    fn generate(&self, configure: impl FnOnce(Config) -> Config) -> Result<Generated, Error> {
        assert!(self.folder.path().exists());
        configure(self.config()).generate()
    }
}

fn refused(document: &Document) -> Error {
    match document.generate(|config| config) {
        Ok(_) => panic!("a reference has no target"),
        Err(error) => error,
    }
}

fn find<'d>(problems: &'d [Located], code: &str) -> &'d Located {
    let mut problems = problems.iter();
    let found = problems.find(|problem| problem.code.as_str() == code);
    found.expect("a problem with this code")
}

#[test]
fn every_kind_is_an_error_or_any_value() {
    for (member, code, keyword) in KINDS {
        let document = Document::new("", member);
        let error = refused(&document);
        let problem = find(error.diagnostics(), code);
        assert_eq!(problem.severity, Severity::Error, "{member}");

        let generated = document
            .generate(|config| config.unresolved(Unresolved::Any))
            .unwrap_or_else(|error| panic!("{member}: {error}"));
        let problem = find(generated.warnings(), code);
        let pointer = problem.pointer.as_deref().expect("a location");
        assert_eq!(problem.severity, Severity::Warning, "{member}");
        assert!(
            pointer.ends_with(&format!("/{keyword}")),
            "{member}: {pointer}"
        );
        let (_, text) = generated
            .files()
            .find(|(path, _)| *path == "src/a.rs")
            .expect("a type");
        assert!(
            text.contains("pub a: Option<serde_json::Value>"),
            "{member}: {text}"
        );
        assert!(text.contains("pub b: Option<String>"), "{member}: {text}");
    }
}

#[test]
fn the_choice_belongs_to_the_place() {
    let reference = "{$ref: '#/nope'}";
    let document = Document::new("x-cratify: {unresolved: any}", reference);
    assert!(document.generate(|config| config).is_ok());
    let inner = "{$ref: '#/nope', x-cratify: {unresolved: any}}";
    assert!(Document::new("", inner).generate(|config| config).is_ok());
    let document = Document::new("", reference);
    let place =
        |config: Config, name: &str| config.at(name, |place| place.unresolved(Unresolved::Any));
    assert!(document.generate(|config| place(config, "A.a")).is_ok());
    assert!(document.generate(|config| place(config, "A.b")).is_err());
}

#[test]
fn the_ledger_has_the_reference() {
    for (member, pointer) in [
        ("{$ref: '#/nope'}", "$ref"),
        (
            "{allOf: [{$ref: '#/components/schemas/A/properties/a'}]}",
            "allOf/0/$ref",
        ),
        ("{not: {$ref: '#/nope'}}", "not"),
    ] {
        let document = Document::new("x-cratify: {unresolved: any}", member);
        let ledger = document.config().ledger();
        let ledger = ledger.unwrap_or_else(|error| panic!("{error}"));
        let pointer = format!("/components/schemas/A/properties/a/{pointer}");
        let mut entries = ledger.entries().iter();
        let entry = entries.find(|entry| entry.pointer == pointer);
        assert_eq!(
            entry.map(|entry| entry.outcome),
            Some(Outcome::Ignored),
            "{member}"
        );
    }
}

#[test]
fn an_entry_of_a_mapping_is_ignored() {
    let member = "{oneOf: [{$ref: '#/components/schemas/A'}], \
                  discriminator: {propertyName: b, mapping: {x: '#/nope', y: broken.yaml}}}";
    let document = Document::new("", member);
    let error = refused(&document);
    let errors = error.diagnostics().iter();
    let errors = errors.filter(|problem| problem.severity == Severity::Error);
    assert_eq!(errors.count(), 1, "{error}");
    let generated = document.generate(|config| config.unresolved(Unresolved::Any));
    assert!(generated.is_ok());
}

#[test]
fn a_union_with_itself_is_widened() {
    let member = "{oneOf: [{$ref: '#/components/schemas/A/properties/a'}, {type: string}]}";
    let document = Document::new("x-cratify: {unresolved: any}", member);
    let generated = document.generate(|config| config);
    let generated = generated.unwrap_or_else(|error| panic!("{error}"));
    let mut files = generated.files();
    let (_, schema) = files
        .find(|(path, _)| *path == "schema/a.schema.json")
        .expect("a published schema");
    assert!(
        schema.contains("anyOf") && !schema.contains("oneOf"),
        "{schema}"
    );
}
