//! Runs the git of the user in the current folder.

use std::process::{Command, Output, Stdio};

/// The files of the repository that have changes which are not committed, as `git status` lists them. A folder in no
/// repository has none.
pub fn uncommitted() -> Vec<String> {
    let output = run(&["status", "--porcelain", "--untracked-files=no"]);
    let output = output.ok().filter(|output| output.status.success());
    let listing = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let listing = listing.unwrap_or_default();
    listing.lines().map(str::to_owned).collect()
}

/// Runs git to its end.
pub(crate) fn run(arguments: &[&str]) -> Result<Output, String> {
    let run = command(arguments).output();
    run.map_err(|error| format!("cannot run git: {error}"))
}

/// A run of git that reads nothing.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.args(arguments).stdin(Stdio::null());
    command
}
