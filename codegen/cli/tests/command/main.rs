//! The command as a user runs it. Tests that compile a workspace are part of `cargo xtask prove`.

#[cfg(feature = "diff")]
mod accept;
#[cfg(feature = "diff")]
mod diff;
mod explain;
mod findings;
mod generate;
mod init;
mod integrations;
mod lines;
mod new;
mod prove;
#[cfg(feature = "diff")]
mod release;
mod settings_file;
#[path = "../support/mod.rs"]
mod support;
mod tree;
#[cfg(all(feature = "diff", unix))]
mod verify;
mod watch;

#[cfg(feature = "diff")]
use std::process::Command;

use support::Folder;

const PETS: &str = "\
openapi: 3.1.1
info: {title: Pets, version: 1.0.0, license: {identifier: MIT}}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        id: {type: string, format: uuid}
        name: {type: string, minLength: 1}
";

#[cfg(feature = "diff")]
impl Folder {
    /// Runs git in the folder. The arguments are words without spaces.
    fn git(&self, arguments: &str) {
        let settings = [
            "user.name=A",
            "user.email=a@example.com",
            "commit.gpgsign=false",
        ];
        let mut git = Command::new("git");
        for setting in settings {
            git.args(["-c", setting]);
        }
        let run = git
            .current_dir(self.path())
            .args(arguments.split(' '))
            .output();
        let run = run.expect("git runs");
        assert!(
            run.status.success(),
            "{arguments}: {}",
            String::from_utf8_lossy(&run.stderr)
        );
    }
}
