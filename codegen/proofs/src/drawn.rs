//! Values of generated types, made of bytes by the feature `arbitrary`: they are there for each type that has values,
//! are valid, come back as they were written, and differ.

use std::fmt::Write as _;
use std::path::Path;

use cratify::Arbitrary;
use cratify_testing::Fixture;

use crate::cargo::build_and_run;
use crate::folder::write;
use crate::workspace::{LINTS, program, workspace};

/// Compiles the crates of documents, and makes values of their types. The result has a line for each document.
///
/// # Errors
///
/// The types that fail, or the errors of the compiler.
///
/// # Panics
///
/// Cargo or the program cannot be run.
pub fn draw(temporary: &str, fixtures: &[Fixture]) -> Result<String, String> {
    let temporary = Path::new(temporary);
    let folder = temporary.join("drawn");
    let mut members = String::from("\"program\"");
    let mut dependencies = String::from(
        "arbitrary = \"1\"\njsonschema = { version = \"*\", default-features = false }\nserde = \"1\"\nserde_json = \"1\"\n",
    );
    let mut calls = String::new();
    for fixture in fixtures {
        let config = fixture.configure().arbitrary(Arbitrary::Feature);
        let generated = config.generate().map_err(|error| error.to_string())?;
        let name = &fixture.name;
        for (path, text) in generated.files() {
            let lints = if path == "Cargo.toml" { LINTS } else { "" };
            write(&folder.join(name).join(path), &format!("{text}{lints}"));
        }
        let (_, manifest) = generated
            .files()
            .find(|(path, _)| *path == "Cargo.toml")
            .ok_or("there is no manifest")?;
        let manifest: toml::Table = manifest.parse().map_err(|_| "the manifest is not TOML")?;
        let called = &manifest["package"]["name"];
        let ident = generated.crate_ident();
        let _ = write!(members, ", \"{name}\"");
        let _ = writeln!(
            dependencies,
            "{ident} = {{ package = {called}, path = \"../{name}\", features = [\"arbitrary\"] }}"
        );
        let _ = writeln!(calls, "    let mut found = Found::of({name:?});");
        for (path, _) in generated.types() {
            let _ = writeln!(
                calls,
                "    found.check::<{ident}::{path}, _>({path:?}, {ident}::{path}::schema(), {ident}::{path}::validate_json);"
            );
        }
        calls.push_str("    failed |= found.show();\n");
    }
    let manifest = program("drawn-program", &dependencies);
    write(&folder.join("program/Cargo.toml"), &manifest);
    let main = PROGRAM.replace("CALLS", &calls);
    write(&folder.join("program/src/main.rs"), &main);
    write(
        &folder.join("program/src/found.rs"),
        include_str!("found.rs"),
    );
    write(&folder.join("Cargo.toml"), &workspace(&members));
    build_and_run(temporary, &folder, "drawn-program")
}

/// The program.
const PROGRAM: &str = "//! Makes values of the types of documents.

mod found;

use found::Found;

fn main() {
    let mut failed = false;
CALLS    assert!(!failed, \"types fail\");
}
";
