//! The boundary `rust` of the labelled edits, by the compiler: code that names everything in the old crate is compiled
//! against the new one. It compiles unless the edit is major, and does not if it is.
//!
//! The edits are modules of a few packages, which Cargo compiles side by side. An error in one module hides errors in others, so
//! edits that fail are taken out until the rest compiles.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cratify::{SerdeCode, UnknownValues};
use cratify_diff::rust::surface::Surface;
use cratify_diff::rust::{self, witness};
use cratify_diff::{Bump, Side};
use cratify_proofs::cargo::{Messages, cargo};
use cratify_proofs::{lock, write};
use cratify_testing::random::{self, Document};
use cratify_testing::{Edit, corpus, edits, head, on_all_cores};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::Value;

/// How many random edits are compiled.
const ADDITIONS: usize = 24;

const MANIFEST: &str = "\
[package]
name = \"NAME\"
version = \"0.0.0\"
edition = \"2024\"

[features]
schemars = []
validate = []

[dependencies]
serde = { version = \"1\", features = [\"derive\"] }
serde_json = \"1\"
";

/// How many packages have the edits.
const PACKAGES: usize = 2;

/// An edit, ready to be compiled.
struct Compiled {
    kind: String,
    old: String,
    new: String,
    usage: String,
    bump: Bump,
    /// Whether code can show what breaks.
    shown: bool,
}

/// The types of one side, with code that names what the old side has.
#[derive(Clone, Copy)]
struct Module<'e> {
    edit: &'e Compiled,
    side: &'static str,
    api: &'e str,
}

impl<'e> Module<'e> {
    fn old(edit: &'e Compiled) -> Self {
        Self {
            edit,
            side: "old",
            api: &edit.old,
        }
    }

    fn new(edit: &'e Compiled) -> Self {
        Self {
            edit,
            side: "new",
            api: &edit.new,
        }
    }
}

/// The labelled edits: if `CRATIFY_LONG` is a number, every third.
fn wanted() -> Vec<Edit> {
    let share = if corpus::is_limited() { 3 } else { 1 };
    edits().into_iter().step_by(share).collect()
}

fn compiled() -> Vec<Compiled> {
    let labelled = on_all_cores(&wanted(), |edit| {
        let side = |config: &cratify::Config| {
            Side::from_config(&edit.kind, config).unwrap_or_else(|problem| panic!("{problem}"))
        };
        Compiled::of(&edit.kind, &side(&edit.old_side()), &side(&edit.new_side()))
    });
    let labelled = labelled.into_iter().flatten();
    labelled.chain(additions()).chain(renamed()).collect()
}

/// Renames by request after a release: values of enums leave constants, and fields leave methods.
fn renamed() -> Vec<Compiled> {
    const DOCUMENT: &str = "
openapi: 3.1.0
info: { title: Renamed, version: 1.0.0 }
components:
  schemas:
    Text: { enum: [open, closed, x] }
    Number: { enum: [1, 2] }
    Mixed: { enum: [1, two, true] }
    Order:
      type: object
      required: [id]
      properties:
        id: { type: integer }
        note: { type: [string, 'null'], deprecated: true }
        kind: { $ref: '#/components/schemas/Text' }
        next: { $ref: '#/components/schemas/Order' }
        many: { type: array, items: { type: string } }
";
    let mut all = Vec::new();
    let serde = [SerdeCode::Derive, SerdeCode::Written];
    let unknown = [UnknownValues::Keep, UnknownValues::Refuse];
    for (serde, unknown) in serde
        .into_iter()
        .flat_map(|one| unknown.map(|two| (one, two)))
    {
        let config = || {
            let config = cratify::configure().schema_text("renamed.yaml", DOCUMENT);
            config.serde(serde).unknown_values(unknown)
        };
        let side = |config| Side::from_config("renamed", &config).unwrap();
        let old = side(config());
        let release = |config: cratify::Config| {
            config.for_released(Vec::new(), head(&old.generated, &old.decisions))
        };
        let values = config()
            .at("Text", |at| {
                at.rename_value("open", "Opened").rename_value("x", "Cross")
            })
            .at("Number", |at| at.rename_value(1, "One"))
            .at("Mixed", |at| at.rename_value("two", "Second"));
        let values = side(release(values));
        let kind = format!("renamed values, {serde:?}, {unknown:?}");
        let one = Compiled::of(&kind, &old, &values).unwrap();
        assert!(one.bump == Bump::Major && one.shown, "{kind}");
        all.push(one);
        // Code that has the value, and no reference to it, compiles.
        let mut one = Compiled::of(&kind, &values, &values).unwrap();
        one.usage.push_str(
            "mod old { use super::*; fn witness(text: &api::Text, number: api::Number, mixed: &api::Mixed) -> bool {
                let by_value = [matches!(*text, api::Text::Open | api::Text::X), matches!(*mixed, api::Mixed::Two)];
                let equal = api::Number::N1 == number && *text != api::Text::Open;
                let whole = match number { api::Number::N1 => true, api::Number::N2 => false, REST };
                equal && whole && by_value[0]
            } }",
        );
        let rest = match unknown {
            UnknownValues::Refuse => "",
            _ => "_ => true",
        };
        one.usage = one.usage.replace("REST", rest);
        all.push(one);
        let fields = ["note", "kind", "next", "many"];
        let fields = fields.into_iter().fold(config(), |config, field| {
            let place = format!("Order.{field}");
            config.at(&place, |at| at.rename(format!("new_{field}")))
        });
        // Items with the old names compile, and so does code that uses them.
        let new = side(release(fields));
        let kind = format!("renamed fields, {serde:?}, {unknown:?}");
        let one = Compiled::of(&kind, &new, &new).unwrap();
        for method in ["with_note", "is_null_note", "set_null_note", "with_next"] {
            assert!(one.usage.contains(&format!("::{method}(")), "{method}");
        }
        all.push(one);
    }
    all
}

