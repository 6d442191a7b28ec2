//! The sections of the pages, and the help, that have command lines which compile: followed as a reader follows them.
//!
//! A block of code whose first line is a comment with a path is a file. A block `sh` has commands. The other sections are
//! followed in `tests/command/lines.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::pages::{self, How, Section, how, repository};
use crate::{command, lock, text};

/// The result of each of these sections, in the words of Cargo and of the command.
const LEADS_TO: [(&str, &str, &str); 6] = [
    ("README.md", "## Start", PROVEN),
    ("README.md", "### A crate, by a build script", PROVEN),
    (
        "README.md",
        "### A module of your own crate, by a build script",
        "\"What a customer buys.\"",
    ),
    (
        "README.md",
        "### Written once, and committed",
        "valid ones come back exactly",
    ),
    ("codegen/cli/README.md", "# cargo-cratify", PROVEN),
    ("--help", "prove", "valid ones come back exactly"),
];

const PROVEN: &str = "test instances_are_read_as_the_schema_says ... ok";

#[test]
fn sections_with_lines_that_compile_lead_to_types() {
    let sections = pages::sections().into_iter().chain(pages::help());
    let compiles = |section: &Section| {
        let lines = section.lines().into_iter();
        lines.map(how).any(|how| how == Some(How::Compile))
    };
    let sections: Vec<Section> = sections.filter(compiles).collect();
    assert_eq!(sections.len(), LEADS_TO.len());
    for section in sections {
        let known = LEADS_TO.iter().find(|(page, heading, _)| {
            (*page, *heading) == (section.page.as_str(), section.heading.as_str())
        });
        let (_, _, end) = known.unwrap_or_else(|| panic!("{}: what it leads to", section.name()));
        let written = follow(&section);
        assert!(
            written.contains(end) && !written.contains("warning"),
            "{}:\n{written}",
            section.name()
        );
    }
}

/// Follows a section in an empty folder that has the user's document. The result is what the commands wrote.
fn follow(section: &Section) -> String {
    let temporary = tempfile::tempdir().expect("a folder can be made");
    let document = include_str!("../../src/workspace/templates/api.yaml").replace("TITLE", "Shop");
    fs::write(temporary.path().join("api.yaml"), document).expect("it can be written");
    lock(temporary.path());
    let mut folder = temporary.path().to_owned();
    let mut written = String::new();
    for block in section.blocks() {
        match block.language {
            "sh" => written.push_str(&run(block.text, &mut folder)),
            "rust" | "toml" => put(block.text, &folder),
            _ => {}
        }
    }
    written
}

/// Runs lines in a folder, which `cd` changes.
fn run(lines: &str, folder: &mut PathBuf) -> String {
    let mut written = String::new();
    for line in pages::lines(lines) {
        if let Some(path) = line.strip_prefix("cd ") {
            folder.push(path);
            lock(folder);
            continue;
        }
        if how(line) == Some(How::Installed) {
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
