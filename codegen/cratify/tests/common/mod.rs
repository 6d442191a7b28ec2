//! Proves documents: generates their crates, compiles them with all warnings denied, and runs the
//! checks of `cratify_check` on every type.
//!
//! The crates are packages of a workspace in the folder for temporary files of tests, which Cargo
//! builds on its own; the lock file is the repository's, so that nothing is fetched.

mod cargo;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use cratify::Config;

use crate::exceptions::Exceptions;

/// A document to prove.
pub(crate) struct Subject {
    /// The name of its test.
    pub name: String,
    /// The document.
    pub path: PathBuf,
    pub exceptions: Exceptions,
    /// How many examples contradict their own schema, where that is known.
    pub findings: Option<usize>,
    /// Whether the document is all there is: what is published is held against one document.
    pub alone: bool,
    /// Settings beside the paths.
    pub configure: fn(Config) -> Config,
}

impl Subject {
    /// A document without exceptions.
    pub(crate) fn new(name: &str, path: impl Into<PathBuf>) -> Self {
        Self {
            name: name.to_owned(),
            path: path.into(),
            exceptions: &[],
            findings: Some(0),
            alone: true,
            configure: |config| config,
        }
    }
}

/// Generates, compiles and checks.
///
/// # Panics
///
/// Where something does not hold.
pub(crate) fn prove(suite: &str, subjects: &[Subject]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(suite);
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("the package is in the workspace");
    let mut members = Vec::new();
    let mut dependencies = String::new();
    let mut foreign = BTreeMap::new();
    let harness = folder.join("harness");
    recreate(&harness.join("tests"));
    recreate(&folder.join("counts"));
    for subject in subjects {
        let output = folder.join(&subject.name);
        let config =
            (subject.configure)(cratify::configure().schema(&subject.path).output(&output));
        let generated = config
            .generate()
            .unwrap_or_else(|error| panic!("{}: {error}", subject.name));
        generated
            .write()
            .unwrap_or_else(|error| panic!("{}: {error}", subject.name));
        assert!(
            generated
                .compare()
                .is_ok_and(|differences| differences.is_empty()),
            "{} is not stable",
            subject.name
        );
        deny_warnings(&output);
        let package = package_name(&output);
        let _ = writeln!(
            dependencies,
            "{} = {{ path = \"../{}\", package = \"{package}\", features = [\"schemars\", \"validate\"] }}",
            package, subject.name
        );
        write(
            &harness.join("tests").join(format!("{}.rs", subject.name)),
            &test_of(subject, &generated.checks(), &folder.join("counts")),
        );
        add_foreign(&output, &mut foreign);
        members.push(format!("\"{}\"", subject.name));
    }
    for (name, source) in foreign {
        let _ = writeln!(dependencies, "{name} = {source}");
    }
    write(
        &folder.join("Cargo.toml"),
        &format!(
            "[workspace]\nresolver = \"3\"\nmembers = [\"harness\", {}]\n",
            members.join(", ")
        ),
    );
    write(
        &harness.join("Cargo.toml"),
        &format!(
            "[package]\nname = \"harness\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\npath = \"lib.rs\"\n\n\
             [dev-dependencies]\ncratify-check = {{ path = \"{}\" }}\n\
             serde_json = \"1\"\nserde_yaml = \"0.9\"\nschemars = \"1\"\n{dependencies}",
            repository.join("codegen/check").display()
        ),
    );
    write(&harness.join("lib.rs"), "");
    let lock = repository.join("Cargo.lock");
    if !folder.join("Cargo.lock").exists() {
        fs::copy(lock, folder.join("Cargo.lock")).expect("the lock file can be copied");
    }
    let output = cargo::cargo(&folder)
        .args([
            "test",
            "--offline",
            "--quiet",
            "--no-fail-fast",
            "-p",
            "harness",
        ])
        .output()
        .expect("Cargo runs");
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text);
    println!("{text}");
    println!("{}", table_of(&folder.join("counts"), subjects));
    assert!(
        output.status.success(),
        "the checks of {suite} fail (in {})",
        folder.display()
    );
}

