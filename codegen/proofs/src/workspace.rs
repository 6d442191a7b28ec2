//! Writes the packages of a program: a list of types for each generated crate, and the program itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::folder::{lock, repository, write};
use crate::subject::{Foreign, Package};

/// Writes the workspace around the generated packages. The program has this name, and switches on these features of
/// `serde_json`.
pub(crate) fn put(
    folder: &Path,
    program: &str,
    packages: &BTreeMap<String, Package>,
    serde_json: &[&str],
) {
    let mut members = String::from("\"program\"");
    let mut listed = String::new();
    let mut dependencies = String::new();
    for (subject, package) in packages {
        put_cases(folder, subject, package);
        let _ = write!(members, ", \"{subject}\", \"cases/{subject}\"");
        let cases = cases_of(subject);
        let _ = writeln!(
            dependencies,
            "{cases} = {{ path = \"../cases/{subject}\" }}"
        );
        let _ = writeln!(listed, "        ({subject:?}, {cases}::cases),");
    }
    write(&folder.join("Cargo.toml"), &workspace(&members));
    let manifest = self::program(
        program,
        &format!(
            "{}serde_json = {{ version = \"1\", features = {serde_json:?} }}\n{dependencies}",
            check()
        ),
    );
    write(&folder.join("program/Cargo.toml"), &manifest);
    let sources = [
        ("judge", include_str!("judge.rs")),
        ("values", include_str!("values.rs")),
    ];
    for (name, text) in sources {
        write(&folder.join(format!("program/src/{name}.rs")), text);
    }
    let main = format!(
        "//! Asks generated types.\n\nmod judge;\nmod values;\n\nfn main() {{\n    judge::main(&[\n{listed}    ]);\n}}\n"
    );
    write(&folder.join("program/src/main.rs"), &main);
    lock(folder);
}

/// The lints of a generated crate: every warning is an error.
pub(crate) const LINTS: &str = "\n[lints.rust]\nwarnings = \"deny\"\nmissing_docs = \"deny\"\n";

/// Writes the package that lists the types of a generated crate. Each case is compiled code, so there is a
/// package for each crate: Cargo compiles them in parallel.
fn put_cases(folder: &Path, subject: &str, generated: &Package) {
    let folder = folder.join("cases").join(subject);
    let name = &generated.name;
    let mut dependencies = check();
    let _ = writeln!(
        dependencies,
        "{name} = {{ path = \"../../{subject}\", features = [\"schemars\", \"validate\"] }}\nschemars = \"1\"\nserde_json = \"1\""
    );
    dependencies.push_str(&lines_of(&generated.foreign));
    write(
        &folder.join("Cargo.toml"),
        &package(&cases_of(subject), &dependencies),
    );
    let text = format!(
        "//! The types of {name}.\n\n/// All of them.\npub fn cases() -> Vec<cratify_check::Case> {{\n    {}}}\n",
        generated.cases
    );
    write(&folder.join("src/lib.rs"), &text);
}

/// The dependencies with extern types, which the checks name. The generated crate asks for their features.
fn lines_of(foreign: &Foreign) -> String {
    let mut lines = String::new();
    for (name, wish) in foreign {
        let text = |key: &str| wish.get(key).and_then(toml::Value::as_str);
        let path = text("path").map_or_else(String::new, |path| format!(", path = {path:?}"));
        let version = text("version").unwrap_or("*");
        let _ = writeln!(
            lines,
            "{name} = {{ version = \"{version}\", default-features = false{path} }}"
        );
    }
    lines
}

/// The name of the package that lists the types of a subject.
fn cases_of(subject: &str) -> String {
    format!("cases_{subject}")
}

/// The line of a manifest for the checks.
fn check() -> String {
    let folder = repository().join("codegen/check");
    format!("cratify-check = {{ path = \"{}\" }}\n", folder.display())
}

/// The manifest of a workspace with these members: TOML strings, with commas between them.
#[must_use]
pub fn workspace(members: &str) -> String {
    format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n")
}

/// The manifest of a program. Beside its own dependencies it has all that generated crates can have: so Cargo enables the same
/// features of what programs share, and compiles that once for all of them.
///
/// # Panics
///
/// The dependencies are not TOML.
#[must_use]
pub fn program(name: &str, dependencies: &str) -> String {
    let own: toml::Table = dependencies.parse().expect("dependencies are TOML");
    let offline: toml::Table = include_str!("../Cargo.toml")
        .parse()
        .expect("a manifest is TOML");
    let offline = offline["target"]["cfg(any())"]["dependencies"].as_table();
    let mut all = dependencies.to_owned();
    for (name, wish) in offline.expect("dependencies are a table") {
        if !own.contains_key(name) {
            let _ = writeln!(all, "{name} = {wish}");
        }
    }
    package(name, &all)
}

/// The manifest of a package.
pub(crate) fn package(name: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
    )
}
