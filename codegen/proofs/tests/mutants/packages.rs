//! Compiles mutants and runs the checks on them.
//!
//! A mutant is one file of a generated crate. It is a module that takes everything else from the crate
//! it belongs to, which is a module too: so what a mutant costs is one file. The modules are spread
//! over a few packages. Mutants that do not compile are taken out, and the rest is tried again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use cratify_proofs::cargo::{Messages, cargo};
use cratify_proofs::{lock, repository, write};
use serde_json::Value;

use crate::crates::{Change, Crate, Mutant};

/// How many packages there are: enough for every core to have one most of the time.
const PACKAGES: usize = 8;

/// The files of a package other than its modules.
const PACKAGE: &str = "//! Generated crates and their mutants.

// Lints that a crate can allow as a whole alone, and a module of one cannot.
#![allow(confusable_idents, mixed_script_confusables, uncommon_codepoints, unused_attributes)]
#![allow(deprecated)]
";

/// The check that noticed each mutant; `None` for a survivor.
pub(crate) type Verdicts = Vec<Option<String>>;

/// Compiles all mutants and runs the checks on each.
pub(crate) fn judge(crates: &[Crate], mutants: &[Mutant]) -> Verdicts {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutants");
    let _ = fs::remove_dir_all(&folder);
    let homes = homes(crates, mutants);
    for (id, mutant) in mutants.iter().enumerate() {
        put_mutant(&folder, id, mutant, &crates[mutant.owner]);
    }
    for krate in crates {
        put_crate(&folder, krate);
    }
    put_manifests(&folder, crates, &homes);
    let mut verdicts = vec![None; mutants.len()];
    let program = loop {
        put_packages(&folder, crates, mutants, &homes, &verdicts);
        match build(&folder) {
            Ok(program) => break program,
            Err(errors) => {
                for (id, error) in errors {
                    verdicts[id] = Some(format!("compiler: {error}"));
                }
            }
        }
    };
    let open: Vec<usize> = (0..mutants.len())
        .filter(|id| verdicts[*id].is_none())
        .collect();
    for (id, verdict) in run(&program, &open) {
        verdicts[id] = verdict;
    }
    verdicts
}

fn base(krate: &Crate) -> String {
    format!("base_{}", krate.name)
}

/// The package of each crate: the largest crates come first, each into the package that has least to compile.
fn homes(crates: &[Crate], mutants: &[Mutant]) -> Vec<usize> {
    let size = |owner: usize| {
        let own = crates[owner].files.len();
        own + mutants
            .iter()
            .filter(|mutant| mutant.owner == owner)
            .count()
    };
    let mut order: Vec<usize> = (0..crates.len()).collect();
    order.sort_by_key(|owner| std::cmp::Reverse(size(*owner)));
    let mut sizes = [0; PACKAGES];
    let mut homes = vec![0; crates.len()];
    for owner in order {
        let home = (0..PACKAGES)
            .min_by_key(|home| sizes[*home])
            .unwrap_or_default();
        sizes[home] += size(owner);
        homes[owner] = home;
    }
    homes
}

/// Writes a crate as a module.
fn put_crate(folder: &Path, krate: &Crate) {
    for (path, text) in &krate.files {
        if path.starts_with("src/") || path.starts_with("schema/") {
            let text = text
                .replace("crate::", &format!("crate::{}::", base(krate)))
                .replace("\nmod support;", "\npub(crate) mod support;");
            write(&folder.join("bases").join(&krate.name).join(path), &text);
        }
    }
}

