//! A folder to run the command in.

pub(crate) mod pages;

use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A `PATH` with the command, as if it was installed.
pub(crate) fn path_with_command() -> OsString {
    let installed = Path::new(env!("CARGO_BIN_EXE_cargo-cratify"))
        .parent()
        .expect("it is in a folder");
    let others = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(installed.to_owned()).chain(std::env::split_paths(&others));
    std::env::join_paths(paths).expect("paths can be joined")
}

/// A folder to run the command in.
pub(crate) struct Folder(TempDir);

/// The output and the status of a run of the command.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder can be made"))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("it can be made");
        fs::write(path, text).expect("a file can be written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        let path = self.path().join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.path().join(path).exists()
    }

    /// Runs the command. The arguments are words without spaces.
    pub(crate) fn run(&self, arguments: &str) -> Run {
        self.run_with(arguments, "")
    }

    /// Runs the command with this text as its standard input.
    pub(crate) fn run_with(&self, arguments: &str, input: &str) -> Run {
        self.run_in(arguments, input, &[])
    }

    /// Runs the command with this text as its standard input, and with variables of the environment.
    pub(crate) fn run_in(&self, arguments: &str, input: &str, variables: &[(&str, &str)]) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_cargo-cratify"))
            .current_dir(self.path())
            .arg("cratify")
            .args(arguments.split_whitespace())
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let mut stdin = child.stdin.take().expect("it has a standard input");
        // A command that reads nothing may have ended already.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("the command runs");
        Run {
            status: output.status.code().expect("the command ends by itself"),
            stdout: String::from_utf8(output.stdout).expect("the output is text"),
            stderr: String::from_utf8(output.stderr).expect("the messages are text"),
        }
    }

    /// Runs the command, which ends well.
    pub(crate) fn good(&self, arguments: &str) -> Run {
        let run = self.run(arguments);
        assert_eq!(run.status, 0, "{arguments}: {}", run.stderr);
        run
    }
}
