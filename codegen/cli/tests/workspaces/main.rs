//! Workspaces that the command makes, and the lines of the README: built and tested by Cargo. `cargo xtask prove` runs it.
//!
//! The lock file of the repository goes to each workspace, so that Cargo resolves no new versions. All share a build folder.

mod readme;
#[allow(dead_code, reason = "the other test uses all of it")]
#[path = "../support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use support::Folder;
use support::pages::repository;

/// A command that finds `cargo cratify`, as if it was installed.
fn command(program: impl AsRef<std::ffi::OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(folder)
        .env("PATH", support::path_with_command())
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"),
        )
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_NET_OFFLINE", "true")
        .env_remove("RUSTFLAGS");
    command
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr].concat()).into_owned()
}

fn lock(workspace: &Path) {
    fs::copy(
        repository().join("Cargo.lock"),
        workspace.join("Cargo.lock"),
    )
    .expect("it can be copied");
}

/// Runs Cargo in a folder. The result is what it wrote.
fn cargo(folder: &Path, arguments: &str) -> Output {
    let mut command = command(env!("CARGO"), folder);
    command
        .args(arguments.split_whitespace())
        .output()
        .expect("Cargo runs")
}

fn good(folder: &Path, arguments: &str) -> String {
    let output = cargo(folder, arguments);
    assert!(
        output.status.success(),
        "cargo {arguments}:\n{}",
        text(&output)
    );
    text(&output)
}

const FORMATS: &str = "\
openapi: 3.1.1
info: {title: Formats, version: 1.0.0, license: {identifier: MIT}}
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: {type: string, format: uuid}
        at: {type: string, format: date-time}
        link: {type: string, format: uri}
        price: {type: string, format: decimal}
        data: {type: string, format: byte}
";

const PAYMENTS: &str = "\
openapi: 3.0.3
info: {title: Payments, version: 1.0.0}
paths: {}
components:
  schemas:
    Payment:
      type: object
      required: [order]
      properties:
        order: {$ref: 'formats.yaml#/components/schemas/Order'}
        note: {type: string, nullable: true, example: thanks}
";

#[cfg(feature = "diff")]
const PETS: &str = "\
openapi: 3.1.1
info: {title: Pets, version: 1.0.0, license: {identifier: MIT}}
components:
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string}
";

#[test]
fn new_workspaces_build_and_pass_their_tests_at_once() {
    let folder = Folder::new();
    folder.write("formats.yaml", FORMATS);
    folder.write("draft_07.json", r#"{"$schema": "http://json-schema.org/draft-07/schema#", "title": "Old", "type": "object", "properties": {"a": {"type": "integer"}}}"#);
    folder.write("payments.yaml", PAYMENTS);
    folder.write("names.yaml", "overlay: 1.0.0\ninfo: {title: Names, version: 1.0.0}\nactions: [{target: $.components.schemas.Order, update: {x-rust-name: Purchase}}]\n");
    for arguments in [
        "new shop",
        "new several --from formats.yaml --from payments.yaml --overlay names.yaml",
        "new formats --from formats.yaml --formats uuid,jiff,url,rust-decimal,base64",
        "new old --from draft_07.json",
    ] {
        folder.good(arguments);
        let name = arguments.split_whitespace().nth(1).expect("a name");
        let workspace = folder.path().join(name);
        lock(&workspace);
        good(&workspace, "build");
        let tests = good(&workspace, "test");
        for part in [
            "test instances_are_read_as_the_schema_says ... ok",
            "Doc-tests",
        ] {
            assert!(tests.contains(part), "{part}:\n{tests}");
        }
        // Two libraries have one name, and one of them is documented.
        good(&workspace, "doc --workspace --no-deps --quiet");
        let status = good(&workspace, "build");
        assert!(
            !status.contains("Compiling"),
            "a second build has nothing to do: {status}"
        );
    }
}

/// From a released workspace to the next release: the build asks for a later version, the release proves and packages.
#[test]
#[cfg(feature = "diff")]
fn a_released_workspace_asks_for_a_later_version() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.good("new shop --from pets.yaml");
    let workspace = folder.path().join("shop");
    lock(&workspace);
    let release = |arguments: &str| {
        let output = command(env!("CARGO"), &workspace)
            .args(["cratify", "release"])
            .args(arguments.split_whitespace())
            .output()
            .expect("it runs");
        (output.status.success(), text(&output))
    };
    let (is_good, said) = release("--execute");
    assert!(is_good && said.contains("Commit, then:"), "{said}");
    let path = workspace.join("schema/pets.yaml");
    let document = fs::read_to_string(&path).expect("it is there");
    let build = |version: &str, more: &str| {
        let edited = document.replace("version: 1.0.0", &format!("version: {version}"));
        fs::write(&path, edited + more).expect("it can be written");
        good(&workspace, "build")
    };
    let member = "        age: {type: integer}\n";
    assert!(!build("1.0.0", "").contains("CR0706"));
    let said = build("1.0.0", member);
    assert!(
        said.contains("CR0706") && said.contains("schema/pets.yaml:3:"),
        "{said}"
    );
    let (is_good, said) = release("--execute");
    assert!(!is_good && said.contains("1.1.0 or later"), "{said}");
    assert!(!build("1.1.0", member).contains("CR0706"));
    let (is_good, said) = release("");
    assert!(is_good && said.contains("packaging"), "{said}");
    assert!(!workspace.join("released/1.1.0.json").exists());
}

