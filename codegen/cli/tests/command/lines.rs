//! Every command line of the pages and of the help, run as a reader would run it.
//!
//! The lines of a section follow each other in one folder, the lines of a help and of sentences stand alone. Lines that
//! compile are left to `cargo xtask prove`, which follows the sections with such lines from their beginning to their end.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use crate::Folder;
use crate::support::pages::{self, How, Section, how};
use crate::support::path_with_command;

/// A git repository with a document, its former versions, an overlay, the records of two releases, and a packed crate.
static USER: LazyLock<Folder> = LazyLock::new(|| {
    let folder = Folder::new();
    let document = include_str!("../../src/workspace/templates/api.yaml");
    let document = |version: &str| {
        let document = document.replace("TITLE", "Shop");
        document.replace("version: 0.1.0", &format!("version: {version}"))
    };
    folder.write("work/overlay.yaml", OVERLAY);
    folder.write("work/orders.yaml", &document("1.0.0"));
    folder.write("work/payments.yaml", PAYMENTS);
    for version in ["1.0.0", "1.2.0"] {
        for path in ["api.yaml", "api-1.yaml", "schema/api.yaml"] {
            folder.write(&format!("work/{path}"), &document(version));
        }
        record(&folder);
    }
    let package = "mkdir shop-1.2.0 && cp -r released shop-1.2.0 && tar -czf shop-1.2.0.crate shop-1.2.0 && rm -r shop-1.2.0";
    good(&folder.path().join("work"), package);
    folder.write("work/api.yaml", &document("1.3.0"));
    folder.write("work/api-2.yaml", &document("1.3.0"));
    let git = "git init -q && git add . && git -c user.name=A -c user.email=a@example.com \
        -c commit.gpgsign=false commit -qm one && git tag v1.2.0";
    good(&folder.path().join("work"), git);
    folder
});

const PAYMENTS: &str = "\
openapi: 3.1.1
info: {title: Payments, version: 1.0.0}
components: {schemas: {Payment: {type: object, properties: {order: {$ref: 'orders.yaml#/components/schemas/Order'}}}}}
";

const OVERLAY: &str = "\
overlay: 1.0.0
info: {title: Names, version: 1.0.0}
actions: [{target: $.components.schemas.Order, update: {x-rust-name: Purchase}}]
";

#[cfg(feature = "diff")]
fn record(folder: &Folder) {
    let line = "cargo cratify release api.yaml --execute --no-verify";
    good(&folder.path().join("work"), line);
}

#[cfg(not(feature = "diff"))]
fn record(_: &Folder) {}

/// A shell that finds `cargo cratify`, as if it was installed.
fn shell(folder: &Path, line: &str) -> Command {
    let mut shell = Command::new("sh");
    shell
        .args(["-ec", line])
        .current_dir(folder)
        .env("PATH", path_with_command())
        .env("HOME", folder.join("home"))
        .env("CARGO_NET_OFFLINE", "true")
        .stdin(Stdio::null());
    if let Some(home) = std::env::home_dir() {
        // The toolchain is the one that runs this test.
        let of = |variable, folder| std::env::var_os(variable).unwrap_or(home.join(folder).into());
        shell.env("CARGO_HOME", of("CARGO_HOME", ".cargo"));
        shell.env("RUSTUP_HOME", of("RUSTUP_HOME", ".rustup"));
    }
    shell
}

/// Runs a line, which ends well.
fn good(folder: &Path, line: &str) {
    let output = shell(folder, line).output().expect("a shell runs");
    let text = [&output.stdout[..], &output.stderr].concat();
    let text = String::from_utf8_lossy(&text);
    assert!(output.status.success(), "{line}:\n{text}");
}

/// A folder with the files of a user.
fn folder_of_user() -> (Folder, PathBuf) {
    let folder = Folder::new();
    let from = USER.path().join("work");
    good(folder.path(), &format!("cp -r '{}' work", from.display()));
    let work = folder.path().join("work");
    (folder, work)
}

/// The files that a line needs which stands alone: the lines before it would have made them.
fn prepare(folder: &Path, line: &str) {
    let command = line.strip_prefix("cargo cratify ").unwrap_or_default();
    let (command, arguments) = command.split_once(' ').unwrap_or((command, ""));
    match command {
        "check" => good(folder, &format!("cargo cratify generate {arguments}")),
        "sync" => good(folder, "cargo init -q && cargo cratify generate api.yaml"),
        "init" => good(folder, "cargo init -q"),
        "completions" => good(
            folder,
            "mkdir -p home/.local/share/bash-completion/completions",
        ),
        _ => {}
    }
}

/// Runs a line in a folder, which `cd` changes.
fn follow(folder: &mut PathBuf, line: &str) {
    // In a clone, Cargo builds the command first.
    let line = line.replace("cargo run -p cargo-cratify -- ", "cargo cratify ");
    match how(&line) {
        Some(How::Run) => {
            if let Some(path) = line.strip_prefix("cd ") {
                folder.push(path);
                assert!(folder.is_dir(), "there is no {}", folder.display());
                return;
            }
            good(folder, &without_compiler(&line));
        }
        Some(How::Stop) => stop(folder, &line),
        Some(How::Compile | How::Installed) => {}
        None => panic!("no case says how `{line}` is run: see `how` in `support/pages.rs`"),
    }
}

/// A release compiles the crate to prove it. Here a program takes the place of Cargo that finds nothing wrong.
fn without_compiler(line: &str) -> String {
    match line.strip_prefix("cargo cratify release ") {
        Some(arguments) => format!(
            "cargo cratify generate api.yaml && CARGO=true cargo-cratify cratify release {arguments}"
        ),
        None => line.to_owned(),
    }
}

/// Runs a line until it has written something.
fn stop(folder: &Path, line: &str) {
    let log = folder.join("log");
    let file = std::fs::File::create(&log).expect("a file can be made");
    let child = shell(folder, &format!("exec {line}")).stderr(file).spawn();
    let mut child = child.expect("a shell runs");
    let start = Instant::now();
    let text = || std::fs::read_to_string(&log).unwrap_or_default();
    while !text().contains("written") && start.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(50));
    }
    let ended = child.try_wait().expect("it can be asked");
    let _ = child.kill();
    let _ = child.wait();
    assert!(
        ended.is_none() && text().contains("written"),
        "{line}: {}",
        text()
    );
}

fn follow_alone(line: &str) {
    let (_kept, mut folder) = folder_of_user();
    prepare(&folder, line);
    follow(&mut folder, line);
}

/// Runs all lines of a section that stand for themselves, and says how many.
fn follow_section(section: &Section) -> usize {
    let lines = section.lines();
    if section.is_help() {
        for line in &lines {
            follow_alone(line);
        }
    } else if !lines.is_empty() {
        let (_kept, mut folder) = folder_of_user();
        for line in &lines {
            follow(&mut folder, line);
        }
    }
    let spans = section.spans();
    for line in &spans {
        // A command without its arguments is a name.
        match line.strip_prefix("cargo cratify ") {
            Some(command) if !command.contains(' ') && !command.starts_with('-') => {
                follow_alone(&format!("{line} --help"));
            }
            _ => follow_alone(line),
        }
    }
    lines.len() + spans.len()
}

#[test]
fn the_lines_of_the_pages_run() {
    let sections = pages::sections();
    let lines: usize = sections.iter().map(follow_section).sum();
    assert!(lines > 40, "{lines}");
}

#[test]
fn the_examples_of_the_help_run() {
    for section in pages::help() {
        assert!(follow_section(&section) > 0, "{}", section.name());
    }
}
