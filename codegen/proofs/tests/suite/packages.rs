//! The types of all groups, compiled: a program that is asked about each instance.
//!
//! A crate for each group would be right and slow. So the crates of many groups are modules of one
//! package: they have the text of a crate, except for `crate::`, which has the module's name added.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use cratify_proofs::cargo::cargo;
use cratify_proofs::{lock, write};

use crate::groups::Group;

/// The outcome of a group.
pub(crate) enum Answer {
    /// It was refused, for this reason.
    Refused(String),
    /// Its types say this of each test.
    Compiled(Vec<Outcome>),
}

/// The verdict of the types on an instance.
#[derive(Deserialize)]
pub(crate) struct Outcome {
    /// The text written after reading, or the error of reading.
    pub written: Result<String, String>,
    /// Whether strict reading accepts the instance.
    pub accepted: bool,
}

/// How many packages there are: enough for every core to have one most of the time.
const PACKAGES: usize = 6;

const MANIFEST: &str = r#"[package]
version = "0.0.0"
edition = "2024"

[features]
default = ["validate"]
schemars = []
validate = []

[lints.rust]
warnings = "deny"
missing_docs = "deny"

[dependencies]
serde = { version = "1", features = ["derive"] }
serde_json = "1"
jsonschema = { version = "0.61", default-features = false }
"#;

/// The files of a package other than its modules.
const PACKAGE: &str = "//! Groups of the suite.

// Lints that a crate can allow as a whole alone, and a module of one cannot.
#![allow(confusable_idents, mixed_script_confusables, uncommon_codepoints, unused_attributes)]

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// A group by its number: what reads and writes, and strict reading.
pub type Group = (usize, fn(&str) -> Result<String, String>, fn(&Value) -> bool);

fn round_trip<T: Serialize + DeserializeOwned>(text: &str) -> Result<String, String> {
    let value: T = serde_json::from_str(text).map_err(|error| error.to_string())?;
    serde_json::to_string(&value).map_err(|error| error.to_string())
}
";

/// The program: it reads lines of group and instance, and writes what the types say.
const PROGRAM: &str = r#"
fn main() {
    let groups: std::collections::HashMap<usize, _> =
        GROUPS.iter().copied().flatten().map(|(id, read, strict)| (*id, (read, strict))).collect();
    for line in std::io::stdin().lines() {
        let line = line.expect("lines of text");
        let (id, text) = line.split_once(' ').expect("a group and an instance");
        let (read, strict) = groups[&id.parse().expect("a number")];
        let value = serde_json::from_str(text).expect("JSON");
        let written = std::panic::catch_unwind(|| read(text)).unwrap_or_else(|_| Err("panic".to_owned()));
        let written = match written {
            Ok(written) => serde_json::json!({ "Ok": written }),
            Err(error) => serde_json::json!({ "Err": error }),
        };
        println!("{}", serde_json::json!({ "written": written, "accepted": strict(&value) }));
    }
}
"#;

/// Generates and compiles all groups, and asks them about their tests.
///
/// # Panics
///
/// Where something that was generated does not compile.
pub(crate) fn ask(groups: &[Group]) -> Vec<Answer> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("suite");
    let scratch = tempfile::tempdir().expect("a folder can be made");
    let generated: Vec<Result<String, String>> = groups
        .iter()
        .enumerate()
        .map(|(id, group)| {
            let package = folder.join(package_of(id, groups.len()));
            let generated = crate::generate(group, scratch.path())?;
            let root = generated.type_at("").ok_or("no type stands for the root")?;
            put(&generated, &package, &module(id));
            Ok(root.to_owned())
        })
        .collect();
    put_packages(&folder, &generated);
    let mut questions = String::new();
    let is_generated = |(id, _): &(usize, &Group)| generated[*id].is_ok();
    for (id, group) in groups.iter().enumerate().filter(is_generated) {
        for test in &group.tests {
            let value: Box<serde_json::value::RawValue> =
                serde_json::from_str(&test.data).expect("the suite is JSON");
            questions.push_str(&format!("{id} {}\n", value.get().replace('\n', " ")));
        }
    }
    let answers = run(&folder, &questions);
    let mut answers = answers
        .lines()
        .map(|line| serde_json::from_str::<Outcome>(line).expect("the program writes outcomes"));
    let answers = generated
        .into_iter()
        .zip(groups)
        .map(|(generated, group)| match generated {
            Err(problems) => Answer::Refused(problems),
            Ok(_) => Answer::Compiled(answers.by_ref().take(group.tests.len()).collect()),
        });
    answers.collect()
}

