//! Lints the crates of `fixtures` as a careful user does: `clippy::pedantic` finds nothing in them, with all features on.

use std::fs;
use std::path::Path;

use cratify_proofs::cargo::{Messages, cargo};
use cratify_proofs::{lock, workspace, write};
use cratify_testing::Fixture;

#[test]
fn pedantic_lints_find_nothing() {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = temporary.join("lints");
    let _ = fs::remove_dir_all(&folder);
    let mut members = Vec::new();
    for fixture in Fixture::proofs() {
        let output = folder.join(&fixture.name);
        let generated = fixture.configure().output(output).generate();
        let generated = generated.unwrap_or_else(|error| panic!("{}: {error}", fixture.name));
        generated.write().expect("a crate can be written");
        members.push(format!("{:?}", fixture.name));
    }
    assert!(members.len() > 50, "{members:?}");
    let manifest = workspace(&members.join(", "));
    write(&folder.join("Cargo.toml"), &manifest);
    lock(&folder);
    let output = cargo(temporary, &folder)
        .args([
            "clippy",
            "--workspace",
            "--all-features",
            "--offline",
            "--quiet",
            "--keep-going",
        ])
        .args(["--message-format=json", "--", "-W", "clippy::pedantic"])
        .output()
        .expect("Cargo runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let messages = Messages::of(&output);
    let rendered = |message: &serde_json::Value| message["rendered"].as_str().map(str::to_owned);
    let found: Vec<String> = messages.diagnostics().filter_map(rendered).collect();
    assert!(found.is_empty(), "{}", found.concat());
}
