//! Runs Cargo on packages that a test has written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::folder::lock;

/// Cargo in a folder. `temporary` is `env!("CARGO_TARGET_TMPDIR")` of the test: all tests share a build folder
/// there.
///
/// Nobody debugs or edits these packages. Debug information and incremental state would take most of the disk
/// and much of the time to link. To optimise what all of them depend on takes longer than it saves.
#[must_use]
pub fn cargo(temporary: &Path, folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", temporary.join("target"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0")
        .env_remove("RUSTFLAGS");
    command
}

/// Builds the program of a workspace, offline, and runs it. The result is what it prints.
///
/// # Errors
///
/// The errors of the compiler, or what the program prints where it fails.
///
/// # Panics
///
/// Cargo or the program cannot be run.
pub(crate) fn build_and_run(
    temporary: &Path,
    workspace: &Path,
    program: &str,
) -> Result<String, String> {
    lock(workspace);
    let output = cargo(temporary, workspace)
        .args([
            "build",
            "-p",
            program,
            "--offline",
            "--quiet",
            "--message-format=json",
        ])
        .output()
        .expect("Cargo runs");
    let messages = Messages::of(&output);
    let Some(executable) = messages.executable().filter(|_| output.status.success()) else {
        let errors: String = messages.errors().into_values().collect();
        return Err(format!(
            "{errors}{}",
            String::from_utf8_lossy(&output.stderr)
        ));
    };
    let output = Command::new(executable).output().expect("the program runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        Ok(text)
    } else {
        Err(format!("{text}{}", String::from_utf8_lossy(&output.stderr)))
    }
}

/// The messages of a build with `--message-format=json`.
pub struct Messages {
    messages: Vec<Value>,
}

impl Messages {
    /// Reads the messages.
    #[must_use]
    pub fn of(output: &Output) -> Self {
        let text = String::from_utf8_lossy(&output.stdout);
        let messages = text
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok());
        Self {
            messages: messages.collect(),
        }
    }

    /// The errors of each package that does not compile, by its name.
    #[must_use]
    pub fn errors(&self) -> BTreeMap<String, String> {
        let mut errors: BTreeMap<String, String> = BTreeMap::new();
        for message in &self.messages {
            if message["message"]["level"] == "error" {
                let rendered = message["message"]["rendered"].as_str().unwrap_or_default();
                errors
                    .entry(package_of(message))
                    .or_default()
                    .push_str(rendered);
            }
        }
        errors
    }

    /// The messages of the compiler.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Value> {
        self.messages
            .iter()
            .map(|message| &message["message"])
            .filter(|message| !message.is_null())
    }

    /// The last program that was built.
    #[must_use]
    pub fn executable(&self) -> Option<PathBuf> {
        let mut executables = self
            .messages
            .iter()
            .rev()
            .filter_map(|message| message["executable"].as_str());
        executables.next().map(PathBuf::from)
    }
}

/// The name of the package that a message is about. Its id is `path+file:///folder#name@0.1.0`, or
/// `path+file:///name#0.1.0` if the folder has the name of the package.
fn package_of(message: &Value) -> String {
    let id = message["package_id"].as_str().unwrap_or_default();
    let (folder, rest) = id.rsplit_once('#').unwrap_or_default();
    let name = match rest.split_once('@') {
        Some((name, _)) => name,
        None => folder.rsplit('/').next().unwrap_or_default(),
    };
    name.to_owned()
}
