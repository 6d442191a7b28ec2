//! The README's own lines, in its order: files are written, commands are run.
//!
//! A block of code whose first line is a comment with a path is a file. A block `sh` has commands.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{command, lock, repository, text};

/// A block of code.
struct Block<'a> {
    language: &'a str,
    text: String,
}

fn blocks(section: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut parts = section.split("```");
    parts.next();
    while let (Some(block), _) = (parts.next(), parts.next()) {
        let (language, text) = block.split_once('\n').unwrap_or_default();
        blocks.push(Block {
            language,
            text: text.to_owned(),
        });
    }
    blocks
}

/// The section with this heading, up to the next heading of any level.
fn section(heading: &str) -> String {
    let readme = fs::read_to_string(repository().join("README.md")).expect("it can be read");
    let (_, rest) = readme.split_once(&format!("{heading}\n")).expect(heading);
    let end = rest
        .find("\n## ")
        .into_iter()
        .chain(rest.find("\n### "))
        .min();
    rest[..end.unwrap_or(rest.len())].to_owned()
}

/// Follows a section in an empty folder that has the user's document. The result is what the commands wrote.
fn follow(heading: &str) -> String {
    let temporary = tempfile::tempdir().expect("a folder can be made");
    let document = include_str!("../../src/workspace/templates/api.yaml").replace("TITLE", "Shop");
    fs::write(temporary.path().join("api.yaml"), document).expect("it can be written");
    let mut folder = temporary.path().to_owned();
    let mut written = String::new();
    let section = section(heading);
    for block in blocks(&section) {
        match block.language {
            "sh" => written.push_str(&run(&block.text, &mut folder)),
            "rust" | "toml" => put(&block.text, &folder),
            _ => {}
        }
    }
    written
}

/// Runs lines in a folder, which `cd` changes.
fn run(lines: &str, folder: &mut PathBuf) -> String {
    let mut written = String::new();
    for line in lines.lines() {
        let line = line.split("   #").next().unwrap_or(line).trim();
        if let Some(path) = line.strip_prefix("cd ") {
            folder.push(path);
            lock(folder);
            continue;
        }
        // The command is there already.
        if line.is_empty() || line.starts_with("cargo install") {
            continue;
        }
        let output = command("sh", folder)
            .args(["-ec", line])
            .output()
            .expect("a shell runs");
        assert!(output.status.success(), "{line}:\n{}", text(&output));
        written.push_str(&format!("$ {line}\n{}", text(&output)));
    }
    written
}

/// Writes a file, or adds to a manifest, with the packages of cratify by path.
fn put(block: &str, folder: &Path) {
    let (comment, content) = block.split_once('\n').unwrap_or_default();
    let path = folder.join(comment.trim_start_matches(['/', '#', ' ']));
    let cratify = repository().join("codegen/cratify");
    let content = content.replace(
        "cratify = \"0.1\"",
        &format!("cratify = {{ path = {cratify:?} }}"),
    );
    let before = match fs::read_to_string(&path) {
        // `cargo new` has an empty table of dependencies at the end.
        Ok(manifest) if path.ends_with("Cargo.toml") => manifest.replace("[dependencies]\n", ""),
        _ => String::new(),
    };
    fs::write(&path, before + &content).expect("it can be written");
}

#[test]
fn start() {
    let written = follow("## Start");
    assert!(
        written.contains("test instances_are_read_as_the_schema_says ... ok"),
        "{written}"
    );
}

#[test]
fn a_crate_by_a_build_script() {
    let written = follow("### A crate, by a build script");
    assert!(
        written.contains("added the member `shop` to the workspace"),
        "{written}"
    );
    assert!(
        written.contains("test instances_are_read_as_the_schema_says ... ok"),
        "{written}"
    );
}

#[test]
fn a_module_by_a_build_script() {
    let written = follow("### A module of your own crate, by a build script");
    assert!(written.contains("\"What a customer buys.\""), "{written}");
    assert!(!written.contains("warning"), "{written}");
}

#[test]
fn written_once() {
    let written = follow("### Written once, and committed");
    assert_eq!(written.matches("up to date").count(), 2, "{written}");
    assert!(
        written.contains("valid ones come back exactly"),
        "{written}"
    );
}

#[test]
fn to_look_at() {
    let written = follow("### To look at");
    for part in [
        "pub struct Order {",
        "settings that would change it",
        "| `maxLength` |",
    ] {
        assert!(written.contains(part), "{part}:\n{written}");
    }
}