/// A crate that has its record in it is compared as Cargo has packed it.
#[test]
#[cfg(feature = "diff")]
fn a_packed_crate_is_a_side() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.good("generate pets.yaml");
    folder.good("release pets.yaml --no-verify --records generated/released --execute");
    lock(&folder.path().join("generated"));
    let package = "package --no-verify --allow-dirty --target-dir packed --manifest-path generated/Cargo.toml";
    good(folder.path(), package);
    folder.write("pets.yaml", &PETS.replace("type: string", "type: integer"));
    let run = folder.run("diff packed/package/pets-1.0.0.crate pets.yaml");
    assert_eq!(run.status, 1, "{}{}", run.stdout, run.stderr);
    assert!(
        run.stdout
            .contains("was `Option<String>`, and is `Option<i64>`"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_document_is_proven_without_a_package() {
    let folder = Folder::new();
    folder.write("api/formats.yaml", FORMATS);
    folder.write(
        "overlay.yaml",
        "overlay: 1.0.0\ninfo: {title: More, version: 1.0.0}\nactions:\n- target: $.components.schemas\n  update: {Added: {enum: [a, b]}}\n",
    );
    lock(folder.path());
    let prove = |arguments: &str| {
        let output = command(env!("CARGO"), folder.path())
            .args(["cratify", "prove"])
            .args(arguments.split_whitespace())
            .output()
            .expect("it runs");
        assert!(output.status.success(), "{}", text(&output));
        // Standard error is not a terminal: no line turns.
        assert!(!output.stderr.contains(&b'\r'), "{}", text(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let table = prove("api --formats uuid,jiff --overlay overlay.yaml");
    assert!(
        table.contains("equality             2        0       0        0"),
        "{table}"
    );
    let table = prove("api/formats.yaml --set unknown-members=keep");
    assert!(
        table.contains("published            1        0       0        0"),
        "{table}"
    );
    folder.write("api/payments.yaml", PAYMENTS);
    let table = prove("api/formats.yaml api/payments.yaml");
    assert!(
        table.contains("published            2        0       0        0")
            && table.contains("examples             1 "),
        "{table}"
    );
    let suite = prove("api/formats.yaml --format junit");
    assert!(
        suite.contains("<testsuite name=\"proof\" tests=\"1\" failures=\"0\" errors=\"0\">"),
        "{suite}"
    );
    let object = prove("api/formats.yaml --format json");
    let object: serde_json::Value = serde_json::from_str(&object).expect("it is JSON");
    assert_eq!(object["holds"], true);
    assert_eq!(object["types"], serde_json::json!(["Order"]));
    assert!(!folder.has("generated"));
}

#[test]
fn the_build_script_names_what_the_manifest_lacks() {
    let folder = Folder::new();
    folder.write("formats.yaml", FORMATS);
    folder.good("new formats --from formats.yaml");
    let workspace = folder.path().join("formats");
    lock(&workspace);
    good(&workspace, "build");

    let script = folder.read("formats/build.rs");
    let formats = ".output(\"generated\")\n        .formats(cratify::Formats::Uuid)\n        \
                   .arbitrary(cratify::Arbitrary::Feature)";
    folder.write(
        "formats/build.rs",
        &script.replace(".output(\"generated\")", formats),
    );
    let manifest = folder.read("formats/Cargo.toml");
    let changed = manifest.replace(
        "serde_json = \"1\"",
        "serde_json = { version = \"1\", default-features = false, features = [\"alloc\"] }",
    );
    let changed = changed.replace(
        "version = \"1.0.200\", features = [\"derive\"]",
        "version = \"1.0.200\"",
    );
    let changed = changed
        .replace("validate = [\"dep:jsonschema\"]\n", "")
        .replace("\"schemars\", \"validate\"", "\"schemars\"")
        .replace("[lib]\nname = \"formats\"", "[lib]\nname = \"former\"");
    folder.write("formats/Cargo.toml", &changed);
    let output = cargo(&workspace, "build");
    let said = text(&output);
    assert!(!output.status.success(), "{said}");
    for line in [
        "error[CR0703]: the manifest lacks what the generated types need",
        "note: set in `[lib]`: name = \"formats\"",
        "note: add to `[dependencies]`: uuid = { version = \"1\", features = [\"serde\"] }",
        "note: add to `[dependencies]`: arbitrary = { version = \"1\", optional = true }",
        "note: add to `[dependencies]`: regex-syntax = { version = \"0.8\", optional = true }",
        "note: add to `[features]`: arbitrary = [\"dep:arbitrary\", \"dep:regex-syntax\", \"validate\"]",
        "note: `serde` lacks the feature `derive`",
        "note: `serde_json` lacks its default features",
        "note: add to `[features]`: validate = [\"dep:jsonschema\"]",
        "help: `cargo cratify sync` writes these lines",
    ] {
        assert_eq!(said.matches(line).count(), 1, "{line}:\n{said}");
    }
    assert!(!said.contains("error[E"), "{said}");

    let output = command(env!("CARGO"), &workspace)
        .args(["cratify", "sync"])
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{}", text(&output));
    good(&workspace, "build");
}

#[test]
fn one_build_is_enough_for_other_members() {
    let folder = Folder::new();
    folder.write("formats.yaml", FORMATS);
    folder.write(
        "Cargo.toml",
        "[package]\nname = \"app\"\nversion = \"0.0.0\"\nedition = \"2024\"\n",
    );
    folder.write(
        "src/main.rs",
        "fn main() { println!(\"{}\", formats::Order::schema().len()); }\n",
    );
    folder.good("init --from formats.yaml");
    lock(folder.path());
    good(folder.path(), "build");
    folder.write(
        "types/schema/formats.yaml",
        &FORMATS.replace("Order:", "Purchase:"),
    );
    folder.write(
        "src/main.rs",
        "fn main() { println!(\"{}\", formats::Purchase::schema().len()); }\n",
    );
    good(folder.path(), "build");

    // The folder of the generated crate may be compiled before it is written.
    let manifest = folder.read("Cargo.toml");
    let stale = manifest.replace(
        "{ package = \"formats-workspace\", path = \"types\" }",
        "{ path = \"types/generated\" }",
    );
    assert_ne!(stale, manifest);
    folder.write("Cargo.toml", &stale);
    folder.write(
        "types/schema/formats.yaml",
        &FORMATS.replace("Order:", "Sale:"),
    );
    let said = text(&cargo(folder.path(), "build -p formats-workspace"));
    assert!(
        said.contains(
            "warning[CR0704]: `app` may compile the generated crate before it is written"
        ),
        "{said}"
    );
    assert!(
        said.contains("depend on `formats-workspace` instead"),
        "{said}"
    );
}

#[test]
fn a_hand_made_start_does_not_stop_the_command() {
    let folder = Folder::new();
    folder.good("new shop");
    let workspace = folder.path().join("shop");
    lock(&workspace);
    fs::remove_dir_all(workspace.join("generated")).expect("it can be removed");
    folder.write(
        "shop/generated/src/lib.rs",
        "// Written by the build script.\n",
    );
    folder.write(
        "shop/generated/Cargo.toml",
        "[package]\nname = \"shop\"\nversion = \"0.0.0\"\nedition = \"2024\"\n",
    );
    good(&workspace, "build");
    assert!(
        folder
            .read("shop/generated/src/lib.rs")
            .contains("pub use order::Order;")
    );
}

/// Cargo loads the manifests of all members, and looks for the libraries, before it runs a build script.
#[test]
fn deleted_files_come_back() {
    let folder = Folder::new();
    folder.write("formats.yaml", FORMATS);
    folder.good("new shop --from formats.yaml --formats uuid");
    let workspace = folder.path().join("shop");
    lock(&workspace);
    good(&workspace, "build");
    let written = |path: &str| folder.read(&format!("shop/generated/{path}"));
    let delete = |path: &str| {
        let path = workspace.join("generated").join(path);
        let deleted = if path.is_dir() {
            fs::remove_dir_all(&path)
        } else {
            fs::remove_file(&path)
        };
        deleted.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    };
    let (order, page) = (written("src/order.rs"), written("docs/order.md"));
    for path in ["src/order.rs", "src/support", "docs", "README.md"] {
        delete(path);
        good(&workspace, "build");
    }
    assert_eq!(
        (written("src/order.rs"), written("docs/order.md")),
        (order.clone(), page)
    );
    for path in ["Cargo.toml", "src", "src/lib.rs"] {
        delete(path);
        assert!(!cargo(&workspace, "build").status.success(), "{path}");
        // As the README says: without the settings of the build script.
        let mut generate = command(env!("CARGO_BIN_EXE_cargo-cratify"), &workspace);
        let generated = generate
            .args(["cratify", "generate"])
            .output()
            .expect("it runs");
        assert!(generated.status.success(), "{path}: {}", text(&generated));
        good(&workspace, "build");
        assert_eq!(written("src/order.rs"), order, "{path}");
    }
}

#[test]
fn modules_of_all_kinds_of_types_compile() {
    let folder = Folder::new();
    let mut main = String::from(
        "#![deny(warnings)]\n// The names come from hostile documents.\n#![allow(confusable_idents, mixed_script_confusables)]\n",
    );
    let fixtures = repository().join("codegen/proofs/fixtures");
    for (name, settings) in [
        (
            "closed",
            "--set unknown-values=refuse --set unknown-branches=refuse",
        ),
        ("formats", "--formats uuid,url,rust-decimal"),
        ("hostile_names", ""),
        ("hostile_text", ""),
        ("inheritance", ""),
        (
            "maps",
            "--set map-type=index-map --set unknown-members=keep",
        ),
        ("numbers", "--set null-members=distinct"),
        ("recursion", ""),
        ("secrets", "--set unknown-values=refuse"),
        ("unions", "--set untyped=literal"),
        ("values", ""),
    ] {
        let document = fixtures.join(format!("{name}.yaml"));
        folder.good(&format!(
            "generate {} --module src/{name}.rs {settings}",
            document.display()
        ));
        main.push_str(&format!("pub mod {name};\n"));
    }
    folder.write("src/main.rs", &format!("{main}fn main() {{}}\n"));
    // A module is part of a crate of any edition. This one refuses syntax that `rust-version` of generated crates does not have,
    // such as conditions with several `let`.
    folder.write(
        "Cargo.toml",
        r#"[workspace]

[package]
name = "modules"
version = "0.0.0"
edition = "2021"

[features]
schemars = ["dep:schemars", "schemars/indexmap2"]
validate = ["dep:jsonschema"]

[dependencies]
indexmap = { version = "2", features = ["serde"] }
jsonschema = { version = "0.61", default-features = false, optional = true }
rust_decimal = { version = "1", default-features = false, features = ["serde-with-float", "serde-with-str", "std"] }
schemars = { version = "1", default-features = false, features = ["derive", "std"], optional = true }
serde = { version = "1.0.200", features = ["derive"] }
serde_json = "1"
url = { version = "2", features = ["serde"] }
uuid = { version = "1", features = ["serde"] }
"#,
    );
    lock(folder.path());
    good(folder.path(), "check");
    good(folder.path(), "check --all-features");
}