/// Writes a mutant as a module, which takes all other types from its crate.
fn put_mutant(folder: &Path, id: usize, mutant: &Mutant, krate: &Crate) {
    let folder = folder.join(format!("mutants/m{id}"));
    let (_, original) = krate.file(&mutant.file);
    let text = match &mutant.change {
        Change::Code(text) => text,
        _ => original,
    };
    let text = text
        .replace("crate ::", "crate::")
        .replace("crate:: ", "crate::")
        .replace("crate::", &format!("crate::m{id}::"))
        .replace(
            &format!("crate::m{id}::support"),
            &format!("crate::{}::support", base(krate)),
        );
    write(&folder.join(&mutant.file), &text);
    for (path, text) in krate.schemas(original) {
        let text = match &mutant.change {
            Change::Schema { path: other, text } if other == path => text,
            _ => text,
        };
        write(&folder.join(path), text);
    }
    let (_, library) = krate.file("src/lib.rs");
    let mut lints = syn::parse_file(library)
        .expect("what is generated is Rust")
        .attrs;
    lints.retain(|attribute| attribute.path().is_ident("allow"));
    let file = mutant.file.strip_prefix("src/").unwrap_or(&mutant.file);
    let types: Vec<&str> = krate
        .types(original)
        .into_iter()
        .filter_map(|line| line.trim().split_once(' ').map(|(name, _)| name))
        .collect();
    let text = format!(
        "{}\n#[path = \"{file}\"]\nmod mutant;\npub use mutant::{{{}}};\npub use crate::{}::*;\n",
        quote::quote!(#(#lints)*),
        types.join(", "),
        base(krate),
    );
    write(&folder.join("src/mod.rs"), &text);
}

/// The libraries of the packages, with those mutants that are not yet noticed.
fn put_packages(
    folder: &Path,
    crates: &[Crate],
    mutants: &[Mutant],
    homes: &[usize],
    verdicts: &Verdicts,
) {
    for home in 0..PACKAGES {
        let mut text = PACKAGE.to_owned();
        let mut table = String::new();
        for (owner, krate) in crates
            .iter()
            .enumerate()
            .filter(|(owner, _)| homes[*owner] == home)
        {
            let _ = writeln!(
                text,
                "#[path = \"../../bases/{}/src/lib.rs\"]\npub mod {};",
                krate.name,
                base(krate)
            );
            let own = mutants
                .iter()
                .enumerate()
                .filter(|(_, mutant)| mutant.owner == owner);
            for (id, mutant) in own.filter(|(id, _)| verdicts[*id].is_none()) {
                let _ = writeln!(
                    text,
                    "#[path = \"../../mutants/m{id}/src/mod.rs\"]\npub mod m{id};"
                );
                let _ = writeln!(
                    table,
                    "    judge::Mutant {{ id: {id}, cases: || {}, document: {:?}, published: {}, expected: &{:?} }},",
                    cases(id, krate, &mutant.file),
                    krate.document.display().to_string(),
                    matches!(mutant.change, Change::Schema { .. }),
                    krate.expected,
                );
            }
        }
        let _ = write!(
            text,
            "\n/// The mutants.\npub const MUTANTS: &[judge::Mutant] = &[\n{table}];\n"
        );
        write(&folder.join(format!("part{home}/src/lib.rs")), &text);
    }
}

/// The list of the types of a mutant.
fn cases(id: usize, krate: &Crate, file: &str) -> String {
    let (head, _) = krate.checks.split_once('\n').expect("the list has lines");
    let (start, rest) = head.split_once('(').expect("the list is a macro");
    // The crate has the name of the module: where the macro takes it, and in the paths of types.
    let ident = rest.split([' ', ',']).next().unwrap_or_default();
    let mut rest = rest[ident.len()..].to_owned();
    for before in [' ', '<', '('] {
        rest = rest.replace(&format!("{before}{ident}::"), &format!("{before}m{id}::"));
    }
    let (_, text) = krate.file(file);
    format!("{start}(m{id}{rest}{}}})", krate.types(text).join(""))
}

fn put_manifests(folder: &Path, crates: &[Crate], homes: &[usize]) {
    let cratify = format!(
        "cratify-check = {{ path = \"{}\" }}",
        repository().join("codegen/check").display()
    );
    let mut members = String::from("\"judge\", \"program\"");
    let mut names = Vec::new();
    let mut parts = String::new();
    for home in 0..PACKAGES {
        let own = crates.iter().zip(homes).filter(|(_, of)| **of == home);
        let manifest = format!(
            "[package]\nname = \"part{home}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [features]\ndefault = [\"schemars\", \"validate\"]\nschemars = []\nvalidate = []\n\n\
             [lints.rust]\nwarnings = \"deny\"\n\n\
             [dependencies]\njudge = {{ path = \"../judge\" }}\n{cratify}\n{}",
            dependencies(own.map(|(krate, _)| krate))
        );
        write(&folder.join(format!("part{home}/Cargo.toml")), &manifest);
        let _ = write!(members, ", \"part{home}\"");
        let _ = writeln!(parts, "part{home} = {{ path = \"../part{home}\" }}");
        names.push(format!("part{home}::MUTANTS"));
    }
    let package = |name: &str, dependencies: &str| {
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n"
        )
    };
    let judge = format!("{cratify}\nserde_json = \"1\"");
    write(&folder.join("judge/Cargo.toml"), &package("judge", &judge));
    write(&folder.join("judge/src/lib.rs"), include_str!("judge.rs"));
    let program = format!("judge = {{ path = \"../judge\" }}\n{parts}");
    write(
        &folder.join("program/Cargo.toml"),
        &cratify_proofs::program("mutants-program", &program),
    );
    write(
        &folder.join("program/src/main.rs"),
        &format!(
            "fn main() {{\n    judge::run(&[{}]);\n}}\n",
            names.join(", ")
        ),
    );
    write(
        &folder.join("Cargo.toml"),
        &cratify_proofs::workspace(&members),
    );
    lock(folder);
}

