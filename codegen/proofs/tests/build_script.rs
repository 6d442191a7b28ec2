//! A build as users have it: a package whose build script generates from a schema.
//!
//! Cargo runs for itself, with the repository's lock file, so that nothing is fetched.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cratify_proofs::cargo::cargo;
use cratify_proofs::{lock, repository};

const GOOD: &str = "\
openapi: 3.1.1
info: {title: Pets, version: 1.0.0}
x-crate: {license: MIT}
components:
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string, minLength: 1}
      required: [name]
";

const MANIFEST: &str = r#"[workspace]

[package]
name = "pets"
version = "0.0.0"
edition = "2024"
build = "build.rs"

[lib]
path = "generated/src/lib.rs"

[features]
schemars = []
validate = []

[dependencies]
serde = { version = "1", features = ["derive"] }
serde_json = "1"

[build-dependencies]
cratify = { path = CRATIFY }
"#;

const BUILD: &str = r#"use std::process::ExitCode;

fn main() -> ExitCode {
    cratify::configure().schema("schema").output("generated").build()
}
"#;

/// Removes what an earlier run has built of the package: its build script notes there which files it has written, and
/// another generator writes others.
fn forget_builds(target: &Path) {
    for folder in ["build", ".fingerprint"] {
        let entries = fs::read_dir(target.join(folder)).into_iter().flatten();
        for entry in entries.flatten() {
            if entry.file_name().to_string_lossy().starts_with("pets-") {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// A package in a folder of its own.
struct Package(PathBuf);

impl Package {
    fn new() -> Self {
        let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let folder = temporary.join("build_script");
        let _ = fs::remove_dir_all(&folder);
        forget_builds(&temporary.join("target/debug"));
        let package = Self(folder);
        package.write(
            "Cargo.toml",
            &MANIFEST.replace(
                "CRATIFY",
                &format!("\"{}\"", repository().join("codegen/cratify").display()),
            ),
        );
        package.write("build.rs", BUILD);
        lock(&package.0);
        package
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder"))
            .expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }

    /// Generates without Cargo, which wants the library to be there before it runs a build script.
    fn generate(&self) {
        let config = cratify::configure()
            .schema(self.0.join("schema"))
            .output(self.0.join("generated"));
        let generated = config.generate().unwrap_or_else(|error| panic!("{error}"));
        generated.write().unwrap_or_else(|error| panic!("{error}"));
    }

    /// Runs `cargo build`: whether it succeeds, and what it says.
    fn build(&self) -> (bool, String) {
        let output = cargo(Path::new(env!("CARGO_TARGET_TMPDIR")), &self.0)
            .args(["build", "--offline", "--color", "never"])
            .output()
            .expect("Cargo runs");
        assert!(output.stdout.is_empty(), "Cargo speaks on stderr");
        (
            output.status.success(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    }

    fn good(&self) -> String {
        let (success, said) = self.build();
        assert!(success, "{said}");
        said
    }

    /// Every file of the generated crate, as it is and as old as it is.
    fn generated(&self) -> BTreeMap<PathBuf, (Vec<u8>, std::time::SystemTime)> {
        let mut files = BTreeMap::new();
        let mut open = vec![self.0.join("generated")];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).expect("a folder can be listed") {
                let path = entry.expect("a folder can be listed").path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let time = fs::metadata(&path)
                        .and_then(|data| data.modified())
                        .expect("a file has a time");
                    let bytes = fs::read(&path).expect("a file can be read");
                    files.insert(path, (bytes, time));
                }
            }
        }
        files
    }
}

/// A build that has nothing to do says one thing; what rustc has to say of the generator, which Cargo
/// repeats for a package of one's own, is not it.
fn assert_fresh(said: &str) {
    let of_cargo = [
        "Compiling",
        "Finished",
        "Running",
        "warning: pets@",
        "error",
    ];
    let lines = said.lines().map(str::trim_start);
    let lines: Vec<&str> = lines
        .filter(|line| of_cargo.iter().any(|start| line.starts_with(start)))
        .collect();
    assert!(
        matches!(lines[..], [line] if line.starts_with("Finished")),
        "{said}"
    );
}

#[test]
fn wrong_schemas_fail_the_build_and_change_nothing() {
    let package = Package::new();
    package.write("schema/pets.yaml", &GOOD.replace("Pet:", "Animal:"));
    package.generate();
    package.write("schema/pets.yaml", GOOD);
    package.good();
    let generated = package.generated();
    assert!(
        generated.keys().any(|path| path.ends_with("src/pet.rs")),
        "{:?}",
        generated.keys()
    );
    assert_fresh(&package.good());

    package.write(
        "schema/pets.yaml",
        &GOOD.replace("string, minLength: 1", "strnig, minLength: one"),
    );
    let (success, said) = package.build();
    assert!(!success, "{said}");
    for expected in [
        "error[CR0201]: `strnig` is not a JSON type",
        "schema/pets.yaml:9:22",
        "^^^^^^ no such type",
        "note: at #/components/schemas/Pet/properties/name/type",
        "help: did you mean `string`?",
        "error[CR0201]: `minLength` must be an integer that is not negative",
        "schema/pets.yaml:9:41",
    ] {
        let lines = said.lines().filter(|line| line.contains(expected));
        let lines: Vec<&str> = lines.collect();
        // Once, and without the name of the package before each line.
        let [line] = lines[..] else {
            panic!("{expected:?} is not shown once:\n{said}");
        };
        assert!(
            !line.contains("pets@") && !line.contains("cargo::"),
            "{line}"
        );
    }
    assert!(!said.contains("--- stdout"), "{said}");
    assert!(
        package.generated() == generated,
        "the generated crate was touched"
    );

    // A mistake in the text itself is treated in the same way.
    package.write("schema/pets.yaml", "openapi: 3.1.1\nopenapi: 3.1.1\n");
    let (success, said) = package.build();
    assert!(!success && said.contains("CR0109"), "{said}");
    assert!(
        package.generated() == generated,
        "the generated crate was touched"
    );

    // Warnings are shown, and do not fail the build.
    package.write("schema/pets.yaml", &GOOD.replace("required:", "requird:"));
    let said = package.good();
    // Cargo names the package before each line, so a warning is one line.
    let lines = said
        .lines()
        .filter(|line| line.starts_with("warning: pets@"));
    let lines: Vec<&str> = lines.collect();
    assert!(
        matches!(lines[..], [line] if line.ends_with("; help: did you mean `required`?")),
        "{said}"
    );
    assert!(package.generated() != generated, "a member became optional");

    package.write("schema/pets.yaml", GOOD);
    package.good();
    assert_fresh(&package.good());
    deleted_and_edited_files_come_back(&package);
}

/// One build restores them, and the next one finds nothing to do.
fn deleted_and_edited_files_come_back(package: &Package) {
    let contents = || {
        let files = package.generated().into_iter();
        files.map(|(path, (bytes, _))| (path, bytes)).collect()
    };
    let before: BTreeMap<PathBuf, Vec<u8>> = contents();
    for name in ["src/pet.rs", "docs/pet.md", ".cratify"] {
        let path = package.0.join("generated").join(name);
        fs::remove_file(path).expect("a file can be removed");
        let said = package.good();
        assert!(contents() == before, "{name}: {said}");
        assert!(!said.contains("CR0705"), "{said}");
        assert_fresh(&package.good());
    }
    for name in ["src/pet.rs", "README.md"] {
        package.write(&format!("generated/{name}"), "edited");
        let said = package.good();
        assert!(contents() == before, "{name}: {said}");
        let lines = said.lines().filter(|line| line.contains("CR0705"));
        assert_eq!(lines.count(), 1, "{said}");
        assert!(said.contains(&format!("generated/{name}")), "{said}");
        let said = package.good();
        assert!(!said.contains("Compiling"), "{said}");
    }
}
