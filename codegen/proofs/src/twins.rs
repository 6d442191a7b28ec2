//! The types of documents twice in one program: serde's traits derived, and written out. All values that both
//! read, and all errors, have to be the same.

use std::fmt::Write as _;
use std::path::Path;

use cratify::SerdeCode;
use cratify_testing::Fixture;

use crate::cargo::build_and_run;
use crate::folder::{repository, write};
use crate::workspace::{package, program, workspace};

/// Compiles the types of documents, and compares them. The result has a line for each document.
///
/// # Errors
///
/// The differences, or the errors of the compiler.
///
/// # Panics
///
/// Cargo or the program cannot be run.
pub fn compare(temporary: &str, fixtures: &[Fixture]) -> Result<String, String> {
    let temporary = Path::new(temporary);
    let folder = temporary.join("twins");
    let mut members = String::from("\"comparison\", \"program\"");
    let mut dependencies = String::from("comparison = { path = \"../comparison\" }\n");
    let mut calls = String::new();
    for fixture in fixtures {
        let name = &fixture.name;
        put_twins(&folder.join(name), fixture)?;
        let _ = write!(members, ", \"{name}\"");
        let _ = writeln!(dependencies, "twin_{name} = {{ path = \"../{name}\" }}");
        let _ = writeln!(
            calls,
            "    failed |= show({name:?}, twin_{name}::compare());"
        );
    }
    put_comparison(&folder.join("comparison"));
    let manifest = program("twins-program", &dependencies);
    write(&folder.join("program/Cargo.toml"), &manifest);
    let main = PROGRAM.replace("CALLS", &calls);
    write(&folder.join("program/src/main.rs"), &main);
    write(&folder.join("Cargo.toml"), &workspace(&members));
    build_and_run(temporary, &folder, "twins-program")
}

/// The program.
const PROGRAM: &str = "//! Compares the types of documents.

use comparison::Comparison;

fn main() {
    let mut failed = false;
CALLS    assert!(!failed, \"there are differences\");
}

/// Whether there are differences.
fn show(name: &str, found: Comparison) -> bool {
    for difference in found.differences.iter().take(5) {
        println!(\"{name}: {difference}\");
    }
    println!(\"{name}: {} read, {} refused, {} differences\", found.read, found.refused, found.differences.len());
    // Types that read or refuse nothing compare nothing.
    !found.differences.is_empty() || found.read == 0 || found.refused == 0
}
";

/// The package with the types of a document, as two modules.
fn put_twins(folder: &Path, fixture: &Fixture) -> Result<(), String> {
    let config = fixture.configure();
    let derived = config.clone().serde(SerdeCode::Derive).generate();
    let derived = derived.map_err(|error| error.to_string())?;
    let written = config.serde(SerdeCode::Written).generate();
    let written = written.map_err(|error| error.to_string())?;
    write(&folder.join("src/derived.rs"), &derived.module());
    write(&folder.join("src/written.rs"), &written.module());
    let mut calls = String::new();
    for (path, _) in derived.types() {
        let _ = writeln!(
            calls,
            "    found.of::<derived::{path}, written::{path}>({path:?}, derived::{path}::schema());"
        );
    }
    write(
        &folder.join("src/lib.rs"),
        &format!(
            "//! The types of a document, twice.\n\n/// Derived.\npub mod derived;\n/// Written out.\npub mod written;\n\n\
             /// Compares them.\npub fn compare() -> comparison::Comparison {{\n    \
             let mut found = comparison::Comparison::default();\n{calls}    found\n}}\n"
        ),
    );
    let mut files = derived.files();
    let manifest = files.find(|(path, _)| *path == "Cargo.toml");
    let manifest: toml::Table = manifest
        .and_then(|(_, text)| text.parse().ok())
        .ok_or("the manifest is not TOML")?;
    let mut dependencies = manifest["dependencies"]
        .as_table()
        .cloned()
        .unwrap_or_default();
    dependencies.retain(|name, _| name != "schemars" && name != "jsonschema");
    let mut lines = String::from("comparison = { path = \"../comparison\" }\n");
    for (name, wish) in dependencies {
        let _ = writeln!(lines, "{name} = {wish}");
    }
    write(
        &folder.join("Cargo.toml"),
        &package(&format!("twin_{}", fixture.name), &lines),
    );
    Ok(())
}

fn put_comparison(folder: &Path) {
    let check = repository().join("codegen/check");
    let dependencies = format!(
        "ciborium = \"0.2\"\ncratify-check = {{ path = \"{}\" }}\nserde = \"1\"\nserde_json = \"1\"\n\
         serde_path_to_error = \"0.1\"\n",
        check.display()
    );
    write(
        &folder.join("Cargo.toml"),
        &package("comparison", &dependencies),
    );
    write(&folder.join("src/lib.rs"), include_str!("comparison.rs"));
}
