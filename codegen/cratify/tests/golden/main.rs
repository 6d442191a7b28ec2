//! Golden files of generated crates, one behaviour each.
//!
//! The document `golden/<group>/<behaviour>.yaml` is generated, and `<behaviour>.rs` beside it has all types.
//! A header `#: show: […]` names the files to compare instead: Rust files go to `<behaviour>.rs`, others
//! to `<behaviour>.schema.json`, `.md`, `.README.md` or `.Cargo.toml`. Documents in deeper folders belong to
//! one of the group.
//!
//! `UPDATE=1 cargo test -p cratify --test golden` accepts the generated files.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use cratify::Generated;
use cratify_testing::{Fixture, folders, golden};
use libtest_mimic::{Arguments, Failed, Trial};

/// How long a golden file may be: about 150 lines, and a few that a change of all files can add.
const MOST_LINES: usize = 160;

fn main() {
    let arguments = Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut trials = Vec::new();
    for group in folders(&root) {
        let name = group
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for fixture in Fixture::all(&group) {
            let name = format!("{name}/{}", fixture.name);
            trials.push(Trial::test(name, move || compare(&fixture)));
        }
        trials.push(Trial::test(
            format!("{name}: no file is left over"),
            move || left_over(&group),
        ));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// Generates twice: the bytes are the same, and are those of the golden files. No other file has the name of the document.
fn compare(fixture: &Fixture) -> Result<(), Failed> {
    let generate = || {
        fixture
            .configure()
            .generate()
            .map_err(|error| error.to_string())
    };
    let generated = generate()?;
    if !generated.files().eq(generate()?.files()) {
        return Err("the second run writes other bytes".into());
    }
    let goldens = goldens(fixture, &generated)?;
    if goldens.is_empty() {
        return Err("it has no golden file, so it shows nothing".into());
    }
    let mut failures: Vec<String> = goldens
        .iter()
        .filter_map(|(path, text)| golden::compare(path, text).err())
        .collect();
    let stale = files_named(fixture).filter(|path| goldens.iter().all(|(known, _)| known != path));
    failures.extend(stale.map(|path| format!("nothing is compared with {}", path.display())));
    for (path, text) in &goldens {
        let lines = text.lines().count();
        if lines > MOST_LINES {
            let path = path.display();
            failures.push(format!(
                "{path} has {lines} lines: show less of it, or divide the document"
            ));
        }
    }
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures.join("\n").into())
    }
}

/// The files beside a document that have its name.
fn files_named(fixture: &Fixture) -> impl Iterator<Item = PathBuf> {
    let group = fixture.path.parent().expect("a fixture is in a group");
    files(group).filter(|path| *path != fixture.path && document_of(path) == fixture.name)
}

/// The name of the document that a file of a group belongs to.
fn document_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.split('.').next().unwrap_or_default().to_owned()
}

/// The files of a group, without those in deeper folders.
fn files(group: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(group).expect("the group can be listed");
    let paths = entries.map(|entry| entry.expect("the group can be listed").path());
    paths.filter(|path| path.is_file())
}

/// The golden files of a fixture, with the generated text of each.
fn goldens(fixture: &Fixture, generated: &Generated) -> Result<Vec<(PathBuf, String)>, Failed> {
    let mut rust = String::new();
    let mut goldens = Vec::new();
    let shown = fixture.shown();
    let is_type = |path: &str| {
        path.starts_with("src/") && !path.starts_with("src/support/") && path != "src/lib.rs"
    };
    let mut missing: BTreeSet<&str> = shown.iter().flatten().copied().collect();
    for (path, text) in generated.files() {
        let is_shown = match &shown {
            Some(_) => missing.remove(path),
            None => is_type(path),
        };
        if !is_shown {
            continue;
        }
        if path == "src/lib.rs" {
            // Its attributes have to be the first.
            rust.insert_str(0, &format!("// {path}\n{text}"));
        } else if path.starts_with("src/") {
            let separator = if rust.is_empty() { "" } else { "\n" };
            let _ = writeln!(rust, "{separator}// {path}\n{}", body(text));
        } else {
            goldens.push((golden_path(fixture, path), text.to_owned()));
        }
    }
    if !missing.is_empty() {
        return Err(format!("these files are shown, but not generated: {missing:?}").into());
    }
    if !rust.is_empty() {
        syn::parse_file(&rust).map_err(|error| format!("not Rust: {error}"))?;
        goldens.push((fixture.path.with_extension("rs"), rust));
    }
    Ok(goldens)
}

/// The golden file for a generated file that is not Rust.
fn golden_path(fixture: &Fixture, path: &str) -> PathBuf {
    let ending = match path {
        "Cargo.toml" => "Cargo.toml",
        "README.md" => "README.md",
        _ if path.ends_with(".schema.json") => "schema.json",
        _ => "md",
    };
    fixture.path.with_extension(ending)
}

/// A file without its first comments, which are alike in all files.
fn body(text: &str) -> &str {
    let head = |line: &str| {
        line.is_empty() || line.starts_with("// @generated") || line.starts_with("//!")
    };
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\n').filter(|(line, _)| head(line)) {
        let _ = line;
        rest = after;
    }
    rest.trim_end()
}

/// Every file of a group is a document or begins with the name of one.
fn left_over(group: &Path) -> Result<(), Failed> {
    let known: BTreeSet<String> = Fixture::all(group)
        .into_iter()
        .map(|fixture| fixture.name)
        .collect();
    let unneeded: Vec<PathBuf> = files(group)
        .filter(|path| !known.contains(&document_of(path)))
        .collect();
    if unneeded.is_empty() {
        Ok(())
    } else {
        Err(format!("no document has these: {unneeded:?}").into())
    }
}