/// Compiles the crates that were proven with each of their features alone, and with none: a feature may
/// not need what another one brings.
///
/// # Panics
///
/// Where one of them does not compile.
#[allow(dead_code, reason = "not for every suite")]
pub(crate) fn compile_with_each_feature(suite: &str, subjects: &[Subject]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(suite);
    let packages: Vec<String> = subjects
        .iter()
        .map(|subject| package_name(&folder.join(&subject.name)))
        .collect();
    for feature in ["", "schemars", "validate"] {
        let mut cargo = cargo::cargo(&folder);
        cargo.args(["check", "--offline", "--quiet", "--lib"]);
        for package in &packages {
            cargo.args(["-p", package]);
            if !feature.is_empty() {
                cargo.args(["--features", &format!("{package}/{feature}")]);
            }
        }
        let output = cargo.output().expect("Cargo runs");
        assert!(
            output.status.success(),
            "the crates of {suite} do not compile with {feature:?} alone (in {}):\n{}",
            folder.display(),
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

/// The test of what is published.
const PUBLISHED: &str = "#[test]
fn published() {
    check(check::published(&document(), &cases()));
}
";

/// What the checks found for each document, from what they have written down.
fn table_of(counts: &Path, subjects: &[Subject]) -> String {
    let mut table = format!(
        "{:20}{:14}{:>6}{:>9}{:>6}{:>9}\n",
        "document", "check", "yes", "unknown", "no", "skipped"
    );
    for subject in subjects {
        for check in [
            "equality",
            "annotations",
            "published",
            "instances",
            "examples",
        ] {
            let path = counts.join(format!("{}.{check}", subject.name));
            let _ = writeln!(
                table,
                "{:20}{check:14}{}",
                subject.name,
                fs::read_to_string(path).unwrap_or_default()
            );
        }
    }
    table
}

/// The test file of a document.
fn test_of(subject: &Subject, cases: &str, counts: &Path) -> String {
    let mut exceptions = String::new();
    for (case, check, reason) in subject.exceptions {
        let _ = writeln!(
            exceptions,
            "    Exception {{ case: {case:?}, check: {check:?}, reason: {reason:?} }},"
        );
    }
    format!(
        r#"use cratify_check::{{self, Case, Exception, Report}};

const EXCEPTIONS: &[Exception<'_>] = &[
{exceptions}];

fn cases() -> Vec<Case> {{
    {cases}
}}

fn document() -> serde_json::Value {{
    let text = std::fs::read_to_string({path:?}).expect("the document can be read");
    serde_json::from_str(&text).or_else(|_| serde_yaml::from_str(&text)).expect("the document can be read")
}}

fn check(report: Report) {{
    println!("{{report}}");
    let counts = &report.counts;
    let line = format!("{{:>6}}{{:>9}}{{:>6}}{{:>9}}", counts.yes, counts.unknown, counts.no, counts.skipped);
    std::fs::write(format!("{counts}/{name}.{{}}", report.name), line).expect("a file can be written");
    let exceptions: Vec<Exception<'_>> =
        EXCEPTIONS.iter().filter(|exception| exception.check.split('/').next() == Some(report.name)).copied().collect();
    report.assert(&exceptions);
}}

#[test]
fn equality() {{
    check(check::equality(&cases()));
}}

#[test]
fn annotations() {{
    check(check::annotations(&cases()));
}}

{published}
#[test]
fn instances() {{
    check(check::instances(&cases()));
}}

#[test]
fn examples() {{
    let (report, findings) = check::examples(&document(), &cases());
    for finding in &findings {{
        println!("finding about the document: {{}}: {{}} ({{}})", finding.pointer, finding.message, finding.example);
    }}
    check(report);
{findings}}}
"#,
        path = subject.path.display().to_string(),
        published = if subject.alone { PUBLISHED } else { "" },
        counts = counts.display(),
        name = subject.name,
        findings = subject.findings.map_or_else(String::new, |expected| format!(
            "    assert_eq!(findings.len(), {expected}, \"examples that contradict their own schema\");\n"
        )),
    )
}

/// Adds the crates whose types a generated crate uses: the checks ask these types themselves. Their
/// features are those that the generated crate asks for.
fn add_foreign(output: &Path, foreign: &mut BTreeMap<String, String>) {
    let manifest = fs::read_to_string(output.join("Cargo.toml")).expect("the manifest was written");
    let manifest: toml::Table = manifest.parse().expect("the manifest is TOML");
    let own = ["jsonschema", "schemars", "serde", "serde_json"];
    let dependencies = manifest["dependencies"].as_table().into_iter().flatten();
    for (name, wish) in dependencies.filter(|(name, _)| !own.contains(&name.as_str())) {
        let text = |key: &str| wish.get(key).and_then(toml::Value::as_str);
        let version = text("version").or(wish.as_str()).unwrap_or("*");
        let path = text("path").map(|path| format!(", path = \"{path}\""));
        let source = format!(
            "{{ version = \"{version}\", default-features = false{} }}",
            path.unwrap_or_default()
        );
        foreign.insert(name.clone(), source);
    }
}

/// Makes every warning of the crate an error, without a word in the crate itself.
fn deny_warnings(output: &Path) {
    let path = output.join("Cargo.toml");
    let manifest = fs::read_to_string(&path).expect("the manifest was written");
    write(
        &path,
        &format!("{manifest}\n[lints.rust]\nwarnings = \"deny\"\nmissing_docs = \"deny\"\n"),
    );
}

fn package_name(output: &Path) -> String {
    let manifest = fs::read_to_string(output.join("Cargo.toml")).expect("the manifest was written");
    let line = manifest
        .lines()
        .find_map(|line| line.strip_prefix("name = "));
    line.expect("the manifest has a name")
        .trim_matches('"')
        .to_owned()
}

fn recreate(folder: &Path) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).expect("a folder can be made");
}

/// Writes what differs, so that Cargo compiles no more than it has to.
fn write(path: &Path, text: &str) {
    if !fs::read_to_string(path).is_ok_and(|old| old == text) {
        fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}