/// Random documents with random additions. `cargo test` asks for the verdicts of many more.
fn additions() -> impl Iterator<Item = Compiled> {
    let mut runner = TestRunner::deterministic();
    let cases = (random::well_formed(), random::additions());
    let documents = std::iter::repeat_with(move || {
        let case = cases.new_tree(&mut runner).expect("a document");
        case.current()
    });
    let sides = documents.filter_map(|(Document(old), edits)| {
        let mut new = old.clone();
        for edit in &edits {
            edit.apply(&mut new);
        }
        let side = |document: &Value| {
            let config = cratify::configure().schema_text("document.json", document.to_string());
            Side::from_config("an addition", &config).ok()
        };
        Compiled::of(&format!("{edits:?}"), &side(&old)?, &side(&new)?)
    });
    sides.take(ADDITIONS)
}

impl Compiled {
    /// An edit, unless it needs other features or dependencies: all edits share the features and dependencies of the package.
    fn of(kind: &str, old: &Side, new: &Side) -> Option<Self> {
        let surface = old.surface().expect("it is Rust");
        let changes = rust::compare(old, new).expect("both are Rust");
        let mut breaks = changes.iter().filter(|change| change.bump == Bump::Major);
        let asks = |surface: &Surface| {
            let mut names = surface.package.dependencies.keys();
            names.any(|name| !["serde", "serde_json", "schemars", "jsonschema"].contains(&&**name))
        };
        if asks(&surface) || asks(&Surface::of(&new.generated).expect("it is Rust")) {
            return None;
        }
        Some(Self {
            shown: breaks.any(|change| change.witness.is_some()),
            bump: rust::bump(&changes),
            old: old.generated.module(),
            new: new.generated.module(),
            usage: witness::usage(&surface, "api"),
            kind: kind.to_owned(),
        })
    }
}

/// Compiles modules. The result is the errors of each, by its index.
fn check(modules: &[Module<'_>]) -> BTreeMap<usize, String> {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = temporary.join("edits");
    let mut members = Vec::new();
    for package in 0..PACKAGES {
        let name = format!("edits{package}");
        let folder = folder.join(&name);
        let _ = std::fs::remove_dir_all(folder.join("src"));
        let mut root = String::from("#![allow(warnings)]\n#![recursion_limit = \"256\"]\n");
        let own = modules.iter().enumerate().skip(package).step_by(PACKAGES);
        for (index, Module { edit, api, .. }) in own {
            root.push_str(&format!("mod e{index};\n"));
            write(&folder.join(format!("src/e{index}/api.rs")), api);
            let text = format!("pub mod api;\n{}", edit.usage);
            write(&folder.join(format!("src/e{index}/mod.rs")), &text);
        }
        write(&folder.join("src/lib.rs"), &root);
        write(&folder.join("Cargo.toml"), &MANIFEST.replace("NAME", &name));
        members.push(format!("{name:?}"));
    }
    write(
        &folder.join("Cargo.toml"),
        &cratify_proofs::workspace(&members.join(", ")),
    );
    lock(&folder);
    let output = cargo(temporary, &folder)
        .args([
            "check",
            "--workspace",
            "--keep-going",
            "--offline",
            "--quiet",
            "--message-format=json",
        ])
        .output()
        .expect("Cargo runs");
    let messages = Messages::of(&output);
    let mut errors: BTreeMap<usize, String> = BTreeMap::new();
    for message in messages
        .diagnostics()
        .filter(|message| message["level"] == "error")
    {
        let spans = message["spans"].as_array().into_iter().flatten();
        let files = spans.filter_map(|span| span["file_name"].as_str());
        let edits =
            files.filter_map(|file| file.split_once("/src/e")?.1.split('/').next()?.parse().ok());
        for edit in edits.collect::<BTreeSet<usize>>() {
            let rendered = message["rendered"].as_str().unwrap_or_default();
            errors.entry(edit).or_default().push_str(rendered);
        }
    }
    let ok = output.status.success();
    assert!(
        ok || !errors.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    errors
}

#[test]
fn edits_compile_unless_they_are_major() {
    let all = compiled();
    let (major, rest): (Vec<&Compiled>, Vec<&Compiled>) =
        all.iter().partition(|edit| edit.bump == Bump::Major);
    let own = all.iter().map(Module::old);
    // Many edits have the same old side.
    let mut seen = BTreeSet::new();
    let modules = own.chain(rest.iter().map(|edit| Module::new(edit)));
    let modules = modules.filter(|module| seen.insert((module.api, &*module.edit.usage)));
    let modules: Vec<Module<'_>> = modules.collect();
    let mut missed = String::new();
    for (index, errors) in check(&modules) {
        let Module { edit, side, .. } = modules[index];
        missed.push_str(&format!("{} with the {side} crate:\n{errors}\n", edit.kind));
    }
    assert!(
        missed.is_empty(),
        "this code has to compile, and does not:\n{missed}"
    );

    let open = major.iter().filter(|edit| edit.shown);
    let mut open: Vec<Module<'_>> = open.map(|edit| Module::new(edit)).collect();
    let count = open.len();
    loop {
        let failing = check(&open);
        if failing.is_empty() {
            break;
        }
        let kept = open.into_iter().enumerate();
        let kept = kept.filter(|(index, _)| !failing.contains_key(index));
        open = kept.map(|(_, module)| module).collect();
    }
    let needless: Vec<&str> = open.iter().map(|module| &*module.edit.kind).collect();
    assert!(
        needless.is_empty(),
        "these are major, and compile: {needless:?}"
    );
    println!("{} edits compile, {count} do not", rest.len());
}