/// The dependencies of all crates of a package.
fn dependencies<'a>(crates: impl Iterator<Item = &'a Crate>) -> String {
    let mut all: BTreeMap<String, toml::Table> = BTreeMap::new();
    for krate in crates {
        let (_, manifest) = krate.file("Cargo.toml");
        let manifest: toml::Table = manifest.parse().expect("the manifest is TOML");
        let dependencies = manifest["dependencies"].as_table().into_iter().flatten();
        for (name, wish) in dependencies {
            let known = all.entry(name.clone()).or_default();
            let wish = match wish {
                toml::Value::Table(wish) => wish.clone(),
                version => toml::Table::from_iter([("version".to_owned(), version.clone())]),
            };
            for (key, value) in wish {
                match (key.as_str(), value, known.get_mut(&key)) {
                    ("optional", ..) => {}
                    (_, toml::Value::Array(value), Some(toml::Value::Array(known))) => {
                        known.extend(value);
                    }
                    (_, value, _) => {
                        known.insert(key, value);
                    }
                }
            }
        }
    }
    // Each is a table of its own, below `dependencies`.
    let all = BTreeMap::from([("dependencies", all)]);
    toml::to_string(&all).expect("dependencies are TOML")
}

/// Compiles the packages.
///
/// # Errors
///
/// The mutants that do not compile, with a message each.
fn build(folder: &Path) -> Result<PathBuf, BTreeMap<usize, String>> {
    let output = cargo(Path::new(env!("CARGO_TARGET_TMPDIR")), folder)
        .args(["build", "--offline", "--quiet", "--keep-going"])
        .args(["-p", "mutants-program", "--message-format=json"])
        .output()
        .expect("Cargo runs");
    let messages = Messages::of(&output);
    let mut errors = BTreeMap::new();
    for message in messages
        .diagnostics()
        .filter(|message| message["level"] == "error")
    {
        for id in mutants_of(&message["spans"]) {
            errors
                .entry(id)
                .or_insert_with(|| message["message"].as_str().unwrap_or_default().to_owned());
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    match messages.executable() {
        Some(program) if output.status.success() => Ok(program),
        _ => panic!(
            "the crates do not compile (in {}):\n{}\n{:?}",
            folder.display(),
            String::from_utf8_lossy(&output.stderr),
            messages.errors()
        ),
    }
}

/// The mutants in whose files a message is.
fn mutants_of(spans: &Value) -> BTreeSet<usize> {
    let mut ids = BTreeSet::new();
    for span in spans.as_array().into_iter().flatten() {
        let file = span["file_name"].as_str().unwrap_or_default();
        let id = file
            .split_once("mutants/m")
            .and_then(|(_, rest)| rest.split('/').next());
        let id: Option<usize> = id.and_then(|id| id.parse().ok());
        ids.extend(id);
        if id.is_none() && !span["expansion"].is_null() {
            ids.extend(mutants_of(&Value::Array(vec![
                span["expansion"]["span"].clone(),
            ])));
        }
    }
    ids
}

/// Asks the program about each mutant, with a process for each core.
fn run(program: &Path, ids: &[usize]) -> Vec<(usize, Option<String>)> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let ask = |worker: usize| {
        let mut open: Vec<usize> = ids.iter().copied().skip(worker).step_by(workers).collect();
        let mut verdicts = Vec::new();
        while !open.is_empty() {
            let answers = ask(program, &open);
            let mut asked = open.drain(..(answers.len() + 1).min(open.len()));
            verdicts.extend(asked.by_ref().zip(answers));
            // A process that ends before it has answered has noticed more than enough.
            verdicts.extend(asked.map(|id| (id, Some("the process ends".to_owned()))));
        }
        verdicts
    };
    std::thread::scope(|scope| {
        let ask = &ask;
        let handles: Vec<_> = (0..workers)
            .map(|worker| scope.spawn(move || ask(worker)))
            .collect();
        let verdicts = handles
            .into_iter()
            .map(|handle| handle.join().expect("no worker panics"));
        verdicts.flatten().collect()
    })
}

fn ask(program: &Path, ids: &[usize]) -> Vec<Option<String>> {
    let mut child = std::process::Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let lines: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let mut stdin = child.stdin.take().expect("it is piped");
    // A process that ends early does not read them all.
    let _ = stdin.write_all((lines.join("\n") + "\n").as_bytes());
    drop(stdin);
    let stdout = BufReader::new(child.stdout.take().expect("it is piped"));
    let answers = stdout
        .lines()
        .map_while(Result::ok)
        .filter_map(|line| serde_json::from_str(&line).ok())
        .collect();
    let _ = child.wait();
    answers
}

impl Crate {
    /// A file of the crate.
    fn file(&self, path: &str) -> &(String, String) {
        let file = self.files.iter().find(|(other, _)| other == path);
        file.unwrap_or_else(|| panic!("{} has no {path}", self.name))
    }
}
