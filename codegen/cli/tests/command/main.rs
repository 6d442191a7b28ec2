//! The command as a user runs it. What compiles a workspace is part of `cargo xtask prove`.

mod diff;
mod explain;
mod findings;
mod generate;
mod init;
mod new;
mod release;
#[path = "../support/mod.rs"]
mod support;
mod watch;

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