fn package_of(group: usize, groups: usize) -> String {
    format!("part{}", group * PACKAGES / groups)
}

fn module(group: usize) -> String {
    format!("group{group}")
}

/// Writes a generated crate as a module of a package.
fn put(generated: &cratify::Generated, package: &Path, module: &str) {
    for (path, text) in generated.files() {
        if !path.starts_with("src/") && !path.starts_with("schema/") {
            continue;
        }
        write(
            &package.join(module).join(path),
            &text.replace("crate::", &format!("crate::{module}::")),
        );
    }
}

fn put_packages(folder: &Path, generated: &[Result<String, String>]) {
    let mut program = String::from("//! Asks the types of the suite.\n\n");
    let mut dependencies = String::new();
    let mut members = String::new();
    let mut names = Vec::new();
    for index in 0..PACKAGES {
        let name = format!("part{index}");
        let mut text = PACKAGE.to_owned();
        let mut table = String::new();
        for (id, root) in generated.iter().enumerate() {
            let (true, Ok(root)) = (package_of(id, generated.len()) == name, root) else {
                continue;
            };
            let module = module(id);
            let _ = writeln!(
                text,
                "#[path = \"../{module}/src/lib.rs\"]\npub mod {module};"
            );
            let _ = writeln!(
                table,
                "    ({id}, round_trip::<{module}::{root}>, |value| {module}::{root}::validate_json(value).is_ok()),"
            );
        }
        let _ = write!(
            text,
            "\n/// The groups.\npub const GROUPS: &[Group] = &[\n{table}];\n"
        );
        write(&folder.join(&name).join("src/lib.rs"), &text);
        write(
            &folder.join(&name).join("Cargo.toml"),
            &MANIFEST.replacen("[package]", &format!("[package]\nname = \"{name}\""), 1),
        );
        let _ = writeln!(dependencies, "{name} = {{ path = \"../{name}\" }}");
        let _ = write!(members, ", \"{name}\"");
        names.push(format!("{name}::GROUPS"));
    }
    let _ = write!(
        program,
        "const GROUPS: &[&[part0::Group]] = &[{}];\n{PROGRAM}",
        names.join(", ")
    );
    write(&folder.join("program/src/main.rs"), &program);
    write(
        &folder.join("program/Cargo.toml"),
        &cratify_proofs::program(
            "suite-program",
            &format!("serde_json = \"1\"\n{dependencies}"),
        ),
    );
    write(
        &folder.join("Cargo.toml"),
        &cratify_proofs::workspace(&format!("\"program\"{members}")),
    );
    lock(folder);
}

/// Compiles the program and puts the questions to it.
fn run(folder: &Path, questions: &str) -> String {
    let path = folder.join("questions");
    write(&path, questions);
    let output = cargo(Path::new(env!("CARGO_TARGET_TMPDIR")), folder)
        .args(["run", "--offline", "--quiet", "-p", "suite-program"])
        .stdin(fs::File::open(path).expect("the questions can be read"))
        .output()
        .expect("Cargo runs");
    assert!(
        output.status.success(),
        "the types of the suite do not compile, or cannot be asked (in {}):\n{}",
        folder.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("the program writes text")
}
